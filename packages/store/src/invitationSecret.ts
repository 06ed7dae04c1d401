import { randomInt } from 'node:crypto'
import { CODE_LENGTH } from '@anjie/domain/people/invitationCode'

/** Crockford's base 32: no letter that is read as a digit. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The secret part of an invitation's code. */
export const newInvitationSecret = (): string =>
  Array.from({ length: CODE_LENGTH }, () => DIGITS.charAt(randomInt(DIGITS.length))).join('')
