import { action, done } from '../../actions/action.ts'
import { refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import { draftNews } from '../../domain/news/index.ts'
import { slug } from '../../domain/vietnamese/index.ts'
import { checkFile } from '../../files/check.ts'
import { storeFile } from '../../files/files.store.ts'
import type { Upload } from '../../http/form.ts'
import { yearScope } from '../../scopes/scopes.store.ts'
import { type FoundFacts, findConferenceFacts, findDriveFacts } from './facts.store.ts'
import {
  findItem,
  freeSlug,
  insertItem,
  insertPicture,
  moveItem,
  movementScope,
  type NewItem,
  type NewsText,
  newsScope,
  setPicturesPublic,
  updateText,
} from './news.store.ts'

/** Who wrote an item, and for one taken over from another site: when it appeared there and how often it was read. */
type Provenance = {
  readonly author?: string
  readonly source?: string
  /** Local time as 'YYYY-MM-DDTHH:MM'. */
  readonly originalPublishedAt?: string | null
  readonly originalViews?: number | null
  readonly originalSource?: string
}

export type DraftNewsInput = {
  readonly blocYearId: string
  readonly conferenceId: string
} & Provenance

/** Drafts an item about a conference of the year from its records. */
export const draftConferenceNews = action({
  permission: 'news.write',
  audit: 'news.drafted',
  scope: (db, input: DraftNewsInput, today) => yearScope(db, input.blocYearId, today),
  run: async (trx, input, deed) => {
    const found = await findConferenceFacts(trx, input.conferenceId)
    if (found?.blocYearId !== input.blocYearId) return refuse('not_found')
    const item = drafted(found, { conferenceId: input.conferenceId, ...provenanceOf(input) }, deed.accountId)
    const id = await insertItem(trx, { ...item, slug: await freeSlug(trx, item.slug) })
    return done({ itemId: id }, { entity: 'news_item', entityId: id, after: { title: item.title } })
  },
})

export type DraftDriveNewsInput = { readonly movementId: string } & Provenance

/** Drafts an item about the launch of a special drive. */
export const draftDriveNews = action({
  permission: 'news.write',
  audit: 'news.drafted',
  scope: (db, input: DraftDriveNewsInput) => movementScope(db, input.movementId),
  run: async (trx, input, deed) => {
    const found = await findDriveFacts(trx, input.movementId)
    if (!found) return refuse('not_found')
    const item = drafted(found, { movementId: input.movementId, ...provenanceOf(input) }, deed.accountId)
    const id = await insertItem(trx, { ...item, slug: await freeSlug(trx, item.slug) })
    return done({ itemId: id }, { entity: 'news_item', entityId: id, after: { title: item.title } })
  },
})

export type WriteNewsInput = NewsText & {
  readonly blocYearId: string
  readonly eventOn: string | null
} & Omit<Provenance, 'author' | 'source'>

/** Writes an item of one's own, not drafted from an event. */
export const writeNews = action({
  permission: 'news.write',
  audit: 'news.drafted',
  scope: (db, input: WriteNewsInput, today) => yearScope(db, input.blocYearId, today),
  run: async (trx, input, deed) => {
    const item: NewItem = {
      provinceId: deed.scope.provinceId ?? '',
      blocId: deed.scope.blocId ?? null,
      blocYearId: input.blocYearId,
      conferenceId: null,
      movementId: null,
      slug: await freeSlug(trx, slug(input.title).slice(0, 80)),
      section: input.section,
      title: input.title,
      lead: input.lead,
      body: input.body,
      author: input.author,
      source: input.source,
      eventOn: input.eventOn,
      originalViews: input.originalViews ?? null,
      originalPublishedAt: input.originalPublishedAt ?? null,
      originalSource: input.originalSource ?? '',
      createdBy: deed.accountId,
    }
    const id = await insertItem(trx, item)
    return done({ itemId: id }, { entity: 'news_item', entityId: id, after: { title: item.title } })
  },
})

function provenanceOf(input: Provenance): Required<Provenance> {
  return {
    author: input.author ?? '',
    source: input.source ?? '',
    originalPublishedAt: input.originalPublishedAt ?? null,
    originalViews: input.originalViews ?? null,
    originalSource: input.originalSource ?? '',
  }
}

function drafted(
  found: FoundFacts,
  of: { conferenceId?: string; movementId?: string } & Required<Provenance>,
  createdBy: string | null,
): NewItem {
  const draft = draftNews(found.facts)
  return {
    provinceId: found.provinceId,
    blocId: found.blocId,
    blocYearId: found.blocYearId,
    conferenceId: of.conferenceId ?? null,
    movementId: of.movementId ?? null,
    slug: slug(draft.title).slice(0, 80),
    section: 'bloc_activity',
    title: draft.title,
    lead: draft.lead,
    body: draft.paragraphs.join('\n\n'),
    author: of.author,
    source: of.source,
    eventOn: found.facts.heldOn,
    originalViews: of.originalViews,
    originalPublishedAt: of.originalPublishedAt,
    originalSource: of.originalSource,
    createdBy,
  }
}

export type EditNewsInput = NewsText & { readonly itemId: string; readonly version: number }

/** Edits the text; an approved item goes back to draft, a published one must be withdrawn first. */
export const editNews = action({
  permission: 'news.write',
  audit: 'news.edited',
  scope: (db, input: EditNewsInput, today) => newsScope(db, input.itemId, today),
  run: async (trx, { itemId, version, ...text }, deed) => {
    const before = await findItem(trx, itemId)
    if (!before) return refuse('not_found')
    if (before.state === 'published') return refuse('news_published')
    if (!(await updateText(trx, itemId, version, text))) return refuseStale(differences(before, text))
    await moveItem(trx, itemId, ['approved', 'withdrawn'], 'draft', {
      at: deed.now,
      accountId: deed.accountId,
    })
    return done({ itemId }, { entity: 'news_item', entityId: itemId, before: textOf(before), after: text })
  },
})

function textOf({ title, lead, body, author, source, section }: NewsText): NewsText {
  return { title, lead, body, author, source, section }
}

function differences(stored: NewsText, typed: NewsText) {
  return (['title', 'lead', 'body', 'author', 'source'] as const)
    .filter((field) => stored[field] !== typed[field])
    .map((field) => ({ field, before: '', after: stored[field] }))
}

export type AddPictureInput = {
  readonly itemId: string
  readonly file: Upload
  readonly caption: string
  readonly alt: string
  readonly author: string
  readonly source: string
}

/** Adds a picture with its caption, what it shows for those who cannot see it, author and source. */
export const addPicture = action({
  permission: 'news.write',
  audit: 'news.picture_added',
  scope: (db, input: AddPictureInput, today) => newsScope(db, input.itemId, today),
  run: async (trx, { itemId, file, ...words }, deed) => {
    const item = await findItem(trx, itemId)
    if (!item) return refuse('not_found')
    const checked = await checkFile(file, 'file')
    if (!checked.ok) return checked
    if (!checked.value.mediaType.startsWith('image/'))
      return refuseField('file', 'picture_required', file.name)
    const stored = await storeFile(trx, checked.value, {
      provinceId: item.provinceId,
      blocId: item.blocId,
      uploadedBy: deed.accountId,
      isPublic: item.state === 'published',
    })
    await insertPicture(trx, { newsItemId: itemId, fileId: stored.id, ...words })
    return done(
      { fileId: stored.id },
      { entity: 'news_item', entityId: itemId, after: { picture: stored.name, ...words } },
    )
  },
})

export type MoveNewsInput = { readonly itemId: string }

/** Somebody entitled says that the draft may go out. */
export const approveNews = action({
  permission: 'news.approve',
  audit: 'news.approved',
  scope: (db, input: MoveNewsInput, today) => newsScope(db, input.itemId, today),
  run: async (trx, { itemId }, deed) => {
    const by = { at: deed.now, accountId: deed.accountId }
    if (!(await moveItem(trx, itemId, ['draft'], 'approved', by))) return refuse('wrong_state')
    return done({ itemId }, { entity: 'news_item', entityId: itemId })
  },
})

/** Publishes an approved item: from now on everybody may read it. */
export const publishNews = action({
  permission: 'news.approve',
  audit: 'news.published',
  scope: (db, input: MoveNewsInput, today) => newsScope(db, input.itemId, today),
  run: async (trx, { itemId }, deed) => {
    const by = { at: deed.now, accountId: deed.accountId }
    if (!(await moveItem(trx, itemId, ['approved'], 'published', by))) return refuse('news_not_approved')
    await setPicturesPublic(trx, itemId, true)
    return done({ itemId }, { entity: 'news_item', entityId: itemId })
  },
})

export type WithdrawNewsInput = { readonly itemId: string; readonly reason: string }

/** Takes an item off the site; it can be mended, approved and published again. */
export const withdrawNews = action({
  permission: 'news.approve',
  audit: 'news.withdrawn',
  scope: (db, input: WithdrawNewsInput, today) => newsScope(db, input.itemId, today),
  run: async (trx, { itemId, reason }, deed) => {
    const by = { at: deed.now, accountId: deed.accountId }
    if (!(await moveItem(trx, itemId, ['published', 'approved'], 'withdrawn', by)))
      return refuse('wrong_state')
    await setPicturesPublic(trx, itemId, false)
    return done({ itemId }, { entity: 'news_item', entityId: itemId, reason })
  },
})
