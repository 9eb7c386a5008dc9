import { type Phrases, phrases } from './phrases.ts'

/**
 * The words that stand after a number. The value says what they make of it:
 * `measure` and `count` are figures, `group` is a group of units or persons (a figure unless it counts who is
 * awarded or who attends), `span` is a length of time, `never` is no figure at all.
 */
export const MEASURES: Phrases = phrases(`
% = percent | % / năm = percent | ‰ = percent | phần trăm = percent | điểm % = measure | điểm phần trăm = measure
đồng = money | vnđ = money | vnd = money | đ = money | usd = money | đô la = money | đô la mỹ = money | eur = money | euro = money | jpy = money | yên = money | kíp = money | nhân dân tệ = money | đồng việt nam = money
ha = measure | héc ta = measure | hecta = measure | hécta = measure | m = measure | m2 = measure | m3 = measure | km = measure | km2 = measure | mét = measure | mét vuông = measure | mét khối = measure | ki lô mét = measure | mét dài = measure
tấn = measure | tạ = measure | yến = measure | kg = measure | kí = measure | gam = measure | lít = measure | tấn quy thóc = measure | khối = measure | thùng = measure
kwh = measure | mwh = measure | kw = measure | mw = measure | mwp = measure | mva = measure | kva = measure | kv = measure | gb = measure | tb = measure | mbps = measure | gbps = measure | teu = measure | dwt = measure
điểm = measure | điểm số = measure | ngày công = count | công lao động = count | giờ phát sóng = count | giờ bay = count | giờ học = count | tiết = count | tiết học = count
lượt = count | lượt xem = never | lượt truy cập = count | lượt tải = count | lượt người = count | lượt khách = count | lượt hộ = count | lượt dự án = count | lượt hồ sơ = count | lượt cán bộ = count | lượt học viên = count | lượt doanh nghiệp = count
lượt bệnh nhân = count | lượt công dân = count | lượt hội viên = count | lượt đoàn viên = count | lượt hành khách = count | lượt xe = count | lượt phương tiện = count | lượt tàu = count | lượt khám = count | lượt đơn vị = count | lượt đại biểu = count 
lượt đối tượng = count | | lượt lao động = count | lượt tin = count | lượt đảng viên = count | lượt trẻ em = count | lượt tập thể = group | lượt cá nhân = group | lượt giáo viên = count | lượt học sinh = count | lượt chuyến = count | | | lượt tổ chức = count | lượt ý kiến = count
dự án = count | tiểu dự án = count | công trình = count | hạng mục = count | hạng mục công trình = count | đề án = count | đề tài = count | nhiệm vụ = count | sáng kiến = count | mô hình = count | sản phẩm = count | giải pháp = never | phong trào = count | phong trào thi đua = count | cuộc vận động = count
văn bản = count | | hồ sơ = count | | thủ tục = count | thủ tục hành chính = count | tthc = count | dịch vụ công = count | dịch vụ = count | quyết định = count | nghị quyết = count | kế hoạch = count | báo cáo = count | tờ trình = count | chỉ thị = count | công văn = count | quy hoạch = count | đồ án = count | giấy phép = count | | | giấy chứng nhận = count | | chứng chỉ = count | | phiếu lý lịch tư pháp = count | phiếu = count | chứng nhận = count | văn bằng = count | hợp đồng = count | bản án = count | quy trình = count | quy định = count | quy chế = count | tiêu chuẩn = count | quy chuẩn = count
cuộc = count | | | | | | | đợt = count | | buổi = count | vụ = count | | | | | | | ca = count | | | trường hợp = count | tin báo = count | đơn thư = count | đơn = count | đơn khiếu nại = count | khiếu nại = count | tố cáo = count | kiến nghị = count | vi phạm = count | hành vi = count | hội nghị = count | hội thảo = count | hội chợ = count | lớp = count | | | khóa = count | | | đoàn = count | | chuyến = count | chuyến bay = count | tour = count | sự kiện = count | giải = count | giải thưởng = count | giải đấu = count | tiết mục = count | chương trình = count | | buổi biểu diễn = count | buổi chiếu = count | suất diễn = count | hoạt động = count | trận = count | hội thi = count | liên hoan = count | lễ hội = count | kỳ họp = count | phiên = count | phiên tòa = count | phiên họp = count
huy chương = count | hcv = count | hcb = count | hcđ = count | huy chương vàng = count | huy chương bạc = count | huy chương đồng = count
doanh nghiệp = count | dn = count | hợp tác xã = count | htx = count | tổ hợp tác = count | tổ hợp tác xã = count | trang trại = count | gia trại = count | cơ sở = count | | | | hộ = count | | | | | làng nghề = count | chợ = count | siêu thị = count | cửa hàng = count | khách sạn = count | phòng = count | buồng = count | nhà máy = count | khu công nghiệp = count | khu kinh tế = count | khu công nghệ cao = count | khu chế xuất = count | kcn = count | cụm công nghiệp = count | khu đô thị = count | chi nhánh = count | nhà đầu tư = count | ngân hàng = count | tổ chức = group | công ty = count | nhãn hiệu = count | chỉ dẫn địa lý = count | thương hiệu = count | bằng sáng chế = count | sáng chế = count | kiểu dáng = count | gian hàng = count | | mã vùng trồng = count | mã số = count | chuỗi = count | | vùng = count | sàn = count
xã = count | phường = count | thị trấn = count | thôn = count | bản = count | tổ dân phố = count | khu phố = count | khu dân cư = count | khóm = count | ấp = count | buôn = count | làng = count | sóc = count | phum = count | huyện = count | quận = count | thị xã = count | thành phố = count | tỉnh = count | quốc gia = count | nước = count | địa phương = count | đô thị = count | điểm dân cư = count
xã , phường = count | xã , phường , thị trấn = count | huyện , thành phố = count | huyện , thị xã = count | huyện , thị xã , thành phố = count | huyện , thị = count | thôn , bản = count | thôn , tổ dân phố = count | phường , xã = count | tỉnh , thành phố = count | tỉnh , thành = count | sở , ngành = group | sở , ban , ngành = group | cơ quan , đơn vị = group
trường = count | trường học = count | điểm trường = count | phòng học = count | nhóm trẻ = count | học sinh = count | sinh viên = count | học viên = count | giáo viên = count | thí sinh = count | giảng viên = count | trẻ = count | trẻ em = count | cháu = count | em = count | thầy thuốc = count
giường = count | giường bệnh = count | bác sĩ = count | trạm y tế = count | trạm = count | bệnh viện = count | bệnh nhân = count | liều = count | mũi = count | | mẫu = count | | thẻ = count | | | | kỹ thuật = count
người = count | lao động = count | nhân khẩu = count | dân = count | hành khách = count | khách = count | | du khách = count | đối tượng = count | cán bộ = count | công chức = count | viên chức = count | đảng viên = count | đoàn viên = count | hội viên = count | quần chúng = count | chi bộ = count | đảng bộ = count | chi hội = count | chi đoàn = count | tổ = count | câu lạc bộ = count | nghệ nhân = count | vận động viên = count | chiến sĩ = count | thanh niên = count | phụ nữ = count | nông dân = count | công nhân = count | | | | | bị can = count | bị cáo = count | thương binh = count | gia đình = count | mẹ = count | cặp = count | chuyên gia = count | | biên chế = count | tình nguyện viên = count | cộng tác viên = count | cán bộ , công chức = count | cán bộ , công chức , viên chức = count | cán bộ , đảng viên = count | công chức , viên chức = count
căn = count | căn nhà = count | ngôi nhà = count | nhà = count | nhà ở = count | nhà văn hóa = count | nhà đại đoàn kết = count | nhà tình nghĩa = count | nhà tình thương = count | căn hộ = count | suất = count | | phần quà = count | | học bổng = count | sổ tiết kiệm = count | quà = count | xe đạp = count | thùng hàng = count
cây = count | | | con = count | | đàn = count | gốc = count | giống = count | | lô = count | lồng = count | bè = count | tàu = count | tàu cá = count | xe = count | ô tô = count | xe ô tô = count | xe máy = count | phương tiện = count | thuyền = count | máy = count | máy tính = count | thiết bị = count | bộ = count | chiếc = count | cái = count | tuyến = count | tuyến đường = count | cầu = count | cây cầu = count | cống = count | đập = count | hồ = count | hồ chứa = count | bến = count | bến xe = count | nút giao = count | điểm đen = count | biển báo = count | mỏ = count | điểm mỏ = count | thửa = count | thửa đất = count | khu đất = count | di tích = count | hiện vật = count | di sản = count | | lăng = count | hộ chiếu = count
thuê bao = count | trạm bts = count | điểm phục vụ = count | điểm bưu điện = count | bưu cục = count | cổng = count | website = count | trang = count | trang thông tin điện tử = count | hệ thống = count | phần mềm = count | ứng dụng = count | tài khoản = count | chữ ký số = count | camera = count | mạng = count | cơ sở dữ liệu = count | máy chủ = count | lỗ hổng = count | tin nhắn = count | cuộc gọi = count | bưu gửi = count | nền tảng = count
tin = count | tin bài = count | tin , bài = count | tin , bài , ảnh = count | tin , bài viết = count | bài = count | bài viết = count | phóng sự = count | chuyên mục = count | chuyên trang = count | chuyên đề = count | bản tin = count | ấn phẩm = count | tờ rơi = count | tờ gấp = count | băng rôn = count | pa nô = count | panô = count | khẩu hiệu = count | áp phích = count | cuốn = count | | quyển = count | đầu sách = count | bản sách = count | tác phẩm = count | video = count | clip = count | video clip = count | ảnh = count | số báo = count | kỳ = count | tạp chí = count | tài liệu = count | | phim = count | kênh = count | sách = count | đĩa = count | tin ảnh = count | áp phích = count | buổi phát thanh = count | chuyến hàng = count
tiêu chí = count | chỉ tiêu = count | chỉ số = count | lĩnh vực = count | điển hình = count | gương = count | điển hình tiên tiến = count | | công việc = count | đầu việc = count | phần việc = count | công trình , phần việc = count | văn phòng = count | thành viên = group | du khách = count | nhóm = count | sao = never | bậc = never | vị trí việc làm = count | vị trí = count | đầu mối = count | phòng ban = count | đơn hàng = count | điều ước = count | thỏa thuận = count | biên bản ghi nhớ = count | phiếu thu = count | hóa đơn = count | khoản = count | nguồn = count | mặt hàng = count | trạm bơm = count | gói thầu = count | đầu điểm = count | ý tưởng = count | | đám = count | vườn = count | cây số = count | hố = count | khẩu = count | lon = count | quả = count | viên = count
đơn vị = group | đơn vị sự nghiệp = count | đơn vị hành chính = count | đơn vị máu = count | tập thể = group | cá nhân = group | cơ quan = group | sở = group | đồng chí = group | ngành = group | đại biểu = never | điểm cầu = never | hội đồng = group | cụm = never | cụm thi đua = never | khối thi đua = never | khối = measure | việc = count | ngành nghề = count
cờ = award | cờ thi đua = award | bằng khen = award | giấy khen = award | huân chương = award | danh hiệu = award | kỷ niệm chương = award | bằng = count | chiến sĩ thi đua = award | huy hiệu = award | bằng lao động sáng tạo = award
năm = span | tháng = span | ngày = span | giờ = span | phút = span | giây = span | tuần = span | quý = span | nhiệm kỳ = span | thế kỷ = span | thập kỷ = span | tuổi = span | năm tuổi = span | khóa xv = never | lần = times | phần ba = never | học kỳ = span | vụ mùa = span
nội dung = never | ý kiến = count | mặt = never | mục tiêu = never | quan điểm = never | nguyên tắc = never | trụ cột = never | cấp = never | bên = never | loại = never | hạng = never | trong = never | hình thức = never | bước = never | khâu = never | phương châm = never | đột phá = never | khâu đột phá = never | nhiệm vụ trọng tâm = never | nhóm giải pháp = never | nhóm nhiệm vụ = never | giai đoạn = never | chiều = never | phía = never | phần = never | tổ công tác = count | luật = never | điều = never | trang giấy = never | vấn đề = never | dân tộc = count | đồng chí lãnh đạo = never
`)

