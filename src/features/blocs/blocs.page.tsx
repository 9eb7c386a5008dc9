import { type MidYear, type YearState, yearPath } from '../../domain/years/index.ts'
import {
  Card,
  DataTable,
  EmptyState,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  Tag,
  YearPathSmall,
} from '../../ui/index.ts'
import { recomputePath } from '../scoring/scoring.paths.ts'
import { blocsWords } from './blocs.messages.ts'
import { blocsPaths } from './blocs.paths.ts'
import type { BlocListRow } from './blocs.store.ts'

type BlocsPageProps = {
  readonly frame: PageFrame
  readonly blocs: readonly BlocListRow[]
  readonly may: { readonly found: boolean; readonly provinceRules: boolean; readonly recompute: boolean }
}

/** Every bloc, by province. */
export function BlocsPage({ frame, blocs, may }: BlocsPageProps) {
  const t = blocsWords(frame.lang)
  const provinces = [...new Set(blocs.map((bloc) => bloc.provinceName))]
  return (
    <Layout frame={frame} title={t.title} description={t.lead}>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          <>
            {may.found ? (
              <LinkButton href={blocsPaths.found} kind="primary" icon="plus">
                {t.found}
              </LinkButton>
            ) : null}
            {may.provinceRules ? (
              <LinkButton href={blocsPaths.provinceRules}>{t.provinceRules}</LinkButton>
            ) : null}
            {may.recompute ? (
              <LinkButton href={recomputePath} icon="refresh">
                {t.recompute}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {blocs.length === 0 ? (
        <EmptyState icon="users" title={t.none} text={may.found ? t.noneText : t.noneTextPublic} />
      ) : null}
      <div class="gu-stack">
        {provinces.map((province) => (
          <ProvinceCard
            frame={frame}
            province={province}
            blocs={blocs.filter((bloc) => bloc.provinceName === province)}
          />
        ))}
      </div>
    </Layout>
  )
}

function ProvinceCard({
  frame,
  province,
  blocs,
}: {
  frame: PageFrame
  province: string
  blocs: readonly BlocListRow[]
}) {
  const t = blocsWords(frame.lang)
  const guessed = blocs.some((bloc) => bloc.certainty === 'inferred')
  return (
    <Card title={t.provinceTitle(province)} aside={guessed ? <Mark kind="guess" /> : null} flush>
      <DataTable
        caption={t.provinceTitle(province)}
        captionHidden
        rows={blocs}
        columns={[
          {
            header: t.bloc,
            width: 'wide',
            cell: (bloc) => (
              <>
                <a href={blocsPaths.show(bloc.slug)}>{bloc.name}</a>{' '}
                {bloc.illustrative ? <Mark kind="sample" /> : null}
              </>
            ),
          },
          { header: t.members, numeric: true, width: 'fit', cell: (bloc) => bloc.members },
          { header: t.head, cell: (bloc) => bloc.headName ?? t.dash },
          { header: t.year, width: 'fit', cell: (bloc) => bloc.year ?? t.dash },
          {
            header: t.state,
            cell: (bloc) =>
              bloc.state ? (
                <Path state={bloc.state} midYear={bloc.midYear} frame={frame} />
              ) : (
                <Tag>{t.noYear}</Tag>
              ),
          },
        ]}
      />
    </Card>
  )
}

function Path({ state, midYear, frame }: { state: string; midYear: string | null; frame: PageFrame }) {
  const stations = yearPath(state as YearState, (midYear ?? 'open') as MidYear)
  return (
    <YearPathSmall
      stations={stations.map((station) => ({
        label: station.label[frame.lang],
        status: station.status,
        event: station.key === 'mid_year',
      }))}
    />
  )
}
