/** Why a paper is refused. */
export type PaperFaultCode =
  | 'letter-has-name'
  | 'name-missing'
  | 'subject-missing'
  | 'decision-by-bloc'
  | 'symbol-missing'
  | 'symbol-on-form'
  | 'symbol-without-organ'
  | 'symbol-not-of-head-unit'
  | 'number-not-positive'
  | 'date-not-in-calendar'
  | 'table-without-columns'
  | 'column-without-width'
  | 'row-does-not-fit'
  | 'figure-without-alternative'
  | 'chart-does-not-fit'
  | 'chart-value-not-a-number'
  | 'signature-without-title'
  | 'signature-codes-out-of-order'
  | 'signer-name-has-title'
  | 'minutes-need-two-signatures'
  | 'signatures-missing'

/** One reason for refusing a paper, with the place it was found at ("Bảng 2, dòng 3"); empty for the whole paper. */
export interface PaperFault {
  readonly code: PaperFaultCode
  readonly where: string
}

/** The sentence for each reason. */
export const paperFaultWords: Readonly<Record<PaperFaultCode, { readonly vi: string; readonly en: string }>> =
  {
    'letter-has-name': {
      vi: 'Công văn không ghi tên loại văn bản; chỉ ghi trích yếu dưới số và ký hiệu.',
      en: 'A letter (công văn) bears no name of type; its subject stands under number and symbol.',
    },
    'name-missing': { vi: 'Văn bản thiếu tên loại.', en: 'The paper lacks the name of its type.' },
    'subject-missing': { vi: 'Văn bản thiếu trích yếu nội dung.', en: 'The paper lacks its subject.' },
    'decision-by-bloc': {
      vi: 'Khối, cụm thi đua không ban hành quyết định; hãy trình cấp có thẩm quyền.',
      en: 'A bloc issues no decisions; submit to the competent authority.',
    },
    'symbol-missing': {
      vi: 'Loại văn bản này phải có ký hiệu; số có thể để trống.',
      en: 'This type of paper needs a symbol; its number may be left open.',
    },
    'symbol-on-form': {
      vi: 'Bản đăng ký, bản giao ước, bảng điểm không ghi số và ký hiệu.',
      en: 'Registrations, pledges and score tables bear no number and symbol.',
    },
    'symbol-without-organ': {
      vi: 'Ký hiệu thiếu chữ viết tắt tên cơ quan.',
      en: 'The symbol lacks the abbreviation of the office.',
    },
    'symbol-not-of-head-unit': {
      vi: 'Khối, cụm không có con dấu: văn bản lấy số và ký hiệu của đơn vị trưởng khối.',
      en: 'A bloc has no seal: its papers take number and symbol of the head unit.',
    },
    'number-not-positive': {
      vi: 'Số phải là số nguyên dương.',
      en: 'The number must be a positive whole number.',
    },
    'date-not-in-calendar': { vi: 'Ngày không có trong lịch.', en: 'The date is not in the calendar.' },
    'table-without-columns': { vi: 'Bảng không có cột nào.', en: 'The table has no columns.' },
    'column-without-width': {
      vi: 'Cột của bảng thiếu độ rộng.',
      en: 'A column of the table lacks its width.',
    },
    'row-does-not-fit': {
      vi: 'Số ô của dòng không khớp với số cột của bảng.',
      en: 'The cells of the row do not fit the columns of the table.',
    },
    'figure-without-alternative': {
      vi: 'Biểu đồ thiếu lời mô tả thay thế.',
      en: 'The figure lacks its alternative text.',
    },
    'chart-does-not-fit': {
      vi: 'Số giá trị của biểu đồ không khớp với số mục trên trục.',
      en: 'The values of the chart do not fit its categories.',
    },
    'chart-value-not-a-number': {
      vi: 'Giá trị của biểu đồ không phải là số.',
      en: 'A value of the chart is not a number.',
    },
    'signature-without-title': {
      vi: 'Chữ ký thiếu chức vụ của người ký.',
      en: 'The signature lacks the title of the signer.',
    },
    'signature-codes-out-of-order': {
      vi: 'TM. phải đứng đầu; sau KT., TL., TUQ. phải là chức vụ của người ký.',
      en: 'TM. stands first; KT., TL. and TUQ. are followed by the title of the signer.',
    },
    'signer-name-has-title': {
      vi: 'Trước họ tên người ký không ghi học hàm, học vị, danh xưng.',
      en: 'No title, degree or form of address stands before the name of the signer.',
    },
    'minutes-need-two-signatures': {
      vi: 'Biên bản cần ít nhất hai chữ ký.',
      en: 'Minutes need at least two signatures.',
    },
    'signatures-missing': {
      vi: 'Văn bản chưa có chữ ký nào.',
      en: 'The paper has no signature.',
    },
  }
