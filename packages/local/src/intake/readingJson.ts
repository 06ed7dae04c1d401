import type { IntakeReading } from '@anjie/documents/intake/reading'

const cellOf = ({ column, row }: { readonly column: string; readonly row: number }): string =>
  row === 0 ? '' : `${column}${row}`

/** What was read as JSON, a row at a time: the sums first, then rows, refusals by cell, and what was passed over. */
export function* readingJson(reading: IntakeReading): Iterable<string> {
  const { sheets, rows, leftOut, refusals, passedOver, remarks } = reading
  const head = {
    complete: refusals.length === 0 && leftOut === 0,
    read: rows.length,
    leftOut,
    refused: refusals.length,
    passedOver: passedOver.length,
    sheets: sheets.map(({ columns, ...sheet }) => ({ ...sheet, columns: Object.fromEntries(columns) })),
    remarks,
  }
  yield JSON.stringify(head, null, 2).slice(0, -2)
  yield* list(
    'rows',
    rows.map(({ sheet, row, hidden, values }) => ({
      ...(sheet === '' ? {} : { sheet }),
      row,
      ...(hidden === undefined ? {} : { hidden }),
      values: Object.fromEntries(values),
    })),
  )
  yield* list(
    'refusals',
    refusals.map((refusal) => ({ cell: cellOf(refusal), ...refusal })),
  )
  yield* list('skipped', passedOver)
  yield '\n}\n'
}

function* list(name: string, entries: readonly unknown[]): Iterable<string> {
  yield `,\n  ${JSON.stringify(name)}: [`
  for (const [at, entry] of entries.entries()) yield `${at === 0 ? '' : ','}\n    ${JSON.stringify(entry)}`
  yield entries.length === 0 ? ']' : '\n  ]'
}
