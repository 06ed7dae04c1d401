import type { CountSource } from '@anjie/contracts/vocabulary/counting/sources/index'
import type { FormValue, Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { rowTitle } from '@anjie/domain/counting/cellText'
import type { Counted, LedgerReading } from '@anjie/domain/counting/countRows'
import { ledgerKey } from '@anjie/domain/cycles/countedFindings'
import { type CountedFormCell, countedCells } from '@anjie/domain/submissions/countedCells'
import { drawCells, drawnValue } from '@anjie/domain/submissions/drawing'
import type { Form } from '@anjie/domain/submissions/form'
import { unplacedRows } from '@anjie/domain/submissions/unplacedRows'
import type { RecordStore } from '../ports.ts'
import { ledgerOf } from './ledgers/index.ts'

/** What was counted from one ledger, from one reading. */
export interface DrawnLedger {
  readonly source: CountSource
  readonly reading: LedgerReading
  readonly mark: string
  readonly cells: readonly { readonly cell: CountedFormCell; readonly counted: Counted }[]
}

/** What a form counts, ledger by ledger. */
export function ledgersOf(
  form: Pick<Form, 'cells'>,
): readonly { readonly source: CountSource; readonly cells: readonly CountedFormCell[] }[] {
  const byLedger = new Map<string, { source: CountSource; cells: CountedFormCell[] }>()
  for (const cell of countedCells(form)) {
    const { source } = cell.item.countedFrom
    const known = byLedger.get(ledgerKey(source))
    if (known === undefined) byLedger.set(ledgerKey(source), { source, cells: [cell] })
    else known.cells.push(cell)
  }
  return [...byLedger.values()]
}

/** Whose rows a form counts: the county's, or those of the unit that it is of. */
export const holderOf = ({ county, subject }: Pick<Submission, 'county' | 'subject'>): string => subject?.code ?? county

/** A ledger that is not there any more gives no figure. */
const gone = (source: CountSource): LedgerReading => ({
  name: source.name,
  title: '',
  columns: [],
  states: {},
  rows: [],
})

/** 取数: counts all figures of a form as the ledgers stand now. Each ledger is read once, whatever is counted from it. `day`: on which it is counted. */
export const drawCounted = (
  store: RecordStore,
  state: Pick<Submission, 'county' | 'subject'>,
  form: Pick<Form, 'cells'>,
  day: string,
): Promise<readonly DrawnLedger[]> =>
  Promise.all(
    ledgersOf(form).map(async ({ source, cells }) => {
      const found = await ledgerOf(source).read(
        store,
        source,
        holderOf(state),
        [...new Set(cells.map(({ period }) => period))],
        day,
      )
      const reading = found?.reading ?? gone(source)
      return { source, reading, mark: found?.mark ?? '', cells: drawCells(cells, reading, day) }
    }),
  )

export const valuesDrawn = (drawn: readonly DrawnLedger[]): FormValue[] =>
  drawn.flatMap(({ cells }) => cells.map(({ cell, counted }) => drawnValue(cell, counted)))

/** As many rows without a part as a sentence names. */
const UNPLACED_NAMED = 5

/** 未归类的行 of a cell, by name. */
export function unplacedOf(form: Pick<Form, 'checks'>, { cells, reading }: DrawnLedger, cell: CountedFormCell) {
  const found = unplacedRows(form, cells).find(({ item, period }) => item === cell.item.code && period === cell.period)
  return found === undefined
    ? {}
    : {
        unplaced: {
          names: found.rows.slice(0, UNPLACED_NAMED).map((row) => rowTitle(reading.columns, reading.title, row)),
          count: found.rows.length,
        },
      }
}
