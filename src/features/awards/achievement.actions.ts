import { action, done } from '../../actions/action.ts'
import { refuse, refuseField, refuseStale } from '../../actions/failure.ts'
import { type Attachment, keepAttachment } from '../../files/keep.ts'
import { findStep, moveStep } from '../../steps/steps.store.ts'
import { proposalScope } from './awards.place.ts'
import { type Channel, holdProposals, updateProposal } from './proposals.store.ts'

export type WriteAchievementInput = {
  readonly proposalId: string
  readonly achievement: string
  /** The signed report, when it came on paper or as a file. */
  readonly file?: Attachment
  readonly channel: Channel
  /** True: it is handed in; false: kept as a draft. */
  readonly send: boolean
  /** The version the form was opened on; left out by whoever has no form. */
  readonly version?: number
}

/** The achievement report (báo cáo thành tích) of whoever is proposed, written by their unit or on its behalf. */
export const writeAchievement = action({
  permission: 'achievement.write',
  audit: 'proposal.achievement_written',
  scope: (db, input: WriteAchievementInput, today) => proposalScope(db, input.proposalId, today, true),
  run: async (trx, input, deed) => {
    const [before] = await holdProposals(trx, [input.proposalId])
    if (!before) return refuse('not_found')
    if (before.state !== 'proposed' && before.state !== 'returned') return refuse('achievement_closed')
    const achievement = input.achievement.trim()
    if (
      input.version !== undefined &&
      input.version !== before.version &&
      before.achievement !== achievement
    ) {
      return refuseStale([{ field: 'achievement', before: achievement, after: before.achievement }])
    }
    if (achievement === '' && !input.file && before.achievementFileId === null) {
      return refuseField('achievement', 'achievement_empty')
    }
    const file = await keepAttachment(trx, input.file, 'file', {
      provinceId: before.provinceId,
      blocId: before.blocId,
      unitId: before.unitId,
      uploadedBy: deed.accountId,
    })
    if (!file.ok) return file
    const after = { achievement, achievementFileId: file.value ?? before.achievementFileId }
    await updateProposal(trx, before.id, after)
    const { blocYearId, unitId } = before
    if (blocYearId && unitId) {
      const step = 'achievement_report'
      const cell = await findStep(trx, blocYearId, unitId, step)
      // A report handed in stays so while its words are mended; one sent back waits to be sent again.
      const untouched = cell === undefined || cell.state === 'draft'
      if (input.send || untouched) {
        await moveStep(trx, {
          blocYearId,
          unitId,
          step,
          state: input.send ? 'sent' : 'draft',
          channel: input.channel,
          onBehalf: deed.onBehalf,
          accountId: deed.accountId,
        })
      }
    }
    return done(
      { proposalId: before.id, sent: input.send },
      {
        entity: 'proposal',
        entityId: before.id,
        before: { achievement: before.achievement, achievementFileId: before.achievementFileId },
        after: { ...after, send: input.send, channel: input.channel, onBehalf: deed.onBehalf },
      },
    )
  },
})
