import type { Item } from '../tables.ts'

const READ_UNIT_BYTES = 4 * 1024
const WRITE_UNIT_BYTES = 1024
/** A unit reads twice as much when it need not be what was written last. */
const EVENTUAL_SHARE = 0.5
/** Both phases of a transaction are charged. */
const TRANSACTION_FACTOR = 2

/** Size of an item by DynamoDB's rules: names and text in UTF-8, bytes as they are, a number by two digits a byte. */
export const dynamoBytes = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0)

function valueBytes(value: Item[string]): number {
  if (typeof value === 'string') return Buffer.byteLength(value)
  if (typeof value === 'number') return 1 + Math.ceil(String(value).replace(/\D/g, '').length / 2)
  return value.byteLength
}

/** Read units of one item, or of a query's page with all its items; what is not there costs as much as a small item. */
export const readUnits = (bytes: number, eventually = false): number =>
  Math.max(1, Math.ceil(bytes / READ_UNIT_BYTES)) * (eventually ? EVENTUAL_SHARE : 1)

/** Write units of an item put by itself; the larger of what was there and what comes counts. */
export const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / WRITE_UNIT_BYTES))

/** Write units of the same put within a transaction. */
export const transactUnits = (bytes: number): number => writeUnits(bytes) * TRANSACTION_FACTOR
