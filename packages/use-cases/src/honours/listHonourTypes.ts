import type { listHonourTypes as operation } from '@anjie/contracts/operations/honours'
import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 荣誉类型: what can be applied for and what each asks; for a post bound to some, those. */
export const listHonourTypes: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async ({
  member: { honours },
}) =>
  ok({
    types: Object.values(HONOUR_TYPES)
      .filter(({ code }) => honours === undefined || honours.includes(code))
      .map(({ code, name, unitKinds, ladder, criteria, noticeWorkingDays }) => ({
        code,
        name,
        unitKinds: [...unitKinds],
        ladder,
        criteria: [...criteria],
        noticeWorkingDays,
      })),
  })
