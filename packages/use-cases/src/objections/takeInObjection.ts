import { beijingDate, calendarWith } from '@anjie/calendar-cn'
import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { ReceivedObjection } from '@anjie/contracts/vocabulary/objections/objection'
import { calendarId } from '@anjie/domain/honours/recordIds'
import { investigatorOf } from '@anjie/domain/objections/investigator'
import { receiveObjection } from '@anjie/domain/objections/receive'
import type { RecordStore } from '../ports.ts'
import { commitReceived } from './commitReceived.ts'

export type TakenIn = 'recorded' | 'known' | 'refused'

/**
 * Takes over what the public put into the inbox. It was told a number already, so what fits nowhere is not answered here: it is refused
 * once more, by the list as it stands in the records and by the instant at which it was received, and the function says so in its log.
 */
export async function takeInObjection(
  store: RecordStore,
  { entry: seen, material, ...received }: ReceivedObjection,
  now: string,
): Promise<TakenIn> {
  if (!received.id.startsWith(`${investigatorOf(received.batchId)}.`)) return 'refused'
  const [batch, there, calendar] = await Promise.all([
    store.get('batch', received.batchId),
    store.get('objection', received.id),
    store.get('calendar', calendarId(provinceCodeOf(received.batchId))),
  ])
  if (there !== undefined) return 'known'
  if (batch === undefined) return 'refused'
  const entry = seen === undefined ? undefined : batch.state.entries[seen.at]
  if (seen !== undefined && entry?.unitName !== seen.unitName) return 'refused'
  const step = receiveObjection(
    batch.state,
    {
      ...received,
      channel: 'site',
      files: material.files.length,
      sentOn: beijingDate(received.receivedAt),
      entry,
    },
    calendarWith(calendar?.state.plans ?? []),
    now,
  )
  if (!step.ok) return 'refused'
  const written = await commitReceived(store, step.value, material)
  if (written.ok) return 'recorded'
  if ((await store.get('objection', received.id)) !== undefined) return 'known'
  throw new Error(`the objection ${received.id} was not recorded: ${written.error.code}`)
}
