import type { fileAppeal as operation } from '@anjie/contracts/operations/appeals'
import { AppealId } from '@anjie/contracts/vocabulary/ids'
import { fileAppeal as decide } from '@anjie/domain/appeals/fileAppeal'
import { unitOfSubject } from '@anjie/domain/cycles/unitOfSubject'
import { naturalId } from '@anjie/domain/naturalId'
import { formOf } from '@anjie/domain/submissions/form'
import { err, ok } from '@anjie/kernel'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import { findRecord, notFound } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command, QueryContext } from '../ports.ts'

export const fileAppeal: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { scope, store } = context
  if (scope.level !== 'county' && scope.level !== 'unit') throw new Error('appeals are filed by counties and units')
  // A unit appeals for itself and for its posts; another one's points it cannot even name.
  const subject = body.subject ?? (scope.level === 'unit' ? scope.unit : undefined)
  if (scope.level === 'unit' && unitOfSubject(subject) !== scope.unit) return err(notFound('unit'))
  const cycle = await findRecord(context, 'cycle', params.cycleId)
  if (!cycle.ok) return cycle
  const scorecard = await store.releasedScorecard(params.cycleId, subject)
  if (scorecard === undefined) return err({ code: 'appeal-window-closed', detail: '本周期的得分尚未开放预览' })
  const about = {
    county: scope.county,
    ...(subject === undefined ? {} : { subject }),
    run: scorecard.runId,
    node: body.node,
  }
  const ofPost = unitOfSubject(subject) === subject ? '' : 'post-'
  const place = subject === undefined ? `${scope.county}.` : `${subject}-${ofPost}`
  const id = AppealId.parse(`${place}${naturalId(context.digest(about))}`)
  if ((await store.get('appeal', id)) !== undefined)
    return err({ code: 'already-appealed', detail: '本次计分的这项指标已有一份申诉' })
  const rules = await store.rules(cycle.value.state.schemeId)
  if (rules === undefined) throw new Error(`scheme ${cycle.value.state.schemeId} is not there`)
  const decision = decide(
    {
      id,
      county: scope.county,
      countyName: await countyName(context, scope.county),
      subject,
      submissionId: (await subjectsOf(store, cycle.value.state)).find(({ code }) => code === (subject ?? scope.county))
        ?.submissionId,
      node: body.node,
      claim: body.claim,
    },
    { cycle: cycle.value.state, items: rules.items, form: formOf(rules, cycle.value.state, 'subject') },
    scorecard,
    context.member,
    context.now,
  )
  if (!decision.ok) return decision
  const reply = { id, version: 1, status: decision.value.next.status }
  const written = await store.commit([{ kind: 'appeal', id, expectedVersion: 0, ...decision.value }], reply)
  return written.ok ? ok(reply) : written
}

const countyName = async ({ divisions, member, scope }: QueryContext, county: string): Promise<string> =>
  scope.level === 'county'
    ? member.jurisdictionName
    : ((await divisions()).counties.find(({ code }) => code === county)?.name ?? member.jurisdictionName)
