import { param, yearOf } from '../../http/ask.ts'
import { type Feature, page, write } from '../../http/feature.ts'
import { parseForm } from '../../http/form.ts'
import { inYear, onSite } from '../../http/places.ts'
import { ofPaper, ofPart, ofSlot, ofVisitMinutes, subjectAsked } from './access.ts'
import { issueForm, ownPartForm, partForm, replaceForm, scanForm, withdrawForm } from './documents.forms.ts'
import { documentsEvents, documentsFaults, documentsWords } from './documents.messages.ts'
import { documentsPaths } from './documents.paths.ts'
import { attachScan, discardPaper, replacePaper, withdrawPaper } from './life.actions.ts'
import { draftPaper, issuePaper, writePart } from './papers.actions.ts'
import { sendPaper, sendPreview, sendVisitMinutes } from './send.ts'
import {
  linksOf,
  showIssue,
  showList,
  showPaper,
  showPart,
  showPreview,
  showVerify,
  showWithdraw,
} from './show.ts'
import type { PaperPool } from './writers/paper.pool.ts'

const { route, verify } = documentsPaths

/** The papers of a year. The threads that write PDF and DOCX are made once, by whoever composes the application. */
export function documentsFeature(pool: PaperPool): Feature {
  return {
    name: 'documents',
    faults: documentsFaults,
    events: documentsEvents,
    routes: [
      page({ path: verify, permission: 'paper.verify', place: onSite, show: showVerify }),
      page({ path: route.list, permission: 'paper.read', place: inYear, show: showList }),
      page({ path: route.view, permission: 'paper.write', place: ofSlot, show: showPreview }),
      page({
        path: route.viewFile,
        permission: 'paper.write',
        place: ofSlot,
        show: (ask) => sendPreview(pool, ask),
      }),
      write({
        path: route.draft,
        permission: 'paper.write',
        audit: 'paper.drafted',
        place: ofSlot,
        action: draftPaper,
        read: (ask) => {
          const year = yearOf(ask)
          const subject = subjectAsked(ask, year)
          return subject
            ? { ok: true, value: { ...subject, blocYearId: year.id } }
            : { ok: false, error: { type: { code: 'choice_required' } } }
        },
        next: (ask, { paperId }) => linksOf(ask).show(paperId),
        said: (ask) => documentsWords(ask.lang).begun,
        again: showPreview,
      }),
      page({
        path: route.visitFile,
        permission: 'check.read',
        place: ofVisitMinutes,
        show: (ask) => sendVisitMinutes(pool, ask),
      }),
      page({ path: route.show, permission: 'paper.read', place: ofPaper, show: showPaper }),
      page({
        path: route.file,
        permission: 'paper.read',
        place: ofPaper,
        show: (ask) => sendPaper(pool, ask),
      }),
      page({ path: route.part, permission: 'paper.write', place: ofPart, show: showPart }),
      write({
        path: route.part,
        permission: 'paper.write',
        audit: 'paper.part_written',
        place: ofPart,
        action: writePart,
        read: (ask, body) => {
          // Only a form that asks for the writing unit may change it.
          const form = parseForm('ownerUnitId' in body.texts ? partForm : ownPartForm, body)
          if (!form.ok) return form
          return { ok: true, value: { ...form.value, paperId: param(ask, 'paper'), key: param(ask, 'part') } }
        },
        next: (ask, { paperId, seesPaper }) => (seesPaper ? linksOf(ask).show(paperId) : linksOf(ask).list),
        said: (ask) => documentsWords(ask.lang).partSaved,
        again: showPart,
      }),
      page({ path: route.issue, permission: 'paper.issue', place: ofPaper, show: showIssue }),
      write({
        path: route.issue,
        permission: 'paper.issue',
        audit: 'paper.issued',
        place: ofPaper,
        action: issuePaper,
        read: (ask, body) => {
          const form = parseForm(issueForm, body)
          return form.ok ? { ok: true, value: { ...form.value, paperId: param(ask, 'paper') } } : form
        },
        next: (ask, { paperId }) => linksOf(ask).show(paperId),
        said: (ask) => documentsWords(ask.lang).issued,
        again: showIssue,
      }),
      page({ path: route.withdraw, permission: 'paper.issue', place: ofPaper, show: showWithdraw }),
      write({
        path: route.withdraw,
        permission: 'paper.issue',
        audit: 'paper.withdrawn',
        place: ofPaper,
        action: withdrawPaper,
        read: (ask, body) => {
          const form = parseForm(withdrawForm, body)
          return form.ok ? { ok: true, value: { ...form.value, paperId: param(ask, 'paper') } } : form
        },
        next: (ask, { paperId }) => linksOf(ask).show(paperId),
        said: (ask) => documentsWords(ask.lang).withdrawn,
        again: showWithdraw,
      }),
      write({
        path: route.replace,
        permission: 'paper.write',
        audit: 'paper.replacement_drafted',
        place: ofPaper,
        action: replacePaper,
        read: (ask, body) => {
          const form = parseForm(replaceForm, body)
          return form.ok ? { ok: true, value: { ...form.value, paperId: param(ask, 'paper') } } : form
        },
        next: (ask, { paperId }) => linksOf(ask).show(paperId),
        said: (ask) => documentsWords(ask.lang).replaceBegun,
        again: showPaper,
      }),
      write({
        path: route.discard,
        permission: 'paper.write',
        audit: 'paper.discarded',
        place: ofPaper,
        action: discardPaper,
        read: (ask) => ({ ok: true, value: { paperId: param(ask, 'paper') } }),
        next: (ask) => linksOf(ask).list,
        said: (ask) => documentsWords(ask.lang).discarded,
        again: showPaper,
      }),
      write({
        path: route.scan,
        permission: 'paper.write',
        audit: 'paper.scan_attached',
        place: ofPaper,
        action: attachScan,
        read: (ask, body) => {
          const form = parseForm(scanForm, body)
          return form.ok ? { ok: true, value: { ...form.value, paperId: param(ask, 'paper') } } : form
        },
        next: (ask, { paperId }) => linksOf(ask).show(paperId),
        said: (ask) => documentsWords(ask.lang).scanAttached,
        again: showPaper,
      }),
    ],
  }
}
