const LINE_POINTS = 15
const MOST_POINTS = 300

/** Chinese characters are two digits wide. */
const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0)

/**
 * Height in points at which wrapped texts can be read whole; spreadsheets do not all work it out when they open a file.
 * `cells`: text and column width in digits.
 */
export function rowHeight(cells: readonly { readonly text: string; readonly width: number }[]): number {
  const lines = cells.map(({ text, width }) =>
    text.split('\n').reduce((count, line) => count + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width - 1))), 0),
  )
  return Math.min(MOST_POINTS, Math.max(1, ...lines) * LINE_POINTS)
}
