import { guidingPaperName } from '../../domain/documents/guiding-paper.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Alert,
  DateInput,
  FieldGroup,
  FileInput,
  Form,
  Hidden,
  Layout,
  type PageFrame,
  PageHeader,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { kindNames, levelNames, movementsWords } from './movements.messages.ts'
import type { GuidingPaperBrief, MovementRow } from './movements.store.ts'

type LaunchPageProps = {
  readonly frame: PageFrame
  readonly action: string
  readonly back: string
  readonly of: 'bloc' | 'province'
  readonly provinceId?: string
  readonly year: number
  readonly today: string
  /** Movements that can be taken up. */
  readonly parents: readonly MovementRow[]
  readonly parent: MovementRow | undefined
  readonly guidingPapers: readonly GuidingPaperBrief[]
  readonly again?: FormAgain | undefined
}

/** The province or the bloc launches a movement; what is taken up is filled in from the one above. */
export function LaunchPage(props: LaunchPageProps) {
  const { frame, action, back, of, provinceId, year, today, parents, parent, again } = props
  const t = movementsWords(frame.lang)
  const title = of === 'bloc' ? t.launchBlocTitle : t.launchProvinceTitle
  const kinds = of === 'bloc' ? (['yearly', 'themed', 'special'] as const) : (['yearly', 'themed'] as const)
  return (
    <Layout frame={frame} title={title} breadcrumb={[{ label: t.title, href: back }, { label: title }]}>
      <div class="gu-prose">
        <PageHeader title={title} lead={of === 'bloc' ? t.launchBlocLead : t.launchProvinceLead} />
        <Form
          action={action}
          multipart
          submitLabel={t.launch}
          cancelHref={back}
          {...formState(again, action)}
        >
          {of === 'province' ? (
            <>
              <Hidden name="provinceId" value={provinceId ?? ''} />
              <FieldGroup legend={t.level} columns>
                <Select
                  name="level"
                  label={t.level}
                  placeholder={false}
                  value="province"
                  choices={(['province', 'central'] as const).map((level) => ({
                    value: level,
                    label: levelNames[level]?.[frame.lang] ?? '',
                  }))}
                />
                <TextInput name="year" label={t.year} value={String(year)} required narrow />
              </FieldGroup>
            </>
          ) : (
            <Select
              name="parentId"
              label={t.parent}
              placeholder={t.noParent}
              value={parent?.id}
              choices={parents.map((one) => ({ value: one.id, label: one.title }))}
            />
          )}
          <Select
            name="kind"
            label={t.kind}
            placeholder={false}
            narrow
            value={parent?.kind ?? 'yearly'}
            choices={kinds.map((kind) => ({ value: kind, label: kindNames[kind]?.[frame.lang] ?? '' }))}
          />
          <MovementFields
            frame={frame}
            guidingPapers={props.guidingPapers}
            held={parent && { ...parent, guidingPaperId: parent.guidingPaperId }}
          />
          <ProofFields frame={frame} day={today} />
        </Form>
      </div>
    </Layout>
  )
}

/** The fields that say what a movement is about. */
export function MovementFields({
  frame,
  guidingPapers,
  held,
}: {
  readonly frame: PageFrame
  readonly guidingPapers: readonly GuidingPaperBrief[]
  readonly held?: MovementRow | undefined
}) {
  const t = movementsWords(frame.lang)
  return (
    <>
      <TextInput name="title" label={t.titleField} value={held?.title} required />
      <TextInput name="occasion" label={t.occasion} value={held?.occasion} />
      <TextInput name="theme" label={t.theme} value={held?.theme} />
      <FieldGroup legend={t.time} columns>
        <DateInput name="startsOn" label={t.startsOn} value={held?.startsOn ?? undefined} />
        <DateInput name="endsOn" label={t.endsOn} value={held?.endsOn ?? undefined} />
      </FieldGroup>
      <TextArea name="contents" label={t.contents} rows={5} value={held?.contents} />
      <TextArea name="standards" label={t.standards} rows={3} value={held?.standards} />
      {guidingPapers.length > 0 ? (
        <Select
          name="guidingPaperId"
          label={t.guidingPaper}
          hint={t.guidingPaperHint}
          value={held?.guidingPaperId ?? undefined}
          choices={guidingPapers.map((paper) => ({
            value: paper.id,
            label: guidingPaperName(paper, frame.lang),
          }))}
        />
      ) : null}
    </>
  )
}

function ProofFields({
  frame,
  day,
  held,
}: {
  readonly frame: PageFrame
  readonly day: string
  readonly held?: MovementRow | undefined
}) {
  const t = movementsWords(frame.lang)
  return (
    <FieldGroup legend={t.proof}>
      <DateInput name="launchedOn" label={t.dayOfLaunch} value={held?.launchedOn ?? day} required />
      <TextInput name="note" label={t.proofNote} hint={t.proofNoteHint} value={held?.proofNote} />
      <FileInput
        name="file"
        label={t.proofFile}
        accept=".pdf,.docx,.doc,.png,.jpg,.jpeg"
        acceptWords={t.fileWords}
        maxMegabytes={25}
        hint={held?.proofFileName ? t.fileKept(held.proofFileName) : undefined}
      />
    </FieldGroup>
  )
}

type LaunchUnitPageProps = {
  readonly frame: PageFrame
  readonly action: string
  readonly back: string
  readonly unitName: string
  readonly own: boolean
  readonly parents: readonly MovementRow[]
  readonly parentId: string | undefined
  readonly held: MovementRow | undefined
  readonly today: string
  readonly again?: FormAgain | undefined
}

/** A unit's in-house launch with its proof. */
export function LaunchUnitPage(props: LaunchUnitPageProps) {
  const { frame, action, back, unitName, own, parents, parentId, held, today, again } = props
  const t = movementsWords(frame.lang)
  const title = t.launchUnitTitle(unitName)
  return (
    <Layout frame={frame} title={title} breadcrumb={[{ label: t.title, href: back }, { label: title }]}>
      <div class="gu-prose">
        <PageHeader title={title} lead={t.recordMineText} />
        {own ? null : <Alert tone="warning">{t.launchUnitBehalf}</Alert>}
        <Form action={action} multipart submitLabel={t.save} cancelHref={back} {...formState(again, action)}>
          {parents.length > 0 ? (
            <Select
              name="parentId"
              label={t.parent}
              placeholder={false}
              value={parentId}
              choices={parents.map((one) => ({ value: one.id, label: one.title }))}
            />
          ) : null}
          <TextInput
            name="title"
            label={t.titleField}
            hint={parents.length > 0 ? t.titleHint : undefined}
            required={parents.length === 0}
            value={held?.title}
          />
          <ProofFields frame={frame} day={today} held={held} />
        </Form>
      </div>
    </Layout>
  )
}
