import { addDays, beijingDate, chineseDay } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application, ApplicationStatus } from '@anjie/contracts/vocabulary/honours/application'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import { withoutEntry } from '../../notices/batchEntries.ts'
import type { Decided } from '../applicationDecision.ts'
import { applicationStatusName, permitApplicationAction } from '../applicationTransitions.ts'
import { takenBack } from '../desk.ts'
import { opinionOf } from '../person.ts'
import { type PlacesOfRound, placeFreed } from '../quota.ts'
import { MAX_RESUBMIT_DAYS, resubmitByOf, usualResubmitBy } from '../resubmission.ts'

export interface ReturnRequest {
  readonly application: Application
  readonly member: Membership
  readonly to: ApplicationStatus
  readonly reason: string
  readonly resubmitBy?: PlainDate | undefined
  readonly round: Pick<Round, 'closesOn'>
  /** Places of its round, when the application holds one or waits for one. */
  readonly quota: PlacesOfRound | undefined
  /** The list in which it stands, when it does. */
  readonly batch: Batch | undefined
  readonly at: string
}

/**
 * 退回 to any earlier step that this level may return to, with the reason. An acceptance that was given falls: its place
 * goes back to the city, and a listed application leaves its list, in the same commit.
 */
export function returnTo(request: ReturnRequest): Decided {
  const { application, member, to, reason, quota, batch, at } = request
  const step = permitApplicationAction(
    application,
    'return',
    member,
    batch === undefined ? {} : { batchStatus: batch.status },
    to,
  )
  if (!step.ok) return step
  const deadline = deadlineOf(request)
  if (!deadline.ok) return deadline
  const {
    siteVisit: _fallen,
    batchId: _left,
    held: _over,
    waiting: _line,
    objections: _answered,
    ...rest
  } = takenBack(application, at)
  return ok({
    application: {
      next: {
        ...rest,
        status: to,
        returnReason: reason,
        ...(deadline.value === undefined ? {} : { resubmitBy: deadline.value }),
        opinions: [...application.opinions, opinionOf('return', reason, member, at)],
        updatedAt: at,
      },
      fact: {
        type: 'ApplicationReturned',
        details: {
          to: applicationStatusName({ ...application, status: to }),
          reason,
          ...(deadline.value === undefined ? {} : { dueOn: deadline.value }),
        },
      },
    },
    ...placeFreed(application, quota, at),
    ...(batch === undefined ? {} : { batch: withoutEntry(batch, application, reason, at) }),
  })
}

/** A case that comes back to the county comes back for a stated time. The county's own return does not prolong what others set. */
function deadlineOf({
  application,
  member,
  to,
  resubmitBy,
  round,
  at,
}: ReturnRequest): Result<PlainDate | undefined, Problem> {
  if (to === 'recommended') return ok(undefined)
  const today = beijingDate(at)
  const standing = resubmitByOf(application, round)
  if (member.jurisdiction.level === 'county' && standing !== undefined) return ok(standing)
  if (resubmitBy === undefined) return ok(usualResubmitBy(round, today))
  const last = laterOf(usualResubmitBy(round, today), addDays(today, MAX_RESUBMIT_DAYS))
  return resubmitBy >= today && resubmitBy <= last
    ? ok(resubmitBy)
    : err({
        code: 'invalid-input',
        detail: `补正期限应在${chineseDay(today)}至${chineseDay(last)}之间`,
        pointer: '/resubmitBy',
      })
}

const laterOf = (one: PlainDate, other: PlainDate): PlainDate => (one > other ? one : other)
