import type { ProgressRow } from '@anjie/contracts/vocabulary/cycles/progressRow'
import { provedByForm } from '@anjie/domain/posts/duty-lists/proofs/form'
import { foundRows } from '../../../foundRows.ts'
import { type ProofReader, type Proven, provenBy } from './proofReader.ts'

/** From the progress of the county's own cycles of the year and the one before, whose last forms are due in this one; a unit reads its forms themselves. */
export const form: ProofReader<'form'> = async ({ store, scope }, posts, _proofs, year): Promise<Proven> => {
  const [first] = posts
  if (first === undefined) return new Map()
  if (scope.level === 'unit') {
    const rows = (await foundRows(store, 'submission', {})).filter(({ updatedAt }) => updatedAt >= String(year - 1))
    const forms = await store.getMany(
      'submission',
      rows.map(({ id }) => id),
    )
    return provenBy(posts, () =>
      [...forms.values()].map(({ state }) => provedByForm({ ...state, title: state.cycleName })),
    )
  }
  const cycles = (await store.listOfCounty('cycle', first.county)).filter(
    ({ fields }) => fields.year === year || fields.year === year - 1,
  )
  const read = await Promise.all(
    cycles.map(async ({ id, title }) => ({
      title,
      rows: (await store.progress(id, 'form')) ?? new Map<string, ProgressRow>(),
    })),
  )
  return provenBy(posts, ({ unitId }) =>
    read.flatMap(({ title, rows }) => {
      const row = rows.get(unitId)
      return row === undefined ? [] : [provedByForm({ title, dueOn: row.dueOn, submittedAt: row.submittedAt })]
    }),
  )
}
