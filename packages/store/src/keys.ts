import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import { codeOf, ownerOf, type Standpoint } from '@anjie/domain/access/index'
import { ownerOfCode, ownerPrefix, type Place } from '@anjie/projections/viewKeys'
import type { ItemKey } from './tables.ts'

/**
 * Every key format of the records table (the views table's are in `projections/viewKeys`). Each part ends with its delimiter `#`, so that no key is the beginning of
 * another: `T#990101#` never matches `T#9901011#`. The patterns in the roles' policies are made for exactly these.
 *
 * | pk | sk |
 * | --- | --- |
 * | `T#<county6>#<kind>#<id>#`, `Z#<city4>#…`, `P#<province2>#…` | `STATE#`, `FACT#<10 digits>#`, `PART#<name>#`, `SIDE#<name>#` |
 * | `<owner>#run#<id>#s<0 to f>#` | `PART#<name>#` |
 * | `<owner>#<kind>#<id>#` | `DONE#<4 digits>#` |
 * | `<owner>#idempotency#<key>#` | `RECEIPT#` |
 * | `<owner>#settled#<cycle>#` | `COUNT#` |
 * | `<owner>#read-mark#<person>#` | `MARK#` |
 */
export const STATE_SK = 'STATE#'
export const FACT_SK_PREFIX = 'FACT#'
export const PART_SK_PREFIX = 'PART#'
export const RECEIPT_SK = 'RECEIPT#'
export const SETTLED_SK = 'COUNT#'
export const READ_MARK_SK = 'MARK#'

/** The owner that stands for a standpoint itself: whose lists it reads and where its receipts lie. */
export const ownOwner = (from: Standpoint): Place => ownerOfCode(codeOf(from))

/** `T#990101#submission#990101.01J…#`; undefined when no record of the kind can have this id. */
export function recordPk(kind: RecordKind, id: string): string | undefined {
  const owner = ownerOf(kind, id)
  return owner === undefined ? undefined : `${ownerPrefix(owner)}${kind}#${id}#`
}

const RECORD_PK = /^[TZP]#[^#]+#([^#]+)#([^#]+)#$/

/** What lies among the records and is none. */
const NO_RECORDS: ReadonlySet<string> = new Set(['idempotency', 'read-mark', 'outbox'])

/** The record that a key of `recordPk` belongs to; undefined for any other key, a receipt's among them. */
export function recordOfPk(pk: string): { readonly kind: string; readonly id: string } | undefined {
  const [, kind, id] = RECORD_PK.exec(pk) ?? []
  return kind === undefined || id === undefined || NO_RECORDS.has(kind) ? undefined : { kind, id }
}

/** `FACT#0000000007#`: ten digits, so that text order is the order of versions. */
export const factSk = (version: number): string => `${FACT_SK_PREFIX}${String(version).padStart(10, '0')}#`

const PART_NAME = /^[\w.:-]{1,200}$/

/** `PART#receipt-990101#` */
export function partSk(name: string): string {
  if (!PART_NAME.test(name)) throw new Error('the name of a part has letters, digits and . : _ - only')
  return `${PART_SK_PREFIX}${name}#`
}

/** So many partitions take the parts of one record: a run of a province writes more in a minute than one of them takes. */
const SPREAD = 16

/** `P#99#run#99.01J…#s7#`, `PART#990101#`: the parts of a run are spread by their names, those of other records lie beside them. */
export function partKey(kind: RecordKind, pk: string, name: string): ItemKey {
  const sk = partSk(name)
  return { pk: kind === 'run' ? `${pk}s${placeOf(name).toString(16)}#` : pk, sk }
}

/** Where a part is looked for: those of runs from before lie beside the run. */
export const partKeys = (kind: RecordKind, pk: string, name: string): readonly ItemKey[] =>
  kind === 'run' ? [partKey(kind, pk, name), { pk, sk: partSk(name) }] : [partKey(kind, pk, name)]

/** As good as any: names differ in their last characters. */
function placeOf(name: string): number {
  let sum = 0
  for (const char of name) sum = (sum * 31 + char.charCodeAt(0)) % 65_521
  return sum % SPREAD
}

export const PIECE_SK_PREFIX = 'DONE#'
/** `DONE#0003#`: a piece of a long piece of work on a record is done. */
export const pieceSk = (piece: number): string => `${PIECE_SK_PREFIX}${String(piece).padStart(4, '0')}#`

/** `T#990101#idempotency#<key>#` */
export const receiptPk = (from: Standpoint, idempotencyKey: string): string =>
  `${ownerPrefix(ownOwner(from))}idempotency#${idempotencyKey}#`

/** `SIDE#contact#`: beside a record's state, and no part of it. */
export const sideSk = (name: string): string => `SIDE#${name}#`

/** `T#990101#read-mark#<person>#`; what a delimiter or a blank would be in a person's id is escaped. */
export const readMarkPk = (from: Standpoint, personId: string): string =>
  `${ownerPrefix(ownOwner(from))}read-mark#${encodeURIComponent(personId)}#`
