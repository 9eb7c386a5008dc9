import { reading, targets, vietnamese, voting } from 'giao-uoc/domain'

// What a report prints, and what it says exactly.
const planted = vietnamese.parseQuantity('1.463 ha')
const planned = vietnamese.parseQuantity('1.498,3 ha')
if (!planted.ok || !planned.ok) throw new Error('not a quantity')

// A target is met by exact numbers, never by a rounded percentage.
const reached = targets.completion(
  { kind: 'at_least', value: planned.value.value, unit: 'ha' },
  { kind: 'figure', value: planted.value.value, unit: 'ha' },
)
console.log(reached.verdict, vietnamese.printPercent(reached.percent ?? '0'))

// More than half of twelve units; at least 80% of a council of twelve.
console.log(voting.votesNeeded(voting.shares.more_than_half, 12))
console.log(voting.votesNeeded(voting.shares.eighty_percent, 12))

// Text to facts, each with the place it was read at.
const report = reading.readReport('Giá trị hàng hóa xuất khẩu ước đạt trên 3.720 triệu USD.')
console.log(report.indicators.map((one) => `${one.value} ${one.unit}`))
