import { type ClassesProblem, explainClassesProblem } from '../../domain/ranking/index.ts'
import {
  type AppraisalReason,
  checkFormula,
  explainAppraisal,
  explainFormulaProblem,
} from '../../domain/scoring/index.ts'
import { printNumber } from '../../domain/vietnamese/index.ts'
import { defineWords, type Lang, type Names, type Word } from '../../i18n/words.ts'
import { stepFaults } from '../../steps/step.messages.ts'
import { appealFaults } from './appeal.messages.ts'
import { recusalFaults } from './recusal.messages.ts'

const appraisalReasons: readonly AppraisalReason[] = [
  'onlyOwnSelfScore',
  'ownUnit',
  'recused',
  'notAssignedChecker',
  'headNeedsDeputy',
  'headNeedsNamed',
  'onlyHeadOrDeputy',
  'onlyAgency',
]

const faults = defineWords(
  {
    score_table_exists: 'Năm này đã có bảng điểm. Muốn làm lại, hãy bỏ bản dự thảo hoặc lập bản mới.',
    score_table_missing: 'Năm này chưa có bảng điểm.',
    score_table_frozen: 'Bảng điểm đã chốt nên không thay đổi nữa.',
    score_table_is_draft: 'Bản dự thảo đang sửa được, không cần lập bản mới.',
    score_table_not_draft: 'Chỉ bản dự thảo mới sửa được. Bảng đã thông qua thì lập bản mới, có lý do.',
    score_table_empty: 'Bảng điểm chưa có tiêu chí nào.',
    score_table_not_adopted: 'Bảng điểm phải được các đơn vị thông qua trước khi chốt.',
    score_table_contradicts: 'Bảng điểm còn chỗ mâu thuẫn. Hãy sửa các lỗi nêu bên bảng rồi chốt.',
    score_table_not_frozen: 'Bảng điểm chưa chốt nên chưa chấm điểm được.',
    score_table_unreadable: (place: string) => `Không đọc được bảng điểm, tại chỗ: ${place}.`,
    ranking_rules_unreadable: (place: string) => `Không đọc được quy tắc xếp hạng, tại chỗ: ${place}.`,
    score_table_version_once: 'Có người vừa lập bản này. Hãy mở lại bảng điểm.',
    no_earlier_table: 'Khối chưa có bảng điểm của năm trước.',
    pasted_needs_three: (line: string, text: string) =>
      `Dòng ${line} cần ít nhất mã, tên và điểm tối đa: “${text}”.`,
    pasted_points_unreadable: (line: string, text: string) =>
      `Dòng ${line}: không đọc được điểm tối đa trong “${text}”.`,
    pasted_code_twice: (line: string, text: string) => `Dòng ${line}: mã này đã dùng ở dòng trên: “${text}”.`,
    pasted_rule_unknown: (line: string, text: string) => `Dòng ${line}: chưa hiểu cách chấm trong “${text}”.`,
    criterion_code_taken: 'Mã này đã dùng cho tiêu chí khác trong bảng.',
    criterion_name_missing: 'Tiêu chí cần có tên.',
    criterion_maximum_counted: 'Điểm tối đa không được âm.',
    criterion_at_end: 'Tiêu chí đã ở đầu hoặc cuối nhóm.',
    criterion_unknown: (code: string) => `Bảng điểm không có tiêu chí mang mã ${code}.`,
    method_field_missing: 'Cách chấm này cần một giá trị đọc được ở đây.',
    method_not_positive: 'Con số này phải lớn hơn 0.',
    ranking_class_wrong: (problem: string, name: string) => classFault(problem, name, 'vi'),
    formula_wrong: (expression: string, unit: string) => formulaFault(expression, unit, 'vi'),
    layer_not_used: 'Bảng điểm của năm không dùng bước chấm này.',
    points_outside: (least: string, most: string) =>
      `Điểm phải từ ${printNumber(least)} đến ${printNumber(most)}.`,
    points_too_fine: (decimals: string) => `Điểm chỉ lấy đến ${decimals} chữ số thập phân.`,
    points_off_step: (step: string) => `Điểm chấm theo bậc ${printNumber(step)}.`,
    points_negative: 'Điểm không được âm.',
    note_required: 'Điểm này khác với cách chấm, cần ghi rõ vì sao.',
    exemption_reason_required: 'Cần ghi vì sao nội dung này không giao cho đơn vị.',
    cross_assigned_by_teams: 'Đoàn kiểm tra đang chấm chéo: hãy sửa đoàn và lịch trong kế hoạch kiểm tra.',
    change_reason_required: 'Điểm khác với bước trước, cần ghi rõ lý do.',
    sheet_incomplete: (count: string, codes: string) =>
      `Còn ${count} tiêu chí chưa có điểm (${codes}). Hãy chấm hoặc ghi “không giao” rồi gửi.`,
    normalisation_needs_layers:
      'Quy chuẩn điểm cần có cả bước chấm chéo và bước Trưởng khối thẩm định trong bảng điểm.',
    normalisation_waits: (count: string) =>
      `Bảng điểm quy chuẩn điểm chấm chéo, nên chờ chấm chéo xong: còn ${count} đơn vị.`,
    normalisation_closed: 'Điểm chấm chéo đã được quy chuẩn để thẩm định nên không sửa nữa.',
    nobody_appraises_itself: 'Không đơn vị nào được thẩm định chính mình.',
    self_score_not_sent: 'Đơn vị chưa gửi bảng tự chấm nên chưa thẩm định được.',
    nothing_to_appraise: 'Đơn vị chưa có điểm tự chấm để thẩm định.',
    nothing_to_adopt: 'Chưa đơn vị nào có điểm để hội nghị thống nhất.',
    later_layer_opened: 'Bước sau đã có điểm dựa trên bước này nên không sửa được nữa.',
    bar_in_future: 'Ngày ghi nhận không được ở tương lai.',
    bar_already_cleared: 'Điều kiện này đã được gỡ.',
    bar_cleared_before_opened: 'Ngày gỡ không được trước ngày ghi nhận.',
    ranking_without_layer: 'Chưa có bước chấm nào đủ điểm của mọi đơn vị. Hãy chọn bước chấm để chốt.',
    ranking_empty: 'Chưa có đơn vị nào xếp hạng được.',
    ranking_not_frozen: 'Chưa có bảng xếp hạng nào được chốt.',
    ranking_layer_not_published: 'Điểm tự chấm và chấm chéo không công bố ra ngoài khối.',
    ranking_already_published: 'Bảng xếp hạng này đã công bố.',
    publish_word_wrong: 'Hãy gõ đúng chữ “công bố” để xác nhận.',
  },
  {
    score_table_exists: 'The year has a scoring table. Discard the draft or begin a new version.',
    score_table_missing: 'The year has no scoring table yet.',
    score_table_frozen: 'The table is frozen and changes no more.',
    score_table_is_draft: 'A draft can be edited; it needs no new version.',
    score_table_not_draft:
      'Only a draft can be edited. For an adopted table begin a new version, with a reason.',
    score_table_empty: 'The table has no criterion.',
    score_table_not_adopted: 'The members have to adopt the table before it is frozen.',
    score_table_contradicts: 'The table contradicts itself. Mend what is listed beside it, then freeze.',
    score_table_not_frozen: 'The table is not frozen, so nobody can score by it yet.',
    score_table_unreadable: (place) => `The table cannot be read at: ${place}.`,
    ranking_rules_unreadable: (place) => `The ranking rules cannot be read at: ${place}.`,
    score_table_version_once: 'Somebody has just begun this version. Open the table again.',
    no_earlier_table: 'The bloc has no table of an earlier year.',
    pasted_needs_three: (line, text) => `Line ${line} needs code, name and maximum at least: “${text}”.`,
    pasted_points_unreadable: (line, text) => `Line ${line}: the maximum in “${text}” cannot be read.`,
    pasted_code_twice: (line, text) => `Line ${line}: this code was used above: “${text}”.`,
    pasted_rule_unknown: (line, text) => `Line ${line}: the rule in “${text}” is not understood.`,
    criterion_code_taken: 'Another criterion of the table has this code.',
    criterion_name_missing: 'A criterion needs a name.',
    criterion_maximum_counted: 'The maximum must not be negative.',
    criterion_at_end: 'The criterion stands at the end of its group.',
    criterion_unknown: (code) => `The table has no criterion with the code ${code}.`,
    method_field_missing: 'This rule needs a readable value here.',
    method_not_positive: 'This number must be above 0.',
    ranking_class_wrong: (problem, name) => classFault(problem, name, 'en'),
    formula_wrong: (expression, unit) => formulaFault(expression, unit, 'en'),
    layer_not_used: 'The table of the year does not use this layer.',
    points_outside: (least, most) =>
      `Points must lie between ${printNumber(least)} and ${printNumber(most)}.`,
    points_too_fine: (decimals) => `Points have ${decimals} decimals at most.`,
    points_off_step: (step) => `Points are given in steps of ${printNumber(step)}.`,
    points_negative: 'Points must not be negative.',
    note_required: 'These points differ from the rule; say why.',
    exemption_reason_required: 'Say why this is not assigned to the unit.',
    cross_assigned_by_teams: 'Teams of the check score: change teams and visits in the plan of checks.',
    change_reason_required: 'These points differ from the layer before; give the reason.',
    sheet_incomplete: (count, codes) =>
      `${count} criteria have no points (${codes}). Score them or mark them “not assigned”, then send.`,
    normalisation_needs_layers:
      'Normalisation needs both the cross-check and the appraisal by the head in the table.',
    normalisation_waits: (count) =>
      `The table normalises cross-checked points, so all cross-checks come first: ${count} units to go.`,
    normalisation_closed: 'The cross-checked points were normalised for the appraisal and change no more.',
    nobody_appraises_itself: 'No unit appraises itself.',
    self_score_not_sent: 'The unit has not sent its sheet, so it cannot be appraised yet.',
    nothing_to_appraise: 'The unit has no self-score to appraise.',
    nothing_to_adopt: 'No unit has points the conference could adopt.',
    later_layer_opened: 'A later layer stands on this one, so it changes no more.',
    bar_in_future: 'The day must not lie in the future.',
    bar_already_cleared: 'This bar was cleared before.',
    bar_cleared_before_opened: 'It cannot be cleared before it was recorded.',
    ranking_without_layer: 'No layer is complete for every unit. Choose the layer to freeze.',
    ranking_empty: 'No unit can be ranked yet.',
    ranking_not_frozen: 'No ranking has been frozen.',
    ranking_layer_not_published: 'Self-scores and cross-checks are not published outside the bloc.',
    ranking_already_published: 'This ranking was published before.',
    publish_word_wrong: 'Type the words “công bố” to confirm.',
  },
)

