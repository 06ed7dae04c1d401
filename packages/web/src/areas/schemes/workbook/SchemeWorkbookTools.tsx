import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { useState } from 'react'
import { isMissingChunk } from '../../../app/missingChunk.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { workbookWords as words } from '../../../locales/zh-CN/schemes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
import { downloadFile } from '../../../ui/downloadFile.ts'
import { FilePicker } from '../../../ui/FilePicker.tsx'
import { tellDone, tellFailure } from '../../../ui/told.ts'
import { readWorkbookFile } from './readWorkbookFile.ts'
import { type SheetFault, SheetFaults } from './SheetFaults.tsx'

interface SchemeWorkbookToolsProps {
  readonly scheme: Scheme
  readonly editable: boolean
  readonly onImport: (scheme: Scheme) => void
}

/** A scheme out to a workbook, and back in: whole or not at all, with every fault and its cell. */
export function SchemeWorkbookTools({ scheme, editable, onImport }: SchemeWorkbookToolsProps) {
  const [working, setWorking] = useState<'export' | 'import' | undefined>(undefined)
  const [faults, setFaults] = useState<readonly SheetFault[]>([])
  const save = async () => {
    setWorking('export')
    try {
      const { schemeWorkbook } = await import('@anjie/documents/schemeWorkbook')
      downloadFile(`${scheme.name}.xlsx`, 'xlsx', await schemeWorkbook(scheme))
    } catch (thrown) {
      console.error(thrown)
      tellFailure(isMissingChunk(thrown) ? commonWords.newVersion : words.failed)
    } finally {
      setWorking(undefined)
    }
  }
  const read = async (file: File) => {
    setWorking('import')
    const scheme = await readWorkbookFile(file)
    setWorking(undefined)
    if (!scheme.ok) return setFaults(scheme.error)
    onImport(scheme.value)
    tellDone(words.imported)
  }
  return (
    <>
      <Button
        aria-label={words.export}
        waiting={working === 'export'}
        data-testid="export-scheme-excel"
        onClick={() => void save()}
      >
        {words.export}
      </Button>
      {editable && (
        <span title={words.importHint}>
          <FilePicker
            label={working === 'import' ? words.reading : words.import}
            accept=".xlsx"
            testId="import-scheme-excel"
            disabled={working === 'import'}
            onPick={(file) => void read(file)}
          />
        </span>
      )}
      <Dialog
        open={faults.length > 0}
        title={words.import}
        width={760}
        isNotice
        confirmLabel={words.close}
        onConfirm={() => setFaults([])}
        onClose={() => setFaults([])}
      >
        <SheetFaults title={words.faultsTitle(faults.length)} faults={faults} />
      </Dialog>
    </>
  )
}
