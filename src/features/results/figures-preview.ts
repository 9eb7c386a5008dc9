import { findingSentence } from '../../domain/results/index.ts'
import type { Lang } from '../../i18n/words.ts'
import { remarksOf } from '../../spreadsheets/guide.ts'
import type { ImportLine, ImportPreview } from '../../spreadsheets/import.page.tsx'
import type { Say } from '../../spreadsheets/import.routes.ts'
import { type ImportInput, stampOfVersions } from '../../spreadsheets/import-source.ts'
import { placeWords } from '../../spreadsheets/where.ts'
import { figureWords } from './figure-words.tsx'
import { figuresWords } from './figures.messages.ts'
import type { JudgedLine } from './figures-import.ts'
import type { FigureLines } from './figures-table.ts'

/**
 * What an import would do, in the reader's words.
 *
 * @param wasSent the report of the period was sent: a change then needs a reason
 */
export function figuresPreview(
  read: FigureLines,
  judged: readonly JudgedLine[],
  input: Pick<ImportInput, 'reasons'>,
  wasSent: boolean,
  lang: Lang,
  say: Say,
): ImportPreview {
  const { strays, empty } = read
  const isLeft = ({ kind }: JudgedLine) => kind === 'nothing' || kind === 'same'
  return {
    lines: judged.filter((line) => !isLeft(line)).map((line) => lineShown(line, input, lang, say)),
    same: empty + judged.filter(isLeft).length,
    strays: strays.map(({ where, fault }) => ({ place: placeWords(where, lang), sentence: say(fault) })),
    remarks: remarksOf(read, lang, [figuresWords('vi').catalogue, figuresWords('en').catalogue]),
    stamp: stampOfVersions(judged.map(({ indicator, current }) => [indicator.id, current?.version ?? 0])),
    asksChangeReason: wasSent && judged.some((line) => line.kind === 'changed'),
  }
}

function lineShown(line: JudgedLine, input: Pick<ImportInput, 'reasons'>, lang: Lang, say: Say): ImportLine {
  const { where, indicator, typed, current, content, fault, findings, asksReason } = line
  const inWords = content?.value === null && content.narrative
  return {
    key: indicator.id,
    place: placeWords(where, lang),
    name: indicator.unitOfMeasure ? `${indicator.name} (${indicator.unitOfMeasure})` : indicator.name,
    before: figureWords(current, lang),
    after: content ? inWords || figureWords(content, lang) : typed,
    kind: line.kind === 'wrong' ? 'wrong' : line.kind === 'added' ? 'added' : 'changed',
    typed,
    ...(fault ? { fault: say(fault) } : {}),
    doubts: findings.map((finding) => findingSentence(finding, lang)),
    asksReason,
    reason: input.reasons[indicator.id] ?? content?.overrideReason ?? '',
  }
}
