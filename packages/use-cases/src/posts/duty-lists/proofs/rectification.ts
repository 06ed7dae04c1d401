import { lastDayOf } from '@anjie/domain/counting/lastDayOf'
import { provedByRectification } from '@anjie/domain/posts/duty-lists/proofs/rectification'
import { rectifications } from '../../../counting/ledgers/rectifications.ts'
import { type ProofReader, provenBy } from './proofReader.ts'

const SOURCE = { kind: 'rectifications', name: '督导整改' } as const

/** From the ledger of rectifications: a county's once for all its posts, a unit's own. */
export const rectification: ProofReader<'rectification'> = async ({ store, scope }, posts, _proofs, year) => {
  const [first] = posts
  if (first === undefined) return new Map()
  const holder = scope.level === 'unit' ? first.unitId : first.county
  // Some of what is due in a year was issued in the one before.
  const read = await rectifications.read(
    store,
    SOURCE,
    holder,
    [String(year - 1), String(year)],
    lastDayOf(String(year)),
  )
  const rows = read?.reading.rows ?? []
  return provenBy(posts, ({ unitId }) =>
    rows.filter(({ id }) => id.startsWith(`${unitId}-`)).map(provedByRectification),
  )
}
