import { defineWords } from '../i18n/words.ts'

/** Sentences for steps that cannot move now; topics that own a step add them to their own. */
export const stepFaults = defineWords(
  {
    step_already_sent: 'Mục này đã gửi và đang chờ Trưởng khối xem. Muốn sửa, hãy đề nghị trả lại.',
    step_already_accepted: 'Mục này đã được chấp nhận. Muốn sửa, hãy đề nghị Trưởng khối trả lại.',
    step_not_sent: 'Đơn vị chưa gửi mục này, nên chưa có gì để trả lại hoặc chấp nhận.',
  },
  {
    step_already_sent: 'This was sent and waits for the head. To change it, ask for it to be returned.',
    step_already_accepted: 'This was accepted. To change it, ask the head to return it.',
    step_not_sent: 'The unit has not sent this, so there is nothing to return or accept.',
  },
)

/** Words around sending, returning and accepting. */
export const stepWords = defineWords(
  {
    notBegun: 'chưa nhập',
    draft: 'đang nhập, chưa gửi',
    sent: 'đã gửi, chờ duyệt',
    returned: 'bị trả lại',
    accepted: 'đã chấp nhận',
    excused: 'ghi nhận không có',
    byPaper: 'bản giấy',
    byFile: 'bản tệp',
    onBehalf: 'nhập thay',
    returnedBecause: (reason: string) => `Trả lại với lý do: ${reason}`,
    send: 'Gửi Trưởng khối',
    sendAgain: 'Gửi lại',
    accept: 'Chấp nhận',
    giveBack: 'Trả lại',
    reason: 'Lý do trả lại',
    reasonHint: 'Đơn vị đọc được câu này.',
    channel: 'Đơn vị gửi bằng',
    screen: 'phần mềm',
    paper: 'bản giấy',
    file: 'tệp (thư điện tử, hệ thống văn bản)',
  },
  {
    notBegun: 'not begun',
    draft: 'being entered, not sent',
    sent: 'sent, waiting',
    returned: 'returned',
    accepted: 'accepted',
    excused: 'absence noted',
    byPaper: 'by paper',
    byFile: 'as a file',
    onBehalf: 'on behalf',
    returnedBecause: (reason) => `Returned because: ${reason}`,
    send: 'Send to the head',
    sendAgain: 'Send again',
    accept: 'Accept',
    giveBack: 'Return',
    reason: 'Reason for returning',
    reasonHint: 'The unit reads this sentence.',
    channel: 'The unit sent it by',
    screen: 'this site',
    paper: 'paper',
    file: 'file (e-mail, document system)',
  },
)
