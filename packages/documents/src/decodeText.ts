/** A text, and the encoding that its bytes were read by. */
export interface DecodedText {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
}

const MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

/**
 * The text of a file that an office's computer wrote. A byte-order mark decides; without one it is UTF-8, and otherwise
 * GB18030 (which holds GBK and GB 2312). Undefined when it is none of them: nothing is guessed from frequencies.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))
  for (const encoding of marked === undefined ? (['utf-8', 'gb18030'] as const) : [marked.encoding]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      // UTF-16 without its mark, or no text at all.
      return text.includes('\0') ? undefined : { text, encoding }
    } catch {
      // Not this encoding; the next one decides.
    }
  }
  return undefined
}
