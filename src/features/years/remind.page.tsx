import {
  Card,
  EmptyState,
  Layout,
  LinkButton,
  type PageFrame,
  PageHeader,
  StateBadge,
  TextArea,
} from '../../ui/index.ts'
import type { UnitDebt } from './remind.ts'
import { yearsWords } from './years.messages.ts'

type RemindPageProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly debts: readonly UnitDebt[]
  /** One text for the group of the whole bloc. */
  readonly wholeText: string
}

/** Per unit what is owed, a text to paste, and the way to the reminder letter. */
export function RemindPage({ frame, year, debts, wholeText }: RemindPageProps) {
  const t = yearsWords(frame.lang)
  return (
    <Layout frame={frame} title={t.remindTitle}>
      <PageHeader title={t.remindTitle} aside={t.inYear(year)} lead={t.remindLead} />
      {debts.length === 0 ? (
        <EmptyState icon="check-circle" title={t.remindNone} text={t.remindNoneText} />
      ) : (
        <div class="gu-stack">
          {debts.map((debt) => (
            <Debt debt={debt} frame={frame} />
          ))}
          {debts.length > 1 ? (
            <Card title={t.remindAll}>
              <TextArea
                name="all"
                label={t.remindText}
                hint={t.remindCopy}
                rows={Math.min(14, debts.length * 3)}
                value={wholeText}
              />
            </Card>
          ) : null}
        </div>
      )}
    </Layout>
  )
}

function Debt({ debt, frame }: { debt: UnitDebt; frame: PageFrame }) {
  const t = yearsWords(frame.lang)
  return (
    <Card
      title={debt.unit}
      subtitle={t.remindOwes(debt.owed.length)}
      aside={
        <LinkButton href={debt.letterHref} icon="mail" size="small">
          {t.remindLetter}
        </LinkButton>
      }
    >
      <ul class="gu-todo-list">
        {debt.owed.map((one) => (
          <li>
            <a href={one.href}>{one.text}</a>
            <StateBadge state={one.state} {...(one.label ? { label: one.label } : {})} />
          </li>
        ))}
      </ul>
      <TextArea
        name={`text-${debt.slug}`}
        label={t.remindText}
        hint={t.remindCopy}
        rows={3}
        value={debt.text}
      />
    </Card>
  )
}
