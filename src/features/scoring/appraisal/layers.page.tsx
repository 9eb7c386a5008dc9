import { layerNames } from '../../../domain/scoring/index.ts'
import type { Lang } from '../../../i18n/words.ts'
import { Card, DataTable, Tag } from '../../../ui/index.ts'
import type { ObservedLine } from '../sheet/observed.ts'
import type { LayerChange, LayerSum } from './layer-view.ts'
import { layersWords } from './layers.messages.ts'

/** The layers of a unit one under the other: total, difference, by whom, when, how. */
export function LayerSums({ sums, lang }: { readonly sums: readonly LayerSum[]; readonly lang: Lang }) {
  const t = layersWords(lang)
  if (sums.length === 0) return null
  return (
    <Card title={t.title} flush>
      <DataTable
        caption={t.title}
        captionHidden
        rows={sums}
        columns={[
          { header: t.layer, cell: (sum) => layerNames[sum.layer][lang] },
          { header: t.total, numeric: true, width: 'fit', cell: (sum) => sum.total },
          {
            header: t.difference,
            numeric: true,
            width: 'fit',
            cell: (sum) =>
              sum.difference || sum.changes > 0 ? `${sum.difference || '0'} (${t.changed(sum.changes)})` : '',
          },
          {
            header: t.by,
            width: 'wide',
            cell: (sum) => [sum.who, sum.when, sum.how].filter(Boolean).join(', '),
          },
        ]}
      />
    </Card>
  )
}

/** What the layers changed at a criterion, each with reason, name and day. */
export function LayerChanges({
  changes,
  lang,
}: {
  readonly changes: readonly LayerChange[]
  readonly lang: Lang
}) {
  return (
    <>
      {changes.map(({ layer, difference, reason, who, when }) => (
        <p class="gu-hint">
          {layerNames[layer][lang]} {difference ? <Tag tone="warning">{difference}</Tag> : null}{' '}
          {[reason, [who, when].filter(Boolean).join(', ')].filter(Boolean).join(' – ')}
        </p>
      ))}
    </>
  )
}

/** What a signed check found about a criterion. */
export function Observed({ lines, lang }: { readonly lines: readonly ObservedLine[]; readonly lang: Lang }) {
  const t = layersWords(lang)
  if (lines.length === 0) return null
  return (
    <ul>
      {lines.map((line) => (
        <li>
          <Tag tone={line.kind === 'strength' ? 'good' : 'warning'}>{t[line.kind]}</Tag> {line.body}{' '}
          <a href={line.href}>{t.checkedOn(line.on)}</a>
        </li>
      ))}
    </ul>
  )
}
