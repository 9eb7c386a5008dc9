import { defineWords, type Names } from '../../i18n/words.ts'

/** Words of changes that wait for the head's consent. */
export const requestsWords = defineWords(
  {
    lead: 'Giao ước đã ký. Đơn vị gửi đề nghị; Trưởng khối đồng ý thì bản mới có hiệu lực, bản cũ vẫn được giữ.',
    send: 'Gửi đề nghị đổi',
    waitingTitle: 'Đề nghị đổi đang chờ Trưởng khối',
    wanted: 'Đề nghị đổi thành',
    now: 'Đang có hiệu lực',
    reason: 'Lý do',
    asked: 'Người đề nghị',
    answer: 'Ý kiến của Trưởng khối',
    answerHint: 'Ví dụ: thống nhất tại cuộc họp ngày 05/3.',
    refusal: 'Vì sao không đồng ý',
    agree: 'Đồng ý đổi',
    refuse: 'Không đồng ý',
    takeBack: 'Rút đề nghị',
    sent: 'Đã gửi đề nghị tới Trưởng khối.',
    agreedNow: 'Đã đồng ý; bản mới của chỉ tiêu có hiệu lực.',
    refusedNow: 'Đã trả lời không đồng ý.',
    takenBack: 'Đã rút đề nghị.',
    refusedBefore: (answer: string) => `Trưởng khối không đồng ý: ${answer}`,
    waitingMark: 'chờ đồng ý đổi',
    who: (name: string, day: string) => `${name}, ${day}`,
    unknown: 'không rõ ai',
  },
  {
    lead: 'The pledge is signed. The unit asks; once the head agrees the new version holds, and the old one is kept.',
    send: 'Ask for the change',
    waitingTitle: 'A change waits for the head',
    wanted: 'To become',
    now: 'In force',
    reason: 'Reason',
    asked: 'Asked by',
    answer: 'Opinion of the head',
    answerHint: 'For example: agreed at the meeting of 5 March.',
    refusal: 'Why not',
    agree: 'Agree to the change',
    refuse: 'Do not agree',
    takeBack: 'Take the request back',
    sent: 'The request was sent to the head.',
    agreedNow: 'Agreed; the new version of the target holds.',
    refusedNow: 'The request was refused.',
    takenBack: 'The request was taken back.',
    refusedBefore: (answer) => `The head did not agree: ${answer}`,
    waitingMark: 'change waits for consent',
    who: (name, day) => `${name}, ${day}`,
    unknown: 'unknown',
  },
)

export const requestsFaults = defineWords(
  {
    target_request_waiting_once: 'Chỉ tiêu này đang có một đề nghị chờ Trưởng khối.',
    target_not_signed: 'Giao ước chưa ký nên sửa thẳng chỉ tiêu, không cần đề nghị.',
    head_consent_words_needed: 'Hãy ghi Trưởng khối đã đồng ý bằng cách nào.',
    request_gone: 'Đề nghị này đã được quyết định hoặc đã rút.',
  },
  {
    target_request_waiting_once: 'A change of this target waits for the head already.',
    target_not_signed: 'The pledge is not signed yet: edit the target itself.',
    head_consent_words_needed: 'Say how the head agreed.',
    request_gone: 'This request was decided or taken back already.',
  },
)

export const requestsEvents: Names<string> = {
  'target.change_requested': { vi: 'Đề nghị đổi chỉ tiêu', en: 'Change of a target requested' },
  'target.change_agreed': { vi: 'Đồng ý đổi chỉ tiêu', en: 'Change of a target agreed' },
  'target.change_refused': { vi: 'Không đồng ý đổi chỉ tiêu', en: 'Change of a target refused' },
  'target.change_taken_back': { vi: 'Rút đề nghị đổi chỉ tiêu', en: 'Request of a change taken back' },
}
