import type { FactDetailsOf } from '@anjie/contracts/facts/facts'
import type { MembershipRecord } from '@anjie/contracts/vocabulary/people/membershipRecord'
import { machineScopeName } from '../access/machineScopeName.ts'
import { ROLE_NAMES } from '../access/roleNames.ts'

/** How an honour is called; its types stand on a higher floor. */
export type HonourName = (code: NonNullable<MembershipRecord['honours']>[number]) => string

/** 任职 as a fact tells it. */
export function postDetails(state: MembershipRecord, honourName: HonourName): FactDetailsOf<'MembershipGranted'> {
  const { personName, post, roles, units, honours, scopes, validUntil } = state
  return {
    person: personName,
    post,
    roles: roles.map((role) => ROLE_NAMES[role]).join('、'),
    ...(units === undefined ? {} : { units: units.map(({ name }) => name).join('、') }),
    ...(honours === undefined ? {} : { honours: honours.map(honourName).join('、') }),
    ...(scopes === undefined ? {} : { scopes: scopes.map(machineScopeName).join('、') }),
    validUntil,
  }
}
