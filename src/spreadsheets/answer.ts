import { slug } from '../domain/vietnamese/index.ts'
import { contentDisposition } from '../files/disposition.ts'
import { type WorkbookModel, XLSX } from './workbook.ts'
import { writeWorkbook } from './write.ts'

/** A workbook as a download; it is made from the data of the moment and kept by nobody. */
export async function workbookAnswer(name: string, workbook: WorkbookModel): Promise<Response> {
  const bytes = await writeWorkbook(workbook)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': XLSX,
      'content-length': String(bytes.length),
      'content-disposition': contentDisposition(`${name}.xlsx`, XLSX),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

/**
 * The name of a download from its parts.
 *
 * @example fileNameOf('Kết quả', 'Sở Công Thương', '2026') // 'ket-qua-so-cong-thuong-2026'
 */
export function fileNameOf(...parts: readonly string[]): string {
  return parts.map(slug).filter(Boolean).join('-').slice(0, 100)
}
