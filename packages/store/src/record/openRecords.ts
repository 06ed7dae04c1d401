import type { RecordKind, RecordState } from '@anjie/contracts/vocabulary/records'
import { mayReach, ownerOf, PURPOSES, type Right, type Standpoint } from '@anjie/domain/access/index'
import type { CommandMark } from '@anjie/use-cases/commandStore'
import type { Versioned } from '@anjie/use-cases/ports'
import { recordPk, STATE_SK } from '../keys.ts'
import type { Item, Tables } from '../tables.ts'
import { type Head, headOfItem, stateOf } from './items.ts'
import type { Kept, KeptRules } from './kept.ts'

export type Reach = typeof mayReach

export interface RecordStoreOptions {
  readonly tables: Tables
  readonly from: Standpoint
  /** Given for a command; a store without it reads only. */
  readonly mark?: CommandMark
  /** Rules of published schemes that this function has read, by key: they never change, and are kept behind the reach check. */
  readonly rules?: KeptRules
  /** Side documents that are asked for again and again, by key; as above. */
  readonly keptParts?: Kept<unknown>
  /** Our own answer to who reaches what. Tests put another one here to show that the table refuses by itself. */
  readonly reach?: Reach
}

/** What every part of a store works with: the tables, from where they are reached, and the keys that are within reach from there. */
export type OpenRecords = ReturnType<typeof openRecords>

export function openRecords({ tables, from, mark, rules, keptParts, reach = mayReach }: RecordStoreOptions) {
  /** State and newest hash of the records that were read here, so that a commit need not read them again. */
  const heads = new Map<string, Head>()

  /** The key of a record within reach; anything else reads as absent. */
  const keyOf = (mode: Right, kind: RecordKind, id: string): string | undefined => {
    const owner = ownerOf(kind, id)
    return owner !== undefined && reach(from, mode, kind, owner) ? recordPk(kind, id) : undefined
  }

  /** As `keyOf` for writing; a command that changes what its area does not write is our own fault. */
  const keyToWrite = (kind: RecordKind, id: string): string => {
    const pk = keyOf('write', kind, id)
    if (pk === undefined) throw new Error(`a ${from.level} store does not write this ${kind}`)
    const purpose = mark?.purpose
    if (purpose !== undefined && !PURPOSES[purpose].includes(kind))
      throw new Error(`${purpose} writes no ${kind}: what an area writes stands in access/purposes.ts`)
    return pk
  }

  const versioned = <K extends RecordKind>(kind: K, pk: string, item: Item): Versioned<RecordState<K>> => {
    const head = headOfItem(item)
    heads.set(pk, head)
    return { state: stateOf(kind, pk, head.state), version: head.version }
  }

  const headOf = async (pk: string): Promise<Head | undefined> => {
    const item = await tables.get('records', { pk, sk: STATE_SK })
    return item === undefined ? undefined : headOfItem(item)
  }

  return { tables, from, mark, rules, keptParts, reach, heads, keyOf, keyToWrite, versioned, headOf }
}
