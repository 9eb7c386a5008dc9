import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Word } from '../src/i18n/words.ts'
import { openSite } from './support/site.ts'

const languages = ['vi', 'en'] as const

/**
 * Named constraints that no form can run into: what they guard is written by the program alone (versions under a lock,
 * one row put in place of another, the roll and the box). A refusal by one of them is a defect and says "refused" alone.
 */
const beyondForms: ReadonlySet<string> = new Set([
  'content_hash_shape',
  'evidence_proves_something',
  'movement_owner_given',
  'narrative_once',
  'paper_code_taken',
  'paper_issued_whole',
  'paper_withdrawn_with_reason',
  'poll_count_sums',
  'proposal_decision_given',
  'proposal_origin_given',
  'proposal_recipient_given',
  'ranking_version_once',
  'rating_once',
  'recompute_run_once',
  'reading_file_once',
  'reading_has_facts',
  'result_owner_given',
  'rule_value_once',
  'score_once',
  'target_owner_given',
  'unit_name_once_a_day',
  'unit_step_once',
])

describe('what the database refuses', async () => {
  const site = await openSite()
  const found = await sql<{ name: string }>`
    select distinct c.conname as name from pg_constraint c
    where c.connamespace = 'public'::regnamespace and c.contype in ('c', 'u', 'f', 'x')
      and c.conname !~ '_(fkey|pkey|key|check|not_null|check1)$'
    union
    select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid
    where i.relnamespace = 'public'::regnamespace and x.indisunique and i.relname !~ '_(pkey|key)$'
    order by name`.execute(site.db)
  const faults = site.features.map((feature) => ({
    name: feature.name,
    vi: feature.faults('vi'),
    en: feature.faults('en'),
  }))

  // Kinds and states are chosen from lists; a value outside of them never gets past the form.
  const reachable = found.rows
    .map((row) => row.name)
    .filter((name) => !name.endsWith('_known') && !beyondForms.has(name))

  it('is known by name, and what is said to be beyond forms is really there', () => {
    expect(reachable.length).toBeGreaterThan(40)
    const names = found.rows.map((row) => row.name)
    expect([...beyondForms].filter((name) => !names.includes(name))).toEqual([])
  })

  it.each(reachable)('by %s has a sentence in both languages', (name) => {
    for (const lang of languages) {
      const words = faults.map((topic) => topic[lang][name]).filter((word) => word !== undefined)
      expect(words, `${name} in ${lang}`).not.toEqual([])
    }
  })

  it('or an action refuses means one thing: a code that two topics use says the same in both', () => {
    const said = new Map<string, string>()
    const clashes: string[] = []
    for (const topic of faults) {
      for (const lang of languages) {
        for (const [code, word] of Object.entries(topic[lang])) {
          const key = `${lang} ${code}`
          const sentence = shown(word)
          const before = said.get(key)
          if (before !== undefined && before !== sentence) clashes.push(`${topic.name}: ${code}`)
          said.set(key, sentence)
        }
      }
    }
    expect(clashes).toEqual([])
  })

  it('has the same codes in both languages', () => {
    for (const topic of faults) expect(Object.keys(topic.en), topic.name).toEqual(Object.keys(topic.vi))
  })
})

/** A sentence with its blanks, so that two can be compared. */
function shown(word: Word): string {
  return typeof word === 'string' ? word : word(...(['1', '2', '3', '4'] as never[]))
}
