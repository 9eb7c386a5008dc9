import { afterAll, describe, expect, it } from 'vitest'
import { samplePapers } from '../../../domain/documents/papers/samples.ts'
import { createPaperPool } from './paper.pool.ts'
import { madeAt, pdfOf } from './reading.test-support.ts'
import { writingFaultWords } from './writing.ts'

const samples = samplePapers()
const pool = createPaperPool(1)
afterAll(() => pool.close())

describe('papers written in a thread', () => {
  it('are the same as those written directly', async () => {
    const written = await pool.write(samples.submission, 'pdf', madeAt)
    expect(written.ok && Buffer.from(written.value).equals(pdfOf(samples.submission))).toBe(true)
  })

  it('come back in both formats, each to whom asked for it', async () => {
    const papers = [samples.submission, samples.reminder, samples.pledge]
    const all = await Promise.all(
      papers.flatMap((paper) => [pool.write(paper, 'pdf', madeAt), pool.write(paper, 'docx', madeAt)]),
    )
    const starts = all.map((written) =>
      written.ok ? Buffer.from(written.value).toString('latin1', 0, 4) : '',
    )
    expect(starts).toEqual(['%PDF', 'PK\u0003\u0004', '%PDF', 'PK\u0003\u0004', '%PDF', 'PK\u0003\u0004'])
    expect(all[2]?.ok && Buffer.from(all[2].value).equals(pdfOf(samples.reminder))).toBe(true)
  })

  it('leave the event loop free meanwhile', async () => {
    let turns = 0
    let writing = true
    const turn = () => {
      turns++
      if (writing) setImmediate(turn)
    }
    setImmediate(turn)
    await pool.write(samples['year-end-report'], 'docx', madeAt)
    writing = false
    expect(turns).toBeGreaterThan(10)
  })

  it('are refused with reasons when they are wrong', async () => {
    const written = await pool.write({ ...samples.submission, subject: '' }, 'pdf', madeAt)
    expect(written).toEqual({
      ok: false,
      error: { kind: 'wrong-paper', faults: [{ code: 'subject-missing', where: '' }] },
    })
  })

  it('fail alone when one makes the thread stumble, and the next is written', async () => {
    const broken = { ...samples.submission, body: [null] } as unknown as typeof samples.submission
    await expect(pool.write(broken, 'pdf', madeAt)).rejects.toThrow()
    expect((await pool.write(samples.submission, 'pdf', madeAt)).ok).toBe(true)
  })

  it('send their thread home after a rest, and wake another for the next paper', async () => {
    const other = createPaperPool(1, 20)
    await other.write(samples.pledge, 'pdf', madeAt)
    expect(other.awake).toBe(1)
    await expect.poll(() => other.awake).toBe(0)
    expect((await other.write(samples.pledge, 'pdf', madeAt)).ok).toBe(true)
    await other.close()
  })

  it('are rejected once the pool is closed', async () => {
    const other = createPaperPool(1)
    const waiting = [other.write(samples.pledge, 'pdf', madeAt), other.write(samples.pledge, 'pdf', madeAt)]
    const settled = Promise.allSettled(waiting)
    await other.close()
    expect((await settled).map((outcome) => outcome.status)).toEqual(['rejected', 'rejected'])
    await expect(other.write(samples.pledge, 'pdf', madeAt)).rejects.toThrow('closed')
  })
})

describe('a paper that could not be written', () => {
  it('is told in one sentence without technical words', () => {
    const faults = [
      { kind: 'wrong-paper', faults: [] },
      { kind: 'pdf-not-on-this-platform', platform: 'darwin arm64' },
      { kind: 'layout-failed', detail: 'SourceDiagnostic' },
    ] as const
    for (const fault of faults) {
      const { vi, en } = writingFaultWords(fault)
      expect(vi).toMatch(/^\p{Lu}.+\.$/u)
      expect(en).toMatch(/^\p{Lu}.+\.$/u)
      expect(vi + en).not.toContain('SourceDiagnostic')
    }
    expect(writingFaultWords(faults[1]).vi).toContain('darwin arm64')
  })
})
