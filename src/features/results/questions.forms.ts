import { z } from 'zod'
import { optionalDate, optionalText, text, version } from '../../http/fields.ts'

export const askForm = z
  .object({ period: text(12), question: optionalText(2000), answerBy: optionalDate() })
  .transform(({ period, question, answerBy }) => ({ period, body: question, dueOn: answerBy }))

export const answerForm = z
  .object({ answer: optionalText(4000), version: version() })
  .transform(({ answer, version: opened }) => ({ body: answer, version: opened }))

export const askAgainForm = z
  .object({ further: optionalText(2000), answerBy: optionalDate(), version: version() })
  .transform(({ further, answerBy, version: opened }) => ({
    body: further,
    dueOn: answerBy,
    version: opened,
  }))

export const settleForm = z
  .object({ conclusion: optionalText(2000), version: version() })
  .transform(({ conclusion, version: opened }) => ({ body: conclusion, version: opened }))
