import { honoursOf, ownUnitsOf, personOf } from '@anjie/domain/access/index'
import type { CommandStore } from '@anjie/use-cases/commandStore'
import { boundTables, walledTables } from './boundTables.ts'
import { commitChanges } from './record/commitChanges.ts'
import { disputes } from './record/disputes.ts'
import { homeLines } from './record/homeLines.ts'
import { lists } from './record/lists.ts'
import { openRecords, type RecordStoreOptions } from './record/openRecords.ts'
import { readMarks } from './record/readMarks.ts'
import { readRecords } from './record/readRecords.ts'
import { receipts } from './record/receipts.ts'
import { registers } from './record/registers.ts'
import { releasedDocuments } from './record/releasedDocuments.ts'
import { sideDocuments } from './record/sideDocuments.ts'
import { signing } from './record/signing.ts'

/**
 * The one implementation of `RecordStore`, over tables that are DynamoDB's or in memory. Production opens it through
 * `openTenantStore`, `openOverseerStore` and `openPlatformStore` only.
 */
export function createRecordStore(options: RecordStoreOptions): CommandStore {
  const open = openRecords(besideOwnUnits(withinHonours(options)))
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
    ...registers(open),
    ...disputes(open),
    ...signing(open),
  }
}

/** A post that is bound to honour types meets tables that hold nothing else; what the function keeps of other posts' reading is not for it. */
function withinHonours(options: RecordStoreOptions): RecordStoreOptions {
  const honours = honoursOf(options.from)
  if (honours === undefined) return options
  const { rules: _rules, keptParts: _keptParts, ...own } = options
  return { ...own, tables: boundTables(options.tables, honours, personOf(options.from)) }
}

/** A reviewer who holds a post at some units as well meets tables without those units' applications. */
function besideOwnUnits(options: RecordStoreOptions): RecordStoreOptions {
  const units = ownUnitsOf(options.from)
  return units.length === 0 ? options : { ...options, tables: walledTables(options.tables, units) }
}
