import { beijingDate } from '@anjie/calendar-cn'
import { ObjectionId } from '@anjie/contracts/vocabulary/ids'
import { deleteMaterial } from '@anjie/domain/objections/steps'
import type { RecordStore } from '../ports.ts'
import { emptyMaterial } from './material.ts'

const AT_ONCE = 200

/** Objections whose material was kept as long as was promised, oldest first. */
export async function overdueMaterials(store: RecordStore, now: string): Promise<readonly ObjectionId[]> {
  const rows = await store.homeRows('province', {
    from: 'clock#province#',
    to: `clock#province#${beijingDate(now)}`,
    limit: AT_ONCE,
  })
  return rows.filter(({ kind }) => kind === 'objection').map(({ id }) => ObjectionId.parse(id))
}

/** 删除异议材料 of one objection; false when it was done already. The material goes first, so that the fact is never untrue. */
export async function deleteMaterialOf(store: RecordStore, id: ObjectionId, now: string): Promise<boolean> {
  const found = await store.get('objection', id)
  const step = found === undefined ? null : deleteMaterial(found.state, now)
  if (found === undefined || step === null) return false
  await emptyMaterial(store, found.state)
  const written = await store.commit([{ kind: 'objection', id, expectedVersion: found.version, ...step }])
  return written.ok
}
