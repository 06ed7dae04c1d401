import { printableText } from '@anjie/kernel'

/** Characters that a worksheet name may not hold, their full-width twins included (some programs refuse those too). */
const FORBIDDEN = /[[\]:*?/\\：＊？／＼［］]/g
const MAX_LENGTH = 31
/** Names that Excel keeps for itself. */
const RESERVED = new Set(['history'])

/** Cuts by UTF-16 units, which is what Excel counts, but never through a character outside the basic plane. */
function cut(text: string, length: number): string {
  let out = ''
  for (const character of text) {
    if (out.length + character.length > length) break
    out += character
  }
  return out
}

/**
 * Worksheet names for these titles, in order: allowed characters only, at most 31 long, no two alike (letter case apart).
 * The full title belongs in a cell of the sheet.
 */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>()
  return titles.map((title) => {
    const cleaned = cut(
      printableText(title)
        .replace(FORBIDDEN, ' ')
        .replace(/^'+|'+$/g, '')
        .trim(),
      MAX_LENGTH,
    )
    const base = cleaned === '' || RESERVED.has(cleaned.toLowerCase()) ? `表 ${cleaned}`.trim() : cleaned
    let name = base
    for (let n = 2; taken.has(name.toLowerCase()); n++) {
      const mark = ` (${n})`
      name = `${cut(base, MAX_LENGTH - mark.length)}${mark}`
    }
    taken.add(name.toLowerCase())
    return name
  })
}
