import type { Bilingual } from '../bilingual.ts'

/**
 * How sure we are of a rule.
 * - `confirmed`: read in the instrument or in a source that quotes it;
 * - `habit`: what blocs do, without a basis in law (thông lệ, chưa có căn cứ);
 * - `unverified`: said to be so, not yet checked (chưa kiểm chứng).
 */
export type Mark = 'confirmed' | 'habit' | 'unverified'

/** The words shown beside a rule; a confirmed rule shows its basis instead and has no words here. */
export const markLabels: Readonly<Record<Mark, Bilingual>> = {
  confirmed: { vi: 'đã kiểm chứng', en: 'confirmed' },
  habit: { vi: 'thông lệ, chưa có căn cứ', en: 'habit, no basis found' },
  unverified: { vi: 'chưa kiểm chứng', en: 'unverified' },
}
