import type { ReceivedObjection } from '@anjie/contracts/vocabulary/objections/objection'

/** How often something may happen until a moment; the key says to whom, and of an address only a keyed digest. */
export interface Limit {
  readonly key: string
  readonly most: number
  /** Seconds since 1970 after which it is forgotten. */
  readonly until: number
}

/** Where objections are put. Nothing comes back out of it: the function has no right to read what it has put there. */
export interface ObjectionInbox {
  /** Counts once more; false when it was enough. */
  count(limit: Limit): Promise<boolean>
  putFile(key: string, contentType: string, bytes: Uint8Array): Promise<void>
  put(objection: ReceivedObjection): Promise<void>
}
