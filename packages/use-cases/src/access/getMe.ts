import type { getMe as operation } from '@anjie/contracts/operations/access'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 本人任职与岗位, from the membership record by which everything else is decided. */
export const getMe: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async ({ member }) => {
  const { personName, post, jurisdiction, jurisdictionName, roles, validUntil } = member
  return ok({ personName, post, jurisdiction, jurisdictionName, roles, validUntil })
}
