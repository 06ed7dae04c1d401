import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { err, ok } from '@anjie/kernel'
import type { Decided } from '../applicationDecision.ts'
import { permitApplicationAction } from '../applicationTransitions.ts'
import { type Colleague, whyNotTaken } from '../colleague.ts'
import { opinionOf } from '../person.ts'

/** 转办: another reviewer of the same level goes on with the case; it stays in the same queue, under that name. */
export function transfer(
  application: Application,
  colleague: Colleague,
  reason: string,
  member: Membership,
  today: PlainDate,
  at: string,
): Decided {
  const step = permitApplicationAction(application, 'transfer', member, {})
  if (!step.ok) return step
  const { personId = '', personName, post } = colleague
  // Who takes a colleague's case over passes it on to themselves.
  const takesOver = personId === member.personId && application.transferred !== undefined
  const refused = takesOver ? null : whyNotTaken(application, colleague, member, today)
  if (refused !== null) return err({ code: 'invalid-input', detail: refused, pointer: '/to' })
  return ok({
    application: {
      next: {
        ...application,
        transferred: { personId, personName, post, reason, at },
        opinions: [
          ...application.opinions,
          opinionOf('transfer', `转${post}${personName}办理：${reason}`.slice(0, 500), member, at),
        ],
        updatedAt: at,
      },
      fact: { type: 'ApplicationTransferred', details: { to: `${post}${personName}`, reason } },
    },
  })
}
