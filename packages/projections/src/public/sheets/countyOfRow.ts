import { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Write } from '../../write.ts'

/** The county whose sheet a row of the public table goes into: a title's, or what became of a unit. */
export function countyOfRow({ table, pk, sk }: Pick<Write, 'table' | 'pk' | 'sk'>): CountyCode | undefined {
  if (table !== 'public' || !(pk.startsWith('TITLES#') || pk.startsWith('UNITS#'))) return undefined
  // Both kinds of keys begin with the county's code.
  return CountyCode.safeParse(sk.slice(0, 6)).data
}
