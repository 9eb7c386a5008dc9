import { daysBetween, printDate } from '../../domain/vietnamese/index.ts'
import {
  boardColumnInfo,
  type CellKind,
  type OwedStep,
  owedBy,
  reminderText,
} from '../../domain/years/index.ts'
import type { Lang } from '../../i18n/words.ts'
import type { BlocYear } from '../../scopes/scopes.store.ts'
import { boardChecksWords } from './board-checks.messages.ts'
import { owedCorrections } from './board-checks.ts'
import { memberFacts, type YearRecords } from './facts.store.ts'
import { yearsWords } from './years.messages.ts'
import { thingOf, type YearLinks } from './years.paths.ts'

/** What one unit owes, ready to be sent. */
export type UnitDebt = {
  readonly slug: string
  readonly unit: string
  readonly owed: readonly {
    readonly text: string
    readonly state: CellKind
    readonly label: string
    readonly href: string
  }[]
  readonly text: string
  readonly letterHref: string
}

/** The debts of all units on a day; units that owe nothing are left out, the latest stand first. */
export function debtsOf(
  year: BlocYear,
  records: YearRecords,
  reader: { readonly lang: Lang; readonly today: string; readonly links: YearLinks },
): readonly UnitDebt[] {
  const { lang, today, links } = reader
  const head = year.members.find((one) => one.id === year.headUnitId)?.name
  const signedBy = [year.bloc.headLabel, head].filter(Boolean).join(' – ')
  const debts = memberFacts(year, records).flatMap((member, index) => {
    const unit = year.members[index]
    // Nobody sends attendance: it is recorded at the conference.
    const owed = owedBy(member, today).filter((one) => one.column !== 'conference')
    const { name: unitName = '', slug = '' } = unit ?? {}
    const words = {
      unitName,
      blocName: year.bloc.name,
      year: year.year,
      owed,
      signedBy: { vi: signedBy, en: signedBy },
    }
    const corrections = owedCorrections(records.visits, member.unitId, today)
    const text = textOf(reminderText(words)?.[lang], unitName, corrections, lang)
    if (!text) return []
    const late = Math.max(
      ...owed.map((one) => one.lateDays),
      ...corrections.map(({ dueOn }) => daysBetween(dueOn, today)),
    )
    const lines = [
      ...owed.map((one) => lineOf(one, lang, thingOf(links, slug, one.column))),
      ...corrections.map((one) => correctionLine(one, reader)),
    ]
    return [
      {
        late,
        debt: { slug, unit: unitName, owed: lines, text, letterHref: links.reminderLetter(slug) },
      },
    ]
  })
  return debts.sort((a, b) => b.late - a.late).map(({ debt }) => debt)
}

type OwedCorrection = ReturnType<typeof owedCorrections>[number]

/** What is owed by step, and what has to be put right after a check. */
function textOf(
  steps: string | undefined,
  unitName: string,
  corrections: readonly OwedCorrection[],
  lang: Lang,
): string {
  if (corrections.length === 0) return steps ?? ''
  const c = boardChecksWords(lang)
  const lines = corrections.map(({ body, dueOn }) =>
    c.reminderLine(body.replace(/[.;]$/, ''), printDate(dueOn)),
  )
  return [steps ?? `${unitName}.`, c.reminder(lines.join('; '))].join(' ')
}

function correctionLine(
  { body, dueOn, late, state, visitId }: OwedCorrection,
  { lang, today, links }: { readonly lang: Lang; readonly today: string; readonly links: YearLinks },
): UnitDebt['owed'][number] {
  return {
    text: boardChecksWords(lang).putRight(body),
    state: late ? 'late' : state === 'returned' ? 'returned' : 'not_due',
    label: late
      ? yearsWords(lang).overdueDays(daysBetween(dueOn, today))
      : yearsWords(lang).dueDay(printDate(dueOn)),
    href: links.other('kiem-tra', 'cuoc', visitId),
  }
}

function lineOf(owed: OwedStep, lang: Lang, href: string): UnitDebt['owed'][number] {
  const t = yearsWords(lang)
  const state = owed.returned ? 'returned' : owed.lateDays > 0 ? 'late' : 'not_due'
  const label =
    state === 'late'
      ? t.overdueDays(owed.lateDays)
      : state === 'returned'
        ? ''
        : t.dueDay(printDate(owed.due ?? ''))
  return { text: boardColumnInfo[owed.column].thing[lang], state, label, href }
}
