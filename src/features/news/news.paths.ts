import { inYearPath, inYearRoute } from '../../http/year-path.ts'

/** Public addresses of news, and the editor's addresses. */
export const newsPaths = {
  home: '/',
  list: '/tin-tuc',
  item: (slug: string) => `/tin-tuc/${slug}`,
  html: (slug: string) => `/tin-tuc/${slug}/ban-html`,
  docx: (slug: string) => `/tin-tuc/${slug}/ban-word.docx`,
  edit: (id: string) => `/bien-tap/${id}`,
  act: (id: string, deed: string) => `/bien-tap/${id}/${deed}`,
  ofYear: (bloc: string, year: number) => inYearPath(bloc, year, 'tin-tuc'),
  draft: (bloc: string, year: number) => inYearPath(bloc, year, 'tin-tuc', 'soan'),
  route: {
    item: '/tin-tuc/:news',
    html: '/tin-tuc/:news/ban-html',
    docx: '/tin-tuc/:news/ban-word.docx',
    edit: '/bien-tap/:item',
    act: (deed: string) => `/bien-tap/:item/${deed}`,
    ofYear: inYearRoute('tin-tuc'),
    draft: inYearRoute('tin-tuc', 'soan'),
  },
} as const
