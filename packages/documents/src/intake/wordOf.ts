import { plainCell } from '../tables/shownText.ts'
import type { CellContent } from '../xlsx/readSheet.ts'

/** A cell in words, for comparing and for messages. */
export function wordOf(cell: CellContent | undefined): string {
  if (cell === undefined) return ''
  if (cell.kind === 'broken') return cell.shown
  const plain = plainCell(cell)
  if (plain.ok) return plain.value
  return cell.kind === 'number' ? String(cell.number) : ''
}
