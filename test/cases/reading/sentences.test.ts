import { describe, expect, it } from 'vitest'
import { readReport } from '../../../src/domain/reading/reading.ts'
import { fold, writeFigure } from './score.ts'

/** One sentence and the figures in it. */
const FIGURES: readonly (readonly [string, readonly string[]])[] = [
  [
    'Toàn ngành đã cấp 12.345 giấy chứng nhận quyền sử dụng đất, đạt 97,6% số hồ sơ đủ điều kiện.',
    ['12345 giấy chứng nhận'],
  ],
  [
    'Tổng thu ngân sách nhà nước trên địa bàn ước thực hiện 5.678 tỷ đồng, đạt 113% dự toán Trung ương giao, 105% dự toán HĐND tỉnh giao, tăng 9,8% so với thực hiện năm 2021.',
    ['5678 tỷ đồng'],
  ],
  ['Tỷ lệ giải ngân vốn đầu tư công đạt trên 95%.', ['95 %']],
  [
    'Thu hút 15 dự án với tổng vốn đăng ký 4.500 tỷ đồng và 3 dự án FDI với số vốn 45 triệu USD.',
    ['15 dự án', '4500 tỷ đồng', '3 dự án', '45 triệu usd'],
  ],
  ['Có 11/11 huyện, thị xã, thành phố hoàn thành phổ cập giáo dục.', ['11/11 huyện,thị xã,thành phố']],
  [
    'Toàn tỉnh có 98/148 xã đạt chuẩn nông thôn mới (đạt 66,2%), bình quân đạt 16,8 tiêu chí/xã.',
    ['98/148 xã', '16.8 tiêu chí/xã'],
  ],
  [
    'Đã đón 2.150.000 lượt khách, tăng 35% so với cùng kỳ; tổng doanh thu từ du lịch đạt 1.890 tỷ đồng.',
    ['2150000 lượt khách', '1890 tỷ đồng'],
  ],
  [
    'Tổ chức 45 cuộc thanh tra, kiểm tra tại 120 đơn vị, phát hiện sai phạm 3,2 tỷ đồng; kiến nghị thu hồi 2,1 tỷ đồng.',
    ['45 cuộc', '120 đơn vị', '3.2 tỷ đồng', '2.1 tỷ đồng'],
  ],
  [
    'Tỷ lệ hồ sơ giải quyết đúng hạn và trước hạn đạt 99,8%; tỷ lệ hài lòng của người dân đạt 96%.',
    ['99.8 %', '96 %'],
  ],
  [
    'Trong năm, toàn khối có 256 sáng kiến được công nhận, trong đó có 12 sáng kiến cấp tỉnh.',
    ['256 sáng kiến', '12 sáng kiến'],
  ],
  [
    'Chỉ số PCI năm 2022 đạt 65,5 điểm, xếp thứ 25/63 tỉnh, thành phố, tăng 5 bậc so với năm 2021.',
    ['65.5 điểm'],
  ],
  ['Sản lượng điện sản xuất đạt 9.500 triệu kWh, bằng 101,5% kế hoạch.', ['9500 triệu kwh']],
  [
    'Năng suất lúa bình quân 62,5 tạ/ha; sản lượng lương thực có hạt 850 nghìn tấn.',
    ['62.5 tạ/ha', '850 nghìn tấn'],
  ],
  ['Thu nhập bình quân đầu người đạt 55 triệu đồng, tăng 4,5 triệu đồng so với năm 2020.', ['55 triệu đồng']],
  ['Công tác giảm nghèo: tỷ lệ hộ nghèo còn 3,45% (giảm 1,2% so với đầu năm).', ['3.45 %']],
  [
    'Vận động ủng hộ Quỹ phòng, chống dịch Covid-19 được 15,6 tỷ đồng và 2.300 suất quà.',
    ['15.6 tỷ đồng', '2300 suất'],
  ],
  ['Tiêm 1.234.567 liều vắc xin; 95,7% dân số từ 18 tuổi trở lên tiêm đủ 2 mũi.', ['1234567 liều', '95.7 %']],
  [
    'Giải quyết việc làm mới cho trên 18.000 lao động, trong đó xuất khẩu lao động 1.250 người; tỷ lệ lao động qua đào tạo đạt 65%.',
    ['18000 lao động', '1250 người', '65 %'],
  ],
  ['Tiếp nhận 3.456 đơn; đã giải quyết 3.400/3.456 đơn, đạt 98,4%.', ['3456 đơn', '3400/3456 đơn']],
  [
    'Tốc độ tăng trưởng kinh tế đạt 8,02%, đứng thứ 12 cả nước và thứ 3 vùng Đồng bằng sông Hồng.',
    ['8.02 %'],
  ],
  [
    'Cơ cấu kinh tế: Nông, lâm nghiệp và thủy sản chiếm 20,5%; công nghiệp - xây dựng chiếm 38,2%; dịch vụ chiếm 41,3%.',
    ['20.5 %', '38.2 %', '41.3 %'],
  ],
  [
    'Xây mới 125 phòng học, sửa chữa 56 phòng học với kinh phí 89 tỷ đồng.',
    ['125 phòng học', '56 phòng học', '89 tỷ đồng'],
  ],
  [
    'Số thu bảo hiểm xã hội đạt 2.345 tỷ đồng; có 85.600 người tham gia BHXH, đạt 100,5% kế hoạch.',
    ['2345 tỷ đồng', '85600 người'],
  ],
  ['Kế hoạch năm trồng 3.000 ha, thực hiện 3.150 ha, đạt 105%.', ['3150 ha']],
  ['Kết nạp được 25 đảng viên mới, vượt 5 đảng viên so với kế hoạch.', ['25 đảng viên']],
  [
    '100% cán bộ, công chức hoàn thành tốt nhiệm vụ, trong đó 20% hoàn thành xuất sắc nhiệm vụ.',
    ['100 %', '20 %'],
  ],
  ['Triển khai 05 nhóm nhiệm vụ, 12 giải pháp trọng tâm.', []],
  [
    'Có 1.250 doanh nghiệp thành lập mới với tổng vốn đăng ký 12.500 tỷ đồng, tăng 15% về số doanh nghiệp và 20% về vốn so với cùng kỳ năm 2021.',
    ['1250 doanh nghiệp', '12500 tỷ đồng'],
  ],
  [
    'Kim ngạch xuất khẩu ước đạt 1,2 tỷ USD, tăng 10,5% so với năm 2021 và vượt 8% so với kế hoạch.',
    ['1.2 tỷ usd'],
  ],
  [
    'Đưa vào sử dụng 3 tuyến đường dài 25,6 km; cứng hóa 120km kênh mương.',
    ['3 tuyến đường', '25.6 km', '120 km'],
  ],
  [
    'Tổng số học sinh là 215.000 em; có 45 giải quốc gia (2 giải Nhất, 10 giải Nhì).',
    ['215000 em', '45 giải', '2 giải', '10 giải'],
  ],
  ['Số dự án còn hiệu lực: 412; số lao động: 85.300 người.', ['412 dự án', '85300 người']],
  [
    'Phát hành 12 số bản tin với 6.000 bản; đăng 1.850 tin, bài, 350 ảnh.',
    ['12 bản tin', '6000 bản', '1850 tin,bài', '350 ảnh'],
  ],
  [
    'Lũy kế đến nay có 350 sản phẩm OCOP, trong đó 45 sản phẩm 4 sao, 2 sản phẩm 5 sao.',
    ['350 sản phẩm', '45 sản phẩm', '2 sản phẩm'],
  ],
  [
    'Xảy ra 125 vụ tai nạn giao thông, làm chết 68 người, bị thương 95 người; so với cùng kỳ giảm 15 vụ, giảm 5 người chết.',
    ['125 vụ', '68 người', '95 người'],
  ],
  ['Nợ thuế giảm 12,5% so với thời điểm 31/12/2021, còn 456 tỷ đồng.', ['12.5 %', '456 tỷ đồng']],
  ['Ngày 15/3/2023, tại số 15 đường Lê Lợi, điện thoại 0241.3822.456, 250 đại biểu tham dự.', []],
  ['Tỷ lệ đô thị hóa đạt 35,2%, diện tích nhà ở bình quân 25,5 m2 sàn/người.', ['35.2 %', '25.5 m2']],
  [
    'Chăn nuôi: đàn trâu 98.500 con; đàn bò 125.300 con; đàn lợn 650.000 con, tăng 3,2%.',
    ['98500 con', '125300 con', '650000 con'],
  ],
  [
    'Đăng ký phấn đấu 03 tập thể đạt Cờ thi đua của UBND tỉnh, 95% cán bộ đạt danh hiệu Lao động tiên tiến.',
    ['95 %'],
  ],
  ['Giá trị sản xuất nông nghiệp bình quân đạt 110 triệu đồng/ha canh tác/năm.', ['110 triệu đồng/ha']],
  [
    'Trợ giúp 1.120 vụ việc, tăng 12,3%; công chứng 25.400 việc, thu phí 8,9 tỷ đồng.',
    ['1120 vụ', '25400 việc', '8.9 tỷ đồng'],
  ],
]

