import type { AnyStoredFact } from '@anjie/contracts/facts/envelope'
import type { Actor } from '@anjie/contracts/vocabulary/access/people'
import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import type { Purpose } from '@anjie/domain/access/index'
import type { CommandOutcome, RecordStore } from './ports.ts'

/** Everything that a store must know of the command for which it was opened; facts and receipts carry it. */
export interface CommandMark {
  readonly actor: Actor
  readonly correlationId: string
  /** The instant of the command, ISO 8601 in UTC. */
  readonly now: string
  readonly idempotencyKey: string
  /** Digest of who asks for what: the same key with another hash is another request. */
  readonly requestHash: string
  /**
   * The record that the command changes and the version that its caller saw. While the record stands there the command was not
   * carried out yet, so nothing is looked for; its receipt lies with the fact that it leaves, and is found among later facts.
   */
  readonly startsFrom?: { readonly kind: RecordKind; readonly id: string; readonly version: number }
  /** The area of the operation: the store writes what commands of that area write. Functions with rights of their own have none. */
  readonly purpose?: Purpose
}

/** What a command that was carried out left behind for its repeats. */
export interface Receipt {
  readonly requestHash: string
  readonly outcome: CommandOutcome
}

/** The store of one command: what use cases see of it is a `RecordStore`. */
export interface CommandStore extends RecordStore {
  /** Every fact of a record as it is stored, oldest first: for whoever checks the chain or works the record out again. */
  history(kind: RecordKind, id: string): Promise<readonly AnyStoredFact[]>
  /** The receipt under this command's key, unless it has expired. */
  findReceipt(): Promise<Receipt | undefined>
  /**
   * What was recorded for this command: its own outcome, or that of a twin (the same request sent twice at once) that was
   * quicker. Undefined until a commit with a reply has succeeded.
   */
  recorded(): CommandOutcome | undefined
}
