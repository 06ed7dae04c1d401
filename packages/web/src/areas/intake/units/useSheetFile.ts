import type { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import type { IntakeReading } from '@anjie/documents/intake/reading'
import type { IntakeTable } from '@anjie/documents/intake/readRows'
import { ok } from '@anjie/kernel'
import { type ReadFile, useReadFile } from '../../../app/files/useReadFile.ts'

/** What a sheet says, and its cells for giving it back. */
interface Sheet {
  readonly tables: readonly IntakeTable[]
  readonly reading: IntakeReading
}

export type SheetFile = ReadFile<Sheet>

/** A file read by a form: only values go to the platform, one by one, through the operations that check them. */
export const useSheetFile = (form: IntakeForm) =>
  useReadFile<Sheet>(async (bytes) => {
    const { openIntake, readTables } = await import('@anjie/documents/intake/readIntake')
    const tables = await openIntake(bytes)
    if (!tables.ok) return tables
    const reading = readTables(tables.value, form)
    return reading.ok ? ok({ tables: tables.value, reading: reading.value }) : reading
  })
