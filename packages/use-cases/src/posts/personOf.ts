import type { MembershipId } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { postFault } from '@anjie/domain/posts/dutyPostActions'
import { err, ok, type Result } from '@anjie/kernel'
import type { QueryContext } from '../ports.ts'

/** Who a log-in of the county is, as far as somebody has taken it on. */
export async function personOf(
  { store }: Pick<QueryContext, 'store'>,
  membershipId: MembershipId | undefined,
  pointer: string,
): Promise<Result<string | undefined, Problem>> {
  if (membershipId === undefined) return ok(undefined)
  const found = (await store.get('membership', membershipId))?.state
  if (found === undefined || found.status === 'ended' || found.holder === 'machine')
    return err(postFault(pointer, '没有找到这个登录账号，或其任职已解除；请重新选择或不填'))
  return ok(found.personId)
}
