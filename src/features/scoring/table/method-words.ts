import {
  type Band,
  fill,
  type Labels,
  type Language,
  type Measure,
  type Method,
  printDecimal,
  type RecordPart,
  recordLabels,
  type Sentence,
} from '../../../domain/scoring/index.ts'

const measureWords: Readonly<Record<Measure, Sentence>> = {
  result: { vi: 'kết quả', en: 'the result' },
  share: { vi: 'tỷ lệ phần trăm đạt được', en: 'the share in percent' },
  attainment: { vi: 'mức hoàn thành chỉ tiêu (%)', en: 'the attainment of the target (%)' },
  averageRank: { vi: 'thứ hạng bình quân', en: 'the mean place' },
}

const sentences = {
  ratio: { vi: 'Điểm tối đa nhân với {=measure}.', en: 'The maximum times {=measure}.' },
  pointsPerPercent: {
    vi: 'Cứ {percentPerPoint}% được 1 điểm.',
    en: 'Every {percentPerPoint}% gives 1 point.',
  },
  leaderRelative: {
    vi: 'Đạt chỉ tiêu được nửa số điểm; phần còn lại theo mức vượt so với đơn vị dẫn đầu khối.',
    en: 'Half the points for reaching the target; the rest by the distance to the leader of the bloc.',
  },
  noTargetRelative: {
    vi: 'Kết quả so với đơn vị cao nhất trong số không được giao chỉ tiêu.',
    en: 'The result against the highest of the units without target.',
  },
  sampling: {
    vi: 'Kiểm tra ngẫu nhiên {sampleSize} trường hợp, mỗi trường hợp đạt được {pointPerPositive} điểm.',
    en: 'A sample of {sampleSize}, each positive gives {pointPerPositive} points.',
  },
  bands: { vi: 'Theo khung của {=measure}: {=bands}.', en: 'By bands of {=measure}: {=bands}.' },
  threshold: {
    vi: 'Điểm tối đa khi {=measure} {=op} {edge}.',
    en: 'The maximum when {=measure} is {=op} {edge}.',
  },
  againstAverage: {
    vi: 'Điểm tối đa khi {=measure} từ mức bình quân trở lên.',
    en: 'The maximum when {=measure} is at or above the average.',
  },
  noIncident: {
    vi: 'Điểm tối đa khi không để xảy ra trường hợp nào.',
    en: 'The maximum when nothing happened.',
  },
  direct: { vi: 'Mỗi trường hợp được {pointPerUnit} điểm.', en: 'Each case gives {pointPerUnit} points.' },
  plusMinus: {
    vi: 'Mỗi lần biểu dương cộng {plus}, mỗi lần phê bình trừ {minus}; từ {lowest} đến {highest} điểm.',
    en: 'Each praise adds {plus}, each criticism takes {minus}; from {lowest} to {highest} points.',
  },
  rankPoints: { vi: 'Theo thứ hạng: {=points} điểm.', en: 'By place: {=points} points.' },
  flagBonus: { vi: 'Thưởng theo danh hiệu: {=flags}.', en: 'Bonus by flag: {=flags}.' },
  judgement: { vi: 'Chấm trong khung điểm tối đa.', en: 'Judged within the maximum.' },
  judgementSteps: {
    vi: 'Chấm trong khung điểm tối đa, theo bậc {step} điểm.',
    en: 'Judged within the maximum, in steps of {step}.',
  },
  yesNo: { vi: 'Đạt thì được điểm tối đa, không đạt thì không có điểm.', en: 'All or nothing.' },
  bonus: {
    vi: 'Thưởng {pointPerUnit} điểm cho mỗi trường hợp.',
    en: 'A bonus of {pointPerUnit} points a case.',
  },
  penalty: {
    vi: 'Trừ {pointPerUnit} điểm cho mỗi trường hợp.',
    en: 'Each case takes {pointPerUnit} points away.',
  },
  precondition: {
    vi: 'Chỉ có điểm khi có {=papers}. {=rule}',
    en: 'Points only with {=papers}. {=rule}',
  },
  ownRecord: {
    vi: 'Tự tính từ sổ theo dõi của khối: {=parts}.',
    en: 'From the bloc’s own record: {=parts}.',
  },
  deduction: {
    vi: 'Trừ {points} điểm khi chưa {=duties}.',
    en: 'Takes {points} points away without {=duties}.',
  },
  formula: { vi: 'Theo công thức: {=expression}', en: 'By the formula: {=expression}' },
  none: { vi: 'Chưa có cách chấm.', en: 'No rule yet.' },
  capped: { vi: ' Nhiều nhất {cap} điểm.', en: ' At most {cap} points.' },
} as const satisfies Record<string, Sentence>

