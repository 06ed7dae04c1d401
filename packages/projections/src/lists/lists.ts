import type { Projection } from '../projection.ts'
import { ownerOfCode, viewKeys } from '../viewKeys.ts'
import { orderOfVersion } from '../write.ts'
import { listRowsOf } from './index.ts'

/** 列表与待办: the row of a record in the list of every jurisdiction that may see it, or the marker that it went. */
export const lists: Projection = (fact) =>
  listRowsOf(fact.kind, fact.recordId, fact.version, fact.after).map(({ owner, row }) => ({
    table: 'views',
    ...viewKeys.listRow(ownerOfCode(owner), fact.kind, fact.recordId),
    order: orderOfVersion(fact.version),
    content: row === null ? null : { row },
  }))
