import type { MembershipRecord } from '@anjie/contracts/vocabulary/people/membershipRecord'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { manageFault } from '@anjie/domain/people/manageFault'
import { err, type Result } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { CommandContext, Versioned } from '../ports.ts'

/** A post that the caller manages, at the version that they saw. */
export async function openMembership(
  context: CommandContext,
  id: string,
): Promise<Result<Versioned<MembershipRecord>, Problem>> {
  const found = await findRecord(context, 'membership', id)
  if (!found.ok) return found
  const fault = manageFault(context.member, found.value.state)
  if (fault !== undefined) return err(fault)
  const expected = checkVersion(context, found.value.version)
  return expected.ok ? found : expected
}
