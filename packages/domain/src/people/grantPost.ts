import type { MembershipRecord } from '@anjie/contracts/vocabulary/people/membershipRecord'
import type { Decision } from '../decision.ts'
import { type HonourName, postDetails } from './postDetails.ts'

/** 登记任职 without an invitation: by the operator, or for a machine client whose number at the issuer is known. */
export function grantPost(
  given: Omit<MembershipRecord, 'status' | 'updatedAt' | 'invitation'> & { readonly boundTo: string },
  now: string,
  honourName: HonourName,
): Decision<MembershipRecord, 'MembershipGranted'> {
  const next: MembershipRecord = { ...given, status: 'in-office', updatedAt: now }
  return { next, fact: { type: 'MembershipGranted', details: postDetails(next, honourName) } }
}
