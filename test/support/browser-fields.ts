import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'

/** What is put into a field: a text, the wording of an answer, several answers, yes or no, or a file. */
export type Entry =
  | string
  | boolean
  | readonly string[]
  | { readonly file: string; readonly bytes: Uint8Array }

/** As much of the browser's elements as is looked at here; the project compiles without the types of browsers. */
type Part = {
  readonly textContent: string | null
  getAttribute(name: string): string | null
  closest(selector: string): Part | null
  querySelector(selector: string): Part | null
  querySelectorAll(selector: string): Iterable<Control>
}
type Control = Part & {
  readonly tagName: string
  readonly type: string
  readonly name: string
  readonly value: string
  readonly checked: boolean
  readonly labels?: ArrayLike<Part>
}

/** Puts an answer into a field of a form, found by its name, its label, or the question above its choices. */
export async function enter(form: Locator, field: string, entry: Entry): Promise<void> {
  const ways = [
    form.locator(`[name="${field}"]:not([type="hidden"])`),
    form.getByLabel(labelled(field)),
    form.getByRole('group', { name: field }).locator('input'),
    form.getByLabel(field),
  ]
  for (const found of ways) if ((await found.count()) > 0) return put(found, entry)
  throw new Error(`no field "${field}"`)
}

/** The words of a label, with or without the mark of a field that must (or need not) be filled. */
function labelled(words: string): RegExp {
  const literal = words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(`^\\s*${literal}\\s*(\\*|\\(không bắt buộc\\)|\\(optional\\))?\\s*$`)
}

async function put(controls: Locator, entry: Entry): Promise<void> {
  const first = controls.first()
  const { tag, type } = await first.evaluate((node) => ({
    tag: node.tagName.toLowerCase(),
    type: (node as unknown as Control).type,
  }))
  if (typeof entry === 'object' && 'file' in entry) return first.setInputFiles(await laidDown(entry))
  if (typeof entry === 'boolean') return first.setChecked(entry)
  const wanted = typeof entry === 'string' ? [entry] : entry
  if (tag === 'select') {
    await first.selectOption(await optionsOf(first, wanted))
    return
  }
  if (type !== 'radio' && type !== 'checkbox') return first.fill(wanted.join(', '))
  for (const answer of wanted) await (await answerOf(controls, answer)).check()
}

const folders: string[] = []

/** Takes away the files that were sent. */
export async function removeSentFiles(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
}

/** A file lies on the disk as a person's would: the browser reads it from there, however large it is. */
async function laidDown({
  file,
  bytes,
}: {
  readonly file: string
  readonly bytes: Uint8Array
}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'giaouoc-story-'))
  const path = join(folder, file)
  await writeFile(path, bytes)
  folders.push(folder)
  return path
}

/** An option by its value, its wording, or a part of its wording. */
async function optionsOf(select: Locator, wanted: readonly string[]): Promise<string[]> {
  const options = await select.locator('option').evaluateAll((nodes) =>
    nodes.map((node) => ({
      value: (node as unknown as Control).value,
      words: node.textContent?.trim() ?? '',
    })),
  )
  return wanted.map((one) => {
    const found =
      options.find(({ value, words }) => value === one || words === one) ??
      options.find(({ words }) => words.includes(one))
    if (!found) throw new Error(`no answer "${one}" among ${options.map(({ words }) => words).join(' | ')}`)
    return found.value
  })
}

/** A radio button or box by its value or by the words beside it. */
async function answerOf(controls: Locator, wanted: string): Promise<Locator> {
  const all = await controls.evaluateAll((nodes) =>
    nodes.map((node) => ({
      value: (node as unknown as Control).value,
      words: (node as unknown as Control).labels?.[0]?.textContent?.trim() ?? '',
    })),
  )
  const exact = all.findIndex(({ value, words }) => value === wanted || words === wanted)
  const index = exact >= 0 ? exact : all.findIndex(({ words }) => words.includes(wanted))
  if (index < 0) throw new Error(`no answer "${wanted}" among ${all.map(({ words }) => words).join(' | ')}`)
  return controls.nth(index)
}

/** What a page says and asks, in lines: for messages of failing steps. */
export async function outlineOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { document } = globalThis as unknown as { document: Part & { readonly title: string } }
    const tidy = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim()
    const lines = [document.title, tidy(document.querySelector('.gu-error-summary')?.textContent)]
    for (const form of document.querySelectorAll('main form')) {
      lines.push(`FORM ${form.getAttribute('action')}`)
      for (const control of form.querySelectorAll('input:not([type=hidden]), select, textarea')) {
        const label = control.labels?.[0] ?? control.closest('fieldset')?.querySelector('legend')
        const options = [...control.querySelectorAll('option')]
          .slice(0, 6)
          .map((one) => tidy(one.textContent))
        const checked = control.checked ? ' checked' : ''
        const value = control.type === 'file' ? '' : control.value
        lines.push(
          `  ${control.name} (${control.type}${checked}) "${tidy(label?.textContent)}" ${value} ${options.join(' | ')}`,
        )
      }
      for (const button of form.querySelectorAll('button')) lines.push(`  <${tidy(button.textContent)}>`)
    }
    return lines.join('\n')
  })
}
