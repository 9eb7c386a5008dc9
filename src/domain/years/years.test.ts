import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  advance,
  boardColumnInfo,
  boardColumns,
  cellOf,
  defaultDeadlines,
  emptyYearFacts,
  gate,
  lackText,
  landingYear,
  type MemberFacts,
  mayOpen,
  nextYear,
  owedBy,
  reminderText,
  type Step,
  stepBack,
  type YearFacts,
  type YearState,
  yearPath,
  yearStates,
} from './index.ts'

const done: Step = { state: 'done', due: '2026-03-31' }
const none: Step = { state: 'none', due: '2026-03-31' }

function member(unitId: string, step: Step): MemberFacts {
  return { unitId, steps: Object.fromEntries(boardColumns.map((column) => [column, step])) }
}

const completeFacts: YearFacts = {
  headUnitId: 'so-cong-thuong',
  members: [member('so-cong-thuong', done), member('so-xay-dung', done)],
  drafts: { regulation: 'adopted', scoreTable: 'adopted', pledge: 'adopted' },
  scoreTableFrozen: true,
  midYear: 'held',
  scoresShown: true,
  openAppeals: 0,
  conferenceHeld: true,
  scoresAdopted: true,
  minutesSigned: true,
  nextHeadChosen: true,
  proposals: [{ id: 'co-tinh', unitId: 'so-xay-dung', hasOutcome: true }],
  proposalsFixed: true,
  submissionSent: true,
  handoverDone: true,
}

