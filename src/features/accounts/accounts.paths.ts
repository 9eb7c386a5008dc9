import { inYearPath, inYearRoute } from '../../http/year-path.ts'

export const accountsPaths = {
  signIn: '/dang-nhap',
  signOut: '/dang-xuat',
  install: '/cai-dat',
  own: '/tai-khoan',
  password: '/tai-khoan/mat-khau',
  endSessions: '/tai-khoan/phien',
  list: '/quan-tri/tai-khoan',
  addProvince: '/quan-tri/tinh',
  appoint: '/quan-tri/bo-nhiem',
  endAppointment: '/quan-tri/bo-nhiem/thoi',
  audit: '/nhat-ky',
  auditOfYear: {
    route: inYearRoute('nhat-ky'),
    at: (bloc: string, year: number) => inYearPath(bloc, year, 'nhat-ky'),
  },
} as const
