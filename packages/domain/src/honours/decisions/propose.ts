import { beijingDate } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Bar } from '@anjie/contracts/vocabulary/honours/bar'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { err, ok } from '@anjie/kernel'
import { withEntry } from '../../notices/batchEntries.ts'
import type { Decided } from '../applicationDecision.ts'
import { permitApplicationAction } from '../applicationTransitions.ts'
import { offDesk } from '../desk.ts'
import type { LowerTitleNow } from '../eligibility.ts'
import { opinionOf } from '../person.ts'

/** 列入拟命名名单, of a unit that got no such title from another round meanwhile: the application and its line in the list come about together. */
export function propose(
  application: Application,
  member: Membership,
  batch: Batch,
  opinion: string,
  heldTitle: Title | null,
  unit: Unit,
  lowerTitle: LowerTitleNow | null | undefined,
  bars: readonly Bar[],
  at: string,
): Decided {
  const step = permitApplicationAction(application, 'propose', member, {
    heldTitle,
    ...(lowerTitle === undefined ? {} : { lowerTitle }),
    unit,
    bars,
    today: beijingDate(at),
    batchStatus: batch.status,
  })
  if (!step.ok) return step
  if (batch.roundId !== application.roundId) {
    return err({
      code: 'invalid-input',
      detail: `该名单属于“${batch.roundName}”，本申报属于“${application.roundName}”`,
      pointer: '/batchId',
    })
  }
  const listed = withEntry(batch, application, member.personId, at)
  if (!listed.ok) return listed
  return ok({
    application: {
      next: {
        ...offDesk(application, at),
        status: step.value.to[0],
        batchId: batch.id,
        opinions: [...application.opinions, opinionOf('propose', opinion, member, at)],
        updatedAt: at,
      },
      fact: { type: 'ApplicationProposed', details: { opinion, batch: batch.name } },
    },
    batch: listed.value,
  })
}
