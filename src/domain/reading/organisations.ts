import { phrases } from './phrases.ts'
import { PROVINCES } from './provinces.ts'
import type { Token } from './tokens.ts'
import { printed } from './units.ts'

/** A unit named in the text: tokens `from` up to `to`. */
export interface Organisation {
  readonly name: string
  readonly from: number
  readonly to: number
}

/**
 * Reads the units named among tokens `from` up to `to`, in order. A prefix said once holds for the list after it
 * ("các Sở: Giáo dục và Đào tạo; Y tế", "các huyện: A, B"), and commas inside a name do not part it.
 */
export function readOrganisations(
  tokens: readonly Token[],
  from: number,
  to: number,
): readonly Organisation[] {
  const found: Organisation[] = []
  for (let at = from; at < to; ) {
    const list = sharedList(tokens, at, to)
    if (list !== null) {
      found.push(...list)
      at = list.at(-1)?.to ?? at + 1
      continue
    }
    const one = organisationAt(tokens, at, to)
    if (one === null) at++
    else {
      found.push(one)
      at = one.to
    }
  }
  return found
}

/** The unit named at token `at`, if one is. */
export function organisationAt(tokens: readonly Token[], at: number, before: number): Organisation | null {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word') return null
  if (token.key === 'sở') return department(tokens, at, before)
  if (PLACES.has(token.key)) return place(tokens, at, before)
  if (token.key === 'thành' || token.key === 'thị') return place(tokens, at, before)
  const head = HEADS.match(tokens, at, before)
  if (head === null) return null
  // "ban", "trung tâm" in small letters are ordinary words unless the whole head says more.
  if (head.value === 'capital' && !isCapital(token)) return null
  const to = openName(tokens, at, at + head.length, before)
  const alone = to === at + head.length && head.length === 1
  return to <= at || alone ? null : { name: printed(tokens, at, to), from: at, to }
}

/** Is the word a name by its capital? */
export function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^\p{Lu}/u.test(token.text)
}

const DEPARTMENTS = phrases(
  `Nông nghiệp và Phát triển nông thôn | Nông nghiệp và PTNT | Nông nghiệp PTNT | NN PTNT | NNPTNT | NN và Phát triển nông thôn | Nông nghiệp | Nông nghiệp và Phát triển | Nông nghiệp và Môi trường | NN MT | Công Thương | Công thương | Công nghiệp | Công nghiệp và Thương mại | Thương mại và Du lịch
  Xây dựng | Giao thông vận tải | Giao thông Vận tải - Xây dựng | Giao thông vân tải | GTVT | GTVT XD | Giao thông | Tài nguyên và Môi trường | TN MT | TNMT | Thông tin và Truyền thông | TT TT | TTTT | Thông tin | Khoa học và Công nghệ | KH CN | KHCN | Khoa học - Công nghệ
  Kế hoạch và Đầu tư | KH ĐT | KHĐT | Kế hoạch - Đầu tư | Tài chính | Tài chính - Kế hoạch | Nội vụ | Tư pháp | Ngoại vụ | Y tế | Giáo dục và Đào tạo | GD ĐT | GDĐT | Giáo dục | Giáo dục Khoa học và Công nghệ
  Văn hóa Thể thao và Du lịch | VH TT DL | VHTT DL | VHTTDL | VHTT và DL | VH TTDL | Văn hóa và Thể thao | VH TT | VHTT | Du lịch | Văn hóa Thông tin Thể thao và Du lịch | Văn hóa Thông tin | Văn hóa - Thông tin và Du lịch
  Lao động - Thương binh và Xã hội | LĐ TB XH | LĐTB XH | LĐTBXH | LĐ TBXH | Lao động TB XH | Lao động TBXH | Quy hoạch - Kiến trúc | Dân tộc và Tôn giáo | Dân tộc | An toàn thực phẩm`,
  true,
)

function department(tokens: readonly Token[], at: number, before: number): Organisation | null {
  const name = DEPARTMENTS.match(tokens, at + 1, before)
  if (name === null) {
    if (!isCapital(tokens[at]) || !isCapital(tokens[at + 1])) return null
    const to = openName(tokens, at, at + 1, before)
    return to - at < 2 ? null : { name: printed(tokens, at, to), from: at, to }
  }
  const end = at + 1 + name.length
  const to = afterPlace(tokens, end, before)
  const own = namesSeveralProvinces(tokens) ? to : end
  return { name: capitalised(printed(tokens, at, own)), from: at, to }
}

