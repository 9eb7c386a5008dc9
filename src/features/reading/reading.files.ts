import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { readReport } from '../../domain/reading/reading.ts'
import type { Reading } from '../../domain/reading/reading.types.ts'
import { LARGEST_READ } from '../../files/limits.ts'
import { FileRefused } from '../../files/refusal.ts'
import { documentText } from './files/document.ts'

/** What was read from one file. */
export interface FileReading extends Reading {
  readonly source: { readonly name: string; readonly sha256: string; readonly mediaType: string }
}

/** Reads reports, one object a file, by `reading.schema.json`. A refused file is an error that names it and says why. */
export async function readFiles(paths: readonly string[]): Promise<FileReading[]> {
  const readings: FileReading[] = []
  for (const path of paths) {
    try {
      const found = await stat(path).catch(() => null)
      if (found === null || !found.isFile()) throw new FileRefused('not-found')
      if (found.size > LARGEST_READ) throw new FileRefused('too-large')
      readings.push((await readBytes(await readFile(path), basename(path))).reading)
    } catch (error) {
      if (error instanceof FileRefused) error.message = `${basename(path)}: ${error.message}`
      throw error
    }
  }
  return readings
}

/** Reads the bytes of one report: the text they hold, and the facts whose offsets point into that text. */
export async function readBytes(
  bytes: Uint8Array,
  name: string,
): Promise<{ readonly text: string; readonly reading: FileReading }> {
  const { text, mediaType } = await documentText(bytes, name)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { text, reading: { source: { name, sha256, mediaType }, ...readReport(text) } }
}
