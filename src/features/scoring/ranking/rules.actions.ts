import { action, done } from '../../../actions/action.ts'
import { type Failure, refuseField } from '../../../actions/failure.ts'
import { type ClassesProblem, checkClasses, type RankingRules } from '../../../domain/ranking/index.ts'
import { openDraft } from '../table/criteria.actions.ts'
import { ofYear } from '../table/table.actions.ts'
import { changeTable } from '../table/table.store.ts'
import { classLinesOf, rulesFromForm, type TypedRules } from './rules-form.ts'

export type SaveRankingRulesInput = TypedRules & {
  readonly blocYearId: string
  /** Version the form was opened on. */
  readonly version?: number
}

/** Changes how the bloc ranks and classes, while its table is a draft; the members adopt both together. */
export const saveRankingRules = action({
  permission: 'score_table.manage',
  audit: 'ranking_rules.saved',
  scope: ofYear<SaveRankingRulesInput>,
  run: async (trx, input) => {
    const draft = await openDraft(trx, input)
    if (!draft.ok) return draft
    const { id, table, rules: before, version } = draft.value
    if (input.version !== undefined && input.version !== version) {
      return { ok: false, error: { code: 'changed_meanwhile', differences: [] } }
    }
    const after = rulesFromForm(input, table, before)
    const [problem] = checkClasses(after.classes, after.bars)
    if (problem) return refusedAt(problem, after, classLinesOf(input))
    await changeTable(trx, id, { rankingRules: after })
    return done({ id }, { entity: 'score_table', entityId: id, before, after })
  },
})

const faultOf = {
  edgesNotDescending: 'class_edges_not_descending',
  noOpenClass: 'class_none_open',
  duplicateClass: 'class_twice',
  capToUnknownClass: 'class_cap_unknown',
} as const satisfies Record<ClassesProblem['code'], string>

function refusedAt(
  problem: ClassesProblem,
  { classes }: RankingRules,
  lines: readonly string[],
): { readonly ok: false; readonly error: Failure } {
  if (problem.code === 'noOpenClass') {
    return refuseField(`classEdge.${lines.at(-1)}`, 'class_none_open')
  }
  const line = classes.findLastIndex(({ code }) => code === problem.class)
  const field = problem.code === 'edgesNotDescending' ? 'classEdge' : 'className'
  const name = classes[line]?.name.vi ?? problem.class
  return refuseField(`${field}.${lines[line] ?? '0'}`, faultOf[problem.code], name)
}
