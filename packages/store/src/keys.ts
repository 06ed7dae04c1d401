import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import { codeOf, type Owner, ownerOf, type Standpoint } from '@anjie/domain/access/index'

/**
 * Every key format of the tables, in one place. Each part ends with its delimiter `#`, so that no key is the beginning of
 * another: `T#990101#` never matches `T#9901011#`. The patterns in the roles' policies are made for exactly these.
 *
 * | table | pk | sk |
 * | --- | --- | --- |
 * | records | `T#<county6>#<kind>#<id>#`, `Z#<city4>#…`, `P#<province2>#…` | `STATE#`, `FACT#<10 digits>#`, `PART#<name>#` |
 * | records | `<owner>#idempotency#<key>#` | `RECEIPT#` |
 * | views | `<owner>#<kind>#list#` | `<id>#` |
 * | views | `T#<county6>#scorecard#<cycle>#`, `Z#<city4>#scorecard#<cycle>#` | `<subject>#` |
 * | views | `P#<province2>#league-table#<cycle>#`, `T#<county6>#league-table#<cycle>#` | `DOC#` |
 */
const OWNER_LETTERS = { county: 'T', city: 'Z', province: 'P' } as const satisfies Record<Owner['level'], string>

export const STATE_SK = 'STATE#'
export const FACT_SK_PREFIX = 'FACT#'
export const RECEIPT_SK = 'RECEIPT#'
export const DOCUMENT_SK = 'DOC#'

/** `T#990101#` */
export const ownerPrefix = ({ level, code }: Owner): string => `${OWNER_LETTERS[level]}#${code}#`

/** The owner that stands for a standpoint itself: whose lists it reads and where its receipts lie. */
export const ownOwner = (from: Standpoint): Owner => ({
  level: from.level === 'platform' ? 'province' : from.level,
  code: codeOf(from),
})

/** `T#990101#submission#990101.01J…#`; undefined when no record of the kind can have this id. */
export function recordPk(kind: RecordKind, id: string): string | undefined {
  const owner = ownerOf(kind, id)
  return owner === undefined ? undefined : `${ownerPrefix(owner)}${kind}#${id}#`
}

/** `FACT#0000000007#`: ten digits, so that text order is the order of versions. */
export const factSk = (version: number): string => `${FACT_SK_PREFIX}${String(version).padStart(10, '0')}#`

const PART_NAME = /^[\w.:-]{1,200}$/

/** `PART#receipt-990101#` */
export function partSk(name: string): string {
  if (!PART_NAME.test(name)) throw new Error('the name of a part has letters, digits and . : _ - only')
  return `PART#${name}#`
}

/** `T#990101#idempotency#<key>#` */
export const receiptPk = (from: Standpoint, idempotencyKey: string): string =>
  `${ownerPrefix(ownOwner(from))}idempotency#${idempotencyKey}#`

/** `T#990101#submission#list#` */
export const listPk = (owner: Owner, kind: RecordKind): string => `${ownerPrefix(owner)}${kind}#list#`
/** `990101.01J…#` */
export const listSk = (id: string): string => `${id}#`

/** `T#990101#scorecard#99.01J…#` */
export const scorecardPk = (owner: Owner, cycleId: string): string => `${ownerPrefix(owner)}scorecard#${cycleId}#`
/** `990101#`, `990101.01J…#`: the county's own, or one of its units'. */
export const scorecardSk = (subject: string): string => `${subject}#`
/** `P#99#league-table#99.01J…#` */
export const leagueTablePk = (owner: Owner, cycleId: string): string => `${ownerPrefix(owner)}league-table#${cycleId}#`