/** Words that multiply ("nghìn", "vạn", "triệu", "tỷ"); they are part of the unit as printed. */
export const MULTIPLIERS: ReadonlySet<string> = new Set([
  'nghìn',
  'ngàn',
  'vạn',
  'triệu',
  'tỷ',
  'trăm',
  'chục',
  'tr',
  'tỏi',
])

/** What may follow a slash in a unit: "%/năm", "triệu đồng/người/năm", "tạ/ha", "thuê bao/100 dân". */
export const PER: Phrases = phrases(
  `năm | tháng | ngày | đêm | quý | giờ | người | ha | km2 | km | m2 | m3 | hộ | vụ | lao động | dân | héc ta | khẩu | đơn vị | xã | tỉnh | tuần | lượt | kg | tấn | con | học sinh | người dân | vạn dân | người / tháng | cây | chuyến | sào | giường | doanh nghiệp | buổi | công | kwh | vùng | mô hình | sản phẩm | dự án | điểm | triệu dân | trẻ | bệnh nhân | lớp | trường | thôn | ha / năm | người / ngày | thuê bao | ca | máy | tàu | xe`,
)

/** Words printed before a number that hedge it or bound it. */
export const HEDGES: Phrases = phrases(
  `ước | ước tính | ước đạt = ước | ước khoảng | dự ước | khoảng | trên | hơn | gần | dưới | không quá | tối thiểu | ít nhất | trung bình | bình quân | xấp xỉ | chừng | đến hơn | từ | không dưới | vượt | tới | đến | ít hơn | nhiều hơn | lớn hơn | tối đa | chưa đến | chưa tới | gần đến | chỉ | trở lên`,
)

/** The hedges that are kept as the qualifier of a figure. */
export const QUALIFIERS: ReadonlySet<string> = new Set([
  'ước',
  'ước tính',
  'ước khoảng',
  'dự ước',
  'khoảng',
  'trên',
  'hơn',
  'gần',
  'dưới',
  'không quá',
  'tối thiểu',
  'ít nhất',
  'xấp xỉ',
  'chừng',
  'không dưới',
  'tối đa',
  'chưa đến',
  'chưa tới',
])
