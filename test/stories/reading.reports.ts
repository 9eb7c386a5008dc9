// Reports in our own words. The figures of 2020 are those of the bloc of Hà Giang; the others are invented.

/** The closing report of 2020, a paragraph a line. */
export const reportOf2020: readonly string[] = [
  'BÁO CÁO TỔNG KẾT PHONG TRÀO THI ĐUA NĂM 2020 CỦA KHỐI THI ĐUA KINH TẾ',
  'Năm 2020, các đơn vị trong Khối đã hoàn thành các nội dung giao ước. Kết quả cụ thể như sau:',
  'Sở Thông tin và Truyền thông: Đăng tải 1.128 tin bài tuyên truyền, trong đó: 95 tin bài chia sẻ; 336 tin bài truyền thông; 682 tin bài mạng xã hội; 15 tin bài ứng dụng. Sưu tầm, phát 23 bản tin video trên cụm truyền thanh cơ sở. Biên tập 110 bản tin phát thanh. Đã có 541 thôn, bản được phát thanh với 330 lượt phát thanh.',
  'Sở Tài nguyên và Môi trường: Trình duyệt 39 dự án chuyển mục đích sử dụng đất với diện tích đất của các dự án là 3.611,73 ha. Thu hồi đất của 8 dự án chậm tiến độ với diện tích thu hồi 239,14 ha. Rà soát 5 cơ sở nhà đất để bán đấu giá. Ban hành 1 kế hoạch định giá đất cụ thể.',
  'Sở Khoa học và Công nghệ: Toàn tỉnh có 7 chỉ dẫn địa lý, 7 nhãn hiệu chứng nhận, trên 10 nhãn hiệu tập thể và hơn 100 nhãn hiệu độc quyền. Hỗ trợ đăng ký mới 1 nhãn hiệu chứng nhận sản phẩm, 2 nhãn hiệu tập thể sản phẩm và 5 nhãn hiệu độc quyền sản phẩm. Phê duyệt 03/04 dự án xây dựng nhãn hiệu tập thể, đạt 75% kế hoạch.',
  'Sở Nông nghiệp và Phát triển nông thôn: Tổng diện tích trồng rừng đạt 5.711,7 ha. Trồng rừng mới theo kế hoạch được 1.463 ha, đạt 98% kế hoạch. Trồng rừng ngoài kế hoạch được 4.248,7 ha. Trồng cây phân tán đạt 2.982,7 nghìn cây. Diện tích cây phân tán quy đổi là 1.988 ha. Chăm sóc rừng trồng 1.738 ha. Khoán bảo vệ rừng 131.900 ha. Tuyên truyền bảo vệ rừng cho 49.515 lượt người.',
  'Sở Khoa học và Công nghệ chủ trì 4 nhiệm vụ khoa học cấp tỉnh. Sở Tài nguyên và Môi trường giải quyết 12.450 hồ sơ đất đai.',
]

/** The report of the year after, with some of the same indicators. */
export const reportOf2021: readonly string[] = [
  'BÁO CÁO TỔNG KẾT PHONG TRÀO THI ĐUA NĂM 2021 CỦA KHỐI THI ĐUA KINH TẾ',
  'Sở Nông nghiệp và Phát triển nông thôn: Tổng diện tích trồng rừng đạt 6.020,5 ha. Chăm sóc rừng trồng 1.802 ha.',
  'Sở Tài nguyên và Môi trường giải quyết 13.120 hồ sơ đất đai.',
]

/** A multiplier was left out of one figure. */
export const reportWithSlip = `KẾT QUẢ THI ĐUA NĂM 2021 CỦA KHỐI THI ĐUA KINH TẾ
Kim ngạch xuất khẩu đạt 1.218 triệu USD, tăng 18% so với năm 2020; kim ngạch nhập khẩu đạt 980 USD, tăng 12% so với năm 2020.`

/** One of ten short news pages. */
export function newsOfTheYear(index: number): readonly string[] {
  return [
    'Khối thi đua Kinh tế tổng kết năm 2021',
    `Năm 2021, Sở Tài nguyên và Môi trường giải quyết ${index + 1}.250 hồ sơ đất đai.`,
  ]
}
