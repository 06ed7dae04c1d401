import type { CountSource, CountSourceKind } from '@anjie/contracts/vocabulary/counting/sources/index'
import { disputes } from './disputes.ts'
import { dutyEvents } from './dutyEvents.ts'
import { dutyPosts } from './dutyPosts.ts'
import { dutyRoutine } from './dutyRoutine.ts'
import type { Ledger } from './ledger.ts'
import { rectifications } from './rectifications.ts'
import { register } from './register.ts'

/** How each kind of ledger is read, one file each. */
const LEDGERS: { readonly [K in CountSourceKind]: Ledger<K> } = {
  register,
  rectifications,
  disputes,
  'duty-routine': dutyRoutine,
  'duty-events': dutyEvents,
  'duty-posts': dutyPosts,
}

// A ledger is looked up by the kind of the very source that it is then asked with.
export const ledgerOf = (source: CountSource): Ledger<CountSourceKind> =>
  LEDGERS[source.kind] as unknown as Ledger<CountSourceKind>
