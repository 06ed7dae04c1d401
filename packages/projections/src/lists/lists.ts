import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import type { Projection } from '../projection.ts'
import type { FactOf } from '../readFact.ts'
import { ownerOfCode, viewKeys } from '../viewKeys.ts'
import { orderOfVersion, type Write } from '../write.ts'
import { listRowsOf } from './index.ts'
import { orderKeysOf } from './orderKeys.ts'

/**
 * 列表与待办: the row of a record in the list of every jurisdiction that may see it. Where it was listed before and is no more, a
 * marker takes it out; where it never was, nothing is written.
 */
export const lists: Projection = (fact) => {
  const rows = listedIn(fact, fact.version, fact.after)
  const before = fact.before === null ? undefined : listedIn(fact, fact.version - 1, fact.before)
  const left = [...(before?.keys() ?? [])].filter((owner) => !rows.has(owner))
  return [
    ...[...rows].map(([code, row]) => {
      const owner = ownerOfCode(code)
      return { owner, content: { row, orders: orderKeysOf(row, owner.level) } }
    }),
    ...left.map((code) => ({ owner: ownerOfCode(code), content: null })),
  ].map(
    ({ owner, content }): Write => ({
      table: 'views',
      ...viewKeys.listRow(owner, fact.kind, fact.recordId),
      order: orderOfVersion(fact.version),
      content,
    }),
  )
}

const listedIn = <K extends RecordKind>(
  { kind, recordId }: Pick<FactOf<K>, 'kind' | 'recordId'>,
  version: number,
  state: FactOf<K>['after'],
) =>
  new Map(
    listRowsOf(kind, recordId, version, state).flatMap(({ owner, row }) =>
      row === null ? [] : [[owner, row] as const],
    ),
  )
