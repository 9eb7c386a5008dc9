import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ApiTopic, apiPage, apiPageText, exampleFile, readApi } from '../scripts/generate-api-docs.ts'

describe('the page of the domain, docs/api.md', () => {
  let topics: readonly ApiTopic[] = []

  beforeAll(() => {
    topics = readApi()
  })

  it('is up to date (else: node --import tsx scripts/generate-api-docs.ts)', () => {
    expect(readFileSync(apiPage, 'utf8')).toBe(apiPageText(topics))
  })

  it('finds something said of every export', () => {
    const bare = topics.flatMap((topic) => topic.entries).filter((one) => one.text === '')
    expect(bare.map((one) => `${one.file}: ${one.name}`)).toEqual([])
    expect(topics.flatMap((topic) => topic.entries).length).toBeGreaterThan(500)
  })

  it('finds a sentence at the head of every topic', () => {
    expect(topics.filter((topic) => topic.text.length < 20).map((topic) => topic.name)).toEqual([])
  })

  it('begins with an example that runs as it stands', () => {
    const said = execFileSync(process.execPath, ['--import', 'tsx', exampleFile], { encoding: 'utf8' })
    expect(said.trim().split('\n')).toEqual(['missed 97,64%', '7', '10', "[ '3720 triệu USD' ]"])
  })
})
