import { type CsvCell, csvOf } from '@anjie/documents/csv'

/** The figures behind a picture: what its table view shows and its data download holds. The first cell of a row names it. */
export interface ChartTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly CsvCell[])[]
}

export const chartCsv = ({ columns, rows }: ChartTable): Uint8Array<ArrayBuffer> =>
  csvOf([columns, ...rows], { isForSpreadsheets: true })

export const cellText = (cell: CsvCell): string => (typeof cell === 'string' ? cell : cell.figure)
