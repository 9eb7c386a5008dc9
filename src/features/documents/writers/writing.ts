import type { PaperFault } from '../../../domain/documents/faults.ts'

/**
 * Why a paper could not be written: its parts do not go together, the program cannot make PDF on this machine, or
 * the layout of this paper failed (`detail` is for the log, never for the reader).
 */
export type WritingFault =
  | { readonly kind: 'wrong-paper'; readonly faults: readonly PaperFault[] }
  | { readonly kind: 'pdf-not-on-this-platform'; readonly platform: string }
  | { readonly kind: 'layout-failed'; readonly detail: string }

/** The formats a paper is written in. */
export type PaperFormat = 'docx' | 'pdf'

/** One sentence for the reader. The faults of a wrong paper have sentences of their own (`paperFaultWords`). */
export function writingFaultWords(fault: WritingFault): { readonly vi: string; readonly en: string } {
  switch (fault.kind) {
    case 'wrong-paper':
      return {
        vi: 'Văn bản chưa đúng thể thức nên chưa thể in.',
        en: 'The parts of the paper do not go together; it cannot be printed yet.',
      }
    case 'pdf-not-on-this-platform':
      return {
        vi: `Máy chủ này (${fault.platform}) không có bộ dàn trang nên không tạo được PDF; hãy tải bản DOCX.`,
        en: `This server (${fault.platform}) has no typesetter and cannot make PDF; take the DOCX instead.`,
      }
    case 'layout-failed':
      return {
        vi: 'Không dàn được trang của văn bản này; hãy tải bản DOCX và báo cho người quản trị.',
        en: 'The pages of this paper could not be laid out; take the DOCX and tell the administrator.',
      }
  }
}
