/**
 * The text of a file that an office's computer wrote: UTF-8 with or without BOM, UTF-16 with BOM (Excel's "Unicode
 * text"), otherwise GBK. Undefined when it is none of them.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not this encoding; the next one decides.
    }
  }
  return undefined
}
