const PLACES = 4

/**
 * An exact intermediate figure as a table can show it: at most four decimal places, with `…` where digits were left out.
 * Scores that are ranked are never passed through here.
 */
export function shortFigure(text: string): string {
  const [whole = '', decimals = ''] = text.split('.')
  if (decimals.length <= PLACES || !/^-?\d+\.\d+$/.test(text)) return text
  return `${whole}.${decimals.slice(0, PLACES)}…`
}
