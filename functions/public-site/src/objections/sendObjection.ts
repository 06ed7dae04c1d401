import { createHash, createHmac } from 'node:crypto'
import { ObjectionId } from '@anjie/contracts/vocabulary/ids'
import type { ObjectionMaterial, ReceiptNumber } from '@anjie/contracts/vocabulary/objections/objection'
import type { PublicNotice } from '@anjie/contracts/vocabulary/publicRecords'
import { investigatorOf } from '@anjie/domain/objections/investigator'
import { OBJECTIONS_A_LIST_A_DAY, OBJECTIONS_AN_ADDRESS_AN_HOUR } from '@anjie/domain/objections/limits'
import { objectionFileKey } from '@anjie/domain/objections/material'
import { receiptNumber, STATUS_CODE_LENGTH, statusText } from '@anjie/domain/objections/receipt'
import { beijingDay } from '@anjie/kernel'
import type { ObjectionInbox } from './objectionInbox.ts'
import type { TypedObjection } from './readObjection.ts'

export interface Sender {
  readonly inbox: ObjectionInbox
  /** Known to this installation alone: codes and the digests of addresses are made with it. */
  readonly key: string
}

export interface Sent {
  readonly number: ReceiptNumber
  readonly code: string
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const HOUR = 3600
const DAY = 24 * HOUR

/** Under this key the public table has the status of an objection; the same digest as the store takes of the same text. */
export const statusKeyOf = (number: ReceiptNumber, code: string): string =>
  createHash('sha256')
    .update(JSON.stringify(statusText(number, code)))
    .digest('hex')

/**
 * Puts an objection into the inbox. Number and code follow from the ticket that came with the form, so that pressing the button twice,
 * or again after a time-out, is one objection and one receipt. Undefined: from this address, or to this list, it was enough.
 */
export async function sendObjection(
  { inbox, key }: Sender,
  notice: PublicNotice,
  { ticket, at, anonymous, name, contact, text, files }: TypedObjection,
  address: string,
  now: string,
): Promise<Sent | undefined> {
  const hour = now.slice(0, 13)
  const seconds = Math.floor(Date.parse(now) / 1000)
  const limits = [
    {
      key: `ADDRESS#${keyed(key, `${hour} ${address}`)}#`,
      most: OBJECTIONS_AN_ADDRESS_AN_HOUR,
      until: seconds + 2 * HOUR,
    },
    { key: `LIST#${notice.batchId}#${beijingDay(now)}#`, most: OBJECTIONS_A_LIST_A_DAY, until: seconds + 2 * DAY },
  ]
  for (const limit of limits) if (!(await inbox.count(limit))) return undefined
  const drawn = drawnFrom(keyed(key, `receipt ${notice.batchId} ${ticket}`))
  const number = receiptNumber(beijingDay(now), drawn)
  const code = drawn.slice(8, 8 + STATUS_CODE_LENGTH)
  const id = ObjectionId.parse(`${investigatorOf(notice.batchId)}.${ticket}`)
  for (const [index, { file, bytes }] of files.entries())
    await inbox.putFile(objectionFileKey(id, index), file.contentType, bytes)
  const material: ObjectionMaterial = {
    ...(anonymous || name === undefined ? {} : { name }),
    ...(anonymous || contact === undefined ? {} : { contact }),
    text,
    files: files.map(({ file }) => file),
  }
  const unitName = at === undefined ? undefined : notice.entries[at]?.unitName
  await inbox.put({
    id,
    number,
    statusKey: statusKeyOf(number, code),
    batchId: notice.batchId,
    ...(at === undefined || unitName === undefined ? {} : { entry: { at, unitName } }),
    anonymous,
    receivedAt: now,
    material,
  })
  return { number, code }
}

const keyed = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('hex')

/** Twenty-six characters of Crockford's base 32 out of a digest: five bits of each byte. */
const drawnFrom = (hex: string): string =>
  (hex.match(/../g) ?? []).map((byte) => DIGITS.charAt(Number.parseInt(byte, 16) % 32)).join('')
