import { defineWords } from '../i18n/words.ts'

export const problemWords = defineWords(
  {
    notFoundTitle: 'Không tìm thấy trang',
    notFound: 'Địa chỉ này không có, hoặc đã được thay bằng địa chỉ khác.',
    forbiddenTitle: 'Không thuộc quyền của bạn',
    forbidden:
      'Tài khoản đang dùng không có quyền xem hoặc làm việc này. Nếu cần, hãy liên hệ Trưởng khối hoặc bộ phận Thi đua - Khen thưởng.',
    tooLargeTitle: 'Nội dung gửi lên quá lớn',
    tooLarge: 'Mỗi tệp không quá 25 MB. Hãy gửi ít tệp hơn, hoặc tệp nhỏ hơn.',
    brokenTitle: 'Có lỗi ngoài dự kiến',
    broken: (id: string) =>
      `Việc vừa rồi chưa được lưu. Hãy thử lại; nếu vẫn lỗi, báo cho quản trị hệ thống mã ${id}.`,
    strangeOriginTitle: 'Không nhận được yêu cầu',
    strangeOrigin: 'Yêu cầu đến từ một trang khác nên không được nhận. Hãy mở lại trang và làm lại.',
    home: 'Về trang đầu',
    signIn: 'Đăng nhập bằng tài khoản khác',
  },
  {
    notFoundTitle: 'Page not found',
    notFound: 'There is nothing at this address, or it has been replaced.',
    forbiddenTitle: 'Not within your rights',
    forbidden:
      'The account in use may not see or do this. If you need it, ask the head of the bloc or the emulation office.',
    tooLargeTitle: 'Too much was sent',
    tooLarge: 'A file may have at most 25 MB. Send fewer or smaller files.',
    brokenTitle: 'Something unexpected went wrong',
    broken: (id) =>
      `What you just did was not saved. Try again; if it fails again, tell the administrator the code ${id}.`,
    strangeOriginTitle: 'The request was not accepted',
    strangeOrigin: 'The request came from another site. Open the page again and repeat.',
    home: 'To the front page',
    signIn: 'Sign in with another account',
  },
)
