import type { Action } from '../actions/action.ts'
import type { FieldFault } from '../actions/failure.ts'
import type { Permission } from '../domain/permissions/index.ts'
import { ok } from '../domain/result.ts'
import type { Ask } from '../http/ask.ts'
import {
  type Feature,
  type FormAgain,
  handled,
  type Place,
  page,
  type Route,
  write,
} from '../http/feature.ts'
import type { FormBody } from '../http/form.ts'
import { frameOf } from '../http/frame.ts'
import { createSpeaker } from '../http/say.ts'
import { type Crumb, renderPage } from '../ui/index.ts'
import { workbookAnswer } from './answer.ts'
import { importFaults, importWords } from './import.messages.ts'
import { type ImportLinks, type ImportPreview, ImportPreviewPage, ImportStartPage } from './import.page.tsx'
import {
  answersOf,
  heldSource,
  type ImportInput,
  type ImportSource,
  readImport,
  takeSource,
} from './import-source.ts'
import type { WorkbookModel } from './workbook.ts'

/** Turns the code of a fault into a sentence of the reader's language. */
export type Say = (fault: FieldFault) => string

/** What a topic says about its import; the way through it is the same for all. */
export type ImportKind<P extends Permission, E extends string, I extends object, O> = {
  /** Patterns of the addresses. */
  readonly paths: { readonly start: string; readonly template: string; readonly preview: string }
  readonly place: Place
  readonly permission: P
  readonly audit: E
  readonly action: Action<P, E, I & ImportInput, O>
  readonly faults: Feature['faults']
  /** What the action is told besides the import. */
  readonly target: (ask: Ask) => I
  readonly links: (ask: Ask) => ImportLinks
  readonly head: (ask: Ask) => {
    readonly title: string
    readonly aside: string
    readonly breadcrumb: readonly Crumb[]
  }
  /** The headings of the template in their order, in words. */
  readonly columns: (ask: Ask) => string
  /** The form as a workbook; another answer where there is none to fill in yet. */
  readonly template: (
    ask: Ask,
  ) => Promise<{ readonly fileName: string; readonly workbook: WorkbookModel } | Response>
  readonly preview: (ask: Ask, input: ImportInput, say: Say) => Promise<ImportPreview | FieldFault>
  readonly written: (value: O) => number
}

/** The routes of one import: begin, template, preview, confirm. */
export function importRoutes<P extends Permission, E extends string, I extends object, O>(
  kind: ImportKind<P, E, I, O>,
): readonly Route[] {
  const { paths, permission, audit, place } = kind
  const showStart = async (ask: Ask, again?: FormAgain) =>
    ImportStartPage({
      frame: frameOf(ask),
      ...kind.head(ask),
      links: kind.links(ask),
      columns: kind.columns(ask),
      again,
    })

  const showPreview = async (ask: Ask, source: ImportSource, again: FormAgain) => {
    const preview = await kind.preview(
      ask,
      { source, ...answersOf(again.values as FormBody['texts']) },
      sayIn(ask),
    )
    if ('code' in preview) {
      return showStart(ask, {
        ...again,
        action: kind.links(ask).preview.split('?')[0] ?? '',
        errors: { [source.kind === 'file' ? 'file' : 'pasted']: sayIn(ask)(preview) },
      })
    }
    const common = { frame: frameOf(ask), ...kind.head(ask), links: kind.links(ask) }
    return ImportPreviewPage({
      ...common,
      source,
      preview,
      again: { ...again, errors: besideLines(again.errors) },
    })
  }

  const sayIn =
    (ask: Ask): Say =>
    (fault) =>
      createSpeaker([{ faults: importFaults }, { faults: kind.faults }]).sentence(
        ask.lang,
        fault.code,
        fault.params,
      )

  return [
    page({ path: paths.start, permission, place, show: showStart }),
    page({
      path: paths.template,
      permission,
      place,
      show: async (ask) => {
        const made = await kind.template(ask)
        return made instanceof Response ? made : workbookAnswer(made.fileName, made.workbook)
      },
    }),
    handled({
      path: paths.preview,
      permission,
      audit,
      place,
      handle: async (ask, body) => {
        const source = await takeSource(body)
        const again = { action: ask.c.req.path, values: body.texts, errors: {} }
        if (!source.ok) return { ...again, errors: { [source.error.field]: sayIn(ask)(source.error) } }
        return ask.c.html(renderPage(await showPreview(ask, source.value, again)))
      },
      again: showStart,
    }),
    write({
      path: paths.start,
      permission,
      audit,
      place,
      action: kind.action,
      read: (ask, body) => {
        const read = readImport(body)
        return read.ok ? ok({ ...kind.target(ask), ...read.value }) : read
      },
      next: (ask) => kind.links(ask).back,
      said: (ask, value) => importWords(ask.lang).imported(kind.written(value)),
      again: async (ask, again) => {
        const source = heldSource((again?.values ?? {}) as FormBody['texts'])
        return again && source.ok ? showPreview(ask, source.value, again) : showStart(ask, again)
      },
    }),
  ]
}

/** What the action refused in a line stands at the fields the preview has for it. */
function besideLines(errors: FormAgain['errors']): FormAgain['errors'] {
  return Object.fromEntries(
    Object.entries(errors).map(([field, sentence]) => [
      field
        .replace(/^(value|points)\./, 'mended.')
        .replace(/^(overrideReason|suspiciousReason|note)\./, 'reason.'),
      sentence,
    ]),
  )
}
