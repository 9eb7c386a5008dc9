import type { NewsWarning } from '../../domain/news/index.ts'
import type { FormAgain } from '../../http/feature.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  Alert,
  Button,
  Card,
  FileInput,
  Form,
  Hidden,
  Layout,
  LinkButton,
  type PageFrame,
  PageHeader,
  Select,
  Tag,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { newsSections } from './news.forms.ts'
import { newsStateNames, newsWords, sectionNames } from './news.messages.ts'
import { newsPaths } from './news.paths.ts'
import type { NewsItem, NewsPicture } from './news.store.ts'
import { NewsText } from './news-item.page.tsx'

type NewsEditPageProps = {
  readonly frame: PageFrame
  readonly item: NewsItem
  readonly pictures: readonly NewsPicture[]
  readonly warnings: readonly NewsWarning[]
  readonly mayApprove: boolean
  readonly again?: FormAgain | undefined
}

/** Draft → approved → published, with what should be looked at before. */
export function NewsEditPage({ frame, item, pictures, warnings, mayApprove, again }: NewsEditPageProps) {
  const t = newsWords(frame.lang)
  const editing = item.state !== 'published'
  const own = (action: string) => (again?.action === action ? again : undefined)
  return (
    <Layout frame={frame} title={t.editTitle}>
      <PageHeader
        title={t.editTitle}
        eyebrow={item.blocName ?? item.provinceName}
        aside={nameOf(newsStateNames, item.state, frame.lang)}
      />
      {warnings.map((warning) => (
        <Alert tone="warning">{warning.code === 'before_event' ? t.warningBefore : t.warningNoDate}</Alert>
      ))}
      {again && !again.errors.title && own(newsPaths.edit(item.id))?.differences ? (
        <Alert tone="danger" title={again.problem ?? ''}>
          {(again.differences ?? []).map((difference) => difference.after).join(' … ')}
        </Alert>
      ) : null}
      <div class="gu-split">
        {editing ? (
          <EditForm frame={frame} item={item} again={own(newsPaths.edit(item.id))} />
        ) : (
          <Preview item={item} pictures={pictures} />
        )}
        <aside class="gu-stack">
          <Steps frame={frame} item={item} mayApprove={mayApprove} again={again} />
          {editing ? (
            <Pictures
              frame={frame}
              item={item}
              pictures={pictures}
              again={own(newsPaths.act(item.id, 'anh'))}
            />
          ) : null}
        </aside>
      </div>
    </Layout>
  )
}

type PartProps = {
  readonly frame: PageFrame
  readonly item: NewsItem
  readonly again?: FormAgain | undefined
}

function EditForm({ frame, item, again }: PartProps) {
  const t = newsWords(frame.lang)
  return (
    <Form action={newsPaths.edit(item.id)} submitLabel={t.save} {...again}>
      <Hidden name="version" value={String(item.version)} />
      <TextInput name="title" label={t.title} value={item.title} required />
      <TextArea name="lead" label={t.lead} hint={t.leadHint} value={item.lead} rows={3} />
      <TextArea name="body" label={t.body} hint={t.bodyHint} value={item.body} rows={16} />
      <Select
        name="section"
        label={t.section}
        value={item.section}
        placeholder={false}
        choices={newsSections.map((value) => ({ value, label: nameOf(sectionNames, value, frame.lang) }))}
      />
      <TextInput name="author" label={t.author} value={item.author} />
      <TextInput name="source" label={t.source} value={item.source} />
    </Form>
  )
}

function Preview({ item, pictures }: { readonly item: NewsItem; readonly pictures: readonly NewsPicture[] }) {
  return (
    <article class="gu-prose">
      <h2>{item.title}</h2>
      <NewsText item={item} pictures={pictures} />
    </article>
  )
}

function Steps({ frame, item, mayApprove, again }: PartProps & { readonly mayApprove: boolean }) {
  const t = newsWords(frame.lang)
  const withdrawing = again?.action === newsPaths.act(item.id, 'go') ? again : undefined
  return (
    <Card title={t.state} aside={<Tag>{nameOf(newsStateNames, item.state, frame.lang)}</Tag>} level={2}>
      <div class="gu-stack">
        {mayApprove && item.state === 'draft' ? (
          <Form action={newsPaths.act(item.id, 'duyet')} bare>
            <Button kind="primary">{t.approve}</Button>
          </Form>
        ) : null}
        {mayApprove && item.state === 'approved' ? (
          <Form action={newsPaths.act(item.id, 'dang')} bare>
            <p class="gu-hint">{t.publishHint}</p>
            <Button kind="primary">{t.publish}</Button>
          </Form>
        ) : null}
        {item.state === 'published' ? (
          <LinkButton href={newsPaths.item(item.slug)}>{t.view}</LinkButton>
        ) : null}
        {mayApprove && item.state === 'published' ? (
          <Form action={newsPaths.act(item.id, 'go')} bare {...withdrawing}>
            <TextInput name="reason" label={t.withdrawReason} required />
            <Button kind="danger">{t.withdraw}</Button>
          </Form>
        ) : null}
        {item.state === 'draft' && !mayApprove ? <p class="gu-hint">{t.notYetApproved}</p> : null}
      </div>
    </Card>
  )
}

function Pictures({
  frame,
  item,
  pictures,
  again,
}: PartProps & { readonly pictures: readonly NewsPicture[] }) {
  const t = newsWords(frame.lang)
  return (
    <Card title={t.pictures} level={2}>
      {pictures.map((picture) => (
        <figure>
          <img src={`/tep/${picture.fileId}`} alt={picture.alt} width="240" />
          <figcaption>{picture.caption}</figcaption>
        </figure>
      ))}
      <Form action={newsPaths.act(item.id, 'anh')} submitLabel={t.addPicture} multipart {...again}>
        <FileInput name="file" label={t.file} accept="image/png,image/jpeg,image/webp" required />
        <TextInput name="caption" label={t.caption} required />
        <TextInput name="alt" label={t.alt} required />
        <TextInput name="photoAuthor" label={t.photoAuthor} />
        <TextInput name="photoSource" label={t.source} />
      </Form>
    </Card>
  )
}
