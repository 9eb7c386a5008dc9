import { governmentFlagShare } from '../../domain/quotas/index.ts'
import { printNumber } from '../../domain/vietnamese/index.ts'
import { type Ask, keyParam, mayHere, query } from '../../http/ask.ts'
import { type FormAgain, type Place, page, type Route, write } from '../../http/feature.ts'
import { parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inOwnProvince, onSite } from '../../http/places.ts'
import { recordForm, removeRecordForm } from './awards.forms.ts'
import { awardsPaths } from './awards.paths.ts'
import { OverviewPage } from './overview.page.tsx'
import { listProposalsOfProvince, listProposalYears } from './proposals.store.ts'
import { addAwardRecord, removeAwardRecord } from './records.actions.ts'
import { recordsWords } from './records.messages.ts'
import { AddRecordPage, RecordsPage, RemoveRecordPage } from './records.page.tsx'
import {
  findRecord,
  listUnitsOfProvince,
  provinceName,
  RECORDS_ON_A_PAGE,
  recordChoices,
  searchRecords,
} from './records.store.ts'

const ofRecord: Place = async (ask) => {
  const id = keyParam(ask, 'record')
  const record = id && (await findRecord(ask.db, id))
  return record ? { scope: { provinceId: record.provinceId } } : undefined
}

/** The lifelong record, open to everybody, and the province's view over all its blocs. */
export const recordsRoutes: readonly Route[] = [
  page({
    path: awardsPaths.records,
    permission: 'award_record.read',
    place: onSite,
    keep: true,
    show: showRecords,
  }),
  page({
    path: awardsPaths.addRecord,
    permission: 'award_record.manage',
    place: inOwnProvince,
    show: showAdd,
  }),
  write({
    path: awardsPaths.addRecord,
    permission: 'award_record.manage',
    audit: 'award_record.added',
    place: inOwnProvince,
    action: addAwardRecord,
    read: (ask, body) => {
      const form = parseForm(recordForm, body)
      return form.ok ? { ok: true, value: { ...form.value, provinceId: ask.scope.provinceId ?? '' } } : form
    },
    next: () => awardsPaths.records,
    said: (ask) => recordsWords(ask.lang).added,
    again: showAdd,
  }),
  page({
    path: awardsPaths.route.removeRecord,
    permission: 'award_record.manage',
    place: ofRecord,
    show: showRemove,
  }),
  write({
    path: awardsPaths.route.removeRecord,
    permission: 'award_record.manage',
    audit: 'award_record.removed',
    place: ofRecord,
    action: removeAwardRecord,
    read: (ask, body) => {
      const form = parseForm(removeRecordForm, body)
      return form.ok ? { ok: true, value: { ...form.value, recordId: keyParam(ask, 'record') ?? '' } } : form
    },
    next: () => awardsPaths.records,
    said: (ask) => recordsWords(ask.lang).removed,
    again: showRemove,
  }),
  page({
    path: awardsPaths.overview,
    permission: 'award_record.manage',
    place: inOwnProvince,
    show: showOverview,
  }),
]

async function showRecords(ask: Ask) {
  const filter = {
    search: query(ask, 'tim').trim().slice(0, 200),
    year: query(ask, 'nam'),
    awardCode: query(ask, 'hinh-thuc'),
    provinceId: query(ask, 'tinh'),
  }
  const wanted = Number(query(ask, 'trang'))
  const page = Number.isInteger(wanted) && wanted > 0 && wanted < 100_000 ? wanted : 1
  const { rows, total } = await searchRecords(ask.db, filter, page)
  const place = await inOwnProvince(ask)
  const provinceId = place?.scope.provinceId
  return RecordsPage({
    frame: frameOf(ask),
    filter,
    rows,
    total,
    page,
    pages: Math.ceil(total / RECORDS_ON_A_PAGE),
    ...(await recordChoices(ask.db)),
    mayManageIn: provinceId && mayHere(ask, 'award_record.manage', { provinceId }) ? provinceId : undefined,
    hrefOf: (number) => {
      const { search, year, awardCode, provinceId: tinh } = filter
      const kept = new URLSearchParams({
        tim: search,
        nam: year,
        'hinh-thuc': awardCode,
        tinh,
        trang: String(number),
      })
      return `${awardsPaths.records}?${kept}`
    },
  })
}

async function showAdd(ask: Ask, again?: FormAgain) {
  const units = ask.scope.provinceId ? await listUnitsOfProvince(ask.db, ask.scope.provinceId) : []
  return AddRecordPage({ frame: frameOf(ask), units, again })
}

async function showRemove(ask: Ask, again?: FormAgain) {
  const record = await findRecord(ask.db, keyParam(ask, 'record') ?? '')
  if (!record) throw new Error('The record went away while its page was being made')
  return RemoveRecordPage({ frame: frameOf(ask), record, again })
}

async function showOverview(ask: Ask) {
  const provinceId = ask.scope.provinceId ?? ''
  const years = await listProposalYears(ask.db, provinceId)
  const wanted = Number(query(ask, 'nam'))
  const year = years.includes(wanted) ? wanted : (years[0] ?? Number(ask.today.slice(0, 4)))
  const proposals = await listProposalsOfProvince(ask.db, provinceId, year)
  const flags = (code: string) => proposals.filter((one) => one.awardCode === code).length
  const share = governmentFlagShare(flags('co_chinh_phu'), flags('co_ubnd_tinh'))
  return OverviewPage({
    frame: frameOf(ask),
    provinceName: await provinceName(ask.db, provinceId),
    year,
    years,
    proposals,
    share,
    printedPercent: printNumber(share.percent),
  })
}
