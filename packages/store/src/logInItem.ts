import type { LogIn } from '@anjie/use-cases/ports'
import { z } from 'zod'

const Stored = z.object({ personId: z.string(), membershipIds: z.string(), version: z.int() })
const Ids = z.array(z.string())

/** The item of the memberships table: one per log-in (`<issuer>#<subject>`), with the ids of the posts that it took. */
export const logInItem = (identity: string, { personId, membershipIds }: LogIn, version: number) => ({
  pk: identity,
  personId,
  membershipIds: JSON.stringify(membershipIds),
  version,
})

export function logInOfItem(item: Readonly<Record<string, unknown>>): LogIn & { readonly version: number } {
  const { personId, membershipIds, version } = Stored.parse(item)
  return { personId, membershipIds: Ids.parse(JSON.parse(membershipIds)), version }
}
