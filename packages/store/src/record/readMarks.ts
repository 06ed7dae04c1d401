import { ReadMark } from '@anjie/contracts/vocabulary/messages/message'
import type { CommandStore } from '@anjie/use-cases/commandStore'
import { READ_MARK_SK, readMarkPk } from '../keys.ts'
import { pack, unpack } from '../packed.ts'
import { numberOf, secondsOf } from './items.ts'
import type { OpenRecords } from './openRecords.ts'
import type { Receipts } from './receipts.ts'

/** A mark goes when nobody has read here for so long. */
const READ_MARK_SECONDS = 400 * 24 * 60 * 60

/** How far a person has read their messages. */
export function readMarks(
  { tables, from, mark }: OpenRecords,
  { receiptPut, command }: Receipts,
): Pick<CommandStore, 'readMark' | 'keepReadMark'> {
  return {
    readMark: async (personId) => {
      const item = await tables.get('records', { pk: readMarkPk(from, personId), sk: READ_MARK_SK })
      return item === undefined
        ? undefined
        : { state: ReadMark.parse(unpack(item['mark'])), version: numberOf(item, 'version') }
    },

    keepReadMark: async (personId, kept, expectedVersion, reply) => {
      if (mark === undefined) throw new Error('this store was opened for reading')
      if ((await command.earlier) !== undefined) return false
      const item = {
        pk: readMarkPk(from, personId),
        sk: READ_MARK_SK,
        version: expectedVersion + 1,
        mark: pack(kept),
        expiresAt: secondsOf(mark.now) + READ_MARK_SECONDS,
      }
      const condition =
        expectedVersion === 0 ? { is: 'absent' as const } : { is: 'at-version' as const, version: expectedVersion }
      const outcome = await tables.transact([{ item, condition }, receiptPut(mark, reply)])
      if (outcome !== 'written') return false
      command.recorded = reply
      return true
    },
  }
}
