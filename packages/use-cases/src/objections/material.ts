import { beijingDate } from '@anjie/calendar-cn'
import { type Objection, ObjectionMaterial } from '@anjie/contracts/vocabulary/objections/objection'
import { codeOf } from '@anjie/domain/access/index'
import { namingCode } from '@anjie/domain/divisions/namingLevel'
import { expiryOf } from '@anjie/domain/expiryOf'
import type { QueryContext, RecordStore } from '../ports.ts'

const NAME = 'material'

/**
 * Puts who objected and what they say beside the record, before the record itself: what is left over when that fails expires like any
 * other. Putting it twice is putting it once.
 */
export async function keepMaterial(
  store: RecordStore,
  { id, keptUntil }: Pick<Objection, 'id' | 'keptUntil'>,
  material: ObjectionMaterial,
): Promise<void> {
  await store.keepSideItem('objection', id, NAME, material, 0, expiryOf(keptUntil))
}

/** Empties it; the table takes the empty rest away by itself. */
export async function emptyMaterial(store: RecordStore, { id, keptUntil }: Pick<Objection, 'id' | 'keptUntil'>) {
  const there = await store.sideItem('objection', id, NAME)
  if (there !== undefined) await store.keepSideItem('objection', id, NAME, {}, there.version, expiryOf(keptUntil))
}

/** For who investigates alone. After its last day it is gone, whether or not the table has deleted it yet. */
export async function materialOf(
  { store, scope, now }: Pick<QueryContext, 'store' | 'scope' | 'now'>,
  { id, keptUntil, materialDeletedOn }: Objection,
): Promise<ObjectionMaterial | undefined> {
  if (codeOf(scope) !== namingCode(id) || materialDeletedOn !== undefined || beijingDate(now) > keptUntil)
    return undefined
  const there = await store.sideItem('objection', id, NAME)
  return there === undefined ? undefined : ObjectionMaterial.parse(there.content)
}
