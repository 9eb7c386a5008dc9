/** Who launches a movement: centre, province, bloc, or a unit in-house. */
export type MovementLevel = 'central' | 'province' | 'bloc' | 'unit'

/** A movement with the one it takes up. */
export type Link = {
  readonly id: string
  readonly parentId: string | null
  readonly level: MovementLevel
  readonly unitId: string | null
}

/** A movement with those who took it up. */
export type ChainNode<T extends Link> = { readonly movement: T; readonly takenUpBy: readonly ChainNode<T>[] }

/** Who of the members has launched in-house, and who has not yet. */
export type Launches = { readonly launched: readonly string[]; readonly owing: readonly string[] }

/**
 * Movements as trees: each under the one it takes up, those without a known parent on top. The order of the
 * list is kept.
 */
export function chainOf<T extends Link>(movements: readonly T[]): readonly ChainNode<T>[] {
  const known = new Set(movements.map((movement) => movement.id))
  const below = (parentId: string, seen: ReadonlySet<string>): readonly ChainNode<T>[] =>
    movements
      .filter((movement) => movement.parentId === parentId && !seen.has(movement.id))
      .map((movement) => ({ movement, takenUpBy: below(movement.id, new Set([...seen, movement.id])) }))
  return movements
    .filter((movement) => movement.parentId === null || !known.has(movement.parentId))
    .map((movement) => ({ movement, takenUpBy: below(movement.id, new Set([movement.id])) }))
}

/** Which members launched a movement in-house, in the order of the members. */
export function launchesOf(
  movementId: string,
  movements: readonly Link[],
  memberIds: readonly string[],
): Launches {
  const done = new Set(
    movements.filter((one) => one.parentId === movementId && one.level === 'unit').map((one) => one.unitId),
  )
  return {
    launched: memberIds.filter((id) => done.has(id)),
    owing: memberIds.filter((id) => !done.has(id)),
  }
}
