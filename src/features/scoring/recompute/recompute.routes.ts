import { z } from 'zod'
import { type Ask, query } from '../../../http/ask.ts'
import { type FormAgain, page, type Route, write } from '../../../http/feature.ts'
import { whole } from '../../../http/fields.ts'
import { parseForm } from '../../../http/form.ts'
import { frameOf } from '../../../http/frame.ts'
import { inOwnProvince } from '../../../http/places.ts'
import { recomputePath } from '../scoring.paths.ts'
import { askRecompute } from './recompute.actions.ts'
import { recomputeWords } from './recompute.messages.ts'
import { RecomputePage } from './recompute.page.tsx'
import { findLatestRun, findProvinceYears, listRecomputed } from './recompute.store.ts'

const askForm = z.object({ year: whole(1990, 2200) })

/** The province's view: scores computed from the records once more. */
export const recomputeRoutes: readonly Route[] = [
  page({ path: recomputePath, permission: 'score.recompute', place: inOwnProvince, show: showRecompute }),
  write({
    path: recomputePath,
    permission: 'score.recompute',
    audit: 'scores.recompute_asked',
    place: inOwnProvince,
    action: askRecompute,
    read: (ask, body) => {
      const form = parseForm(askForm, body)
      return form.ok ? { ok: true, value: { ...form.value, provinceId: ask.scope.provinceId ?? '' } } : form
    },
    next: (_, { year }) => `${recomputePath}?nam=${year}`,
    said: (ask) => recomputeWords(ask.lang).asked,
    again: showRecompute,
  }),
]

async function showRecompute(ask: Ask, _again?: FormAgain) {
  const provinceId = ask.scope.provinceId ?? ''
  const { name, years } = await findProvinceYears(ask.db, provinceId)
  const wanted = Number(query(ask, 'nam'))
  const year = years.includes(wanted) ? wanted : (years[0] ?? 0)
  const run = await findLatestRun(ask.db, provinceId, year)
  return RecomputePage({
    frame: frameOf(ask),
    provinceName: name,
    years,
    year,
    run,
    when: run ? moment.format(run.endedAt ?? run.askedAt) : '',
    rows: await listRecomputed(ask.db, provinceId, year),
  })
}

const moment = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'short',
})
