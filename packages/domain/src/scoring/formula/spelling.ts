/**
 * Full-width and typographic characters that mean the same as a plain one. Every entry maps one UTF-16 unit to one,
 * so that positions in the normalised text are positions in the text as typed.
 */
const plainSpelling: ReadonlyMap<string, string> = new Map([
  ['\u3000', ' '],
  ['\u00a0', ' '],
  ['\t', ' '],
  ['\n', ' '],
  ['\r', ' '],
  ['×', '*'],
  ['✕', '*'],
  ['÷', '/'],
  ['∕', '/'],
  ['−', '-'],
  ['–', '-'],
  ['≦', '≤'],
  ['≧', '≥'],
  ['、', ','],
  ['【', '['],
  ['】', ']'],
  ['〔', '['],
  ['〕', ']'],
])

const FULL_WIDTH_FIRST = 0xff01
const FULL_WIDTH_LAST = 0xff5e
const FULL_WIDTH_DISTANCE = 0xfee0

/** The text with one spelling per sign; same length, so offsets hold for both. */
export function plainlySpelled(text: string): string {
  let plain = ''
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const written = text.charAt(at)
    const narrow =
      unit >= FULL_WIDTH_FIRST && unit <= FULL_WIDTH_LAST ? String.fromCharCode(unit - FULL_WIDTH_DISTANCE) : written
    plain += plainSpelling.get(narrow) ?? narrow
  }
  return plain
}

/**
 * The form in which item names are compared: `[矛盾纠纷（起）]` and `[矛盾纠纷(起)]` name the same item. Build look-up maps
 * with it on both sides. Signs inside a name keep their meaning; only width and outer or repeated spaces are levelled.
 */
export function referenceKey(name: string): string {
  let key = ''
  for (const character of name) {
    const unit = character.codePointAt(0) ?? 0
    if (unit >= FULL_WIDTH_FIRST && unit <= FULL_WIDTH_LAST) key += String.fromCodePoint(unit - FULL_WIDTH_DISTANCE)
    else key += unit === 0x3000 || unit === 0xa0 || unit === 9 ? ' ' : character
  }
  return key.replace(/ +/g, ' ').trim()
}
