import { defineWords, type Names } from '../../i18n/words.ts'

/** Words of the workbooks of targets; the headings are those an import knows. */
export const workbookWords = defineWords(
  {
    importTitle: (owner: string) => `Nhập chỉ tiêu: ${owner}`,
    sheet: 'Chỉ tiêu',
    catalogue: 'Danh mục',
    templateTitle: (owner: string, year: string) => `CHỈ TIÊU THI ĐUA NĂM ${year} – ${owner}`,
    templateLead:
      'Chỉ điền các ô nền vàng. Ghi số như 44.462; khoảng như “từ 96,4% đến 128%”; thời hạn như 31/12/2026; không giao thì ghi “không giao”.',
    catalogueTitle: 'Danh mục chỉ số: sao chép mã vào dòng trống của trang Chỉ tiêu để thêm chỉ tiêu',
    code: 'Mã',
    indicator: 'Chỉ số',
    field: 'Lĩnh vực',
    unitOfMeasure: 'Đơn vị tính',
    unitHint: 'Chỉ sửa khi số giao theo đơn vị khác.',
    lastYear: 'Năm trước',
    rule: 'Cách đánh giá',
    value: 'Mức giao',
    valueHint:
      'Con số như 44.462; khoảng như “từ 96,4% đến 128%”; thời hạn như 31/12/2026; hoặc “không giao”.',
    setBy: 'Cơ quan giao',
    basis: 'Văn bản giao',
    note: 'Ghi chú',
    reason: 'Lý do giữ nguyên số',
    number: 'TT',
    unit: 'Đơn vị',
    target: 'Chỉ tiêu',
    exportTitle: (owner: string, year: string) => `CHỈ TIÊU THI ĐUA NĂM ${year} – ${owner}`,
    illustrative: 'Dòng ghi “minh họa” là số liệu minh họa, không có trong tài liệu gốc.',
    sample: 'minh họa',
  },
  {
    importTitle: (owner) => `Enter targets: ${owner}`,
    sheet: 'Targets',
    catalogue: 'Catalogue',
    templateTitle: (owner, year) => `TARGETS OF ${year} – ${owner}`,
    templateLead:
      'Fill in the yellow cells only. Write figures like 44.462; a range like “từ 96,4% đến 128%”; a day like 31/12/2026; where nothing is assigned “không giao”.',
    catalogueTitle: 'Catalogue of indicators: copy a code into an empty line of the targets to add one',
    code: 'Code',
    indicator: 'Indicator',
    field: 'Field of work',
    unitOfMeasure: 'Unit',
    unitHint: 'Change it only where the target is set in another unit.',
    lastYear: 'Last year',
    rule: 'How it is judged',
    value: 'Target',
    valueHint:
      'A figure like 44.462; a range like “từ 96,4% đến 128%”; a day like 31/12/2026; or “không giao”.',
    setBy: 'Set by',
    basis: 'Basis',
    note: 'Note',
    reason: 'Reason',
    number: 'No.',
    unit: 'Unit',
    target: 'Target',
    exportTitle: (owner, year) => `TARGETS OF ${year} – ${owner}`,
    illustrative: 'Lines marked “sample” are illustrative and not in the source documents.',
    sample: 'sample',
  },
)

export const workbookEvents: Names<string> = {
  'targets.imported': { vi: 'Nhập chỉ tiêu từ bảng tính', en: 'Targets imported from a spreadsheet' },
}
