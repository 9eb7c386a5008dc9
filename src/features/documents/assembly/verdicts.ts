import { column, row } from '../../../domain/documents/blocks.ts'
import type { Figure, Table } from '../../../domain/documents/paper.ts'
import { markWords } from '../../../domain/documents/words.ts'
import {
  completion,
  tally,
  targetOf,
  targetResultOf,
  type VerdictTally,
} from '../../../domain/targets/index.ts'
import type { BlocYear } from '../../../scopes/scopes.store.ts'
import type { TargetFacts } from './pledge.store.ts'
import type { ResultFacts } from './report.store.ts'

/** How the targets of the bloc came out, as a whole and by unit. */
export type YearVerdicts = {
  readonly whole: VerdictTally
  readonly units: readonly {
    readonly name: string
    readonly tally: VerdictTally
    readonly illustrative: boolean
  }[]
}

/** Judges every target against its result of the whole year. */
export function verdictsOf(
  year: BlocYear,
  targets: readonly TargetFacts[],
  results: readonly ResultFacts[],
): YearVerdicts {
  const judged = targets.map((target) => {
    const result = results.find(
      (one) => one.indicatorId === target.indicatorId && one.unitId === target.unitId,
    )
    const { verdict } = completion(targetOf(target, target.direction), targetResultOf(result, target.kind))
    return { unitId: target.unitId, verdict, illustrative: target.illustrative }
  })
  return {
    whole: tally(judged.map(({ verdict }) => verdict)),
    units: year.members.flatMap((unit) => {
      const own = judged.filter(({ unitId }) => unitId === unit.id)
      if (own.length === 0) return []
      const illustrative = unit.illustrative || own.some((one) => one.illustrative)
      return [{ name: unit.name, tally: tally(own.map(({ verdict }) => verdict)), illustrative }]
    }),
  }
}

/** "Toàn khối có 41 chỉ tiêu: vượt 12, đạt 27, không đạt 02, …". */
export function verdictSentence({ whole }: YearVerdicts): string {
  const open = [
    [whole.noResult, 'chưa có số liệu'],
    [whole.notComparable, 'chưa so sánh được'],
  ] as const
  const parts = [
    `vượt ${whole.exceeded}`,
    `đạt ${whole.met}`,
    `không đạt ${whole.missed}`,
    ...open.filter(([count]) => count > 0).map(([count, words]) => `${words} ${count}`),
  ]
  return `Toàn khối có ${whole.assigned} chỉ tiêu được giao hoặc đăng ký, trong đó: ${parts.join(', ')}.`
}

/** The table of the annex: units down, verdicts across. */
export function verdictTable({ units }: YearVerdicts): Table {
  return {
    kind: 'table',
    caption: 'Tổng hợp mức độ thực hiện chỉ tiêu theo đơn vị',
    columns: [column(10, 'centre'), column(75), ...[0, 1, 2, 3, 4].map(() => column(16, 'centre'))],
    head: [row(['TT', 'Đơn vị', 'Tổng số', 'Vượt', 'Đạt', 'Không đạt', 'Khác'])],
    rows: units.map(({ name, tally: count, illustrative }, index) =>
      row([
        `${index + 1}`,
        [{ text: name, ...(illustrative ? { mark: 'illustrative' as const } : {}) }],
        `${count.assigned}`,
        `${count.exceeded}`,
        `${count.met}`,
        `${count.missed}`,
        `${count.noResult + count.notComparable}`,
      ]),
    ),
  }
}

/** The ranking as a picture: units by place, with their totals. */
export function scoreChart(
  units: readonly { readonly name: string; readonly total: string | null; readonly rank: number | null }[],
  illustrative: boolean,
): Figure {
  const known = units.filter((unit) => unit.total !== null)
  const placed = units.toSorted((a, b) => (a.rank ?? units.length + 1) - (b.rank ?? units.length + 1))
  return {
    kind: 'figure',
    chart: {
      shape: 'bar',
      categories: placed.map(({ name, rank }) => (rank === null ? name : `${rank}. ${name}`)),
      series: [{ name: 'Tổng điểm', values: placed.map((unit) => unit.total) }],
      unit: 'điểm',
    },
    caption: `Biểu đồ. Tổng điểm thi đua của các đơn vị theo thứ hạng${marked(illustrative)}`,
    alternative: `Tổng điểm thi đua của ${known.length} đơn vị theo thứ hạng; số liệu ở bảng tổng hợp điểm kèm theo.`,
  }
}

/** Units × groups of criteria: what each has of the maximum, in percent. */
export function heatChart(
  units: readonly string[],
  groups: readonly { readonly name: string; readonly values: readonly (string | null)[] }[],
  illustrative: boolean,
): Figure {
  return {
    kind: 'figure',
    chart: { shape: 'heat', categories: units, series: groups, unit: '%' },
    caption: `Biểu đồ. Tỷ lệ điểm đạt trên điểm tối đa theo nhóm tiêu chí (%)${marked(illustrative)}`,
    alternative: `Tỷ lệ điểm đạt của ${units.length} đơn vị ở ${groups.length} nhóm tiêu chí; điểm ở bảng tổng hợp điểm kèm theo.`,
  }
}

function marked(illustrative: boolean): string {
  return illustrative ? ` (${markWords.illustrative})` : ''
}
