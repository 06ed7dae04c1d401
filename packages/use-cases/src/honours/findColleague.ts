import type { MembershipId } from '@anjie/contracts/vocabulary/ids'
import type { MembershipRecord } from '@anjie/contracts/vocabulary/people/membershipRecord'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { QueryContext } from '../ports.ts'

/** The post that a case is passed on to or asked of; whether it may be is the decision's to say. */
export async function findColleague(
  { store }: Pick<QueryContext, 'store'>,
  id: MembershipId,
  pointer: string,
): Promise<Result<MembershipRecord, Problem>> {
  const found = await store.get('membership', id)
  return found === undefined
    ? err({ code: 'invalid-input', detail: '本级没有这个岗位，请重新选择', pointer })
    : ok(found.state)
}