describe('the states of the year', () => {
  test('a year with everything in place goes from set-up to closed without a single reason', () => {
    let state: YearState = 'setup'
    const seen: YearState[] = [state]
    while (state !== 'closed') {
      const moved = advance(state, completeFacts, null)
      if (!moved.ok) throw new Error(JSON.stringify(moved.error))
      expect(moved.value.lacks).toEqual([])
      state = moved.value.to
      seen.push(state)
    }
    expect(seen).toEqual([...yearStates])
    expect(advance('closed', completeFacts, 'thử')).toEqual({ ok: false, error: { code: 'already_closed' } })
  })

  test('an empty year lists who owes what before the pledge', () => {
    expect(gate('setup', emptyYearFacts)).toEqual({
      next: 'pledging',
      lacks: [
        { code: 'members_missing', owedBy: 'province', severity: 'needed' },
        { code: 'head_missing', owedBy: 'province', severity: 'needed' },
        { code: 'regulation_not_adopted', owedBy: 'head', severity: 'needed' },
        { code: 'score_table_not_adopted', owedBy: 'head', severity: 'needed' },
        { code: 'pledge_text_not_adopted', owedBy: 'head', severity: 'needed' },
      ],
    })
  })

  test('a unit that has not signed is named, and going on asks for a reason that is kept with the lack', () => {
    const unsigned = {
      ...completeFacts,
      members: [
        member('so-cong-thuong', done),
        { unitId: 'so-xay-dung', steps: { ...member('so-xay-dung', done).steps, pledge: none } },
      ],
    }
    const lack = {
      code: 'pledge_missing',
      unitId: 'so-xay-dung',
      owedBy: 'unit',
      severity: 'needed',
    } as const
    expect(gate('pledging', unsigned).lacks).toEqual([lack])
    expect(advance('pledging', unsigned, '  ')).toEqual({
      ok: false,
      error: { code: 'reason_needed', lacks: [lack] },
    })
    expect(advance('pledging', unsigned, ' ký bổ sung sau ')).toEqual({
      ok: true,
      value: { from: 'pledging', to: 'running', reason: 'ký bổ sung sau', lacks: [lack] },
    })
    expect(lackText(lack, () => 'Sở Xây dựng').vi).toBe('Sở Xây dựng: chưa ký giao ước')
  })

  test('a noted absence is no lack', () => {
    const noted = {
      ...completeFacts,
      members: [
        {
          unitId: 'a',
          steps: { ...member('a', done).steps, self_score: { state: 'absence_noted', due: null } },
        },
      ],
    } as const
    expect(gate('scoring', noted).lacks).toEqual([])
  })

  test('an open mid-year review is advised, never asked for', () => {
    const moved = advance('running', { ...completeFacts, midYear: 'open' }, null)
    expect(moved.ok && moved.value.lacks.map((lack) => lack.severity)).toEqual(['advised'])
  })

  test('a year closes only when each proposal has an outcome, and names the one without', () => {
    const waiting = { ...completeFacts, proposals: [{ id: 'p1', unitId: 'u1', hasOutcome: false }] }
    expect(gate('submitted', waiting).lacks.map((lack) => lack.code)).toEqual(['no_outcome_yet'])
    expect(gate('decided', waiting).lacks).toEqual([
      {
        code: 'proposal_without_outcome',
        proposalId: 'p1',
        unitId: 'u1',
        owedBy: 'province',
        severity: 'needed',
      },
    ])
    expect(gate('submitted', { ...completeFacts, proposals: [] }).lacks).toEqual([])
  })

  test('only a proposed unit owes an achievement report', () => {
    const facts = { ...completeFacts, members: [member('so-cong-thuong', none), member('so-xay-dung', none)] }
    const owed = gate('conference', facts).lacks.filter((lack) => lack.code === 'achievement_report_missing')
    expect(owed.map((lack) => lack.unitId)).toEqual(['so-xay-dung'])
  })

  test('a step back needs a reason and an earlier state', () => {
    expect(stepBack('appraisal', 'scoring', null)).toEqual({
      ok: false,
      error: { code: 'reason_needed', lacks: [] },
    })
    expect(stepBack('scoring', 'scoring', 'x')).toEqual({ ok: false, error: { code: 'not_a_step_back' } })
    expect(stepBack('setup', 'running', 'x')).toEqual({ ok: false, error: { code: 'not_a_step_back' } })
    const back = stepBack('appraisal', 'running', 'mở lại báo cáo')
    expect(back.ok && [back.value.to, back.value.reason]).toEqual(['running', 'mở lại báo cáo'])
  })

  test('no facts can bring a year past a needed lack without a reason', () => {
    const facts = fc.record({
      headUnitId: fc.constantFrom(null, 'a'),
      scoreTableFrozen: fc.boolean(),
      scoresShown: fc.boolean(),
      handoverDone: fc.boolean(),
      members: fc.array(fc.constantFrom(member('a', done), member('b', none)), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.constantFrom(...yearStates), facts, (state, some) => {
        const all = { ...completeFacts, ...some }
        const needed = gate(state, all).lacks.some((lack) => lack.severity === 'needed')
        expect(advance(state, all, null).ok).toBe(!needed && state !== 'closed')
      }),
    )
  })
})

describe('the year path', () => {
  test('it has ten stations, the present one open', () => {
    const path = yearPath('scoring', 'held')
    expect(path.map((station) => station.status)).toEqual([
      'past',
      'past',
      'past',
      'past',
      'present',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
    ])
    expect(path.map((station) => station.label.vi)).toContain('sơ kết')
    expect(path.at(-1)).toMatchObject({ number: 10, key: 'closed' })
  })

  test('a mid-year review that never met is skipped once scoring has begun, and ahead before', () => {
    const midYear = (state: YearState) =>
      yearPath(state, 'open').find((station) => station.key === 'mid_year')?.status
    expect(midYear('running')).toBe('ahead')
    expect(midYear('scoring')).toBe('skipped')
  })
})

describe('the year board', () => {
  test.each([
    [
      { state: 'none', due: '2026-11-15' },
      { kind: 'not_due', lateDays: 0, daysLeft: 5 },
    ],
    [
      { state: 'none', due: '2026-11-10' },
      { kind: 'not_due', lateDays: 0, daysLeft: 0 },
    ],
    [
      { state: 'draft', due: '2026-11-05' },
      { kind: 'late', lateDays: 5, daysLeft: null },
    ],
    [
      { state: 'none', due: null },
      { kind: 'not_due', lateDays: 0, daysLeft: null },
    ],
    [
      { state: 'sent', due: '2026-11-05', doneOn: '2026-11-04' },
      { kind: 'waiting', lateDays: 0, daysLeft: null },
    ],
    [
      { state: 'returned', due: '2026-11-05' },
      { kind: 'returned', lateDays: 5, daysLeft: null },
    ],
    [
      { state: 'done', due: '2026-11-05', doneOn: '2026-11-07' },
      { kind: 'done', lateDays: 2, daysLeft: null },
    ],
    [
      { state: 'done', channel: 'paper', due: '2026-11-05' },
      { kind: 'by_paper', lateDays: 0, daysLeft: null },
    ],
    [
      { state: 'done', channel: 'on_behalf', due: null },
      { kind: 'on_behalf', lateDays: 0, daysLeft: null },
    ],
    [
      { state: 'not_asked', due: '2026-11-05' },
      { kind: 'not_asked', lateDays: 0, daysLeft: null },
    ],
  ] as const)('on 10/11/2026 the step %j shows %j', (step, cell) => {
    expect(cellOf(step, '2026-11-10')).toEqual(cell)
  })

  test('deadline-province-dossiers: a deadline "before 10/12" ends on 09/12, and its basis is named', () => {
    expect(defaultDeadlines(2026).achievement_report).toBe('2026-12-09')
    expect(boardColumnInfo.achievement_report.basis.vi).toContain('86/2025/QĐ-UBND')
    expect(boardColumns.filter((column) => boardColumnInfo[column].mark === 'confirmed')).toEqual([
      'achievement_report',
    ])
  })

  test('days are counted across a leap day and the end of a year', () => {
    expect(cellOf({ state: 'none', due: '2024-02-28' }, '2024-03-01').lateDays).toBe(2)
    expect(cellOf({ state: 'none', due: '2026-12-31' }, '2027-01-01').lateDays).toBe(1)
  })
})

describe('reminders', () => {
  const unit: MemberFacts = {
    unitId: 'u',
    steps: {
      self_score: { state: 'none', due: '2026-11-15' },
      year_report: { state: 'returned', due: '2026-11-10' },
      evidence: { state: 'done', due: '2026-11-10' },
      achievement_report: { state: 'none', due: '2026-12-31' },
      appraisal: { state: 'none', due: '2026-11-01' },
      conference: { state: 'none', due: '2026-11-29' },
    },
  }

  test('a unit is told what is late, returned or soon due, and nothing the head owes', () => {
    const owed = owedBy(unit, '2026-11-20')
    expect(owed.map((step) => step.column)).toEqual(['year_report', 'self_score', 'conference'])
    const text = reminderText({
      unitName: 'Sở Xây dựng',
      blocName: 'Khối Kinh tế',
      year: 2026,
      owed,
      signedBy: { vi: 'Trưởng khối', en: 'Head of the bloc' },
    })
    expect(text?.vi).toBe(
      'Sở Xây dựng – năm thi đua 2026, Khối Kinh tế: còn 3 việc. 1) báo cáo kết quả năm, đã trả lại để bổ sung, quá hạn 10 ngày (hạn 10/11/2026); 2) bảng tự chấm điểm, quá hạn 5 ngày (hạn 15/11/2026); 3) dự hội nghị tổng kết, hạn 29/11/2026. Đề nghị đơn vị hoàn thành sớm. Trưởng khối.',
    )
    expect(text?.en).toContain('2) self-score sheet, 5 days late (due 15/11/2026)')
  })

  test('a unit that owes nothing gets no text', () => {
    const owed = owedBy({ unitId: 'u', steps: { pledge: done } }, '2026-11-20')
    expect(owed).toEqual([])
    expect(
      reminderText({ unitName: 'A', blocName: 'B', year: 2026, owed, signedBy: { vi: '', en: '' } }),
    ).toBeNull()
  })
})

describe('overlapping years', () => {
  test('2021 opens from the conference of 2020, while 2020 still waits for its decisions', () => {
    expect(nextYear([{ year: 2020, state: 'appraisal' }], 2020)).toMatchObject({ allowed: false, year: 2021 })
    expect(nextYear([{ year: 2020, state: 'conference' }], 2020)).toEqual({ allowed: true, year: 2021 })
    expect(nextYear([{ year: 2020, state: 'submitted' }], 2020)).toEqual({ allowed: true, year: 2021 })
    expect(nextYear([], 2026)).toEqual({ allowed: true, year: 2026 })
  })

  test('a past year may be recorded beside a running one, the same year only once', () => {
    expect(mayOpen([{ year: 2026, state: 'running' }], 2020).allowed).toBe(true)
    expect(mayOpen([{ year: 2026, state: 'running' }], 2026)).toMatchObject({ allowed: false, why: 'exists' })
    expect(mayOpen([{ year: 2026, state: 'running' }], 2027).allowed).toBe(false)
  })

  test('a user lands where the most pressing debt is, else in the living year', () => {
    const y2025 = { year: 2025, state: 'submitted', nextDue: null } as const
    const y2026 = { year: 2026, state: 'setup', nextDue: null } as const
    expect(landingYear([y2025, y2026])).toBe(2026)
    expect(
      landingYear([
        { ...y2025, nextDue: '2026-01-10' },
        { ...y2026, nextDue: '2026-03-15' },
      ]),
    ).toBe(2025)
    expect(landingYear([{ ...y2025, year: 2022, state: 'conference' }, y2026])).toBe(2026)
    expect(landingYear([{ ...y2025, state: 'closed' }])).toBe(2025)
    expect(landingYear([])).toBeNull()
  })
})