const severalProvinces = new WeakMap<readonly Token[], boolean>()

/** Where departments of several provinces are named, the province is a part of their names. */
function namesSeveralProvinces(tokens: readonly Token[]): boolean {
  const known = severalProvinces.get(tokens)
  if (known !== undefined) return known
  const named = new Set<string>()
  for (let at = 0; at < tokens.length && named.size < 2; at++) {
    if (tokens[at]?.key !== 'sở') continue
    const name = DEPARTMENTS.match(tokens, at + 1, tokens.length)
    if (name === null) continue
    for (const one of provincesFrom(tokens, at + 1 + name.length, tokens.length)) named.add(one.name)
  }
  severalProvinces.set(tokens, named.size > 1)
  return named.size > 1
}

/** "tỉnh Long An", "các tỉnh Tiền Giang, Long An và Bến Tre", "TP Cần Thơ" at token `at`. */
function provincesFrom(tokens: readonly Token[], at: number, before: number): readonly Organisation[] {
  let next = at
  if (tokens[next]?.key === 'các') next++
  if (tokens[next]?.key === 'tỉnh' || tokens[next]?.key === 'tp') next++
  else if (tokens[next]?.key === 'thành' && tokens[next + 1]?.key === 'phố') next += 2
  if (tokens[next]?.key === ':' || tokens[next]?.key === '.') next++
  const found: Organisation[] = []
  while (next < before && isCapital(tokens[next])) {
    const match = PROVINCES.match(tokens, next, before)
    if (match === null) break
    found.push({ name: printed(tokens, next, next + match.length), from: next, to: next + match.length })
    next += match.length
    if (![',', 'và', ';'].includes(tokens[next]?.key ?? '')) break
    next++
    if (tokens[next]?.key === 'tỉnh') next++
  }
  return found
}

/** "các Sở Tài nguyên và Môi trường Quảng Bình, Quảng Trị": one department in several provinces. */
function departmentsOfProvinces(tokens: readonly Token[], at: number, before: number): Organisation[] | null {
  if (tokens[at]?.key !== 'sở' || !namesSeveralProvinces(tokens)) return null
  const name = DEPARTMENTS.match(tokens, at + 1, before)
  if (name === null) return null
  const end = at + 1 + name.length
  const places = provincesFrom(tokens, end, before)
  if (places.length < 2) return null
  const department = capitalised(printed(tokens, at, end))
  return places.map((place, index) => ({
    name: `${department} ${place.name}`,
    from: index === 0 ? at : place.from,
    to: place.to,
  }))
}

