const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 26
const BITS = BigInt(LENGTH * 5)

/**
 * The local part of a record id that follows from what the record stands for: the first 130 bits of a SHA-256 in Crockford's
 * base 32, in the length of a ULID. The same key always gives the same id, so repeating an import changes nothing.
 */
export function naturalId(sha256Hex: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256Hex)) throw new Error('a natural id is made from a SHA-256 in hexadecimal')
  let rest = BigInt(`0x${sha256Hex}`) >> (256n - BITS)
  let text = ''
  for (let place = 0; place < LENGTH; place++) {
    text = DIGITS.charAt(Number(rest & 31n)) + text
    rest >>= 5n
  }
  return text
}
