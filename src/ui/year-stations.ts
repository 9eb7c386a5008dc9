import type { Station, StationKey } from '../domain/years/path.ts'
import type { Lang } from '../i18n/words.ts'
import type { YearStation } from './year-path.tsx'

/** The stations of a year as the path draws them; sơ kết is an event on the way. */
export function yearStations(
  path: readonly Station[],
  lang: Lang,
  hrefOf?: (key: StationKey) => string | undefined,
): YearStation[] {
  return path.map(({ key, label, status }) => ({
    label: label[lang],
    status,
    event: key === 'mid_year',
    href: hrefOf?.(key),
  }))
}
