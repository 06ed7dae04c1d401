import type { HonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'
import type { HonourType, HonourTypeRecord } from '@anjie/contracts/vocabulary/honours/honourType'
import { typeId } from '@anjie/domain/honours/recordIds'
import { defaultType, HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import type { RecordStore, Scope, Versioned } from '../ports.ts'

const typeIn = ({ province: _p, reason: _r, updatedAt: _u, ...type }: HonourTypeRecord): HonourType => type

/** A type as the province set it, else as it came with the system; undefined where there is neither. */
export async function typeOf(
  { store, scope }: { readonly store: RecordStore; readonly scope: Pick<Scope, 'province'> },
  code: HonourCode,
): Promise<HonourType | undefined> {
  const set = await store.get('honour-type', typeId(scope.province, code))
  return set === undefined ? defaultType(code) : typeIn(set.state)
}

/** Every type of the province, with the version of its setting (0: as it came with the system). */
export async function allTypes(
  store: RecordStore,
): Promise<readonly (HonourType & { readonly version: number; readonly reason?: string })[]> {
  const rows = await store.listProvincial('honour-type')
  const set: ReadonlyMap<string, Versioned<HonourTypeRecord>> = await store.getMany(
    'honour-type',
    rows.map(({ id }) => id),
  )
  const own = [...set.values()].map(({ state, version }) => ({ ...typeIn(state), version, reason: state.reason }))
  const untouched = Object.values(HONOUR_TYPES).filter((type) => own.every(({ code }) => code !== type.code))
  return [...untouched.map((type) => ({ ...type, version: 0 })), ...own]
}
