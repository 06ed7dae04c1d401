import { lastDayOf } from '@anjie/domain/counting/lastDayOf'
import { provedByMediation } from '@anjie/domain/posts/duty-lists/proofs/mediation'
import { disputes } from '../../../counting/ledgers/disputes.ts'
import { type ProofReader, provenBy } from './proofReader.ts'

const SOURCE = { kind: 'disputes', name: '矛盾纠纷' } as const

/** From the county's ledger of disputes, by township; a unit does not see it. */
export const mediation: ProofReader<'mediation'> = async ({ store, scope }, posts, _proofs, year) => {
  if (scope.level === 'unit') return undefined
  const county = posts[0]?.county
  if (county === undefined) return new Map()
  // What is received in December is due in the year after.
  const read = await disputes.read(store, SOURCE, county, [`${year - 1}-12`, String(year)], lastDayOf(String(year)))
  const rows = read?.reading.rows ?? []
  return provenBy(posts, ({ townshipName }) =>
    rows.filter(({ cells }) => cells['township'] === townshipName).map(provedByMediation),
  )
}
