import { ReceiptNumber } from '@anjie/contracts/vocabulary/objections/objection'

const NUMBER_LENGTH = 8
/** 60 random bits: whoever knows the number cannot try the codes. */
export const STATUS_CODE_LENGTH = 12
const CODE = /^[0-9A-HJKMNP-TV-Z]{12}$/

/** `YY20261201-7K3M9Q2X`, of the day and random characters of Crockford's base 32. */
export const receiptNumber = (day: string, drawn: string): ReceiptNumber =>
  ReceiptNumber.parse(`YY${day.replaceAll('-', '')}-${drawn.slice(0, NUMBER_LENGTH)}`)

/** `7K3M-9Q2X-WHFD`: in groups that can be read out on the telephone. */
export const printStatusCode = (code: string): string => (code.match(/.{4}/g) ?? []).join('-')

/** What the key of a status is the digest of: number and code together. */
export const statusText = (number: ReceiptNumber, code: string): string => `${number} ${code}`

/** Number and code as somebody typed them: any case, with or without dashes and blanks, O for 0, I and L for 1. */
export function readReceipt(
  number: string,
  code: string,
): { readonly number: ReceiptNumber; readonly code: string } | undefined {
  const [day, drawn] = [plain(number).replace(/^YY/, '').slice(0, 8), plain(number).replace(/^YY/, '').slice(8)]
  const parsed = ReceiptNumber.safeParse(`YY${day}-${likeDigits(drawn)}`)
  const read = likeDigits(plain(code))
  return parsed.success && CODE.test(read) ? { number: parsed.data, code: read } : undefined
}

const plain = (typed: string): string =>
  typed
    .slice(0, 100)
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toUpperCase()

const likeDigits = (text: string): string => text.replaceAll('O', '0').replace(/[IL]/g, '1')
