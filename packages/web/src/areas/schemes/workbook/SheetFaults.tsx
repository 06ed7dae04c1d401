import { workbookWords as words } from '../../../locales/zh-CN/schemes.ts'

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

const COLUMNS = ['sheet', 'row', 'column'] as const

/** Sheet, row and column in words; what is meant as a whole says so in each of them. */
function placesOf({ sheet, row, column }: SheetFault, pasted: boolean): readonly string[] {
  const whole = pasted ? words.wholePaste : sheet === '' ? words.wholeFile : words.wholeSheet
  const place = row === 0 ? [whole, whole] : [String(row), column === '' ? words.wholeRow : column]
  return pasted ? place : [sheet === '' ? words.wholeFile : sheet, ...place]
}

/** Where in a workbook or in pasted rows something is wrong, and what to do: one row a fault. */
export function SheetFaults({ title, faults, pasted = false }: SheetFaultsProps) {
  return (
    <section className="panel stack" role="alert" data-testid="sheet-faults">
      <h2 className="error-text">{title}</h2>
      <div className="table-scroll" style={{ maxHeight: 320, overflow: 'auto' }}>
        <table className="list dense">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {!pasted && <th scope="col">{words.sheet}</th>}
              <th scope="col">{words.row}</th>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.fault}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault) => (
              <tr key={`${fault.sheet} ${fault.row} ${fault.column} ${fault.message}`}>
                {placesOf(fault, pasted).map((place, column) => (
                  <td className="nowrap" key={COLUMNS[column]}>
                    {place}
                  </td>
                ))}
                <td className="wrap">{fault.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
