import { daysBetween, printDate } from '../../domain/vietnamese/index.ts'
import type { CellKind } from '../../domain/years/index.ts'
import { type BoardColumn, boardColumnInfo } from '../../domain/years/index.ts'
import type { Lang } from '../../i18n/words.ts'
import { boardChecksWords } from './board-checks.messages.ts'
import type { ToDo } from './todos.store.ts'
import { yearsWords } from './years.messages.ts'
import { listOf, thingOf, yearsPaths } from './years.paths.ts'

/** A thing to do as its reader sees it. */
export type ToDoLine = {
  readonly text: string
  readonly href: string
  readonly state: CellKind
  readonly stateLabel: string
  /** Bloc and year, or the unit it is for. */
  readonly where: string
  readonly due: string
  readonly group: 'late' | 'returned' | 'soon' | 'open'
}

/** Puts what waits for somebody into words and links. */
export function toDoLines(todos: readonly ToDo[], lang: Lang, today: string): readonly ToDoLine[] {
  const order = ['late', 'returned', 'soon', 'open']
  return todos
    .map((todo) => lineOf(todo, lang, today))
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
}

function lineOf(todo: ToDo, lang: Lang, today: string): ToDoLine {
  const t = yearsWords(lang)
  const days = todo.dueOn === null ? null : daysBetween(today, todo.dueOn)
  const late = days !== null && days < 0
  const group = todo.returned ? 'returned' : late ? 'late' : days === null ? 'open' : 'soon'
  const where = [todo.unitName, todo.blocName && todo.year ? `${todo.blocName} ${todo.year}` : null]
  return {
    text: textOf(todo, lang),
    href: hrefOf(todo),
    state: todo.returned ? 'returned' : late ? 'late' : 'waiting',
    stateLabel: todo.returned
      ? t.toDoReturned
      : late
        ? t.overdueDays(-(days ?? 0))
        : days === null
          ? t.toDoOpen
          : days === 0
            ? t.todayWord
            : t.inDays(days),
    where: where.filter(Boolean).join(' · '),
    due: todo.dueOn ? t.dueDay(printDate(todo.dueOn)) : '',
    group,
  }
}

function textOf(todo: ToDo, lang: Lang): string {
  const t = yearsWords(lang)
  const c = boardChecksWords(lang)
  const thing = todo.step ? boardColumnInfo[todo.step as BoardColumn].thing[lang] : ''
  const title = todo.title ?? ''
  switch (todo.kind) {
    case 'step':
      return todo.returned ? t.toDoFix(thing) : t.toDoStep(thing)
    case 'draft':
      return t.toDoDraft(title)
    case 'guiding_paper':
      return t.toDoGuiding(title)
    case 'pledge':
      return t.toDoPledge
    case 'poll':
      return t.toDoPoll(title)
    case 'handover':
      return t.toDoHandover
    case 'visit':
      return c.goThere(todo.unitName ?? '')
    case 'visited':
      return c.receive
    case 'check_sign':
      return c.sign(todo.unitName ?? '')
    case 'correction':
      return c.putRight(title)
    case 'correction_settle':
      return c.settle(todo.unitName ?? '')
    case 'correction_late':
      return c.lateUnits(todo.amount)
    case 'figure_question':
      return t.toDoAnswer(title)
    case 'figure_answer':
      return t.toDoReadAnswer(title)
    case 'target_request':
      return t.toDoConsent(title)
    case 'decide':
      return t.toDoDecide(todo.amount, thing)
    case 'late':
      return t.toDoLateUnits(todo.amount)
    case 'draft_due':
      return t.toDoDraftDue(title)
    case 'outcome':
      return t.toDoOutcome(todo.amount)
    case 'appeal':
      return t.toDoAppeal(todo.amount)
    case 'points_shown':
      return t.toDoPointsShown
    case 'no_head':
      return t.toDoNoHead
  }
}

function hrefOf(todo: ToDo): string {
  if (todo.blocSlug === null || todo.year === null) return '/van-ban-chi-dao'
  const links = yearsPaths.at(todo.blocSlug, todo.year)
  switch (todo.kind) {
    case 'step':
      return thingOf(links, todo.unitSlug ?? '', todo.step as BoardColumn)
    case 'draft':
    case 'draft_due':
      return links.other('du-thao', todo.ref ?? '')
    case 'pledge':
      return links.other('giao-uoc')
    case 'poll':
      return links.other('hoi-nghi', todo.within ?? '', 'bieu-quyet', todo.ref ?? '')
    case 'handover':
      return links.other('ban-giao')
    case 'visit':
    case 'visited':
    case 'check_sign':
    case 'correction':
    case 'correction_settle':
      return links.other('kiem-tra', 'cuoc', todo.ref ?? '')
    case 'correction_late':
      return links.other('kiem-tra')
    case 'figure_question':
    case 'figure_answer':
      return `${links.other('ket-qua', todo.unitSlug ?? 'khoi', 'so', todo.ref ?? '')}?ky=${todo.within}#hoi-dap`
    case 'target_request':
      return links.other('chi-tieu', todo.unitSlug ?? '', 'doi', todo.ref ?? '')
    case 'decide':
      return listOf(links, todo.step as BoardColumn)
    case 'late':
      return links.remind
    case 'appeal':
      return links.other('kien-nghi')
    case 'points_shown':
      return links.other('kien-nghi', todo.unitSlug ?? '')
    case 'no_head':
      return `/khoi/${todo.blocSlug}`
    default:
      return links.other('khen-thuong')
  }
}
