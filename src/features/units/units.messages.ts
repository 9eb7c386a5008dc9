import { defineWords, type Names } from '../../i18n/words.ts'

export const unitsWords = defineWords(
  {
    title: 'Đơn vị',
    lead: 'Các sở, ban, quỹ, vườn quốc gia và đơn vị khác, với tên gọi theo từng thời kỳ.',
    found: 'Thêm đơn vị',
    founded: 'Đã thêm đơn vị.',
    renamed: 'Đã ghi tên mới.',
    name: 'Tên đơn vị',
    shortName: 'Tên viết gọn',
    kind: 'Loại',
    province: 'Tỉnh, thành phố',
    foundedOn: 'Ngày thành lập',
    basis: 'Căn cứ',
    empty: 'Chưa có đơn vị nào.',
    search: 'Tìm đơn vị',
  },
  {
    title: 'Units',
    lead: 'Departments, boards, funds, national parks and others, with their names through time.',
    found: 'Add a unit',
    founded: 'Unit added.',
    renamed: 'New name recorded.',
    name: 'Name of the unit',
    shortName: 'Short name',
    kind: 'Kind',
    province: 'Province or city',
    foundedOn: 'Founded on',
    basis: 'Basis',
    empty: 'There are no units yet.',
    search: 'Find a unit',
  },
)

export const unitsFaults = defineWords(
  {
    unit_slug_taken: 'Tỉnh này đã có một đơn vị cùng tên.',
    unit_life_order: 'Ngày giải thể phải sau ngày thành lập.',
  },
  {
    unit_slug_taken: 'The province has a unit of this name already.',
    unit_life_order: 'The end must come after the founding.',
  },
)

export const unitsEvents: Names<string> = {
  'unit.founded': { vi: 'Thêm đơn vị', en: 'Unit founded' },
  'unit.renamed': { vi: 'Đổi tên đơn vị', en: 'Unit renamed' },
}
