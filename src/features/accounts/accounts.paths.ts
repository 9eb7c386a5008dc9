export const accountsPaths = {
  signIn: '/dang-nhap',
  signOut: '/dang-xuat',
  install: '/cai-dat',
  own: '/tai-khoan',
  password: '/tai-khoan/mat-khau',
  endSessions: '/tai-khoan/phien',
  list: '/quan-tri/tai-khoan',
  appoint: '/quan-tri/bo-nhiem',
  endAppointment: '/quan-tri/bo-nhiem/thoi',
  audit: '/nhat-ky',
} as const
