import type { Bilingual } from '../bilingual.ts'

/** Kinds of unit (đơn vị) that sit in blocs, launch drives, or take part in them. */
export const unitKinds = [
  'department',
  'board',
  'management_board',
  'project_board',
  'national_park',
  'fund',
  'central_agency',
  'assembly_office',
  'party_body',
  'mass_organisation',
  'enterprise',
  'district',
  'commune',
  'school',
  'hospital',
  'office',
  'room',
  'other',
] as const

/** Kind of a unit. */
export type UnitKind = (typeof unitKinds)[number]

/** The words of each kind. */
export const unitKindLabels: Readonly<Record<UnitKind, Bilingual>> = {
  department: { vi: 'Sở', en: 'Provincial department' },
  board: { vi: 'Ban, cơ quan ngang sở', en: 'Board at department level' },
  management_board: { vi: 'Ban quản lý khu công nghiệp, khu kinh tế', en: 'Zone management board' },
  project_board: { vi: 'Ban quản lý dự án', en: 'Project management board' },
  national_park: { vi: 'Vườn quốc gia', en: 'National park' },
  fund: { vi: 'Quỹ', en: 'Fund' },
  central_agency: { vi: 'Cơ quan trung ương trên địa bàn', en: 'Central agency in the province' },
  assembly_office: {
    vi: 'Văn phòng HĐND, UBND, Đoàn ĐBQH',
    en: 'Office of council, committee or delegation',
  },
  party_body: { vi: 'Cơ quan Đảng', en: 'Party body' },
  mass_organisation: { vi: 'Mặt trận, đoàn thể', en: 'Front or mass organisation' },
  enterprise: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  district: { vi: 'Huyện, thị xã, thành phố (đến 30/6/2025)', en: 'District-level unit (until 30/6/2025)' },
  commune: { vi: 'Xã, phường, đặc khu', en: 'Commune-level unit' },
  school: { vi: 'Trường học', en: 'School' },
  hospital: { vi: 'Bệnh viện, cơ sở y tế', en: 'Hospital' },
  office: { vi: 'Chi cục, trung tâm, đơn vị trực thuộc', en: 'Subordinate office or centre' },
  room: { vi: 'Phòng, ban trong đơn vị', en: 'Division within a unit' },
  other: { vi: 'Đơn vị khác', en: 'Other unit' },
}
