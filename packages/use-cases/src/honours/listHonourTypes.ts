import type { listHonourTypes as operation } from '@anjie/contracts/operations/honours'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { allTypes } from './honourTypes.ts'

/** 荣誉类型: what can be applied for and what each asks; for a post bound to some, those. */
export const listHonourTypes: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async ({
  member: { honours },
  store,
}) => {
  const types = await allTypes(store)
  return ok({ types: types.filter(({ code }) => honours === undefined || honours.includes(code)) })
}
