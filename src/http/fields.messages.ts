import { defineWords } from '../i18n/words.ts'

/** Sentences for what may be wrong with any field, and for refusals that any action may meet. */
export const commonFaults = defineWords(
  {
    required: 'Mục này cần được điền.',
    field_wrong: 'Nội dung mục này không dùng được.',
    too_long: (most: string) => `Nội dung dài quá ${most} ký tự.`,
    date_unreadable: (typed: string) => `“${typed}” không phải là một ngày có thật.`,
    number_unreadable: (typed: string) => `“${typed}” không phải là một con số. Hãy viết như 9.105,326.`,
    number_unclear: (typed: string, suggestion: string) =>
      `“${typed}” có thể hiểu theo nhiều cách. Ý bạn là ${suggestion}? Dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân.`,
    number_not_whole: (typed: string) => `Cần một số nguyên, không phải “${typed}”.`,
    number_outside: (least: string, most: string) => `Con số phải từ ${least} đến ${most}.`,
    choice_required: 'Hãy chọn một trong các mục đã cho.',
    file_required: 'Hãy chọn một tệp.',
    file_too_large: (name: string, most: string) => `Tệp “${name}” lớn hơn ${most} MB. Hãy chọn tệp nhỏ hơn.`,
    file_kind_unknown: (name: string) =>
      `Tệp “${name}” không thuộc loại được nhận (PDF, Word, Excel, ảnh, văn bản).`,
    file_kind_differs: (name: string, kind: string) =>
      `Tệp “${name}” không đúng như tên gọi: nội dung là ${kind}. Hãy lưu lại đúng loại rồi gửi.`,
    file_empty: (name: string) => `Tệp “${name}” trống.`,
    fields_wrong: 'Có mục cần sửa, xem ngay tại các mục đó.',
    not_found: 'Không tìm thấy mục này. Có thể nó đã được thay bằng bản khác.',
    not_signed_in: 'Bạn cần đăng nhập để làm việc này.',
    not_your_role: 'Việc này không thuộc quyền của bạn.',
    changed_meanwhile: 'Trong lúc bạn đang sửa, người khác đã lưu bản của họ. Xem họ đổi gì rồi lưu lại.',
    reason_required: 'Cần ghi rõ lý do.',
    wrong_state: 'Bước này chưa làm được lúc này.',
    something_refused: 'Việc này chưa thực hiện được vì trái với một quy tắc của dữ liệu.',
  },
  {
    required: 'Please fill this in.',
    field_wrong: 'This cannot be used.',
    too_long: (most) => `Longer than ${most} characters.`,
    date_unreadable: (typed) => `“${typed}” is not a real day.`,
    number_unreadable: (typed) => `“${typed}” is not a number. Write it like 9.105,326.`,
    number_unclear: (typed, suggestion) =>
      `“${typed}” can be read in several ways. Did you mean ${suggestion}? The dot groups thousands, the comma starts the decimals.`,
    number_not_whole: (typed) => `A whole number is needed, not “${typed}”.`,
    number_outside: (least, most) => `The number must lie between ${least} and ${most}.`,
    choice_required: 'Please choose one of the offered answers.',
    file_required: 'Please choose a file.',
    file_too_large: (name, most) =>
      `The file “${name}” is larger than ${most} MB. Please choose a smaller one.`,
    file_kind_unknown: (name) =>
      `The file “${name}” is of a kind that is not taken (PDF, Word, Excel, picture, text).`,
    file_kind_differs: (name, kind) =>
      `The file “${name}” is not what its name says: its content is ${kind}. Save it as the right kind and send it again.`,
    file_empty: (name) => `The file “${name}” is empty.`,
    fields_wrong: 'Something needs mending; see the fields.',
    not_found: 'This could not be found. It may have been replaced by another version.',
    not_signed_in: 'You need to sign in for this.',
    not_your_role: 'This is not within your rights.',
    changed_meanwhile:
      'While you were editing, somebody else saved theirs. See what changed, then save again.',
    reason_required: 'A reason is needed.',
    wrong_state: 'This step cannot be taken now.',
    something_refused: 'This could not be done because it goes against a rule of the data.',
  },
)
