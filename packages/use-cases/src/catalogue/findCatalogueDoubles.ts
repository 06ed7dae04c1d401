import type { findCatalogueDoubles as operation } from '@anjie/contracts/operations/catalogue'
import { doublePairs, findDoubles } from '@anjie/domain/catalogue/findDoubles'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { wholeCatalogue } from './wholeCatalogue.ts'

/** 疑似重复: of one item while it is written; without a name, every pair of the catalogue. */
export const findCatalogueDoubles: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { query: { name, unit = '', definition = '', except } },
) => {
  const listed = await wholeCatalogue(context)
  if (name === undefined)
    return ok({ doubles: [], pairs: doublePairs(listed).map(({ one, other }) => ({ one: { ...one }, other })) })
  const others = listed.filter(({ code }) => code !== except)
  return ok({ doubles: [...findDoubles({ name, unit, definition }, others)], pairs: [] })
}