/** "Sở Y tế tỉnh Hà Giang": the place belongs to the mention, not to the name. */
function afterPlace(tokens: readonly Token[], at: number, before: number): number {
  if (tokens[at]?.key === 'tỉnh') return at + 1 + (PROVINCES.match(tokens, at + 1, before)?.length ?? 0)
  if (tokens[at]?.key === 'thành' && tokens[at + 1]?.key === 'phố')
    return at + 2 + (PROVINCES.match(tokens, at + 2, before)?.length ?? 0)
  if (tokens[at]?.key === 'tp' && isCapital(tokens[at]))
    return at + 1 + (PROVINCES.match(tokens, at + 1, before)?.length ?? 0)
  if (isCapital(tokens[at])) return at + (PROVINCES.match(tokens, at, before)?.length ?? 0)
  return at
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

const PLACES = new Set(['huyện', 'xã', 'phường', 'quận'])

function place(tokens: readonly Token[], at: number, before: number): Organisation | null {
  const length =
    tokens[at]?.key === 'thành'
      ? tokens[at + 1]?.key === 'phố'
        ? 2
        : 0
      : tokens[at]?.key === 'thị'
        ? ['xã', 'trấn'].includes(tokens[at + 1]?.key ?? '')
          ? 2
          : 0
        : 1
  if (length === 0) return null
  const to = capitalRun(tokens, at + length, before)
  return to === at + length ? null : { name: printed(tokens, at, to), from: at, to }
}

/** A head that cannot be a word of a place's name; "Trạm Tấu" begins like "Trạm". */
function isFullHead(tokens: readonly Token[], at: number, before: number): boolean {
  const head = HEADS.match(tokens, at, before)
  return head !== null && head.value !== 'capital'
}

function capitalRun(tokens: readonly Token[], at: number, before: number): number {
  let to = at
  while (to < before && to < at + 5 && isCapital(tokens[to]) && !isFullHead(tokens, to, before)) to++
  if (
    to === at &&
    ['xã', 'phường', 'quận'].includes(tokens[at - 1]?.key ?? '') &&
    tokens[at]?.kind === 'number' &&
    /^\d{1,2}$/.test(tokens[at]?.text ?? '')
  )
    to++
  return to
}

const HEADS =
  phrases(`ban quản lý | ban qlda | ban ql | ban quản lí | bql | bqlda | ban dân tộc | ban tổ chức | ban tuyên giáo | ban dân vận | ban nội chính | ban bảo vệ | ban chỉ huy quân sự | ban an toàn giao thông | ban tôn giáo | ban = capital | ban giải phóng mặt bằng | ban điều phối
văn phòng | thanh tra = capital | cục = capital | chi cục | công an = capital | bộ chỉ huy | bộ tư lệnh | bộ đội biên phòng = capital | kho bạc | ngân hàng = capital | bảo hiểm xã hội = capital | bhxh | đài phát thanh | đài ptth | đài truyền hình | đài khí tượng | trường đại học | trường cao đẳng | trường chính trị | trường trung cấp | trường thpt | trường thcs | trường tiểu học | trường mầm non | trường ptdtnt | trường phổ thông | trường = capital | đại học = capital | học viện = capital
viện = capital | viện kiểm sát | vksnd | bệnh viện | trung tâm | quỹ = capital | hội liên hiệp | hội nông dân | hội phụ nữ | hội cựu chiến binh | hội chữ thập đỏ | hội khuyến học | hội luật gia | hội nhà báo | hội văn học | hội đông y | hội người cao tuổi | hội nạn nhân | hội cựu tnxp | hội cựu thanh niên xung phong | hội lhpn | hội làm vườn | hội người mù | hội bảo trợ | hội ccb | hội kế hoạch hóa | hội cựu giáo chức
liên minh hợp tác xã | liên minh htx | liên đoàn lao động | lđlđ | liên hiệp các hội | liên hiệp hội | liên hiệp các tổ chức | ủy ban mặt trận | ủy ban mttq | ubmttq | ủy ban mtTQ | mặt trận tổ quốc | ủy ban kiểm tra | ubkt | tỉnh đoàn = capital | thành đoàn = capital | huyện đoàn | huyện ủy | thành ủy | thị ủy | đoàn khối | đảng ủy | đoàn đbqh | đoàn đại biểu quốc hội | công đoàn viên chức | công đoàn ngành | công đoàn = capital
công ty | tổng công ty | tập đoàn = capital | nhà máy = capital | xí nghiệp = capital | điện lực = capital | bưu điện = capital | viễn thông = capital | vnpt | viettel | mobifone | vinaphone | pc | vườn quốc gia | tòa án | tand | cảng = capital | hải quan = capital | ubnd huyện | ubnd xã | ubnd phường | ubnd thị trấn | ubnd thị xã | ubnd quận | ubnd thành phố = capital | ủy ban nhân dân huyện | ủy ban nhân dân xã | ủy ban nhân dân phường | ủy ban nhân dân thị xã | ủy ban nhân dân quận
phòng giáo dục | phòng nội vụ | phòng tài chính | phòng lao động | phòng văn hóa | phòng y tế | phòng tư pháp | phòng kinh tế | phòng nông nghiệp | phòng tài nguyên | phòng = capital | hạt kiểm lâm | bảo tàng = capital | thư viện = capital | nhà hát = capital | nhà văn hóa = capital | tổng cục | khu bảo tồn | lữ đoàn | trung đoàn | sư đoàn | hợp tác xã = capital | câu lạc bộ = capital | báo = capital | tạp chí = capital | nhà xuất bản = capital | khu liên hợp = capital | chi nhánh = capital | cụm cảng = capital | bệnh xá = capital | trạm = capital | hội = capital`)

// "Hội nghị", "Ban Thi đua", "Trưởng ban", "Báo cáo" begin like a unit and are none.
const NOT_A_NAME_AFTER_HEAD = new Set(
  'nghị đồng trường thảo thi viên cáo chấp thường giám chỉ hành cán lãnh thư'.split(' '),
)

const NAME_ENDS = new Set(
  `được đã là làm nhận đạt có cho với do tại trong về theo để tặng đề chủ thực phối tiếp triển trình phát đại giữ đảm bàn trưởng phó khối năm gồm cùng vì như đến từ sang giữa lần hoàn dẫn xuất tiêu đứng xếp trao thông chịu
  ký nhất thống bầu suy cử giao vừa sẽ thay nơi khi nhằm cần đang cũng lên ra những này đó trở luôn thuộc nguyên đồng khai tham tổng nhiệm lựa tự cụm không nêu vào bằng hiện đầu danh đón vinh của qua mới mà thì`.split(
    /\s+/,
  ),
)

// Small words that end a name only when no capital or known word follows.
const KEPT_AFTER: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['đầu', new Set(['tư'])],
  ['phát', new Set(['triển', 'thanh'])],
  ['đại', new Set(['biểu', 'học'])],
  ['thông', new Set(['tin', 'vận', 'tấn'])],
  ['tổng', new Set(['hợp'])],
  ['đồng', new Set(['nhân', 'bằng', 'văn', 'hỷ', 'xoài', 'hới', 'phú', 'tháp', 'nai', 'đăng'])],
  ['hiện', new Set(['đại'])],
  ['chủ', new Set(['tịch'])],
  ['giao', new Set(['thông', 'dịch'])],
  ['thực', new Set(['phẩm', 'vật'])],
  ['tham', new Set(['mưu'])],
  ['trình', new Set(['độ'])],
  ['khối', new Set(['các', 'cơ', 'doanh', 'ccq', 'dn'])],
  ['xuất', new Set(['khẩu', 'bản', 'nhập'])],
  ['năm', new Set(['căn'])],
])

