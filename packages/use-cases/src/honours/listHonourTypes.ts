import type { listHonourTypes as operation } from '@anjie/contracts/operations/honours'
import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 荣誉类型: what can be applied for and what each asks. */
export const listHonourTypes: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async () =>
  ok({
    types: Object.values(HONOUR_TYPES).map(({ code, name, unitKinds, criteria, noticeWorkingDays }) => ({
      code,
      name,
      unitKinds: [...unitKinds],
      criteria: [...criteria],
      noticeWorkingDays,
    })),
  })
