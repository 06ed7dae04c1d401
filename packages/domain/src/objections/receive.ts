import type { WorkingCalendar } from '@anjie/calendar-cn'
import type { ApplicationId } from '@anjie/contracts/vocabulary/ids'
import type { Batch, BatchEntry } from '@anjie/contracts/vocabulary/notices/batch'
import type { Objection } from '@anjie/contracts/vocabulary/objections/objection'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import { materialKeptUntil } from './material.ts'
import { OBJECTION_CHANNEL_NAMES } from './objectionTransitions.ts'
import { objectionDueOn, objectionInTime } from './objectionWindow.ts'

export interface Incoming
  extends Pick<Objection, 'id' | 'number' | 'statusKey' | 'channel' | 'anonymous' | 'files' | 'receivedAt'> {
  readonly sentOn: PlainDate
  readonly entry: BatchEntry | undefined
}

/** 收到异议 that is in time, to a list or to one unit of it. */
export function receiveObjection(
  batch: Batch,
  { entry, ...incoming }: Incoming,
  calendar: WorkingCalendar,
  at: string,
): Result<Step<'objection'>, Problem> {
  const notice = objectionInTime(batch, incoming.sentOn)
  if (!notice.ok) return notice
  const dueOn = objectionDueOn(incoming.receivedAt, notice.value.objectionWorkingDays, calendar)
  return ok({
    next: {
      ...incoming,
      batchId: batch.id,
      batchName: batch.name,
      honour: batch.honour,
      ...(entry === undefined ? {} : { about: aboutOf(entry) }),
      ...(dueOn === undefined ? {} : { dueOn }),
      status: 'received',
      keptUntil: materialKeptUntil(incoming.receivedAt),
      updatedAt: at,
    },
    fact: {
      type: 'ObjectionReceived',
      details: {
        number: incoming.number,
        channel: `${OBJECTION_CHANNEL_NAMES[incoming.channel]}${incoming.anonymous ? '（匿名）' : ''}`,
        ...(entry === undefined ? {} : { unit: entry.unitName }),
        sentOn: incoming.sentOn,
      },
    },
  })
}

const aboutOf = (entry: BatchEntry): NonNullable<Objection['about']> => ({
  applicationId: entry.applicationId,
  county: entry.county,
  place: [entry.cityName, entry.countyName, entry.townshipName ?? ''].filter((part) => part !== '').join(''),
  unitId: entry.unitId,
  unitName: entry.unitName,
})

/** The unit of a list that still stands in it. */
export const entryOfApplication = (batch: Batch, applicationId: ApplicationId): BatchEntry | undefined =>
  batch.entries.find((entry) => entry.applicationId === applicationId && entry.left === undefined)
