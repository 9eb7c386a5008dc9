import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { addSecondBloc } from '../../../test/support/second-bloc.ts'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { setRule } from '../blocs/rules.actions.ts'
import { answerQuestion, askAboutFigure, askAgain, settleQuestion } from './questions.actions.ts'
import { listQuestions } from './questions.store.ts'
import { addEvidence } from './reports.actions.ts'
import { recordResult } from './results.actions.ts'

const text = (name: string, body = name) => ({ name, bytes: new TextEncoder().encode(body) })

describe('before a report is sent', async () => {
  const site = await openSite('2026-11-20')
  const world = await buildWorld(site)
  const beside = await addSecondBloc(site, 'b', {
    provinceId: world.provinceId,
    year: 2026,
    state: 'running',
  })
  const { blocYearId, unitIds } = world
  const [, , unit] = world.unitSlugs
  const unitId = unitIds[2]
  const indicator = async (name: string, unitOfMeasure: string) => {
    const found = await sql<{
      id: string
    }>`insert into indicator (province_id, code, name, unit_of_measure)
      values (${world.provinceId}, ${name}, ${name}, ${unitOfMeasure}) returning id`.execute(site.db)
    return found.rows[0]?.id ?? ''
  }
  const broadcasts = await indicator('Lượt phát thanh', 'lượt')
  const imports = await indicator('Kim ngạch nhập khẩu', 'triệu USD')
  const trees = await indicator('Trồng rừng', 'ha')
  await sql`insert into target (indicator_id, year, unit_id, kind, value, unit_of_measure) values
    (${trees}, 2026, ${unitId}, 'at_least', 1498.3, 'ha')`.execute(site.db)
  const at = { blocYearId, unitId }
  const { resultId } = await site.did('cv3', recordResult, {
    ...at,
    indicatorId: broadcasts,
    value: '330',
    isEstimate: true,
  })
  const other = await site.did('cv3', recordResult, {
    ...at,
    indicatorId: imports,
    value: '980',
    unitOfMeasure: 'USD',
    overrideReason: 'In theo văn bản',
  })
  const place = { ...at, indicatorId: broadcasts, period: '2026' }
  const question = async () => (await listQuestions(site.db, blocYearId, { unitId, blocId: null }))[0]
  const asked = async () => ({
    ...at,
    questionId: (await question())?.id ?? '',
    version: (await question())?.version ?? 0,
  })
  const file = text('bao-cao.txt', 'Báo cáo số liệu phát thanh cơ sở năm 2026')

  it('whoever leads the bloc asks about one figure; a member may not', async () => {
    const ask = { ...place, body: '330 lượt ít hơn 541 thôn?', dueOn: '2026-11-25' }
    expect(await site.act('cv4', askAboutFigure, ask)).toMatchObject({ error: { code: 'not_your_role' } })
    expect(await site.act('ld-b-1', askAboutFigure, ask)).toMatchObject({ error: { code: 'not_your_role' } })
    expect(await site.act('ld1', askAboutFigure, { ...ask, dueOn: '2026-11-01' })).toMatchObject({
      error: { fields: { dueOn: { code: 'answer_day_past' } } },
    })
    await site.did('ld1', askAboutFigure, ask)
    expect(await question()).toMatchObject({ state: 'open', dueOn: '2026-11-25' })
    expect(await site.act('ld1', askAboutFigure, ask)).toMatchObject({
      error: { fields: { body: { code: 'figure_question_open_once' } } },
    })
  })

  it('the unit finds the question among its duties, on its sheet and before it sends; others see none of it', async () => {
    const own = await site.browse('cv3')
    expect((await own.get('/viec-can-lam')).text).toContain('Trả lời câu hỏi về số liệu: Lượt phát thanh')
    expect((await own.get(world.at('ket-qua', unit))).text).toContain('330 lượt ít hơn 541 thôn?')
    const before = await own.get(world.at('ket-qua', unit, 'truoc-khi-gui'))
    expect(before.text).toContain('Câu hỏi chưa xong (1)')
    const member = await site.browse('cv4')
    for (const path of [
      world.at('ket-qua', unit),
      world.at('ket-qua', unit, 'so', broadcasts),
      world.at('ket-qua', unit, 'truoc-khi-gui'),
      world.at('ket-qua', 'hoi-dap'),
    ]) {
      const seen = await member.get(path)
      expect([path, seen.status]).toEqual([path, 200])
      expect(seen.text).not.toContain('541 thôn')
    }
  })

  it('answer, further question, answer, settled: each word stays, and whoever is next is told', async () => {
    expect(await site.act('cv4', answerQuestion, { ...(await asked()), body: 'x' })).toMatchObject({
      error: { code: 'not_your_role' },
    })
    const first = await asked()
    await site.did('cv3', answerQuestion, { ...first, body: 'Mỗi thôn phát một lượt, còn thiếu số quý IV.' })
    expect(await site.act('ld3', answerQuestion, { ...first, body: 'x' })).toMatchObject({
      error: { code: 'changed_meanwhile' },
    })
    const head = await site.browse('ld1')
    expect((await head.get('/viec-can-lam')).text).toContain('Xem trả lời về số liệu: Lượt phát thanh')
    await site.did('ld1', askAgain, { ...(await asked()), body: 'Bổ sung quý IV.', dueOn: null })
    await site.did('thuky', answerQuestion, { ...(await asked()), body: 'Đã bổ sung theo điện thoại.' })
    await site.did('ld1', settleQuestion, { ...(await asked()), body: 'Đã rõ.' })
    const done = await question()
    expect(done?.state).toBe('settled')
    expect(done?.remarks.map(({ ofOwner, onBehalf }) => [ofOwner, onBehalf])).toEqual([
      [false, false],
      [true, false],
      [false, false],
      [true, true],
      [false, false],
    ])
    expect(await site.act('cv3', answerQuestion, { ...(await asked()), body: 'x' })).toMatchObject({
      error: { code: 'question_settled' },
    })
    const events = await sql<{ event: string }>`
      select event from audit.entry where entity = 'figure_question' order by id`.execute(site.db)
    expect(events.rows.map(({ event }) => event)).toEqual([
      'figure.asked',
      'figure.answered',
      'figure.asked_again',
      'figure.answered',
      'figure.settled',
    ])
  })

  it('a question of another bloc or unit is not there', async () => {
    const theirs = { ...(await asked()), blocYearId: beside.blocYearId, unitId: beside.unitIds[0] }
    expect(await site.act('ld-b-1', settleQuestion, { ...theirs, body: '' })).toMatchObject({
      error: { code: 'not_found' },
    })
    const elsewhere = { ...(await asked()), unitId: unitIds[3] }
    expect(await site.act('ld1', settleQuestion, { ...elsewhere, body: '' })).toMatchObject({
      error: { code: 'not_found' },
    })
  })

  it('the page asks and answers without a script, and keeps what was typed when something is wrong', async () => {
    const head = await site.browse('thuky')
    const figure = world.at('ket-qua', unit, 'so', imports)
    const form = { period: '2026', question: 'Có phải triệu USD?', answerBy: '31/02/2026' }
    const wrong = await head.post(`${figure}/hoi`, form)
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Có phải triệu USD?')
    expect((await head.post(`${figure}/hoi`, { ...form, answerBy: '' })).location).toBe(`${figure}#hoi-dap`)
    const open = (await listQuestions(site.db, blocYearId)).find((one) => one.indicatorId === imports)
    const own = await site.browse('ld3')
    const answered = await own.post(`${figure}/hoi/${open?.id}/tra-loi`, {
      period: '2026',
      version: '1',
      answer: 'In theo văn bản của tỉnh.',
    })
    expect(answered.location).toBe(`${figure}#hoi-dap`)
    expect((await head.get(figure)).text).toContain('In theo văn bản của tỉnh.')
    expect((await head.get(world.at('ket-qua', 'hoi-dap'))).text).toContain('đã trả lời, chờ xem')
  })

  it('lists findings with their reasons, missing figures, estimates, and figures without evidence', async () => {
    const { text: page } = await (await site.browse('cv3')).get(world.at('ket-qua', unit, 'truoc-khi-gui'))
    expect(page).toContain('Số liệu cần xem lại (1)')
    expect(page).toContain('Giữ nguyên vì: In theo văn bản')
    expect(page).toContain('Chỉ tiêu chưa có số (1)')
    expect(page).toContain('Số ước (1)')
    expect(page).toContain('31/03/2027')
    expect(page).toContain('Số liệu chưa có minh chứng (2)')
    expect(page).toContain('Gửi báo cáo năm')
  })

  it('lists weak evidence: one file for two figures, one too small, one from before the year', async () => {
    await site.did('cv3', addEvidence, { ...at, resultId, file })
    await site.did('cv3', addEvidence, { ...at, resultId: other.resultId, file })
    await site.did('cv3', addEvidence, { ...at, resultId, file: text('trong.txt', ' ') })
    await sql`update file set uploaded_at = '2025-03-01' where name = 'bao-cao.txt'`.execute(site.db)
    const { text: page } = await (await site.browse('cv3')).get(world.at('ket-qua', unit, 'truoc-khi-gui'))
    expect(page).toContain('Minh chứng cần xem lại (3)')
    expect(page).toContain('Cùng một tệp còn dùng cho: Kim ngạch nhập khẩu.')
    expect(page).toContain('Tệp chỉ có 1 byte')
    expect(page).toContain('đã có từ ngày 01/03/2025, trước khi kỳ báo cáo bắt đầu (01/01/2026)')
  })

  it('the head reads the same for every unit on one page', async () => {
    const { text: page } = await (await site.browse('ld1')).get(world.at('ket-qua', 'ra-soat'))
    expect(page).toContain(`href="${world.at('ket-qua', unit, 'truoc-khi-gui')}"`)
    expect(page).toContain('Minh chứng yếu')
  })

  it('until when an estimate stands is a rule of the bloc, marked until a paper says so', async () => {
    const path = world.at('ket-qua', unit, 'truoc-khi-gui')
    const browse = await site.browse('cv3')
    expect((await browse.get(path)).text).toContain('thông lệ')
    await site.did('tinh', setRule, {
      blocYearId,
      key: 'figures.estimates_until',
      value: '01-31',
      basis: 'Quy chế khối năm 2026',
    })
    expect((await browse.get(path)).text).toContain('đến hết ngày 31/01/2027')
    site.clock.now = new Date('2027-02-01T12:00:00+07:00')
    expect((await browse.get(path)).text).toContain(
      'Vẫn là số ước; số chính thức cần có từ sau ngày 31/01/2027.',
    )
  })
})
