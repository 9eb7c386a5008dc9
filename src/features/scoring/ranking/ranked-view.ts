import { maySeeScores } from '../../../domain/permissions/index.ts'
import type { Layer } from '../../../domain/scoring/index.ts'
import { type Ask, query, yearOf } from '../../../http/ask.ts'
import { findBook } from '../scores.store.ts'
import { findTableAt } from '../table/table.store.ts'
import type { YearTable } from '../table/table-model.ts'
import { kept } from '../versioned.ts'
import { readOutside } from './outside.ts'
import type { Ranked } from './ranking-rows.ts'
import { readStanding, type YearStanding } from './standing.store.ts'
import { candidatesOf, classesOf, conditionsOf, layerThatCounts, openedLayers, rankIn } from './standings.ts'

/** What a page about the ranking stands on: the table, what it hangs on, the layer shown. */
export type RankedLayer = {
  readonly table: YearTable
  readonly standing: YearStanding
  /** Layers this reader sees everybody's points in. */
  readonly visible: readonly Layer[]
  readonly layer: Layer
}

/** The layer asked for, or the one that counts; undefined while this reader may compare nobody's points. */
export async function rankedLayer(ask: Ask): Promise<RankedLayer | undefined> {
  const standing = await readStanding(ask.db, yearOf(ask).id, ask.today)
  const table = standing && (await findTableAt(ask.db, standing.tableId, standing.tableVersion))
  if (!standing || table?.state !== 'frozen') return undefined
  return layerShown(ask, table, standing)
}

/** As {@link rankedLayer}, where table and standing are known. */
export async function layerShown(
  ask: Ask,
  table: YearTable,
  standing: YearStanding,
): Promise<RankedLayer | undefined> {
  const { opened, counting } = await layersView(ask, table, standing)
  // Places compare units: a layer is ranked only for those who may see everybody's points in it.
  const visible = opened.filter((layer) => maySeeScores(ask.actor, ask.scope, layer))
  const layer = chosenLayer(visible, query(ask, 'buoc'), counting)
  return layer && { table, standing, visible, layer }
}

/** Which layers hold points, and which one counts; kept until a point changes. */
function layersView(ask: Ask, table: YearTable, { scoresVersion }: YearStanding) {
  return kept(`layers ${table.id} ${table.version} ${scoresVersion}`, async () => {
    const book = await findBook(ask.db, table.id, scoresVersion)
    return { opened: openedLayers(table, book), counting: layerThatCounts(table, book) }
  })
}

/** The ranking, kept under a name made of everything it hangs on. */
export function rankedView(
  ask: Ask,
  { table, standing, layer }: Pick<RankedLayer, 'table' | 'standing' | 'layer'>,
  group?: string,
): Promise<Ranked> {
  const year = yearOf(ask)
  const units = year.members.map((member) => member.id)
  const { scoresVersion, bars, signed, selfScored } = standing
  const hangsOn = JSON.stringify([units, year.state, bars, signed, selfScored])
  return kept(
    `ranked ${table.id} ${table.version} ${scoresVersion} ${layer} ${group ?? ''} ${hangsOn}`,
    async () => {
      const book = await findBook(ask.db, table.id, scoresVersion)
      const { measures, decisions } = await readOutside(ask.db, table)
      const conditions = (unit: string) => conditionsOf(unit, year.state, standing)
      const candidates = candidatesOf(table, book, layer, units, conditions, measures)
      const ranking = rankIn(table, candidates, group, decisions)
      const classes = group === undefined ? classesOf(table, candidates, ranking) : new Map()
      return { candidates, ranking, classes, decisions }
    },
  )
}

function chosenLayer(
  visible: readonly Layer[],
  asked: string,
  counting: Layer | undefined,
): Layer | undefined {
  return (
    visible.find((layer) => layer === asked) ??
    (counting && visible.includes(counting) ? counting : undefined) ??
    visible.at(-1)
  )
}
