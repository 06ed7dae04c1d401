import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { TitleId } from '@anjie/contracts/vocabulary/ids'
import { ok } from '@anjie/kernel'
import type { Decided } from '../applicationDecision.ts'
import { permitApplicationAction } from '../applicationTransitions.ts'
import type { EligibilityLine } from '../eligibilityLine.ts'
import { withAuthor } from '../person.ts'

/** 提交申报: complete, in time and with every condition met. The reason for an earlier return is answered thereby. */
export function submit(
  application: Application,
  member: Membership,
  eligibility: readonly EligibilityLine[],
  /** The title below by which the unit may apply, where the round asks for one. */
  lowerTitleId: TitleId | undefined,
  /** 续期: the title of the rung that it follows. */
  renewsTitleId: TitleId | undefined,
  at: string,
): Decided {
  const step = permitApplicationAction(application, 'submit', member, { eligibility })
  if (!step.ok) return step
  // What was sent in time and comes again after the end renews all the same.
  const renews = renewsTitleId ?? application.renews
  const { returnReason: _answered, lowerTitleId: _former, ...rest } = application
  return ok({
    application: {
      next: {
        ...rest,
        status: step.value.to[0],
        ...(lowerTitleId === undefined ? {} : { lowerTitleId }),
        ...(renews === undefined ? {} : { renews }),
        enteredBy: withAuthor(application.enteredBy, member),
        updatedAt: at,
      },
      fact: { type: 'ApplicationSubmitted', details: {} },
    },
  })
}
