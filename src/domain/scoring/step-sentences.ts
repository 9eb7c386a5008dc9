import type { Sentence } from './sentence.ts'

/**
 * The sentence of every step. `{@name}` stands for codes shown by their labels, `{~name}` for a calculation whose
 * numbers are printed one by one.
 */
export const stepSentences = {
  share: {
    vi: 'Đạt {part} trên {whole}, bằng {percent}%.',
    en: '{part} of {whole}, which is {percent}%.',
  },
  attainment: {
    vi: 'Thực hiện {result} so với chỉ tiêu {target}, bằng {percent}%.',
    en: '{result} against a target of {target}, which is {percent}%.',
  },
  figure: { vi: 'Kết quả {result}.', en: 'Result {result}.' },
  averageRank: { vi: 'Thứ hạng bình quân {value}.', en: 'Mean place {value}.' },
  timesMaximum: {
    vi: 'Tỷ lệ nhân điểm tối đa {maximum} được {points} điểm.',
    en: 'The share times the maximum of {maximum} gives {points} points.',
  },
  perPercent: {
    vi: 'Cứ {percentPerPoint}% được 1 điểm: {points} điểm.',
    en: 'Every {percentPerPoint}% gives 1 point: {points} points.',
  },
  belowTarget: {
    vi: 'Chưa đạt chỉ tiêu: nửa điểm tối đa ({half}) nhân tỷ lệ đạt được {points} điểm.',
    en: 'Below the target: half the maximum ({half}) times the share attained gives {points} points.',
  },
  onTarget: {
    vi: 'Đúng bằng chỉ tiêu: nửa điểm tối đa, {half} điểm.',
    en: 'Exactly on target: half the maximum, {half} points.',
  },
  leader: {
    vi: 'Tỷ lệ vượt chỉ tiêu cao nhất khối: trọn {maximum} điểm.',
    en: 'Exceeds its target by the highest rate of the bloc: the full {maximum} points.',
  },
  aboveTarget: {
    vi: 'Vượt chỉ tiêu {exceed}%, đơn vị dẫn đầu vượt {leaderExceed}%: {half} điểm cộng phần tương ứng của {half} điểm còn lại, được {points} điểm.',
    en: 'Exceeds the target by {exceed}%, the leader by {leaderExceed}%: {half} points plus that part of the other {half}, {points} points.',
  },
  withoutTarget: {
    vi: 'Không được giao chỉ tiêu: kết quả {result} so với cao nhất {highest}, nhân {maximum} được {points} điểm.',
    en: 'No target was set: result {result} against the highest, {highest}, times {maximum} gives {points} points.',
  },
  sample: {
    vi: 'Mẫu {sampleSize}: {count} trường hợp đạt × {point} = {points} điểm.',
    en: 'Sample of {sampleSize}: {count} positive × {point} = {points} points.',
  },
  band: { vi: 'Thuộc khung được {points} điểm.', en: 'Falls in the band of {points} points.' },
  bandDoubleHigher: {
    vi: 'Nằm ở mốc chung của hai khung; bảng điểm chọn khung cao hơn: {points} điểm.',
    en: 'On an edge two bands share; the table takes the higher: {points} points.',
  },
  bandDoubleLower: {
    vi: 'Nằm ở mốc chung của hai khung; bảng điểm chọn khung thấp hơn: {points} điểm.',
    en: 'On an edge two bands share; the table takes the lower: {points} points.',
  },
  noBand: { vi: 'Không thuộc khung nào: {points} điểm.', en: 'In none of the bands: {points} points.' },
  thresholdMet: {
    vi: 'Đạt mức {=op} {edge}: {points} điểm.',
    en: 'Meets the level {=op} {edge}: {points} points.',
  },
  thresholdMissed: {
    vi: 'Không đạt mức {=op} {edge}: {points} điểm.',
    en: 'Does not meet the level {=op} {edge}: {points} points.',
  },
  averageMet: {
    vi: 'Bằng hoặc cao hơn bình quân {average}: {points} điểm.',
    en: 'At or above the average of {average}: {points} points.',
  },
  averageMissed: {
    vi: 'Thấp hơn bình quân {average}: {points} điểm.',
    en: 'Below the average of {average}: {points} points.',
  },
  noIncident: {
    vi: 'Không để xảy ra vụ việc: {points} điểm.',
    en: 'Nothing happened: {points} points.',
  },
  incident: { vi: 'Xảy ra {count} vụ việc: 0 điểm.', en: 'Incidents: {count}. 0 points.' },
  counted: { vi: '{count} × {point} = {points} điểm.', en: '{count} × {point} = {points} points.' },
  penalised: {
    vi: 'Trừ {count} × {point} = {points} điểm.',
    en: 'Minus {count} × {point} = {points} points.',
  },
  plusMinus: {
    vi: 'Cộng {plusCount} × {plus}, trừ {minusCount} × {minus}: {raw} điểm.',
    en: 'Plus {plusCount} × {plus}, minus {minusCount} × {minus}: {raw} points.',
  },
  clamped: {
    vi: 'Giới hạn từ {lowest} đến {highest}: {points} điểm.',
    en: 'Limited to between {lowest} and {highest}: {points} points.',
  },
  place: { vi: 'Xếp thứ {rank}: {points} điểm.', en: 'Place {rank}: {points} points.' },
  placeWithoutPoints: {
    vi: 'Xếp thứ {rank}, ngoài các thứ hạng có điểm: 0 điểm.',
    en: 'Place {rank}, beyond the places with points: 0 points.',
  },
  flag: { vi: 'Được tặng {@flags}: {points} điểm.', en: 'Received {@flags}: {points} points.' },
  flagHighest: {
    vi: 'Được tặng {@flags}; chỉ tính mức cao nhất: {points} điểm.',
    en: 'Received {@flags}; only the highest counts: {points} points.',
  },
  noFlag: { vi: 'Không có cờ thi đua: 0 điểm.', en: 'No flag: 0 points.' },
  judged: {
    vi: 'Người chấm cho {points} trên {maximum} điểm.',
    en: 'Judged {points} of {maximum} points.',
  },
  done: { vi: 'Đạt: {points} điểm.', en: 'Done: {points} points.' },
  notDone: { vi: 'Không đạt: {points} điểm.', en: 'Not done: {points} points.' },
  preconditionMissing: {
    vi: 'Thiếu {@missing}: tiêu chí không được tính điểm.',
    en: 'Lacking {@missing}: the criterion gets no points.',
  },
  recordBase: { vi: 'Điểm gốc {points}.', en: 'Base of {points} points.' },
  recordShare: {
    vi: 'Theo sổ của khối, {@record}: {part} trên {whole} ({@of}), được {points} điểm.',
    en: 'From the bloc’s record, {@record}: {part} of {whole} ({@of}), {points} points.',
  },
  recordFlag: {
    vi: 'Theo sổ của khối, có {@record}: {points} điểm.',
    en: 'From the bloc’s record, {@record}: {points} points.',
  },
  recordFlagMissing: {
    vi: 'Theo sổ của khối, không có {@record}: 0 điểm.',
    en: 'From the bloc’s record, no {@record}: 0 points.',
  },
  recordMinus: {
    vi: 'Theo sổ của khối, {@record}: {count} lần, trừ {points} điểm.',
    en: 'From the bloc’s record, {@record}: {count} times, minus {points} points.',
  },
  dutiesMet: { vi: 'Đã thực hiện đủ: không trừ điểm.', en: 'Duties met: nothing deducted.' },
  dutiesMissed: {
    vi: 'Không thực hiện {@duties}: trừ {points} điểm.',
    en: 'Not done: {@duties}; minus {points} points.',
  },
  formulaFilled: { vi: 'Thay số: {~text}.', en: 'With the numbers: {~text}.' },
  formulaStep: { vi: '{~text}.', en: '{~text}.' },
  formulaTrue: { vi: '{~text}: đúng.', en: '{~text}: true.' },
  formulaFalse: { vi: '{~text}: sai.', en: '{~text}: false.' },
  formula: {
    vi: 'Tính theo công thức {=expression}: {points} điểm.',
    en: 'By the formula {=expression}: {points} points.',
  },
  capped: {
    vi: 'Vượt mức cao nhất của tiêu chí, lấy {limit} điểm.',
    en: 'Above the highest the criterion allows, held at {limit} points.',
  },
  raised: {
    vi: 'Dưới mức thấp nhất của tiêu chí, lấy {limit} điểm.',
    en: 'Below the lowest the criterion allows, held at {limit} points.',
  },
  normalised: {
    vi: 'Quy chuẩn điểm giữa người chấm: từ {raw} thành {points} điểm.',
    en: 'Normalised between the judges: from {raw} to {points} points.',
  },
  rounded: {
    vi: 'Làm tròn đến {decimals} chữ số thập phân: {points} điểm.',
    en: 'Rounded to {decimals} decimals: {points} points.',
  },
} as const satisfies Record<string, Sentence>

/** The word for a step of an explanation. */
export type StepCode = keyof typeof stepSentences
