import { printDate } from '../../domain/vietnamese/index.ts'
import {
  boardColumnInfo,
  type CellKind,
  type OwedStep,
  owedBy,
  reminderText,
} from '../../domain/years/index.ts'
import type { Lang } from '../../i18n/words.ts'
import type { BlocYear } from '../../scopes/scopes.store.ts'
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
    const text = reminderText(words)
    if (!text) return []
    const late = owed.reduce((most, one) => Math.max(most, one.lateDays), 0)
    const lines = owed.map((one) => lineOf(one, lang, thingOf(links, slug, one.column)))
    return [
      {
        late,
        debt: { slug, unit: unitName, owed: lines, text: text[lang], letterHref: links.reminderLetter(slug) },
      },
    ]
  })
  return debts.sort((a, b) => b.late - a.late).map(({ debt }) => debt)
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
