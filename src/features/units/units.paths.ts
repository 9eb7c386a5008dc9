export const unitsPaths = {
  list: '/don-vi',
  found: '/don-vi/moi',
  show: (slug: string) => `/don-vi/${slug}`,
  rename: (slug: string) => `/don-vi/${slug}/doi-ten`,
} as const