function classFault(code: string, name: string, lang: Lang): string {
  const named = [{ code: name, name: { vi: name, en: name } }]
  return explainClassesProblem({ code, class: name } as ClassesProblem, named, lang)
}

function formulaFault(expression: string, unit: string, lang: Lang): string {
  const checked = checkFormula(expression, unit)
  return checked.ok ? '' : explainFormulaProblem(checked.error, lang)
}

/** Sentences for what scoring and ranking refuse. */
export function scoringFaults(lang: Lang): Readonly<Record<string, Word>> {
  const reasons = appraisalReasons.map((reason) => [`appraisal_${reason}`, explainAppraisal(reason, lang)])
  return {
    ...stepFaults(lang),
    ...faults(lang),
    ...appealFaults(lang),
    ...recusalFaults(lang),
    ...Object.fromEntries(reasons),
  }
}

/** What the audit calls the acts of this topic. */
export const scoringEvents: Names<string> = {
  'score_table.created': { vi: 'Lập bảng điểm', en: 'Scoring table drawn up' },
  'score_table.started': { vi: 'Bắt đầu bảng điểm', en: 'Scoring table begun' },
  'score_table.saved': { vi: 'Sửa khung bảng điểm', en: 'Frame of the scoring table changed' },
  'score_table.version_begun': { vi: 'Lập bản mới của bảng điểm', en: 'New version of the table begun' },
  'score_table.discarded': { vi: 'Bỏ dự thảo bảng điểm', en: 'Draft of the table discarded' },
  'score_table.adopted': { vi: 'Thông qua bảng điểm', en: 'Scoring table adopted' },
  'score_table.frozen': { vi: 'Chốt bảng điểm', en: 'Scoring table frozen' },
  'ranking_rules.saved': { vi: 'Sửa quy tắc xếp hạng', en: 'Rules of ranking changed' },
  'criterion.added': { vi: 'Thêm tiêu chí', en: 'Criterion added' },
  'criterion.saved': { vi: 'Sửa tiêu chí', en: 'Criterion changed' },
  'criterion.removed': { vi: 'Bỏ tiêu chí', en: 'Criterion removed' },
  'criterion.moved': { vi: 'Đổi chỗ tiêu chí', en: 'Criterion moved' },
  'score.self_saved': { vi: 'Lưu bảng tự chấm', en: 'Self-score saved' },
  'score.self_sent': { vi: 'Gửi bảng tự chấm', en: 'Self-score sent' },
  'score.self_returned': { vi: 'Trả lại bảng tự chấm', en: 'Self-score returned' },
  'score.self_accepted': { vi: 'Nhận bảng tự chấm', en: 'Self-score accepted' },
  'score.exempted': { vi: 'Ghi nội dung không giao', en: 'Criterion not assigned' },
  'score.evidence_added': { vi: 'Thêm minh chứng cho tiêu chí', en: 'Evidence added to a criterion' },
  'score.evidence_withdrawn': { vi: 'Gỡ minh chứng của tiêu chí', en: 'Evidence taken from a criterion' },
  'score.appraisers_assigned': { vi: 'Phân công thẩm định', en: 'Appraisers assigned' },
  'score.cross_checked': { vi: 'Chấm chéo', en: 'Cross-check' },
  'score.appraised': { vi: 'Trưởng khối thẩm định điểm', en: 'Appraisal by the head' },
  'score.final_adopted': { vi: 'Hội nghị thống nhất điểm', en: 'Scores adopted by the conference' },
  'score.agency_accepted': { vi: 'Cơ quan thường trực chấp nhận điểm', en: 'Scores accepted by the agency' },
  'scores.recompute_asked': {
    vi: 'Yêu cầu tính lại điểm toàn tỉnh',
    en: 'Recomputing of a province asked for',
  },
  'appeal.shown': { vi: 'Gửi điểm thẩm định cho các đơn vị', en: 'Appraised points shown to the units' },
  'appeal.reopened': { vi: 'Mở lại thời hạn kiến nghị về điểm', en: 'Time to question points opened again' },
  'appeal.sent': { vi: 'Gửi kiến nghị, giải trình về điểm', en: 'Points questioned or explained' },
  'appeal.withdrawn': { vi: 'Rút kiến nghị về điểm', en: 'Question on points withdrawn' },
  'appeal.answered': { vi: 'Trả lời kiến nghị về điểm', en: 'Question on points answered' },
  'recusal.declared': { vi: 'Không tham gia chấm', en: 'Stepped back from judging' },
  'recusal.lifted': { vi: 'Cho tham gia chấm lại', en: 'May judge again' },
  'bar.recorded': { vi: 'Ghi điều kiện tạm dừng xét', en: 'Bar recorded' },
  'bar.cleared': { vi: 'Gỡ điều kiện tạm dừng xét', en: 'Bar cleared' },
  'ranking.frozen': { vi: 'Chốt bảng xếp hạng', en: 'Ranking frozen' },
  'ranking.published': { vi: 'Công bố bảng xếp hạng', en: 'Ranking published' },
}

