import { z } from 'zod'
import { choice, date, optionalText, optionalUpload, text, version } from '../../http/fields.ts'

const draftKinds = ['regulation', 'score_table', 'pledge', 'report', 'plan', 'other'] as const

const wording = { title: text(300), body: optionalText(60_000), file: optionalUpload() }

export const startForm = z.object({ kind: choice(draftKinds), ...wording })

export const reviseForm = z.object({ ...wording, changes: text(4000), version: version() })

export const circulateForm = z.object({
  circulatedOn: date(),
  dueOn: date(),
  silenceMeans: choice(['agrees', 'no_opinion']),
})

export const commentForm = z
  .object({
    opinion: choice(['agrees', 'comments']),
    passage: optionalText(200),
    body: optionalText(8000),
    file: optionalUpload(),
  })
  .transform(({ opinion, ...rest }) => ({
    ...rest,
    agrees: opinion === 'agrees',
    channel: 'screen' as const,
    signer: '',
  }))

/** The same recorded for a unit from what it sent on paper or by e-mail. */
export const recordedCommentForm = z
  .object({
    opinion: choice(['agrees', 'comments']),
    passage: optionalText(200),
    body: optionalText(8000),
    file: optionalUpload(),
    channel: choice(['paper', 'file']),
    saidOn: date(),
    signer: text(200),
  })
  .transform(({ opinion, ...rest }) => ({ ...rest, agrees: opinion === 'agrees' }))

export const answerForm = z.object({
  answer: choice(['accepted', 'partly', 'rejected']),
  reason: optionalText(2000),
})

export const adoptForm = z.object({
  how: choice(['conference', 'writing', 'silence']),
  adoptedOn: date(),
  note: optionalText(500),
  reason: optionalText(1000),
})

export const withdrawForm = z.object({ reason: text(1000) })
