import { type Ask, yearOf } from '../../http/ask.ts'
import type { Tab } from '../../ui/index.ts'
import { pledgesWords } from './pledges.messages.ts'
import { pledgesPaths } from './pledges.paths.ts'

/** Pledge and registration are two views of what the units bind themselves to. */
export function pledgeTabs(ask: Ask, current: 'pledge' | 'registrations'): readonly Tab[] {
  const t = pledgesWords(ask.lang)
  const year = yearOf(ask)
  const links = pledgesPaths.at(year.bloc.slug, year.year)
  return [
    { label: t.pledge, href: links.pledge, current: current === 'pledge' },
    { label: t.registrations, href: links.registrations, current: current === 'registrations' },
  ]
}
