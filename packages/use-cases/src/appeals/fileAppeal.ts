import type { fileAppeal as operation } from '@anjie/contracts/operations/appeals'
import { AppealId } from '@anjie/contracts/vocabulary/ids'
import { fileAppeal as decide } from '@anjie/domain/appeals/fileAppeal'
import { naturalId } from '@anjie/domain/naturalId'
import { err, ok } from '@anjie/kernel'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'

export const fileAppeal: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { scope, store } = context
  if (scope.level !== 'county') throw new Error('appeals are filed by the county, for itself or for one of its units')
  const cycle = await findRecord(context, 'cycle', params.cycleId)
  if (!cycle.ok) return cycle
  const scorecard = await store.releasedScorecard(params.cycleId, body.subject)
  if (scorecard === undefined) return err({ code: 'appeal-window-closed', detail: '本周期的得分尚未开放预览' })
  const about = {
    county: scope.county,
    ...(body.subject === undefined ? {} : { subject: body.subject }),
    run: scorecard.runId,
    node: body.node,
  }
  const id = AppealId.parse(`${scope.county}.${naturalId(context.digest(about))}`)
  if ((await store.get('appeal', id)) !== undefined)
    return err({ code: 'already-appealed', detail: '本次计分的这项指标已有一份申诉' })
  const decision = decide(
    {
      id,
      county: scope.county,
      countyName: context.member.jurisdictionName,
      subject: body.subject,
      submissionId: (await subjectsOf(store, cycle.value.state)).find(
        ({ code }) => code === (body.subject ?? scope.county),
      )?.submissionId,
      node: body.node,
      claim: body.claim,
    },
    cycle.value.state,
    scorecard,
    context.member,
    context.now,
  )
  if (!decision.ok) return decision
  const reply = { id, version: 1, status: decision.value.next.status }
  const written = await store.commit([{ kind: 'appeal', id, expectedVersion: 0, ...decision.value }], reply)
  return written.ok ? ok(reply) : written
}
