import { workbookWords as words } from '../../../locales/zh-CN/schemes.ts'
import { Table } from '../../../ui/table/Table.tsx'

/** One thing to put right in a sheet; row 0 means all of it. */
export interface SheetFault {
  readonly sheet: string
  readonly row: number
  readonly column: string
  readonly message: string
}

interface SheetFaultsProps {
  readonly title: string
  readonly faults: readonly SheetFault[]
  /** Pasted rows have no sheet. */
  readonly pasted?: boolean
}

/** Sheet, row and column in words; what is meant as a whole says so in each of them. */
function placeOf({ sheet, row, column }: SheetFault, pasted: boolean) {
  const whole = pasted ? words.wholePaste : sheet === '' ? words.wholeFile : words.wholeSheet
  return {
    sheet: sheet === '' ? words.wholeFile : sheet,
    row: row === 0 ? whole : String(row),
    column: row === 0 ? whole : column === '' ? words.wholeRow : column,
  }
}

/** Where in a workbook or in pasted rows something is wrong, and what to do: one row a fault. */
export function SheetFaults({ title, faults, pasted = false }: SheetFaultsProps) {
  return (
    <section className="panel stack" role="alert" data-testid="sheet-faults">
      <h2 className="error-text">{title}</h2>
      <Table
        caption={title}
        isFramed
        isLow
        rows={faults}
        rowKey={(fault) => `${fault.sheet} ${fault.row} ${fault.column} ${fault.message}`}
        columns={[
          ...(pasted
            ? []
            : [{ key: 'sheet', name: words.sheet, text: (fault: SheetFault) => placeOf(fault, pasted).sheet }]),
          { key: 'row', name: words.row, text: (fault) => placeOf(fault, pasted).row },
          { key: 'column', name: words.column, text: (fault) => placeOf(fault, pasted).column },
          { key: 'fault', name: words.fault, text: (fault) => fault.message, wraps: true },
        ]}
      />
    </section>
  )
}
