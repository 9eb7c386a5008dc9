import { z } from 'zod'
import { choice, id, optionalText, text, upload, version } from '../../http/fields.ts'

export const newsSections = ['bloc_activity', 'events', 'examples'] as const

const newsText = {
  title: text(300),
  lead: optionalText(2_000),
  body: optionalText(40_000),
  author: optionalText(120),
  source: optionalText(200),
  section: choice(newsSections),
}

export const editForm = z.object({ ...newsText, version: version() })

export const draftForm = z.object({ conferenceId: id() })

/** Author and source bear names of their own: the form of the text stands on the same page. */
export const pictureForm = z
  .object({
    file: upload(),
    caption: text(300),
    alt: text(300),
    photoAuthor: optionalText(120),
    photoSource: optionalText(200),
  })
  .transform(({ photoAuthor, photoSource, ...rest }) => ({
    ...rest,
    author: photoAuthor,
    source: photoSource,
  }))

export const withdrawForm = z.object({ reason: text(500) })
