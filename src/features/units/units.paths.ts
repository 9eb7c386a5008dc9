export const unitsPaths = {
  list: '/don-vi',
  found: '/don-vi/moi',
  show: (slug: string) => `/don-vi/${slug}`,
  change: (slug: string) => `/don-vi/${slug}/sua`,
  rename: (slug: string) => `/don-vi/${slug}/doi-ten`,
  merge: (slug: string) => `/don-vi/${slug}/sap-nhap`,
  split: (slug: string) => `/don-vi/${slug}/chia-tach`,
  dissolve: (slug: string) => `/don-vi/${slug}/giai-the`,
} as const