/** One sentence, its awards ("kind>those named or counted:status") and its heads ("role>unit:year:how"). */
const AWARDS_AND_HEADS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'Hội nghị đã bình bầu 02 đơn vị đề nghị tặng Cờ thi đua của UBND tỉnh (Sở Xây dựng, Sở Tài chính); 04 đơn vị đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh.',
    [
      'Cờ thi đua của UBND tỉnh>Sở Xây dựng+Sở Tài chính:proposed',
      'Bằng khen của Chủ tịch UBND tỉnh>4:proposed',
    ],
    [],
  ],
  [
    'Các đơn vị thống nhất bầu Sở Tài nguyên và Môi trường giữ chức Khối trưởng và Sở Xây dựng giữ chức Khối phó Khối thi đua năm 2022.',
    [],
    ['Khối trưởng>Sở Tài nguyên và Môi trường:2022:elected', 'Khối phó>Sở Xây dựng:2022:elected'],
  ],
  [
    'Với kết quả đạt được, Sở Công Thương vinh dự được Chủ tịch UBND tỉnh tặng Bằng khen, Sở Giao thông vận tải được Chính phủ tặng Cờ thi đua.',
    ['Bằng khen>Sở Công Thương:given', 'Cờ thi đua>Sở Giao thông vận tải:given'],
    [],
  ],
  [
    'Khối thi đua đã suy tôn Ban Quản lý Khu kinh tế tỉnh là đơn vị dẫn đầu, đề nghị tặng Cờ thi đua của Chính phủ.',
    ['Cờ thi đua của Chính phủ>Ban Quản lý Khu kinh tế tỉnh:proposed'],
    [],
  ],
  [
    'Hội nghị cũng đã tiến hành bầu Khối trưởng, Khối phó năm 2024. Kết quả, Sở Nội vụ là Khối trưởng, Thanh tra tỉnh là Khối phó.',
    [],
    ['Khối trưởng>Sở Nội vụ:2024:elected', 'Khối phó>Thanh tra tỉnh:2024:elected'],
  ],
  [
    'Khối trưởng năm 2023: Cục Thuế tỉnh; Khối phó năm 2023: Kho bạc Nhà nước tỉnh.',
    [],
    ['Khối trưởng>Cục Thuế tỉnh:2023:current', 'Khối phó>Kho bạc Nhà nước tỉnh:2023:current'],
  ],
  [
    'Thay mặt Khối thi đua, Sở Tư pháp - Trưởng khối năm 2021 trao cờ luân lưu và bàn giao nhiệm vụ Trưởng khối năm 2022 cho Công an tỉnh.',
    [],
    ['Trưởng khối>Sở Tư pháp:2021:current', 'Trưởng khối>Công an tỉnh:2022:handover'],
  ],
  [
    'Hội nghị thống nhất đề nghị UBND tỉnh tặng Cờ thi đua xuất sắc cho Sở Y tế; tặng Bằng khen cho Sở Giáo dục và Đào tạo, Sở Văn hóa, Thể thao và Du lịch, Đài Phát thanh - Truyền hình tỉnh.',
    [
      'Cờ thi đua xuất sắc>Sở Y tế:proposed',
      'Bằng khen>Sở Giáo dục và Đào tạo+Sở Văn hóa, Thể thao và Du lịch+Đài Phát thanh - Truyền hình tỉnh:proposed',
    ],
    [],
  ],
  [
    'Kết thúc hội nghị, các đơn vị đã bầu chọn Liên đoàn Lao động tỉnh làm Trưởng khối, Hội Liên hiệp Phụ nữ tỉnh và Tỉnh đoàn làm Phó khối năm 2023.',
    [],
    [
      'Trưởng khối>Liên đoàn Lao động tỉnh:2023:elected',
      'Phó khối>Hội Liên hiệp Phụ nữ tỉnh:2023:elected',
      'Phó khối>Tỉnh đoàn:2023:elected',
    ],
  ],
  [
    'Năm 2020, tập thể Sở được tặng Huân chương Lao động hạng Ba; 15 cá nhân được tặng danh hiệu Chiến sĩ thi đua cơ sở, 02 tập thể được tặng Giấy khen.',
    ['Chiến sĩ thi đua cơ sở>15:given', 'Giấy khen>2:given'],
    [],
  ],
  [
    'Dịp này, 05 tập thể và 12 cá nhân được Chủ tịch UBND tỉnh tặng Bằng khen.',
    ['Bằng khen>5:given', 'Bằng khen>12:given'],
    [],
  ],
  [
    'Đồng chí Giám đốc Sở Khoa học và Công nghệ, Trưởng Khối thi đua chủ trì hội nghị.',
    [],
    ['Trưởng Khối>Sở Khoa học và Công nghệ::current'],
  ],
  [
    'Ban Thường vụ Tỉnh ủy giao Ban Dân vận Tỉnh ủy làm Trưởng Khối năm 2024.',
    [],
    ['Trưởng Khối>Ban Dân vận Tỉnh ủy:2024:assigned'],
  ],
  [
    'Kết quả chấm điểm, 3 đơn vị dẫn đầu gồm Sở Tài chính 98,5 điểm, Sở Công Thương 97 điểm, Sở Xây dựng 96,5 điểm.',
    [],
    [],
  ],
  [
    'Hội nghị nhất trí đề nghị Hội đồng Thi đua - Khen thưởng tỉnh xét tặng Cờ thi đua cho Sở Nông nghiệp và Phát triển nông thôn.',
    ['Cờ thi đua>Sở Nông nghiệp và Phát triển nông thôn:proposed'],
    [],
  ],
  [
    'Trường Đại học Hải Dương được các đơn vị tín nhiệm bầu làm Khối trưởng năm 2019; Bệnh viện Đa khoa tỉnh làm Khối phó.',
    [],
    ['Khối trưởng>Trường Đại học Hải Dương:2019:elected', 'Khối phó>Bệnh viện Đa khoa tỉnh:2019:elected'],
  ],
  [
    'Chuyển giao Trưởng khối thi đua năm 2025 từ Sở Tài chính sang Sở Nội vụ.',
    [],
    ['Trưởng khối>Sở Nội vụ:2025:handover'],
  ],
  [
    'Sở Dân tộc và Tôn giáo tiếp nhận nhiệm vụ Khối trưởng năm 2026.',
    [],
    ['Khối trưởng>Sở Dân tộc và Tôn giáo:2026:handover'],
  ],
  [
    'Khối đề nghị UBND tỉnh xét tặng Cờ thi đua cho 01 tập thể, Bằng khen cho 03 tập thể và 05 cá nhân.',
    ['Cờ thi đua>1:proposed', 'Bằng khen>3:proposed', 'Bằng khen>5:proposed'],
    [],
  ],
  [
    'Có 2 tập thể được tặng Cờ thi đua của Chính phủ là Sở Y tế và Công an tỉnh.',
    ['Cờ thi đua của Chính phủ>Sở Y tế+Công an tỉnh:given'],
    [],
  ],
  [
    'Khối thi đua các cơ quan Nội chính gồm 7 đơn vị, do Viện Kiểm sát nhân dân tỉnh làm Trưởng khối.',
    [],
    ['Trưởng khối>Viện Kiểm sát nhân dân tỉnh::current'],
  ],
  [
    'Đề nghị tặng Cờ thi đua của Chính phủ: Sở Kế hoạch và Đầu tư; Cờ thi đua của UBND tỉnh: Sở Tài chính, Cục Thống kê; Bằng khen: Sở Ngoại vụ.',
    [
      'Cờ thi đua của Chính phủ>Sở Kế hoạch và Đầu tư:proposed',
      'Cờ thi đua của UBND tỉnh>Sở Tài chính+Cục Thống kê:proposed',
      'Bằng khen>Sở Ngoại vụ:proposed',
    ],
    [],
  ],
  [
    'Qua đánh giá, Thanh tra tỉnh và Sở Tư pháp đủ điều kiện đề nghị tặng Bằng khen của UBND tỉnh.',
    ['Bằng khen của UBND tỉnh>Thanh tra tỉnh+Sở Tư pháp:proposed'],
    [],
  ],
  [
    'Huyện Yên Thế được đề nghị tặng Cờ thi đua của Chính phủ; các huyện Lạng Giang, Tân Yên được đề nghị tặng Cờ thi đua của UBND tỉnh.',
    [
      'Cờ thi đua của Chính phủ>Huyện Yên Thế:proposed',
      'Cờ thi đua của UBND tỉnh>huyện Lạng Giang+huyện Tân Yên:proposed',
    ],
    [],
  ],
]

