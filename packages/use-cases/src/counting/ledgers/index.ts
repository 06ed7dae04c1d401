import type { CountSource, CountSourceKind } from '@anjie/contracts/vocabulary/counting/sources/index'
import type { Ledger } from './ledger.ts'
import { register } from './register.ts'

/** How each kind of ledger is read, one file each. */
const LEDGERS: { readonly [K in CountSourceKind]: Ledger<K> } = { register }

export const ledgerOf = (source: CountSource): Ledger<CountSource['kind']> => LEDGERS[source.kind]
