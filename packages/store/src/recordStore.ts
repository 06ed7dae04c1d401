import type { CommandStore } from '@anjie/use-cases/commandStore'
import { commitChanges } from './record/commitChanges.ts'
import { homeLines } from './record/homeLines.ts'
import { lists } from './record/lists.ts'
import { openRecords, type RecordStoreOptions } from './record/openRecords.ts'
import { readMarks } from './record/readMarks.ts'
import { readRecords } from './record/readRecords.ts'
import { receipts } from './record/receipts.ts'
import { releasedDocuments } from './record/releasedDocuments.ts'
import { sideDocuments } from './record/sideDocuments.ts'

/**
 * The one implementation of `RecordStore`, over tables that are DynamoDB's or in memory. Production opens it through
 * `openTenantStore`, `openOverseerStore` and `openPlatformStore` only.
 */
export function createRecordStore(options: RecordStoreOptions): CommandStore {
  const open = openRecords(options)
  const command = receipts(open)
  return {
    ...command.answers,
    ...readRecords(open),
    ...commitChanges(open, command),
    ...sideDocuments(open, command),
    ...lists(open),
    ...homeLines(open),
    ...readMarks(open, command),
    ...releasedDocuments(open),
  }
}
