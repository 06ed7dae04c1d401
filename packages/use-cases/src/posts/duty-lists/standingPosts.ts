import { DutyPostId } from '@anjie/contracts/vocabulary/ids'
import { foundRows } from '../../foundRows.ts'
import type { RecordStore } from '../../ports.ts'

/** Posts of the county that stand today, by the county's list. */
export const standingPosts = async (store: RecordStore) =>
  (await foundRows(store, 'duty-post', { stage: 'open' })).map(({ id, title, fields }) => ({
    id: DutyPostId.parse(id),
    title,
    kind: fields.postKind,
    unitId: fields.unitId,
    unitName: fields.unitName,
    townshipName: fields.townshipName,
  }))