/** Words every page of scoring shares. */
export const scoringWords = defineWords(
  {
    tabs: 'Các phần của chấm điểm',
    table: 'Bảng điểm',
    selfScores: 'Tự chấm',
    appraisals: 'Thẩm định',
    judges: 'Người chấm',
    appeals: 'Kiến nghị',
    ranking: 'Xếp hạng',
    points: 'điểm',
    unit: 'Đơn vị',
    code: 'Mã',
    criterion: 'Tiêu chí',
    maximum: 'Tối đa',
    total: 'Tổng điểm',
    reason: 'Lý do',
    save: 'Lưu',
    notAssigned: 'không giao',
    onBehalf: 'nhập thay',
    byPaper: 'từ bản giấy',
    byFile: 'từ tệp',
    bonus: 'thưởng',
    penalty: 'trừ',
    normal: 'điểm chính',
    hidden: 'chưa công khai',
    hiddenSelf: 'Điểm tự chấm của đơn vị khác chỉ hiện khi vòng tự chấm đã khép lại.',
    hiddenAppraised: 'Điểm thẩm định hiện với các đơn vị khi được trình ra hội nghị.',
    tableNotFrozen: 'Bảng điểm của năm chưa chốt nên chưa chấm điểm được.',
    openTable: 'Mở bảng điểm',
    conflictBy: 'Người khác',
    conflictAt: 'vừa xong',
  },
  {
    tabs: 'Parts of scoring',
    table: 'Scoring table',
    selfScores: 'Self-scores',
    appraisals: 'Appraisal',
    judges: 'Judges',
    appeals: 'Appeals',
    ranking: 'Ranking',
    points: 'points',
    unit: 'Unit',
    code: 'Code',
    criterion: 'Criterion',
    maximum: 'Maximum',
    total: 'Total',
    reason: 'Reason',
    save: 'Save',
    notAssigned: 'not assigned',
    onBehalf: 'on behalf',
    byPaper: 'from paper',
    byFile: 'from a file',
    bonus: 'bonus',
    penalty: 'penalty',
    normal: 'the table itself',
    hidden: 'not shown yet',
    hiddenSelf: 'Self-scores of other units are shown once the round has closed.',
    hiddenAppraised: 'Appraised points are shown to the members when they are laid before the conference.',
    tableNotFrozen: 'The table of the year is not frozen, so nobody can score yet.',
    openTable: 'Open the table',
    conflictBy: 'Somebody else',
    conflictAt: 'just now',
  },
)
