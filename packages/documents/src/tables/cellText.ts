const EDGES = '[\\s\\u00a0\\u200b-\\u200f\\u2028\\u2029\\u202a-\\u202e\\u2060\\u3000\\ufeff]+'
const OUTER = new RegExp(`^${EDGES}|${EDGES}$`, 'gu')

/** Without the spaces at both ends that nobody sees: no-break, full-width and zero-width ones and byte-order marks. */
export const withoutOuterSpace = (text: string): string => text.replace(OUTER, '')

/** Nothing to make narrow and nothing outside: most codes and figures. */
const NARROW = /^[!-~]+$/

/** The same with full-width letters, digits and signs made narrow: for codes and for words that are compared. */
export const narrowed = (text: string): string => {
  if (NARROW.test(text)) return text
  return withoutOuterSpace(
    Array.from(text, (character) => {
      const code = character.charCodeAt(0)
      if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
      return character === '\u3000' || character === '\u00a0' ? ' ' : character
    }).join(''),
  )
}

// Control characters, halves of characters and noncharacters cannot stand in XML; `_x0041_` would be read as A.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not get into a cell
const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u
const ESCAPE_LOOKALIKE = /_x[0-9A-Fa-f]{4}_/

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** JSON that survives a cell and may be cut anywhere: what a spreadsheet would change is written as \uXXXX. */
export const cellJson = (json: string): string =>
  // JSON has escaped control characters below 0x20 already.
  json.replace(/_(?=x[0-9A-Fa-f]{4}_)|[\u007f-\u009f\ufffe\uffff]|[\ud800-\udfff]/g, escaped)

/**
 * A text as it is put into a cell. Nearly always itself; a text that a cell could not give back (outer spaces, control
 * characters, an opening quotation mark) is written as a JSON string in quotation marks.
 */
export const textForCell = (text: string): string =>
  text.startsWith('"') || UNSAFE.test(text) || ESCAPE_LOOKALIKE.test(text) || withoutOuterSpace(text) !== text
    ? cellJson(JSON.stringify(text))
    : text

/** The text that a cell stands for; the opposite of `textForCell`. */
export function textOfCell(written: string): string {
  const text = withoutOuterSpace(written)
  if (!text.startsWith('"') || !text.endsWith('"')) return text
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'string' ? read : text
  } catch {
    return text
  }
}
