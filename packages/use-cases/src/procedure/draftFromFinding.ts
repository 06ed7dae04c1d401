import { beijingDate } from '@anjie/calendar-cn'
import type { draftFromFinding as operation } from '@anjie/contracts/operations/procedure'
import { MeasureId } from '@anjie/contracts/vocabulary/ids'
import { draftOfFinding } from '@anjie/domain/procedure/visitSteps'
import { draftMeasure } from '@anjie/domain/supervision/measureSteps'
import { ok } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { targetOf } from '../supervision/targetOf.ts'

/** 就一条发现拟制督导措施: a draft on the visited, signed and issued by another person as any other; the finding leads to it. */
export const draftFromFinding: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, member, now } = context
  const found = await findRecord(context, 'procedure-paper', params.paperId)
  if (!found.ok) return found
  const { state, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const drafted = draftOfFinding(state, body.findingNumber, body.workingDays, beijingDate(now))
  if (!drafted.ok) return drafted
  const target = await targetOf(context, drafted.value.target)
  if (!target.ok) return target
  const { unitId, county } = target.value
  const id = MeasureId.parse(`${unitId === undefined ? `${county}.` : `${unitId}-`}${context.newId()}`)
  const measure = draftMeasure(drafted.value.content, { id, act: context.newId(), target: target.value }, member, now)
  if (!measure.ok) return measure
  const paper = drafted.value.take(id, now)
  const outcome = { id, version: 1, status: measure.value.next.status }
  const written = await store.commit(
    [
      { kind: 'procedure-paper', id: state.id, expectedVersion: version, ...paper },
      { kind: 'measure', id, expectedVersion: 0, ...measure.value },
    ],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
