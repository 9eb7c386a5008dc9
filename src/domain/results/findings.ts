import type Big from 'big.js'
import type { Bilingual } from '../bilingual.ts'
import { type IsoDate, printDate, printNumber, printPercent, printQuantity } from '../vietnamese/index.ts'
import type { Amount } from './figure.ts'

/** What a figure was held against. */
export type Neighbour = 'last_year' | 'plan'

/**
 * Something about a figure that is probably wrong. It warns and never blocks. `what` names the part of the form, `why`
 * carries the facts, `wouldBe` the value that would be plausible: to be offered, never to be put in place.
 */
export type Finding =
  | FindingOf<'unit_missing', 'unit', { readonly expected: string }>
  | FindingOf<'unit_differs', 'unit', { readonly given: string; readonly expected: string }>
  | FindingOf<
      'power_of_ten',
      'value',
      {
        readonly given: Amount
        readonly against: Neighbour
        readonly neighbour: Amount
        readonly power: number
      }
    >
  | FindingOf<
      'parts_differ',
      'value',
      { readonly given: Amount; readonly sum: Amount; readonly difference: Amount }
    >
  | FindingOf<
      'ratio_differs',
      'comparison',
      { readonly part: Amount; readonly whole: Amount; readonly printed: Big; readonly computed: Big }
    >
  | FindingOf<
      'growth_differs',
      'comparison',
      {
        readonly given: Amount
        readonly base: Amount
        readonly measure: 'percent' | 'times' | 'amount'
        readonly printed: Big
        readonly computed: Big
      }
    >
  | FindingOf<'estimate_overdue', 'estimate', { readonly due: IsoDate }>
  | FindingOf<'future_as_of', 'as_of', { readonly asOf: IsoDate; readonly today: IsoDate }>
  | FindingOf<
      'reported_twice',
      'value',
      { readonly given: Amount; readonly other: Amount; readonly reporter: string; readonly same: boolean }
    >
  | FindingOf<
      'outlier',
      'value',
      { readonly given: Amount; readonly low: Amount; readonly high: Amount; readonly years: number }
    >
  | FindingOf<
      'rate_unlikely',
      'value',
      {
        readonly given: Amount
        readonly per: Amount
        readonly rate: Big
        readonly low?: Big
        readonly high?: Big
      }
    >

/** Stable code of a finding. */
export type FindingCode = Finding['code']

/** The part of the form a finding stands at. */
export type FindingSubject = Finding['what']

/**
 * A finding in one or two sentences: what stands there, why it is unlikely, and what it would be. Numbers keep
 * Vietnamese notation in both languages, as they stand on the form.
 *
 * @example findingSentence(finding, 'vi')
 * // '980 USD nhỏ hơn năm trước (875 triệu USD) khoảng 1.000.000 lần. Có phải 980 triệu USD không?'
 */
export function findingSentence(finding: Finding, lang: 'vi' | 'en'): string {
  const sentence = sentenceOf(finding)[lang]
  if (!finding.wouldBe) return sentence
  const wouldBe = printProposal(finding, finding.wouldBe)[lang]
  return lang === 'vi' ? `${sentence} Có phải ${wouldBe} không?` : `${sentence} Should it be ${wouldBe}?`
}

type FindingOf<Code extends string, Subject extends string, Facts> = {
  readonly code: Code
  readonly what: Subject
  readonly why: Facts
  readonly wouldBe?: Amount
}

const NEIGHBOURS: Readonly<Record<Neighbour, Bilingual>> = {
  last_year: { vi: 'năm trước', en: 'last year' },
  plan: { vi: 'kế hoạch', en: 'the plan' },
}

function sentenceOf(finding: Finding): Bilingual {
  switch (finding.code) {
    case 'unit_missing':
      return unitMissing(finding.why)
    case 'unit_differs':
      return unitDiffers(finding.why)
    case 'power_of_ten':
      return powerOfTen(finding.why)
    case 'parts_differ':
      return partsDiffer(finding.why)
    case 'ratio_differs':
      return ratioDiffers(finding.why)
    case 'growth_differs':
      return growthDiffers(finding.why)
    case 'estimate_overdue':
      return estimateOverdue(finding.why)
    case 'future_as_of':
      return futureAsOf(finding.why)
    case 'reported_twice':
      return reportedTwice(finding.why)
    case 'outlier':
      return outlier(finding.why)
    case 'rate_unlikely':
      return rateUnlikely(finding.why)
  }
}

type Why<Code extends FindingCode> = Extract<Finding, { readonly code: Code }>['why']

function printProposal(finding: Finding, wouldBe: Amount): Bilingual {
  if (finding.code === 'growth_differs') return printChange(wouldBe.value, finding.why.measure, wouldBe.unit)
  const amount = printQuantity(wouldBe)
  return { vi: amount, en: amount }
}

function unitMissing({ expected }: Why<'unit_missing'>): Bilingual {
  return {
    vi: `Thiếu đơn vị tính; chỉ tiêu này tính bằng ${expected}.`,
    en: `The unit is missing; this indicator is measured in ${expected}.`,
  }
}

