import type { Bilingual } from '../bilingual.ts'
import type { MidYear } from './facts.ts'
import { reached, type YearState, yearStateInfo } from './state.ts'

/** The ten stations of the year path (chặng đường của năm). */
export const stationKeys = [
  'setup',
  'pledging',
  'running',
  'mid_year',
  'scoring',
  'appraisal',
  'conference',
  'submitted',
  'decided',
  'closed',
] as const

/** A station: a state of the year, or the mid-year review. */
export type StationKey = (typeof stationKeys)[number]

/** How a station is drawn. */
export type StationStatus = 'past' | 'present' | 'ahead' | 'skipped'

/** One station of the year path. */
export type Station = {
  readonly key: StationKey
  /** 1 to 10 */
  readonly number: number
  readonly label: Bilingual
  readonly status: StationStatus
}

const midYearLabel: Bilingual = { vi: 'sơ kết', en: 'mid-year' }

/**
 * The year path with the present station marked. The mid-year review lies ahead while the year is running and it was
 * not held; once the year has gone on without it, it counts as skipped.
 */
export function yearPath(state: YearState, midYear: MidYear): readonly Station[] {
  return stationKeys.map((key, index) => ({
    key,
    number: index + 1,
    label: key === 'mid_year' ? midYearLabel : yearStateInfo[key].label,
    status: key === 'mid_year' ? midYearStatus(state, midYear) : stateStatus(state, key),
  }))
}

function stateStatus(state: YearState, station: YearState): StationStatus {
  if (station === state) return 'present'
  return reached(state, station) ? 'past' : 'ahead'
}

function midYearStatus(state: YearState, midYear: MidYear): StationStatus {
  if (midYear === 'held') return 'past'
  if (midYear === 'skipped' || reached(state, 'scoring')) return 'skipped'
  return 'ahead'
}
