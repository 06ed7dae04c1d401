import { beijingDate } from '@anjie/calendar-cn'
import type { openNotice as operation } from '@anjie/contracts/operations/notices'
import { openNotice as decide } from '@anjie/domain/notices/openNotice'
import { ok } from '@anjie/kernel'
import { openBatch } from '../honours/honourRecords.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { workingCalendarOf } from '../workingCalendarOf.ts'

/** 开始公示, in working days of the official calendar. */
export const openNotice: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, member, now } = context
  const found = await openBatch(context, params.batchId)
  if (!found.ok) return found
  const { state, version } = found.value
  const [calendar, registered] = await Promise.all([
    workingCalendarOf(context),
    store.getMany(
      'unit',
      state.entries.map(({ unitId }) => unitId),
    ),
  ])
  const units = new Map([...registered].map(([id, unit]) => [id, unit.state]))
  const decided = decide(state, units, member, body, calendar, beijingDate(now), now)
  if (!decided.ok) return decided
  const outcome = { id: state.id, version: version + 1, status: decided.value.next.status }
  const written = await store.commit(
    [{ kind: 'batch', id: state.id, expectedVersion: version, ...decided.value }],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
