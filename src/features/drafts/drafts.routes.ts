import { adoptionLacks, countStances, stances } from '../../domain/drafts/index.ts'
import { type Ask, keyOrNone, keyParam, mayHere, param, unitIdsOf, yearOf } from '../../http/ask.ts'
import { type Feature, type FormAgain, type Place, page, write } from '../../http/feature.ts'
import { parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { movementTabs } from '../../http/movement-tabs.ts'
import { inYear, inYearOfUnit } from '../../http/places.ts'
import { scopeOfYear } from '../../scopes/scopes.store.ts'
import { CommentSummaryPage, DraftPage } from './draft.page.tsx'
import { CommentPage } from './draft-comment.page.tsx'
import { AdoptPage, AnswerPage, CirculatePage, WithdrawPage } from './draft-decisions.page.tsx'
import { DraftFormPage } from './draft-form.page.tsx'
import {
  adoptDraft,
  answerComment,
  askedUnits,
  circulateDraft,
  commentDraft,
  reviseDraft,
  roundOf,
  startDraft,
  unansweredOf,
  withdrawDraft,
} from './drafts.actions.ts'
import {
  adoptForm,
  answerForm,
  circulateForm,
  commentForm,
  recordedCommentForm,
  reviseForm,
  startForm,
  withdrawForm,
} from './drafts.forms.ts'
import { draftsEvents, draftsFaults, draftsWords } from './drafts.messages.ts'
import { DraftsPage } from './drafts.page.tsx'
import { draftsPaths, draftsRoutes } from './drafts.paths.ts'
import {
  type DraftRow,
  findComment,
  findDraft,
  findSilenceRule,
  listComments,
  listCommentsOfYear,
  listDrafts,
  listVersions,
} from './drafts.store.ts'

/** Below a draft of the year; one that is still being written exists only for those who write it. */
const ofDraft: Place = async (ask) => withDraft(ask, await inYear(ask))

const ofDraftAndUnit: Place = async (ask) => withDraft(ask, await inYearOfUnit(ask))

async function withDraft(ask: Parameters<Place>[0], place: Awaited<ReturnType<Place>>) {
  const draftId = keyParam(ask, 'draft')
  const draft = draftId ? await findDraft(ask.db, draftId) : undefined
  return draft && draft.blocYearId === place?.blocYear?.id ? place : undefined
}

export const drafts: Feature = {
  name: 'drafts',
  faults: draftsFaults,
  events: draftsEvents,
  routes: [
    page({ path: draftsRoutes.list, permission: 'draft.read', place: inYear, show: showDrafts }),
    page({ path: draftsRoutes.start, permission: 'draft.manage', place: inYear, show: showStart }),
    write({
      path: draftsRoutes.start,
      permission: 'draft.manage',
      audit: 'draft.started',
      place: inYear,
      action: startDraft,
      read: (ask, body) => {
        const form = parseForm(startForm, body)
        return form.ok ? { ok: true, value: { ...form.value, blocYearId: yearOf(ask).id } } : form
      },
      next: (ask, { draftId }) => pathsOf(ask).show(draftId),
      said: (ask) => draftsWords(ask.lang).started,
      again: showStart,
    }),
    page({ path: draftsRoutes.show, permission: 'draft.read', place: ofDraft, show: showDraft }),
    page({ path: draftsRoutes.summary, permission: 'draft.read', place: ofDraft, show: showSummary }),
    page({ path: draftsRoutes.revise, permission: 'draft.manage', place: ofDraft, show: showRevise }),
    write({
      path: draftsRoutes.revise,
      permission: 'draft.manage',
      audit: 'draft.revised',
      place: ofDraft,
      action: reviseDraft,
      read: (ask, body) => {
        const form = parseForm(reviseForm, body)
        return form.ok ? { ok: true, value: { ...form.value, draftId: param(ask, 'draft') } } : form
      },
      next: (ask, { draftId }) => pathsOf(ask).show(draftId),
      said: (ask) => draftsWords(ask.lang).revised,
      again: showRevise,
    }),
    page({ path: draftsRoutes.circulate, permission: 'draft.manage', place: ofDraft, show: showCirculate }),
    write({
      path: draftsRoutes.circulate,
      permission: 'draft.manage',
      audit: 'draft.circulated',
      place: ofDraft,
      action: circulateDraft,
      read: (ask, body) => {
        const form = parseForm(circulateForm, body)
        return form.ok ? { ok: true, value: { ...form.value, draftId: param(ask, 'draft') } } : form
      },
      next: (ask, { draftId }) => pathsOf(ask).show(draftId),
      said: (ask) => draftsWords(ask.lang).circulated,
      again: showCirculate,
    }),
    page({
      path: draftsRoutes.comment,
      permission: 'draft.comment',
      place: ofDraftAndUnit,
      show: showComment,
    }),
    write({
      path: draftsRoutes.comment,
      permission: 'draft.comment',
      audit: 'draft.commented',
      place: ofDraftAndUnit,
      action: commentDraft,
      read: (ask, body) => {
        const own = isOwn(ask)
        const place = { draftId: param(ask, 'draft'), unitId: ask.scope.unitId ?? '' }
        const form = own ? parseForm(commentForm, body) : parseForm(recordedCommentForm, body)
        return form.ok ? { ok: true, value: { ...form.value, ...place } } : form
      },
      next: (ask) => pathsOf(ask).show(param(ask, 'draft')),
      said: (ask) => (isOwn(ask) ? draftsWords(ask.lang).sent : draftsWords(ask.lang).recorded),
      again: showComment,
    }),
    page({ path: draftsRoutes.answer, permission: 'draft.manage', place: ofDraft, show: showAnswer }),
    write({
      path: draftsRoutes.answer,
      permission: 'draft.manage',
      audit: 'draft.comment_answered',
      place: ofDraft,
      action: answerComment,
      read: (ask, body) => {
        const form = parseForm(answerForm, body)
        return form.ok ? { ok: true, value: { ...form.value, commentId: keyOrNone(ask, 'comment') } } : form
      },
      next: (ask, { draftId }) => pathsOf(ask).show(draftId),
      said: (ask) => draftsWords(ask.lang).answerSaved,
      again: showAnswer,
    }),
    page({ path: draftsRoutes.adopt, permission: 'draft.manage', place: ofDraft, show: showAdopt }),
    write({
      path: draftsRoutes.adopt,
      permission: 'draft.manage',
      audit: 'draft.adopted',
      place: ofDraft,
      action: adoptDraft,
      read: (ask, body) => {
        const form = parseForm(adoptForm, body)
        return form.ok ? { ok: true, value: { ...form.value, draftId: param(ask, 'draft') } } : form
      },
      next: (ask, { draftId }) => pathsOf(ask).show(draftId),
      said: (ask) => draftsWords(ask.lang).adopted,
      again: showAdopt,
    }),
    page({ path: draftsRoutes.withdraw, permission: 'draft.manage', place: ofDraft, show: showWithdraw }),
    write({
      path: draftsRoutes.withdraw,
      permission: 'draft.manage',
      audit: 'draft.withdrawn',
      place: ofDraft,
      action: withdrawDraft,
      read: (ask, body) => {
        const form = parseForm(withdrawForm, body)
        return form.ok ? { ok: true, value: { ...form.value, draftId: param(ask, 'draft') } } : form
      },
      next: (ask) => pathsOf(ask).list,
      said: (ask) => draftsWords(ask.lang).withdrawn,
      again: showWithdraw,
    }),
  ],
}

function pathsOf(ask: Ask) {
  const year = yearOf(ask)
  return draftsPaths(year.bloc.slug, year.year)
}

function isOwn(ask: Ask): boolean {
  return unitIdsOf(ask).includes(ask.scope.unitId ?? '')
}

async function showDrafts(ask: Ask) {
  const year = yearOf(ask)
  const mayManage = mayHere(ask, 'draft.manage')
  const all = await listDrafts(ask.db, year.id)
  const comments = await listCommentsOfYear(ask.db, year.id)
  const asked = askedUnits(ask.scope)
  const mine = asked.filter((id) => unitIdsOf(ask).includes(id))
  const rows = all
    .filter((draft) => mayManage || draft.circulatedOn !== null || draft.state === 'adopted')
    .map((draft) => {
      const round = roundOf(draft, comments, asked, ask.today)
      const [own] = mine
      return {
        draft,
        count: countStances(round),
        own: own && draft.state === 'circulating' ? stances(round).get(own) : undefined,
      }
    })
  return DraftsPage({
    frame: frameOf(ask),
    paths: pathsOf(ask),
    tabs: movementTabs(ask, 'drafts'),
    rows,
    mayManage,
  })
}

function showStart(ask: Ask, again?: FormAgain) {
  return Promise.resolve(DraftFormPage({ frame: frameOf(ask), paths: pathsOf(ask), again }))
}

async function showRevise(ask: Ask, again?: FormAgain) {
  const draft = await draftOf(ask)
  return DraftFormPage({ frame: frameOf(ask), paths: pathsOf(ask), draft, again })
}

async function showDraft(ask: Ask) {
  const draft = await draftOf(ask)
  const mayManage = mayHere(ask, 'draft.manage')
  if (!mayManage && draft.circulatedOn === null && draft.state !== 'adopted') return ask.c.notFound()
  const comments = await listComments(ask.db, draft.id)
  const versions = await listVersions(ask.db, draft.id)
  const asked = askedUnits(ask.scope)
  const found = stances(roundOf(draft, comments, asked, lastDay(draft, ask.today)))
  const members = yearOf(ask).members
  // A wording that is still being written is the head's alone: the others read what was sent round before.
  const unfinished = draft.state === 'drafting' && !mayManage
  return DraftPage({
    frame: frameOf(ask),
    paths: pathsOf(ask),
    draft: unfinished ? { ...draft, ...wordingSentRound(draft, versions) } : draft,
    versions: unfinished ? versions.filter((one) => one.versionNumber < draft.versionNumber) : versions,
    comments: comments.map((comment) => ({ comment, unitName: nameOfUnit(ask, comment.unitId) })),
    rows: members
      .filter((member) => found.has(member.id))
      .map((member) => ({
        unit: member,
        stance: found.get(member.id) ?? 'waiting',
        mine: unitIdsOf(ask).includes(member.id),
        mayRecord:
          draft.state === 'circulating' && mayHere(ask, 'draft.comment', scopeOfUnit(ask, member.id)),
      })),
    mayManage,
  })
}

function wordingSentRound(draft: DraftRow, versions: Awaited<ReturnType<typeof listVersions>>) {
  const sent = versions.find((one) => one.versionNumber < draft.versionNumber)
  return {
    versionNumber: sent?.versionNumber ?? draft.versionNumber,
    body: sent?.body ?? '',
    fileId: sent?.fileId ?? null,
    fileName: sent?.fileName ?? null,
  }
}

async function showSummary(ask: Ask) {
  const draft = await draftOf(ask)
  if (draft.circulatedOn === null) return ask.c.notFound()
  const comments = await listComments(ask.db, draft.id)
  const found = stances(roundOf(draft, comments, askedUnits(ask.scope), lastDay(draft, ask.today)))
  return CommentSummaryPage({
    frame: frameOf(ask),
    paths: pathsOf(ask),
    draft,
    comments: comments.map((comment) => ({ comment, unitName: nameOfUnit(ask, comment.unitId) })),
    stances: [...found].map(([unitId, stance]) => ({ unitName: nameOfUnit(ask, unitId), stance })),
  })
}

async function showCirculate(ask: Ask, again?: FormAgain) {
  const draft = await draftOf(ask)
  const { province, bloc, year } = yearOf(ask)
  const silence = await findSilenceRule(ask.db, { provinceId: province.id, blocId: bloc.id, year })
  return CirculatePage({
    frame: frameOf(ask),
    paths: pathsOf(ask),
    draft,
    asked: askedUnits(ask.scope).length,
    silence,
    today: ask.today,
    again,
  })
}

async function showComment(ask: Ask, again?: FormAgain) {
  const draft = await draftOf(ask)
  if (draft.circulatedOn === null) return ask.c.notFound()
  const member = yearOf(ask).members.find((one) => one.id === ask.scope.unitId)
  if (!member) return ask.c.notFound()
  const comments = await listComments(ask.db, draft.id)
  return CommentPage({
    frame: frameOf(ask),
    paths: pathsOf(ask),
    draft,
    unit: member,
    own: isOwn(ask),
    before: comments.filter((one) => one.unitId === member.id),
    today: ask.today,
    again,
  })
}

async function showAnswer(ask: Ask, again?: FormAgain) {
  const draft = await draftOf(ask)
  const commentId = keyParam(ask, 'comment')
  const comment = commentId ? await findComment(ask.db, commentId) : undefined
  if (comment?.draftId !== draft.id) return ask.c.notFound()
  return AnswerPage({
    frame: frameOf(ask),
    paths: pathsOf(ask),
    draft,
    comment,
    unitName: nameOfUnit(ask, comment.unitId),
    again,
  })
}

async function showAdopt(ask: Ask, again?: FormAgain) {
  const draft = await draftOf(ask)
  const comments = await listComments(ask.db, draft.id)
  const lacks = adoptionLacks({
    how: 'writing',
    round: draft.circulatedOn ? roundOf(draft, comments, askedUnits(ask.scope), ask.today) : null,
    unanswered: unansweredOf(comments).length,
  })
  return AdoptPage({
    frame: frameOf(ask),
    paths: pathsOf(ask),
    draft,
    lacks: lacks.ok ? lacks.value : [],
    today: ask.today,
    again,
  })
}

async function showWithdraw(ask: Ask, again?: FormAgain) {
  return WithdrawPage({ frame: frameOf(ask), paths: pathsOf(ask), draft: await draftOf(ask), again })
}

/** The draft of the address; its place has found it. */
async function draftOf(ask: Ask): Promise<DraftRow> {
  const draft = await findDraft(ask.db, param(ask, 'draft'))
  if (!draft) throw new Error('The place of this route finds the draft')
  return draft
}

/** The day stances are counted on: for an adopted draft the day of its adoption. */
function lastDay(draft: DraftRow, today: string): string {
  return draft.adoptedOn ?? today
}

function scopeOfUnit(ask: Ask, unitId: string) {
  return scopeOfYear(yearOf(ask), unitId)
}

function nameOfUnit(ask: Ask, unitId: string): string {
  return yearOf(ask).members.find((member) => member.id === unitId)?.name ?? ''
}