/** Pairs whose second word alone would end a name. */
const KEPT_BEHIND = new Set([
  'công trình',
  'chương trình',
  'quy trình',
  'vận tải',
  'phát triển',
  'hành chính',
  'sự nghiệp',
  'phổ thông',
  'giao thông',
  'truyền thông',
  'lâm nghiệp',
  'quốc tế',
])

function openName(tokens: readonly Token[], at: number, headEnd: number, before: number): number {
  if (headEnd === at + 1 && NOT_A_NAME_AFTER_HEAD.has(tokens[headEnd]?.key ?? '')) return at
  let to = headEnd
  while (to < before && to < at + 18) {
    const token = tokens[to]
    if (token === undefined) break
    if (token.kind === 'sign') {
      const joins =
        (token.key === '-' || token.key === '&') &&
        tokens[to + 1]?.kind === 'word' &&
        isCapital(tokens[to + 1]) &&
        !startsOther(tokens, to + 1, before)
      if (joins || (token.key === ',' && isInnerComma(tokens, to))) {
        to++
        continue
      }
      break
    }
    if (token.kind === 'number') {
      if (token.glued || (/^\d{1,3}$/.test(token.text) && isCapital(tokens[to - 1]))) {
        to++
        continue
      }
      break
    }
    if (token.kind === 'line') break
    if (token.key === 'và') {
      if (!isCapital(tokens[to + 1]) || startsOther(tokens, to + 1, before)) break
      to++
      continue
    }
    if (token.key === 'các') {
      if (
        !['khu', 'kcn', 'dự', 'cụm', 'công', 'hội', 'cơ', 'tổ', 'khcn', 'kkt', 'vấn'].includes(
          tokens[to + 1]?.key ?? '',
        )
      )
        break
      to++
      continue
    }
    if (token.key === 'tỉnh' || token.key === 'thành' || token.key === 'tp') {
      const city = token.key === 'thành' ? 2 : 1
      if (token.key === 'thành' && !['phố', 'đoàn', 'ủy'].includes(tokens[to + 1]?.key ?? '')) break
      if (tokens[to + 1]?.key === 'ủy' || tokens[to + 1]?.key === 'đoàn') {
        to += 2
        continue
      }
      const end = to + city
      return end + (PROVINCES.match(tokens, end, before)?.length ?? capitalRun(tokens, end, before) - end)
    }
    if (token.key === 'tổ' && tokens[to + 1]?.key === 'chức' && !isCapital(token) && to > headEnd) break
    if (KEPT_AFTER.get(token.key)?.has(tokens[to + 1]?.key ?? '') === true) {
      to += 2
      continue
    }
    // Inside a name in capitals the same word is a part of it: "Ban Quản lý Khu Năm Căn".
    const ends =
      NAME_ENDS.has(token.key) &&
      (!isCapital(token) || ['trưởng', 'phó', 'khối', 'cụm', 'năm'].includes(token.key))
    if (ends && !KEPT_BEHIND.has(`${tokens[to - 1]?.key ?? ''} ${token.key}`)) break
    if (to > headEnd && startsOther(tokens, to, before) && isCapital(token) && !isCapital(tokens[to - 1]))
      break
    to++
  }
  return to
}

