const SIZE = 400

const found = new Map<string, Promise<unknown>>()

/**
 * Keeps what was computed under a name that carries the version of its sources, so that it never grows stale:
 * when a source changes it is asked for under another name. The oldest goes first.
 */
export function kept<T>(name: string, compute: () => Promise<T>): Promise<T> {
  const known = found.get(name)
  if (known) return known as Promise<T>
  const fresh = compute()
  found.set(name, fresh)
  // What failed, or was gone when it was looked for, is asked for again.
  fresh.then(
    (value) => value === undefined && found.delete(name),
    () => found.delete(name),
  )
  for (const oldest of found.keys()) {
    if (found.size <= SIZE) break
    found.delete(oldest)
  }
  return fresh
}

/** What is kept under a name, if anything. */
export function peek<T>(name: string): Promise<T> | undefined {
  return found.get(name) as Promise<T> | undefined
}