function unitDiffers({ given, expected }: Why<'unit_differs'>): Bilingual {
  return {
    vi: `Đơn vị tính “${given}” khác đơn vị tính của chỉ tiêu (${expected}).`,
    en: `The unit “${given}” is not that of the indicator (${expected}).`,
  }
}

function powerOfTen({ given, against, neighbour, power }: Why<'power_of_ten'>): Bilingual {
  const times = printNumber(`1e${Math.abs(power)}`)
  const [amount, other] = [printQuantity(given), printQuantity(neighbour)]
  return {
    vi: `${amount} ${power > 0 ? 'nhỏ' : 'lớn'} hơn ${NEIGHBOURS[against].vi} (${other}) khoảng ${times} lần.`,
    en: `${amount} is about ${times} times ${power > 0 ? 'smaller' : 'larger'} than ${NEIGHBOURS[against].en} (${other}).`,
  }
}

function partsDiffer({ given, sum, difference }: Why<'parts_differ'>): Bilingual {
  const [total, parts, rest] = [given, sum, difference].map((amount) => printQuantity(amount))
  return {
    vi: `Tổng ghi ${total} nhưng cộng các phần được ${parts} (chênh ${rest}).`,
    en: `The total says ${total}, but its parts add up to ${parts} (a difference of ${rest}).`,
  }
}

function ratioDiffers({ part, whole, printed, computed }: Why<'ratio_differs'>): Bilingual {
  const ratio = `${printNumber(part.value)}/${printQuantity(whole)}`
  return {
    vi: `Ghi đạt ${printPercent(printed)} nhưng ${ratio} là ${printPercent(computed)}.`,
    en: `It says ${printPercent(printed)}, but ${ratio} is ${printPercent(computed)}.`,
  }
}

function growthDiffers({ given, base, measure, printed, computed }: Why<'growth_differs'>): Bilingual {
  const [amount, from] = [printQuantity(given), printQuantity(base)]
  const say = (change: Big) => printChange(change, measure, given.unit)
  return {
    vi: `Ghi ${say(printed).vi} nhưng ${amount} so với ${from} là ${say(computed).vi}.`,
    en: `It says ${say(printed).en}, but ${amount} against ${from} is ${say(computed).en}.`,
  }
}

function estimateOverdue({ due }: Why<'estimate_overdue'>): Bilingual {
  return {
    vi: `Vẫn là số ước; số chính thức cần có từ sau ngày ${printDate(due)}.`,
    en: `It is still an estimate; the official figure was due after ${printDate(due)}.`,
  }
}

function futureAsOf({ asOf, today }: Why<'future_as_of'>): Bilingual {
  return {
    vi: `Số liệu ghi đến ngày ${printDate(asOf)}, sau hôm nay (${printDate(today)}).`,
    en: `The figure is said to be as of ${printDate(asOf)}, which is after today (${printDate(today)}).`,
  }
}

function reportedTwice({ given, other, reporter, same }: Why<'reported_twice'>): Bilingual {
  const [own, elsewhere] = [printQuantity(given), printQuantity(other)]
  if (same) {
    return {
      vi: `${reporter} cũng báo cáo ${elsewhere}; chỉ tính một lần.`,
      en: `${reporter} reports ${elsewhere} too; it counts once.`,
    }
  }
  return {
    vi: `${reporter} báo cáo ${elsewhere}, ở đây ghi ${own}; cần thống nhất một số.`,
    en: `${reporter} reports ${elsewhere}, here it is ${own}; one figure has to be agreed.`,
  }
}

function outlier({ given, low, high, years }: Why<'outlier'>): Bilingual {
  const [value, from, to] = [given, low, high].map((amount) =>
    printQuantity({ ...amount, value: amount.value.round(2, 1) }),
  )
  return {
    vi: `${value} nằm xa các năm trước của đơn vị (${years} năm, thường từ ${from} đến ${to}).`,
    en: `${value} lies far from this unit’s earlier years (${years} years, usually ${from} to ${to}).`,
  }
}

function rateUnlikely({ given, per, rate, low, high }: Why<'rate_unlikely'>): Bilingual {
  const [value, base] = [printQuantity(given), printQuantity(per)]
  const found = printNumber(rate.round(2, 1))
  const isLow = low !== undefined && rate.lt(low)
  const edge = printNumber((isLow ? low : high)?.round(2, 1) ?? rate)
  return {
    vi: `${value} trên ${base} là ${found}, ${isLow ? 'thấp hơn mức thấp nhất' : 'cao hơn mức cao nhất'} thường gặp (${edge}); cần hỏi lại đơn vị.`,
    en: `${value} for ${base} is ${found}, ${isLow ? 'below the lowest' : 'above the highest'} usual value (${edge}); ask the unit.`,
  }
}

function printChange(
  change: Big,
  measure: Why<'growth_differs'>['measure'],
  unit: string | undefined,
): Bilingual {
  if (measure === 'times') {
    const times = printNumber(change.round(2, 1))
    return { vi: `gấp ${times} lần`, en: `${times} times` }
  }
  const size =
    measure === 'percent'
      ? printPercent(change.abs())
      : printQuantity({ value: change.abs(), ...(unit !== undefined && { unit }) })
  return change.lt(0) ? { vi: `giảm ${size}`, en: `down ${size}` } : { vi: `tăng ${size}`, en: `up ${size}` }
}