function isInnerComma(tokens: readonly Token[], at: number): boolean {
  return (
    (tokens[at - 1]?.key === 'vệ' && tokens[at + 1]?.key === 'chăm') ||
    (tokens[at - 1]?.key === 'phát' && tokens[at + 1]?.key === 'truyền') ||
    (tokens[at - 1]?.key === 'tế' && tokens[at + 1]?.key === 'công' && tokens[at + 2]?.key === 'nghiệp')
  )
}

function startsOther(tokens: readonly Token[], at: number, before: number): boolean {
  const key = tokens[at]?.key ?? ''
  if (key === 'sở') return true
  if (key === 'các' || key === 'ubnd') return true
  const head = HEADS.match(tokens, at, before)
  return head !== null && (head.length > 1 || isCapital(tokens[at]))
}

const SHARED_HEADS: ReadonlyMap<string, string> = new Map([
  ['sở', 'Sở'],
  ['huyện', 'huyện'],
  ['xã', 'xã'],
  ['phường', 'phường'],
  ['quận', 'quận'],
  ['tỉnh', 'tỉnh'],
  ['ban', 'Ban'],
  ['thành phố', 'thành phố'],
  ['cục', 'Cục'],
])

/** "các Sở: A; B và C", "các huyện A, B", "Sở: A, B". */
function sharedList(tokens: readonly Token[], at: number, before: number): Organisation[] | null {
  const key = tokens[at]?.key ?? ''
  const prefix = SHARED_HEADS.get(key)
  if (prefix === undefined) return null
  const provinces = departmentsOfProvinces(tokens, at, before)
  if (provinces !== null) return provinces
  const plural = isPlural(tokens, at)
  let next = at + 1
  // "09 Sở, ngành thuộc Khối thi đua, gồm: A, B"
  if (plural && key === 'sở') next = afterOpening(tokens, next, before)
  const colon = tokens[next]?.key === ':'
  if (colon) next++
  if (!plural && (!colon || key === 'tỉnh')) return null
  const found: Organisation[] = []
  while (next < before) {
    const item = sharedItem(tokens, key, prefix, next, before)
    if (item === null) break
    found.push(...item)
    next = item.at(-1)?.to ?? next + 1
    const part = tokens[next]?.key
    if (part !== ',' && part !== ';' && part !== 'và' && part !== '&') break
    next++
    if (part === ',' && tokens[next]?.key === 'và') next++
  }
  return found.length === 0 ? null : found
}

function isPlural(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return (
    before?.key === 'các' ||
    before?.key === 'cả' ||
    before?.key === '#' ||
    ['hai', 'ba', 'bốn', 'năm', 'những', '02', '2'].includes(before?.key ?? '')
  )
}

function afterOpening(tokens: readonly Token[], at: number, before: number): number {
  for (let next = at; next < Math.min(before, at + 16); next++) {
    if (tokens[next]?.key === ':') return next
    if (tokens[next]?.key === ';' || tokens[next]?.key === '.') break
    if (
      DEPARTMENTS.match(tokens, next, before) !== null &&
      isCapital(tokens[next]) &&
      (next === at || tokens[next - 1]?.key === 'gồm')
    )
      return next
  }
  return at
}

function sharedItem(
  tokens: readonly Token[],
  key: string,
  prefix: string,
  at: number,
  before: number,
): Organisation[] | null {
  if (tokens[at]?.key === key) {
    const own = organisationAt(tokens, at, before)
    return own === null ? null : [own]
  }
  const isPlace =
    PLACES.has(key) && isCapital(tokens[at]) && !isFullHead(tokens, at, before) && tokens[at]?.key !== 'sở'
  const other = isPlace ? null : organisationAt(tokens, at, before)
  if (other !== null) return [other]
  if (key === 'sở') {
    const name = isCapital(tokens[at]) ? DEPARTMENTS.match(tokens, at, before) : null
    if (name === null) return null
    return [
      {
        name: `${prefix} ${printed(tokens, at, at + name.length)}`,
        from: at,
        to: afterPlace(tokens, at + name.length, before),
      },
    ]
  }
  const to =
    key === 'ban' || key === 'cục'
      ? isCapital(tokens[at])
        ? openName(tokens, at, at + 1, before)
        : at
      : capitalRun(tokens, at, before)
  return to === at ? null : [{ name: `${prefix} ${printed(tokens, at, to)}`, from: at, to }]
}
