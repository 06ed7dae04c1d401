import type { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import type { IntakeReading } from '@anjie/documents/intake/reading'
import type { IntakeTable } from '@anjie/documents/intake/readRows'
import { useState } from 'react'
import { isMissingChunk } from '../../../app/missingChunk.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { intakeWords as words } from '../../../locales/zh-CN/intake.ts'

/** A file that was read: what it says, and its cells for giving it back. */
export interface SheetFile {
  readonly name: string
  readonly tables: readonly IntakeTable[]
  readonly reading: IntakeReading
}

/**
 * Reads a file by a form in the browser of whoever chose it: what anybody may have made never reaches our own machines; only
 * values do, one by one, through the operations that check them. The reader is loaded when it is needed.
 */
export function useSheetFile(form: IntakeForm) {
  const [file, setFile] = useState<SheetFile | undefined>(undefined)
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [isReading, setReading] = useState(false)
  const read = async (chosen: File): Promise<SheetFile | undefined> => {
    setFault(undefined)
    setFile(undefined)
    setReading(true)
    try {
      const { openIntake, readTables } = await import('@anjie/documents/intake/readIntake')
      const tables = await openIntake(new Uint8Array(await chosen.arrayBuffer()))
      const reading = tables.ok ? readTables(tables.value, form) : tables
      if (tables.ok && reading.ok) {
        const found = { name: chosen.name, tables: tables.value, reading: reading.value }
        setFile(found)
        return found
      }
      if (!reading.ok) setFault(reading.error)
    } catch (thrown) {
      console.error(thrown)
      setFault(isMissingChunk(thrown) ? commonWords.newVersion : words.readFailed)
    } finally {
      setReading(false)
    }
    return undefined
  }
  return { file, fault, isReading, read }
}
