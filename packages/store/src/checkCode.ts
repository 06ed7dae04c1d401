import { randomInt } from 'node:crypto'

/** Crockford's base 32: no letter that is read as a digit. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 4

/** The drawn end of a certificate number, which keeps the holder of one from trying its neighbours (ADR 0007). */
export const newCheckCode = (): string =>
  Array.from({ length: LENGTH }, () => DIGITS.charAt(randomInt(DIGITS.length))).join('')
