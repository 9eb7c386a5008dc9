import { describe, expect, it } from 'vitest'
import { draftNews, type NewsFacts, newsWarnings } from './index.ts'

const bacNinh: NewsFacts = {
  event: 'year_end',
  host: 'Khối thi đua Kinh tế - Kỹ thuật',
  provinceName: 'Bắc Ninh',
  year: 2022,
  heldOn: '2022-11-29',
  timeText: '',
  place: '',
  memberCount: 12,
  attending: [],
  guests: [],
  movement: '',
  context: '',
  results: [
    { heading: 'Lĩnh vực công thương', sentences: ['Giá trị sản xuất công nghiệp ước đạt 150.764 tỷ đồng'] },
  ],
  shortcomings: '',
  directions: ['100% đơn vị hoàn thành tốt nhiệm vụ.'],
  awards: [
    { award: 'Cờ thi đua của Chính phủ', recipients: ['Sở Thông tin và Truyền thông'], unnamed: 0 },
    {
      award: 'Cờ thi đua của UBND tỉnh',
      recipients: ['Sở Công thương', 'Quỹ đầu tư phát triển'],
      unnamed: 0,
    },
    { award: 'Bằng khen của Chủ tịch UBND tỉnh', recipients: [], unnamed: 3 },
  ],
  leaders: [{ label: 'Trưởng khối', unit: 'Ban Quản lý các KCN tỉnh', forYear: 2023, how: 'elected' }],
}

describe('a news item drafted from the records', () => {
  const draft = draftNews(bacNinh)
  const text = [draft.lead, ...draft.paragraphs].join('\n')

  it('names the bloc, the year under review and the day of the conference', () => {
    expect(draft.title).toBe(
      'Khối thi đua Kinh tế - Kỹ thuật tổng kết công tác thi đua, khen thưởng năm 2022',
    )
    expect(draft.lead).toMatch(/^Ngày 29\/11\/2022, Khối thi đua/)
  })

  it('states every award with its recipients and counts those whose names are withheld', () => {
    expect(text).toContain('Cờ thi đua của Chính phủ cho Sở Thông tin và Truyền thông')
    expect(text).toContain('Cờ thi đua của UBND tỉnh cho Sở Công thương và Quỹ đầu tư phát triển')
    expect(text).toContain('Bằng khen của Chủ tịch UBND tỉnh cho 3 đơn vị')
  })

  it('tells an election as an election and a handover as a handover', () => {
    expect(text).toContain('bầu Ban Quản lý các KCN tỉnh làm Trưởng khối năm 2023')
    const handover = draftNews({
      ...bacNinh,
      leaders: [
        {
          label: 'Trưởng khối',
          unit: 'Ban Quản lý khu kinh tế',
          forYear: 2021,
          how: 'handover',
          from: 'Sở Thông tin và Truyền thông',
        },
      ],
    })
    expect(handover.paragraphs.join('\n')).toContain(
      'Sở Thông tin và Truyền thông bàn giao nhiệm vụ Trưởng khối năm 2021 cho Ban Quản lý khu kinh tế',
    )
  })

  it('keeps figures as the results state them', () => {
    expect(text).toContain('Lĩnh vực công thương: giá trị sản xuất công nghiệp ước đạt 150.764 tỷ đồng.')
  })
})

describe('before publishing', () => {
  it('warns of a stamp earlier than the event: 10:20 for an afternoon meeting of the same day', () => {
    expect(newsWarnings('2020-12-16T10:20', '2020-12-16', null, 'buổi chiều')).toEqual([
      { code: 'before_event' },
    ])
    expect(newsWarnings('2020-12-16T17:20', '2020-12-16', null, 'buổi chiều')).toEqual([])
    expect(newsWarnings('2022-11-30T08:30', '2022-11-29', null, '')).toEqual([])
  })

  it('says when the day of the event is unknown', () => {
    expect(newsWarnings('2022-01-10T08:00', null, null, '')).toEqual([{ code: 'no_event_date' }])
  })
})
