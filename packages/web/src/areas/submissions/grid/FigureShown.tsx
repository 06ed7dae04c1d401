import { DecimalFigure, placesOf } from '../../../ui/DecimalFigure.tsx'
import { ItemFigure } from '../../../ui/ItemFigure.tsx'
import type { EntryRow } from '../entry/formDraft.ts'

interface FigureShownProps {
  readonly row: EntryRow
  /** What an empty cell says: 未填, or 按0计 where nothing filled in means zero and nothing is missing. */
  readonly empty: string
  readonly isZero?: boolean
  readonly testId: string
}

/** A figure as it stands in the grid: typed, saved, or the word for why there is none. */
export function FigureShown({ row, empty, isZero = false, testId }: FigureShownProps) {
  const { status, text, note } = row.draft
  return (
    <span data-testid={testId}>
      {status === '' ? (
        <span className={isZero ? 'quiet' : 'value-missing'}>{empty}</span>
      ) : row.fault !== null ? (
        <span className="error-text">{status === 'reported' ? text : <ItemFigure status={status} value={null} />}</span>
      ) : status === 'reported' ? (
        <DecimalFigure value={text} places={placesOf([text])} />
      ) : (
        <ItemFigure status={status} value={null} note={note} />
      )}
    </span>
  )
}
