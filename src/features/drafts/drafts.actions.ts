import { action, done } from '../../actions/action.ts'
import { refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import type { Reading } from '../../db/database.ts'
import { type AdoptedHow, adoptionLacks, type Round, type Silence } from '../../domain/drafts/index.ts'
import type { Scope } from '../../domain/permissions/index.ts'
import { type Attachment, keepAttachment } from '../../files/keep.ts'
import { yearScope } from '../../scopes/scopes.store.ts'
import {
  type CommentRow,
  type DraftKind,
  type DraftRow,
  findComment,
  findDraft,
  holdDraft,
  insertComment,
  insertDraft,
  keepVersion,
  listComments,
  updateAnswer,
  updateDraft,
} from './drafts.store.ts'

export type StartDraftInput = {
  readonly blocYearId: string
  readonly kind: DraftKind
  readonly title: string
  readonly body: string
  readonly file: Attachment
  readonly writtenOn?: string
}

/** The head begins a draft: writes it here or uploads it. */
export const startDraft = action({
  permission: 'draft.manage',
  audit: 'draft.started',
  scope: (db, input: StartDraftInput, today) => yearScope(db, input.blocYearId, today),
  run: async (trx, input, deed) => {
    if (input.body.trim() === '' && !input.file) return refuseField('body', 'draft_empty')
    const kept = await keepAttachment(trx, input.file, 'file', ownerOf(deed.scope, deed.accountId))
    if (!kept.ok) return kept
    const { blocYearId, kind, title, body } = input
    const fileId = kept.value
    const draftId = await insertDraft(trx, {
      blocYearId,
      kind,
      title,
      body,
      fileId,
      createdBy: deed.accountId,
    })
    await keepVersion(trx, {
      draftId,
      versionNumber: 1,
      body,
      fileId,
      changes: '',
      writtenOn: input.writtenOn ?? deed.today,
      writtenBy: deed.accountId,
    })
    return done({ draftId }, { entity: 'draft', entityId: draftId, after: { kind, title, body, fileId } })
  },
})

export type ReviseDraftInput = {
  readonly draftId: string
  readonly title: string
  readonly body: string
  /** A newer file; null keeps the one there is. */
  readonly file: Attachment
  /** What changed against the version before. */
  readonly changes: string
  readonly writtenOn?: string
  readonly version: number
}

/** A new wording. What was already sent round stays as it was and the new wording is the next version. */
export const reviseDraft = action({
  permission: 'draft.manage',
  audit: 'draft.revised',
  scope: (db, input: ReviseDraftInput, today) => draftScope(db, input.draftId, today),
  run: async (trx, input, deed) => {
    const before = await holdDraft(trx, input.draftId)
    if (!before) return refuse('not_found')
    if (before.state === 'adopted' || before.state === 'withdrawn') return refuse('draft_is_over')
    if (before.version !== input.version) {
      return refuseStale([
        { field: 'title', before: input.title, after: before.title },
        { field: 'body', before: input.body, after: before.body },
      ])
    }
    const kept = await keepAttachment(trx, input.file, 'file', ownerOf(deed.scope, deed.accountId))
    if (!kept.ok) return kept
    const fileId = kept.value ?? before.fileId
    const versionNumber = before.state === 'circulating' ? before.versionNumber + 1 : before.versionNumber
    const { title, body } = input
    await updateDraft(trx, before.id, { title, body, fileId, versionNumber, state: 'drafting', dueOn: null })
    await keepVersion(trx, {
      draftId: before.id,
      versionNumber,
      body,
      fileId,
      changes: input.changes,
      writtenOn: input.writtenOn ?? deed.today,
      writtenBy: deed.accountId,
    })
    return done(
      { draftId: before.id, versionNumber },
      { entity: 'draft', entityId: before.id, before, after: { title, body, fileId, versionNumber } },
    )
  },
})

export type CirculateDraftInput = {
  readonly draftId: string
  readonly dueOn: string
  readonly silenceMeans: Silence
  /** ISO date; today when left out. */
  readonly circulatedOn?: string
}

/** The draft goes to the members, with a deadline and with what silence will count as. */
export const circulateDraft = action({
  permission: 'draft.manage',
  audit: 'draft.circulated',
  scope: (db, input: CirculateDraftInput, today) => draftScope(db, input.draftId, today),
  run: async (trx, input, deed) => {
    const draft = await holdDraft(trx, input.draftId)
    if (!draft) return refuse('not_found')
    if (draft.state !== 'drafting') return refuse('draft_not_in_writing')
    const circulatedOn = input.circulatedOn ?? deed.today
    if (input.dueOn < circulatedOn) return refuseField('dueOn', 'due_before_circulated')
    const after = {
      state: 'circulating',
      circulatedOn,
      dueOn: input.dueOn,
      silenceMeans: input.silenceMeans,
    } as const
    await updateDraft(trx, draft.id, after)
    return done({ draftId: draft.id }, { entity: 'draft', entityId: draft.id, after })
  },
})

export type CommentDraftInput = {
  readonly draftId: string
  readonly unitId: string
  /** True: agrees with the whole; passage and body may then stay empty. */
  readonly agrees: boolean
  readonly passage: string
  readonly body: string
  /** ISO date; today when left out. */
  readonly saidOn?: string
  /** 'paper' or 'file' (letter, e-mail) when recorded from there. */
  readonly channel: 'screen' | 'paper' | 'file'
  /** Who signed, in what capacity, when it came on paper. */
  readonly signer: string
  readonly file: Attachment
}

/** A member comments or agrees; the head may record on its behalf what came on paper or by e-mail. */
export const commentDraft = action({
  permission: 'draft.comment',
  audit: 'draft.commented',
  scope: (db, input: CommentDraftInput, today) => draftScope(db, input.draftId, today, input.unitId),
  run: async (trx, input, deed) => {
    const draft = await holdDraft(trx, input.draftId)
    if (!draft) return refuse('not_found')
    if (draft.state !== 'circulating') return refuse('draft_not_circulating')
    if (!input.agrees && input.body.trim() === '' && !input.file) return refuseField('body', 'comment_empty')
    const said = (await listComments(trx, draft.id)).filter((one) => isOnRound(one, draft))
    if (input.agrees && said.some((one) => one.unitId === input.unitId && one.agrees))
      return refuse('agreed_already')
    const kept = await keepAttachment(trx, input.file, 'file', {
      ...ownerOf(deed.scope, deed.accountId),
      unitId: input.unitId,
    })
    if (!kept.ok) return kept
    const { draftId, unitId, agrees, passage, body, channel, signer } = input
    const comment = {
      draftId,
      unitId,
      agrees,
      passage,
      body,
      channel,
      signer,
      versionNumber: draft.versionNumber,
      saidOn: input.saidOn ?? deed.today,
      fileId: kept.value,
      onBehalf: deed.onBehalf,
    }
    const commentId = await insertComment(trx, { ...comment, createdBy: deed.accountId })
    return done({ commentId }, { entity: 'draft_comment', entityId: commentId, after: comment })
  },
})

export type AnswerCommentInput = {
  readonly commentId: string
  readonly answer: 'accepted' | 'partly' | 'rejected'
  /** Needed unless the comment is accepted as it is. */
  readonly reason: string
}

/** The head answers a comment; taking it up in part or not at all needs a reason. */
export const answerComment = action({
  permission: 'draft.manage',
  audit: 'draft.comment_answered',
  scope: async (db, input: AnswerCommentInput, today) => {
    const comment = await findComment(db, input.commentId)
    return comment && draftScope(db, comment.draftId, today)
  },
  run: async (trx, input) => {
    const before = await findComment(trx, input.commentId)
    if (!before) return refuse('not_found')
    const draft = await holdDraft(trx, before.draftId)
    if (draft?.state === 'adopted' || draft?.state === 'withdrawn') return refuse('draft_is_over')
    if (input.answer !== 'accepted' && input.reason.trim() === '')
      return refuseField('reason', 'reason_required')
    await updateAnswer(trx, before.id, input.answer, input.reason)
    return done(
      { draftId: before.draftId },
      {
        entity: 'draft_comment',
        entityId: before.id,
        before: { answer: before.answer, reason: before.answerReason },
        after: { answer: input.answer },
        reason: input.reason,
      },
    )
  },
})

export type AdoptDraftInput = {
  readonly draftId: string
  readonly how: AdoptedHow
  /** ISO date; today when left out. */
  readonly adoptedOn?: string
  /** The minutes or the letter that shows it. */
  readonly note: string
  /** Needed when something is still missing. */
  readonly reason: string
}

/** The draft is adopted; what is still missing is listed, and going on in spite of it needs a reason. */
export const adoptDraft = action({
  permission: 'draft.manage',
  audit: 'draft.adopted',
  scope: (db, input: AdoptDraftInput, today) => draftScope(db, input.draftId, today),
  run: async (trx, input, deed) => {
    const draft = await holdDraft(trx, input.draftId)
    if (!draft) return refuse('not_found')
    if (draft.state === 'adopted' || draft.state === 'withdrawn') return refuse('draft_is_over')
    const adoptedOn = input.adoptedOn ?? deed.today
    const comments = await listComments(trx, draft.id)
    const lacks = adoptionLacks({
      how: input.how,
      round: draft.circulatedOn ? roundOf(draft, comments, askedUnits(deed.scope), adoptedOn) : null,
      unanswered: unansweredOf(comments).length,
    })
    if (!lacks.ok) return refuseField('how', lacks.error.code)
    if (lacks.value.length > 0 && input.reason.trim() === '')
      return refuseField('reason', 'adoption_lacks', String(lacks.value.length))
    const after = { state: 'adopted', adoptedOn, adoptedHow: input.how, outcomeNote: input.note } as const
    await updateDraft(trx, draft.id, after)
    return done(
      { draftId: draft.id },
      {
        entity: 'draft',
        entityId: draft.id,
        before: { state: draft.state },
        after: { ...after, lacks: lacks.value },
        reason: input.reason,
      },
    )
  },
})

export type WithdrawDraftInput = { readonly draftId: string; readonly reason: string }

/** The draft is taken back for good. */
export const withdrawDraft = action({
  permission: 'draft.manage',
  audit: 'draft.withdrawn',
  scope: (db, input: WithdrawDraftInput, today) => draftScope(db, input.draftId, today),
  run: async (trx, input) => {
    const draft = await holdDraft(trx, input.draftId)
    if (!draft) return refuse('not_found')
    if (draft.state === 'adopted' || draft.state === 'withdrawn') return refuse('draft_is_over')
    if (input.reason.trim() === '') return refuseField('reason', 'reason_required')
    await updateDraft(trx, draft.id, { state: 'withdrawn', outcomeNote: input.reason })
    return done(
      { draftId: draft.id },
      { entity: 'draft', entityId: draft.id, before: { state: draft.state }, reason: input.reason },
    )
  },
})

/** The round a draft is on, as the domain counts it. */
export function roundOf(
  draft: DraftRow,
  comments: readonly CommentRow[],
  unitIds: readonly string[],
  today: string,
): Round {
  return {
    unitIds,
    opinions: comments.filter((one) => isOnRound(one, draft)),
    dueOn: draft.dueOn,
    silence: draft.silenceMeans,
    today,
  }
}

/** Comments that ask for something and wait for the head's answer. */
export function unansweredOf(comments: readonly CommentRow[]): readonly CommentRow[] {
  return comments.filter((one) => !one.agrees && one.answer === null)
}

/** The members that are asked: all but the unit that sends the draft round. */
export function askedUnits(scope: Scope): readonly string[] {
  const year = scope.year
  if (!year) return []
  return year.memberUnitIds.filter((id) => !year.headUnitIds.includes(id))
}

function isOnRound(comment: CommentRow, draft: DraftRow): boolean {
  return comment.draftId === draft.id && comment.versionNumber === draft.versionNumber
}

async function draftScope(
  db: Reading,
  draftId: string,
  today: string,
  unitId?: string,
): Promise<Scope | undefined> {
  const draft = await findDraft(db, draftId)
  return draft && yearScope(db, draft.blocYearId, today, unitId)
}

function ownerOf(scope: Scope, accountId: string | null) {
  return { provinceId: scope.provinceId ?? null, blocId: scope.blocId ?? null, uploadedBy: accountId }
}
