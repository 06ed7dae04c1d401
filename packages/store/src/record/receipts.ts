import type { CommandMark, CommandStore, Receipt } from '@anjie/use-cases/commandStore'
import type { CommandOutcome } from '@anjie/use-cases/ports'
import { z } from 'zod'
import { FACT_SK_PREFIX, RECEIPT_SK, receiptPk } from '../keys.ts'
import { pack, unpack } from '../packed.ts'
import type { ConditionalPut, Item } from '../tables.ts'
import { numberOf, secondsOf } from './items.ts'
import type { OpenRecords } from './openRecords.ts'

/** How long a repeated call is answered from its receipt. */
export const RECEIPT_SECONDS = 7 * 24 * 60 * 60

/** Receipts of commands, by which a repeated call is answered, and what became of the command that this store was opened for. */
export type Receipts = ReturnType<typeof receipts>

export function receipts({ tables, from, mark, keyOf }: OpenRecords) {
  const command: {
    recorded?: CommandOutcome | undefined
    /** The first look for a receipt of this command. */
    earlier?: Promise<Receipt | undefined>
  } = {}

  const findReceiptOf = (by: CommandMark): Promise<Receipt | undefined> =>
    by.startsFrom === undefined ? ownReceipt(by) : receiptAmongFacts(by, by.startsFrom)

  const receiptAmongFacts = async (
    { idempotencyKey }: CommandMark,
    { kind, id, version }: NonNullable<CommandMark['startsFrom']>,
  ): Promise<Receipt | undefined> => {
    const pk = keyOf('read', kind, id)
    if (pk === undefined) return undefined
    const { items } = await tables.query('records', pk, {
      skPrefix: FACT_SK_PREFIX,
      newestFirst: true,
      limit: NEWEST_RECEIPTS,
    })
    return items
      .filter((item) => numberOf(item, 'version') > version && item['receipt'] !== undefined)
      .map((item) => FactReceipt.parse(unpack(item['receipt'])))
      .find(({ key }) => key === idempotencyKey)
  }

  const ownReceipt = async ({ idempotencyKey, now }: CommandMark): Promise<Receipt | undefined> => {
    const item = await tables.get('records', { pk: receiptPk(from, idempotencyKey), sk: RECEIPT_SK })
    if (item === undefined || numberOf(item, 'expiresAt') <= secondsOf(now)) return undefined
    return StoredReceipt.parse(unpack(item['receipt']))
  }

  const receiptPut = (by: CommandMark, outcome: CommandOutcome): ConditionalPut => ({
    item: {
      pk: receiptPk(from, by.idempotencyKey),
      sk: RECEIPT_SK,
      receipt: pack({ requestHash: by.requestHash, outcome }),
      expiresAt: secondsOf(by.now) + RECEIPT_SECONDS,
    },
    condition: { is: 'absent-or-expired', nowSeconds: secondsOf(by.now) },
  })

  /** The same on the item of the fact that the command leaves: a repeat starts from the version before it. */
  const receiptOnFact = ({ idempotencyKey: key, requestHash }: CommandMark, outcome: CommandOutcome): Item => ({
    receipt: pack({ key, requestHash, outcome } satisfies z.infer<typeof FactReceipt>),
  })

  const answers: Pick<CommandStore, 'findReceipt' | 'recorded'> = {
    findReceipt: async () => {
      if (mark === undefined) return undefined
      const found = findReceiptOf(mark)
      command.earlier ??= found
      return found
    },

    recorded: () => command.recorded,
  }
  return { findReceiptOf, receiptPut, receiptOnFact, command, answers }
}

/** A repeat comes within seconds: fewer steps than this were made on a record meanwhile. */
const NEWEST_RECEIPTS = 50

const StoredReceipt = z.object({
  requestHash: z.string(),
  outcome: z.object({ id: z.string(), version: z.int(), status: z.string() }),
})

const FactReceipt = StoredReceipt.extend({ key: z.string() })