/** The beginning of a report, the bloc it is about, the year under review. */
const BLOC_AND_YEAR: readonly (readonly [string, string, number])[] = [
  [
    'Khối thi đua các sở, ngành tổng hợp tổ chức tổng kết năm 2023\n\nSáng 05/01/2024, tại Sở Nội vụ, Khối thi đua các sở, ngành tổng hợp tỉnh Vĩnh Phúc đã long trọng tổ chức Hội nghị tổng kết công tác thi đua năm 2023, phát động thi đua năm 2024.',
    'Khối thi đua các sở, ngành tổng hợp',
    2023,
  ],
  [
    'HỘI NGHỊ TỔNG KẾT KHỐI THI ĐUA CÁC CƠ QUAN THAM MƯU\n\nNgày 20/12, Khối thi đua các cơ quan tham mưu giúp việc Tỉnh ủy Lai Châu họp tổng kết phong trào thi đua năm 2021, bàn phương hướng năm 2022. Các đơn vị đánh giá cao.',
    'Khối thi đua các cơ quan tham mưu giúp việc Tỉnh ủy',
    2021,
  ],
  [
    'Sáng ngày 14/02/2025, Khối Thi đua số 4 tỉnh Bình Phước tổ chức Lễ ký kết giao ước thi đua năm 2025. Năm 2024, các đơn vị trong Khối hoàn thành tốt nhiệm vụ.',
    'Khối Thi đua số 4',
    2025,
  ],
  [
    'Chiều 10/7/2024, Cụm thi đua các xã, thị trấn huyện Đức Thọ tổ chức sơ kết phong trào thi đua 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2024.',
    'Cụm thi đua các xã, thị trấn huyện Đức Thọ',
    2024,
  ],
  [
    'Khối thi đua Giáo dục nghề nghiệp: Nhiều kết quả nổi bật\n\nVừa qua, tại Trường Cao đẳng Nghề, Khối thi đua Giáo dục nghề nghiệp tỉnh Nghệ An đã tổng kết công tác thi đua, khen thưởng năm 2022 và bàn giao Khối trưởng năm 2023.',
    'Khối thi đua Giáo dục nghề nghiệp',
    2022,
  ],
  [
    'UBND TỈNH THÁI NGUYÊN\nKHỐI THI ĐUA KINH TẾ - KỸ THUẬT\nSố: 15/BC-KTĐ\nThái Nguyên, ngày 08 tháng 01 năm 2024\nBÁO CÁO\nKết quả phong trào thi đua và công tác khen thưởng năm 2023; phương hướng, nhiệm vụ năm 2024\nThực hiện Kế hoạch số 12/KH-UBND ngày 15/02/2023, Khối thi đua Kinh tế - Kỹ thuật báo cáo kết quả như sau:',
    'Khối thi đua Kinh tế - Kỹ thuật',
    2023,
  ],
  [
    'Hội nghị tổng kết công tác thi đua, khen thưởng năm 2019 của Khối thi đua Ngân hàng thương mại tỉnh Quảng Nam diễn ra ngày 15/01/2020.',
    'Khối thi đua Ngân hàng thương mại',
    2019,
  ],
  [
    'Ngày 28/12, Khối các cơ quan Nội chính tỉnh Hải Dương tổng kết công tác năm 2020.',
    'Khối các cơ quan Nội chính',
    2020,
  ],
  [
    'Khối Văn hoá – Xã hội thuộc UBND huyện Ba Vì tổng kết năm 2021. Ngày 16/12/2021, Khối thi đua Văn hoá – Xã hội tổ chức hội nghị tổng kết năm 2021.',
    'Khối thi đua Văn hóa - Xã hội',
    2021,
  ],
  [
    'Sở Giao thông vận tải Đồng Nai tổng kết phong trào thi đua năm 2022\nNgày 10/01/2023, Sở Giao thông vận tải tỉnh Đồng Nai tổ chức hội nghị tổng kết phong trào thi đua năm 2022.',
    'Sở Giao thông vận tải',
    2022,
  ],
  [
    'Sáng 22/3/2022, Khối thi đua các cơ quan Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tỉnh Cao Bằng ký kết giao ước thi đua năm 2022.',
    'Khối thi đua các cơ quan Mặt trận Tổ quốc và các tổ chức chính trị - xã hội',
    2022,
  ],
  [
    'Ngày 6/1, Khối thi đua các đơn vị sự nghiệp công lập thành phố Đà Nẵng tổng kết năm 2022.',
    'Khối thi đua các đơn vị sự nghiệp công lập',
    2022,
  ],
  [
    'Khối thi đua xã, phường, thị trấn tổng kết\nNgày 20/11/2023, Khối thi đua các xã vùng cao huyện Mường Khương tổng kết công tác năm 2023.',
    'Khối thi đua các xã vùng cao huyện Mường Khương',
    2023,
  ],
  [
    'Chiều 3/1/2023, Khối thi đua Bảo vệ pháp luật tổ chức tổng kết phong trào thi đua “Vì an ninh Tổ quốc” năm 2022; kỷ niệm 60 năm thành lập ngành năm 1962. Quyết định số 12 năm 2015.',
    'Khối thi đua Bảo vệ pháp luật',
    2022,
  ],
]

describe('single sentences in the words of reports', () => {
  it.each(FIGURES)('%s', (text, figures) =>
    expect(readReport(text).indicators.map(writeFigure)).toEqual(figures),
  )

  it.each(AWARDS_AND_HEADS)('%s', (text, awards, heads) => {
    const reading = readReport(text)
    const written = reading.awards.map(
      (award) =>
        `${award.kind}>${award.recipients.length > 0 ? award.recipients.join('+') : award.count}:${award.status}`,
    )
    expect(written.map((one) => one.toLowerCase())).toEqual(awards.map((one) => one.toLowerCase()))
    expect(
      reading.heads.map((head) => `${head.role}>${head.unit}:${head.forYear ?? ''}:${head.how}`),
    ).toEqual(heads)
  })

  it.each(BLOC_AND_YEAR)('%s', (text, bloc, year) => {
    const reading = readReport(text)
    expect([fold(reading.blocName ?? ''), reading.year]).toEqual([fold(bloc), year])
  })
})
