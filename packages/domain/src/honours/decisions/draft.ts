import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { err, ok } from '@anjie/kernel'
import type { Decided } from '../applicationDecision.ts'
import { firstUnmet } from '../eligibility.ts'
import type { EligibilityLine } from '../eligibilityLine.ts'

export interface DraftRequest {
  readonly id: Application['id']
  readonly member: Membership
  readonly round: Round
  readonly unit: Unit
  readonly countyName: string
  readonly cityName: string
  readonly eligibility: readonly EligibilityLine[]
  /** The application that holds the unit's slot in this round, if any. */
  readonly slotHolder: string | null
  readonly at: string
}

/** 起草申报: a unit that may apply gets one open application in the round. */
export function draft(request: DraftRequest): Decided {
  const { id, member, round, unit, at } = request
  if (request.slotHolder !== null) {
    return err({ code: 'already-applied', detail: `${unit.name}在“${round.name}”中已有申报`, pointer: '/unitId' })
  }
  const unmet = firstUnmet(request.eligibility)
  if (unmet !== null) return err(unmet)
  const next: Application = {
    id,
    county: unit.county,
    countyName: request.countyName,
    cityName: request.cityName,
    roundId: round.id,
    roundName: round.name,
    closesOn: round.closesOn,
    honour: round.honour,
    ...(round.grade === undefined ? {} : { grade: round.grade }),
    year: round.year,
    unitId: unit.id,
    unitName: unit.name,
    unitKind: unit.kind,
    ...(unit.parentName === undefined ? {} : { townshipName: unit.parentName }),
    status: 'draft',
    answers: [],
    statement: '',
    opinions: [],
    enteredBy: [member.personId],
    updatedAt: at,
  }
  return ok({
    application: { next, fact: { type: 'ApplicationDrafted', details: { unit: unit.name, round: round.name } } },
    slot: {
      next: { applicationId: id },
      fact: { type: 'ApplicationSlotTaken', details: { application: id } },
    },
  })
}
