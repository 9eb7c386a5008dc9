import type { FormAgain } from '../../http/feature.ts'
import { Layout, type PageFrame, PageHeader } from '../../ui/index.ts'
import { unitsWords } from './units.messages.ts'
import type { UnitRow } from './units.store.ts'

type UnitsPageProps = {
  readonly frame: PageFrame
  readonly units: readonly UnitRow[]
  readonly search: string
  readonly again?: FormAgain | undefined
}

/** The register of units. */
export function UnitsPage({ frame, units }: UnitsPageProps) {
  const t = unitsWords(frame.lang)
  return (
    <Layout frame={frame} title={t.title}>
      <PageHeader title={t.title} lead={t.lead} />
      <ul>
        {units.map((unit) => (
          <li>{unit.name}</li>
        ))}
      </ul>
    </Layout>
  )
}
