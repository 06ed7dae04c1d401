import { beijingDate } from '@anjie/calendar-cn'
import type { listBases as operation } from '@anjie/contracts/operations/honours'
import { notInForce } from '@anjie/domain/honours/legalBasis'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 批准依据 of the own level and those above, each with whether it is in force today. */
export const listBases: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async ({ store, now }) => {
  const rows = await store.listFrame('legal-basis')
  const found = await store.getMany(
    'legal-basis',
    rows.map(({ id }) => id),
  )
  const today = beijingDate(now)
  return ok({
    bases: [...found.values()].map(({ state, version }) => {
      const why = notInForce(state, today)
      return { ...state, version, inForce: why === null, ...(why === null ? {} : { why: why.detail }) }
    }),
  })
}