/**
 * A rule in words, for the table and for those who score by it.
 *
 * @param labels names of the table's own codes
 */
export function methodInWords(method: Method | null, language: Language, labels: Labels = {}): string {
  if (method === null) return sentences.none[language]
  const say = (sentence: Sentence, params: Readonly<Record<string, string>> = {}) =>
    fill(sentence, params, language)
  const nameOf = (code: string) => labelOf(code, language, labels)
  switch (method.kind) {
    case 'ratio':
      return say(sentences.ratio, { measure: measureWords[method.of][language] })
    case 'pointsPerPercent':
      return (
        say(sentences.pointsPerPercent, { percentPerPoint: method.percentPerPoint }) +
        capOf(method.cap, language)
      )
    case 'bands':
      return say(sentences.bands, {
        measure: measureWords[method.of][language],
        bands: method.bands.map((band) => bandInWords(band, language)).join('; '),
      })
    case 'threshold':
      return say(sentences.threshold, {
        measure: measureWords[method.of][language],
        op: { '>=': '≥', '>': '>', '<=': '≤', '<': '<' }[method.op],
        edge: method.edge,
      })
    case 'againstAverage':
      return say(sentences.againstAverage, { measure: measureWords[method.of][language] })
    case 'direct':
      return say(sentences.direct, { pointPerUnit: method.pointPerUnit }) + capOf(method.cap, language)
    case 'rankPoints':
      return say(sentences.rankPoints, {
        points: method.points.map((one) => printDecimal(one, language)).join(' / '),
      })
    case 'flagBonus':
      return say(sentences.flagBonus, {
        flags: Object.entries(method.flags)
          .map(([flag, points]) => `${nameOf(flag)} ${printDecimal(points, language)}`)
          .join('; '),
      })
    case 'judgement':
      return method.step ? say(sentences.judgementSteps, { step: method.step }) : say(sentences.judgement)
    case 'precondition':
      return say(sentences.precondition, {
        papers: method.needs.map(nameOf).join(', '),
        rule: methodInWords(method.rule, language, labels),
      })
    case 'ownRecord':
      return say(sentences.ownRecord, {
        parts: method.parts.map((part) => partInWords(part, language, nameOf)).join('; '),
      })
    case 'deduction':
      return say(sentences.deduction, { points: method.points, duties: method.duties.map(nameOf).join(', ') })
    case 'formula':
      return say(sentences.formula, { expression: method.expression })
    case 'sampling':
      return say(sentences.sampling, {
        sampleSize: method.sampleSize,
        pointPerPositive: method.pointPerPositive,
      })
    case 'plusMinus':
      return say(sentences.plusMinus, {
        plus: method.plus,
        minus: method.minus,
        lowest: method.lowest,
        highest: method.highest,
      })
    case 'bonus':
    case 'penalty':
      return say(sentences[method.kind], { pointPerUnit: method.pointPerUnit })
    default:
      return say(sentences[method.kind])
  }
}

/** The name of a code of the bloc's records or of the table's own; a code nobody named is shown as it is. */
export function labelOf(code: string, language: Language, labels: Labels = {}): string {
  const label = labels[code] ?? recordLabels[code]
  return (language === 'en' ? label?.en : undefined) ?? label?.vi ?? code
}

function capOf(cap: string | undefined, language: Language): string {
  return cap === undefined ? '' : fill(sentences.capped, { cap }, language)
}

function bandInWords({ from, fromStrict, to, toStrict, points }: Band, language: Language): string {
  const lower = from === undefined ? '' : `${fromStrict ? '>' : '≥'} ${printDecimal(from, language)}`
  const upper = to === undefined ? '' : `${toStrict ? '<' : '≤'} ${printDecimal(to, language)}`
  return `${[lower, upper].filter(Boolean).join(', ')}: ${printDecimal(points, language)}`
}

function partInWords(part: RecordPart, language: Language, nameOf: (code: string) => string): string {
  const points = printDecimal(part.points, language)
  const vi = language === 'vi'
  switch (part.as) {
    case 'base':
      return vi ? `${points} điểm ban đầu` : `${points} points to begin with`
    case 'share':
      return vi
        ? `tỷ lệ ${nameOf(part.record)} trên ${nameOf(part.of)} × ${points}`
        : `${nameOf(part.record)} of ${nameOf(part.of)} × ${points}`
    case 'flag':
      return `${nameOf(part.record)} ${points}`
    case 'minusEach':
      return vi
        ? `trừ ${points} cho mỗi ${nameOf(part.record)}`
        : `minus ${points} for each of ${nameOf(part.record)}`
  }
}
