import { createHash } from 'node:crypto'
import type { FactTypeOf, NewFactOf } from '@anjie/contracts/facts/facts'
import {
  type ImportOrder,
  type ImportReading,
  importParts,
  MAX_IMPORT_ROWS,
  type RowFault,
  type StagedRow,
} from '@anjie/contracts/vocabulary/intake/importBatch'
import type { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import { filled } from '@anjie/contracts/vocabulary/part'
import { openIntake, readTables } from '@anjie/documents/intake/readIntake'
import type { IntakeReading } from '@anjie/documents/intake/reading'
import { importFileKey } from '@anjie/domain/intake/importFileKey'
import { cutIntoParts } from '@anjie/domain/intake/planOrder'
import { keepsNoPersons, personsOfRowsUntil, withoutPersons } from '@anjie/domain/intake/withoutPersons'
import { err, ok, type Result } from '@anjie/kernel'
import type { PartyDigesting, RecordStore } from '@anjie/use-cases/ports'

export interface Importing {
  /** Reaches the one batch and its reading. */
  readonly store: RecordStore
  /** The file, as long as it is the one that was handed over; undefined when it is another one, or gone. */
  fetchFile(key: string, mark: string): Promise<Uint8Array | undefined>
  /** Takes the file away: of what names persons nothing stays but digests. */
  removeFile(key: string): Promise<void>
  readonly partyDigests: PartyDigesting
  /** How often this order was delivered, from 1. */
  readonly deliveries: number
  readonly now: string
}

export type Imported = ImportReading['status'] | 'known'

type Read = Pick<ImportReading, 'digest' | 'rows' | 'leftOut' | 'passedOver' | 'remarks' | 'parts' | 'sheets'>
const NOTHING_READ = { rows: 0, leftOut: 0, passedOver: 0, remarks: [], parts: { rows: 0, refusals: 0 }, sheets: [] }

/** Reads the file of an order and leaves what it says; an order that was carried out already is known, and changes nothing. */
export async function importFile(order: ImportOrder, importing: Importing): Promise<Imported> {
  const { store, deliveries } = importing
  const before = await store.get('import-reading', order.batchId)
  if (before !== undefined && before.state.attempt >= order.attempt) return 'known'
  const version = before?.version ?? 0
  const note = (
    status: ImportReading['status'],
    read: Partial<Read> & { readonly fault?: string },
    fact: NewFactOf<FactTypeOf<'import-reading'>>,
  ): Promise<Imported> =>
    noteReading(
      store,
      version,
      { ...NOTHING_READ, ...read, id: order.batchId, attempt: order.attempt, status, updatedAt: importing.now },
      fact,
    )
  // The first delivery did not come to its end: time or memory ran out. The same file would do it again.
  if (deliveries > 1) return note('interrupted', {}, { type: 'ImportReadingInterrupted', details: {} })
  const bytes = await importing.fetchFile(importFileKey(order.batchId), order.mark)
  if (bytes === undefined) {
    const fault = '文件在读取前被更换或删去了；请重新上传'
    return note('refused', { fault }, { type: 'ImportFileRefused', details: { reason: fault } })
  }
  const digest = createHash('sha256').update(bytes).digest('hex')
  const form = await store.getPart('import-batch', order.batchId, importParts.form())
  if (form === undefined) throw new Error(`the form of ${order.batchId} is not there`)
  const namesPersons = keepsNoPersons(form)
  const reading = await readBytes(form, bytes)
  if (namesPersons) await importing.removeFile(importFileKey(order.batchId))
  if (!reading.ok)
    return note(
      'refused',
      { digest, fault: reading.error },
      {
        type: 'ImportFileRefused',
        details: { reason: reading.error },
      },
    )
  const kept = namesPersons
    ? withoutPersons(form, reading.value, await importing.partyDigests.of(ownerOfBatch(order.batchId)))
    : reading.value
  const read = await leaveRows(order, kept, store, namesPersons ? personsOfRowsUntil(importing.now) : undefined)
  return note(
    'read',
    { digest, ...read },
    {
      type: 'ImportFileRead',
      details: { rows: `${read.rows}行`, leftOut: `${read.leftOut}行` },
    },
  )
}

async function noteReading(
  store: RecordStore,
  version: number,
  next: ImportReading,
  fact: NewFactOf<FactTypeOf<'import-reading'>>,
): Promise<Imported> {
  const written = await store.commit([{ kind: 'import-reading', id: next.id, expectedVersion: version, next, fact }])
  if (!written.ok) throw new Error(`what was read of ${next.id} was not written: ${written.error.code}`)
  return next.status
}

const ownerOfBatch = (batchId: string): string => batchId.slice(0, batchId.indexOf('.'))

async function readBytes(form: IntakeForm, bytes: Uint8Array): Promise<Result<IntakeReading, string>> {
  const opened = await openIntake(bytes)
  if (!opened.ok) return opened
  const reading = readTables(opened.value, form)
  if (!reading.ok) return reading
  const rows = reading.value.rows.length
  return rows > MAX_IMPORT_ROWS
    ? err(`有 ${rows} 行，一次最多导入 ${MAX_IMPORT_ROWS} 行；请分成几个文件`)
    : ok(reading.value)
}

async function leaveRows(
  { batchId, attempt }: ImportOrder,
  reading: IntakeReading,
  store: RecordStore,
  expiresAt: number | undefined,
): Promise<Read> {
  const staged = cutIntoParts(
    reading.rows.map(({ sheet, row, values }): StagedRow => ({ sheet, row, values: [...values] })),
  )
  const tooLarge = staged.tooLarge.map(
    ({ sheet, row }): RowFault => ({ sheet, row, column: '', message: '这一行内容过多；请精简文字后再导入' }),
  )
  const faults = [
    ...reading.refusals.map(
      ({ sheet, row, column, heading, shown, message }): RowFault => ({
        sheet,
        row,
        column,
        ...(heading === undefined ? {} : { heading }),
        shown: shown.slice(0, 200),
        message,
      }),
    ),
    ...tooLarge,
  ]
  const refusals = cutIntoParts(faults)
  let piece = 0
  for (const [part, rows] of staged.parts.entries()) {
    await store.putParts('import-reading', batchId, [filled(importParts.stagedRows(attempt, part), rows)], expiresAt)
    await store.finishPiece('import-reading', batchId, piece++)
  }
  for (const [part, own] of refusals.parts.entries())
    await store.putParts('import-reading', batchId, [filled(importParts.refusals(attempt, part), own)])
  return {
    rows: reading.rows.length - tooLarge.length,
    leftOut: reading.leftOut + tooLarge.length,
    passedOver: reading.passedOver.length,
    remarks: reading.remarks.slice(0, 50),
    parts: { rows: staged.parts.length, refusals: refusals.parts.length },
    sheets: reading.sheets.map(({ name, columns }) => ({ name, columns: [...columns] })),
  }
}
