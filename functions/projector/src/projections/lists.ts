import { listRowsOf } from '@anjie/domain/views/index'
import { listItem } from '@anjie/store/viewItems'
import { orderOfVersion } from '../write.ts'
import type { Projection } from './projection.ts'

/** 列表与待办: the row of a record in the list of every jurisdiction that may see it, or the marker that it went. */
export const lists: Projection = (fact) =>
  listRowsOf(fact.kind, fact.recordId, fact.version, fact.after).map((owned) => {
    const { pk, sk, ...attributes } = listItem(fact.kind, fact.recordId, fact.version, owned)
    return { table: 'views', pk, sk, order: orderOfVersion(fact.version), attributes }
  })
