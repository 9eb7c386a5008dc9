import { type Phrases, phrases } from './phrases.ts'

/** Provinces and cities under the central government, before and after the mergers of 2025. */
export const PROVINCES: Phrases =
  phrases(`An Giang | Bà Rịa - Vũng Tàu | Bạc Liêu | Bắc Giang | Bắc Kạn | Bắc Cạn = Bắc Kạn | Bắc Ninh | Bến Tre | Bình Dương | Bình Định | Bình Phước | Bình Thuận | Cà Mau | Cao Bằng | Cần Thơ | Đà Nẵng
Đắk Lắk | Đăk Lăk = Đắk Lắk | Đắc Lắc = Đắk Lắk | Đắk Nông | Đăk Nông = Đắk Nông | Điện Biên | Đồng Nai | Đồng Tháp | Gia Lai | Hà Giang | Hà Nam | Hà Nội | Hà Tĩnh | Hải Dương | Hải Phòng | Hậu Giang | Hòa Bình | Hồ Chí Minh | Hưng Yên | Khánh Hòa | Kiên Giang | Kon Tum
Lai Châu | Lạng Sơn | Lào Cai | Lâm Đồng | Long An | Nam Định | Nghệ An | Ninh Bình | Ninh Thuận | Phú Thọ | Phú Yên | Quảng Bình | Quảng Nam | Quảng Ngãi | Quảng Ninh | Quảng Trị | Sóc Trăng | Sơn La | Tây Ninh | Thái Bình | Thái Nguyên | Thanh Hóa
Thừa Thiên Huế | Thừa Thiên - Huế = Thừa Thiên Huế | Huế | Tiền Giang | Trà Vinh | Tuyên Quang | Vĩnh Long | Vĩnh Phúc | Yên Bái`)
