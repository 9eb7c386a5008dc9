import type { Bilingual } from '../domain/bilingual.ts'

/** Why a file cannot be read. */
export type FileRefusal =
  | 'not-found'
  | 'too-large'
  | 'too-much-inside'
  | 'unknown-kind'
  | 'damaged'
  | 'locked'
  | 'scanned'
  | 'empty'
  | 'too-slow'

/** The sentence that says why. */
export const REFUSALS: Readonly<Record<FileRefusal, Bilingual>> = {
  'not-found': { vi: 'không tìm thấy tệp.', en: 'the file was not found.' },
  'too-large': {
    vi: 'tệp lớn hơn 30 MB nên không đọc.',
    en: 'the file is larger than 30 MB and is not read.',
  },
  'too-much-inside': {
    vi: 'nội dung nén bên trong lớn bất thường nên không mở.',
    en: 'what is packed inside is unusually large, so the file is not opened.',
  },
  'unknown-kind': {
    vi: 'chỉ đọc được txt, html, docx, doc, pdf và xlsx.',
    en: 'only txt, html, docx, doc, pdf and xlsx are read.',
  },
  damaged: {
    vi: 'tệp bị hỏng hoặc không đúng định dạng.',
    en: 'the file is damaged or not what its name says.',
  },
  locked: {
    vi: 'tệp có đặt mật khẩu; hãy bỏ mật khẩu rồi gửi lại.',
    en: 'the file has a password; remove it and try again.',
  },
  scanned: {
    vi: 'tệp là ảnh quét, không có chữ để đọc; hãy dùng bản Word hoặc bản PDF có chữ.',
    en: 'the file is a scan without text; use the Word file or a PDF with text.',
  },
  empty: { vi: 'tệp không có chữ nào.', en: 'the file holds no text.' },
  'too-slow': {
    vi: 'tệp phức tạp bất thường, đọc quá lâu nên đã dừng.',
    en: 'the file is unusually complex; reading it took too long and was stopped.',
  },
}

/** A file was refused, for a reason that is one sentence. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
  readonly reason: FileRefusal

  constructor(reason: FileRefusal) {
    super(REFUSALS[reason].vi)
    this.reason = reason
  }
}
