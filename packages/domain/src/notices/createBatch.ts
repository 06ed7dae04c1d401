import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import type { Step } from '../decision.ts'

/** 建立批次: an empty list of a round, with the round's basis, window and validity as they are printed later. */
export function createBatch(
  id: Batch['id'],
  name: string,
  round: Round,
  type: Pick<HonourType, 'name' | 'certificateLetters' | 'publicAs'>,
  at: string,
): Step<'batch'> {
  return {
    next: {
      id,
      province: round.province,
      roundId: round.id,
      roundName: round.name,
      honour: round.honour,
      ...(round.grade === undefined ? {} : { grade: round.grade }),
      honourName: type.name,
      certificateLetters: type.certificateLetters,
      ...(type.publicAs === undefined ? {} : { publicAs: type.publicAs }),
      year: round.year,
      name,
      status: 'collecting',
      entries: [],
      issuer: round.legalBasis.issuer,
      approvalReference: round.legalBasis.approvalReference,
      validYears: round.validYears,
      noticeWorkingDays: round.noticeWorkingDays,
      namedCount: 0,
      updatedAt: at,
    },
    fact: { type: 'BatchCreated', details: { round: round.name } },
  }
}
