import { faultPlaces } from '@anjie/contracts/vocabulary/faultText'
import { RECORD_KINDS, type RecordKind, type RecordState } from '@anjie/contracts/vocabulary/records'
import { packedBytes, unpack } from '../packed.ts'
import type { Item } from '../tables.ts'

export interface Head {
  readonly version: number
  readonly headHash: string
  /** As it is stored, not parsed by its schema: the next fact's change starts from it. */
  readonly state: unknown
}

export const headOfItem = (item: Item): Head => ({
  version: numberOf(item, 'version'),
  headHash: textOf(item, 'headHash'),
  state: unpack(item['state']),
})

/** The state as its kind's schema has it. One that does not fit is a broken assumption, on the way in as on the way out. */
export function stateOf<K extends RecordKind>(kind: K, pk: string, state: unknown): RecordState<K> {
  const parsed = RECORD_KINDS[kind].state.safeParse(state)
  if (!parsed.success) {
    throw new Error(`the state of ${pk} does not fit its schema: ${faultPlaces(parsed.error)}`)
  }
  // The schema was looked up by the very kind that RecordState is looked up by.
  return parsed.data as RecordState<K>
}

export const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000)

export function numberOf(item: Item, name: string): number {
  const value = item[name]
  if (typeof value !== 'number') throw new Error(`an item of the table lacks ${name}`)
  return value
}

export function textOf(item: Item, name: string): string {
  const value = item[name]
  if (typeof value !== 'string') throw new Error(`an item of the table lacks ${name}`)
  return value
}

export const itemBytes = (item: Item): number =>
  Object.entries(item).reduce(
    (sum, [name, value]) => sum + name.length + (typeof value === 'number' ? 20 : packedBytes(value)),
    0,
  )
