import { randomInt } from 'node:crypto'

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_LENGTH = 10
const DRAWN_LENGTH = 16

/** A ULID for what is going to be sent with a form: sent twice it is the same. */
export function newTicket(now: string): string {
  let time = ''
  for (let rest = Date.parse(now); time.length < TIME_LENGTH; rest = Math.floor(rest / 32))
    time = DIGITS.charAt(rest % 32) + time
  return time + Array.from({ length: DRAWN_LENGTH }, () => DIGITS.charAt(randomInt(DIGITS.length))).join('')
}
