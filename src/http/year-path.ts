/** The address of something in a year of a bloc: `/khoi/{bloc}/{year}/…`. */
export function inYearPath(bloc: string, year: number | string, ...rest: readonly string[]): string {
  return ['/khoi', bloc, String(year), ...rest].join('/')
}

/** The same with placeholders, for routes. */
export function inYearRoute(...rest: readonly string[]): string {
  return ['/khoi/:bloc/:year{[0-9]{4}}', ...rest].join('/')
}
