import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { CommandMark, CommandStore, Receipt } from '@anjie/use-cases/commandStore'
import type { Change } from '@anjie/use-cases/ports'
import { chainFact, factItem } from '../factItem.ts'
import { STATE_SK } from '../keys.ts'
import { MAX_PACKED_BYTES } from '../packed.ts'
import { countersOf } from '../settled.ts'
import { stateItem } from '../stateItem.ts'
import type { ConditionalPut, Item } from '../tables.ts'
import { headOfItem, itemBytes, stateOf } from './items.ts'
import type { OpenRecords } from './openRecords.ts'
import type { Receipts } from './receipts.ts'

/** Two items for each change and the receipt: 99 of the 100 that one transaction takes. */
export const MAX_CHANGES = 49

/** One transaction carries 4 MB; the rest is room for keys and for the encoding of bytes. */
const MAX_TRANSACTION_BYTES = 2_800_000

/** The copies of the figures that three levels approve take no fiftieth of what the figures take. */
const MAX_DRAFT_BYTES = Math.floor(MAX_PACKED_BYTES * 0.95)

/** All changes of a command in one transaction: states with their version checks, a chained fact each, and the receipt. */
export function commitChanges(
  { tables, from, mark, heads, keyToWrite, headOf }: OpenRecords,
  { findReceiptOf, receiptPut, receiptOnFact, command }: Receipts,
): Pick<CommandStore, 'commit'> {
  const putsOf = async (
    change: Change,
    by: CommandMark,
    receipt: Item,
  ): Promise<Result<readonly ConditionalPut[], Problem>> => {
    const pk = keyToWrite(change.kind, change.id)
    const known = heads.get(pk)
    const head = change.expectedVersion === 0 || known?.version === change.expectedVersion ? known : await headOf(pk)
    if (change.expectedVersion !== (head?.version ?? 0)) return err(staleVersion)
    const version = change.expectedVersion + 1
    // As JSON has it: what is hashed, stored and compared next time is the same.
    const after: unknown = JSON.parse(JSON.stringify(stateOf(change.kind, pk, change.next)))
    const fact = chainFact({
      kind: change.kind,
      recordId: change.id,
      version,
      type: change.fact.type,
      details: change.fact.details,
      before: head?.state,
      after,
      at: by.now,
      actor: by.actor,
      correlationId: by.correlationId,
      previousHash: head?.headHash ?? '',
    })
    return ok([
      {
        item: stateItem(pk, fact, after),
        condition:
          change.expectedVersion === 0 ? { is: 'absent' } : { is: 'at-version', version: change.expectedVersion },
      },
      { item: { ...factItem(pk, fact), ...receipt }, condition: { is: 'absent' } },
    ])
  }

  const answeredFrom = (receipt: Receipt, { requestHash }: CommandMark): Result<void, Problem> => {
    if (receipt.requestHash !== requestHash) return err(keyReused)
    command.recorded = receipt.outcome
    return ok(undefined)
  }

  return {
    commit: async (changes, reply, settling) => {
      if (mark === undefined) throw new Error('this store was opened for reading')
      if (changes.length === 0) throw new Error('a command changes something, or it leaves no fact')
      if (changes.length > MAX_CHANGES) throw new Error(`one commit holds at most ${MAX_CHANGES} changes`)
      const distinct = new Set(changes.map(({ kind, id }) => `${kind} ${id}`))
      if (distinct.size !== changes.length) throw new Error('one commit changes a record once')
      const { startsFrom } = mark
      const started = changes.find(({ kind, id }) => kind === startsFrom?.kind && id === startsFrom.id)
      if (startsFrom !== undefined && started === undefined)
        throw new Error('a command changes the record it starts from')
      const puts: ConditionalPut[] = []
      const made = changes.map((change) =>
        putsOf(change, mark, change === started && reply !== undefined ? receiptOnFact(mark, reply) : {}),
      )
      for (const each of await Promise.all(made)) {
        if (!each.ok) return each
        puts.push(...each.value)
      }
      if (reply !== undefined && started === undefined) puts.push(receiptPut(mark, reply))
      const sizes = puts.map(({ item }) => itemBytes(item))
      const total = sizes.reduce((sum, bytes) => sum + bytes, 0)
      if (total > MAX_TRANSACTION_BYTES || sizes.some((bytes) => bytes > MAX_PACKED_BYTES)) return err(tooLarge)
      // What a form takes up while it is filled in, the levels that pass it must still be able to copy.
      const isDraft = changes.some((change) => change.kind === 'submission' && change.next.status === 'draft')
      if (isDraft && sizes.some((bytes) => bytes > MAX_DRAFT_BYTES)) return err(formTooLarge)

      // Facts up to the version that was read are all there, and the version check sees to it that none comes in between.
      const mayBeRepeat = startsFrom !== undefined && (started?.expectedVersion ?? 0) > startsFrom.version
      const twin = mayBeRepeat ? await findReceiptOf(mark) : undefined
      if (twin !== undefined) return answeredFrom(twin, mark)
      // A repeat is answered from its receipt, for which the caller looks while the command reads.
      if ((await command.earlier) !== undefined) return err(alreadyDone)
      const outcome = await tables.transact(puts, settling === undefined ? undefined : countersOf(from, settling))
      if (outcome === 'written') {
        for (const { item } of puts) {
          if (item.sk === STATE_SK) {
            heads.set(item.pk, headOfItem(item))
          }
        }
        command.recorded = reply ?? command.recorded
        return ok(undefined)
      }
      for (const { item } of puts) heads.delete(item.pk)
      const receipt = reply === undefined ? undefined : await findReceiptOf(mark)
      if (receipt !== undefined) return answeredFrom(receipt, mark)
      return err(outcome === 'busy' ? busy : staleVersion)
    },
  }
}

const formTooLarge: Problem = {
  code: 'payload-too-large',
  detail: '填报表的内容过多，提交后各级无法审核，请精简说明文字后再保存',
}

const staleVersion: Problem = { code: 'stale-version', detail: '您打开后，这项内容已被他人更新' }

const busy: Problem = { code: 'stale-version', detail: '多人正在同时办理同一事项，请稍后重试' }

const tooLarge: Problem = { code: 'payload-too-large', detail: '这项内容的数据量超过了单条记录的上限' }

const alreadyDone: Problem = { code: 'stale-version', detail: '这项操作已经办理过' }

const keyReused: Problem = { code: 'idempotency-key-reused', detail: '同一操作编号不能用于不同的内容' }
