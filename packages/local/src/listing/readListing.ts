import { faultText } from '@anjie/contracts/vocabulary/faultText'
import { ListingRow } from '@anjie/contracts/vocabulary/honours/listingRow'
import { readIntake } from '@anjie/documents/intake/readIntake'
import type { IntakeReading, IntakeRow } from '@anjie/documents/intake/reading'
import { listingForm } from '@anjie/domain/intake/listingForm'
import { err, ok, type Result } from '@anjie/kernel'

/** A province's list of all years is longer than anything that is read in a function. */
const MOST_CELLS = 5_000_000

/** Columns that a list may have. */
const MORE = ['issuer', 'change', 'changedOn', 'documentNumber', 'grounds', 'validUntil', 'formerYear'] as const

export interface Listing {
  readonly rows: readonly ListingRow[]
  /** Lines with a cell that cannot be kept, such as one with characters that nobody sees. */
  readonly refused: readonly { readonly row: number; readonly reason: string }[]
}

/** Reads a public listing, CSV or workbook, by its headings; columns that a listing does not know are left alone. */
export async function readListing(file: string, bytes: Uint8Array): Promise<Result<Listing, readonly string[]>> {
  const read = await readIntake(bytes, listingForm, { mostCells: MOST_CELLS })
  if (!read.ok) return err([`${file}：${read.error}`])
  const whole = read.value.refusals.filter(
    ({ row, field, column }) => field === undefined && (row === 0 || column === ''),
  )
  if (whole.length > 0) return err(whole.map(({ message }) => `${file}：${message}`))
  const rows: ListingRow[] = []
  const refused = refusedLines(read.value)
  for (const each of read.value.rows) {
    const row = ListingRow.safeParse(lineOf(each), { error: faultText })
    if (row.success) rows.push(row.data)
    else refused.push({ row: each.row, reason: row.error.issues.map(({ message }) => message).join('；') })
  }
  return ok({ rows, refused: refused.toSorted((one, other) => one.row - other.row) })
}

function lineOf({ row, values }: IntakeRow) {
  const cell = (code: string): string => String(values.get(code) ?? '')
  return {
    row,
    year: cell('year'),
    level: cell('level'),
    honour: cell('honour'),
    city: cell('city'),
    county: cell('county'),
    township: cell('township'),
    unit: cell('unit'),
    sourceUrl: cell('source_url'),
    ...Object.fromEntries(MORE.flatMap((code) => (cell(code) === '' ? [] : [[code, cell(code)]]))),
  }
}

/** The faults of each line together. */
function refusedLines({ refusals }: IntakeReading): { row: number; reason: string }[] {
  const reasons = new Map<number, string[]>()
  for (const { row, field, heading, message } of refusals) {
    if (field === undefined) continue
    reasons.set(row, [...(reasons.get(row) ?? []), `“${heading ?? ''}”栏${message}`])
  }
  return [...reasons].map(([row, parts]) => ({ row, reason: parts.join('；') }))
}
