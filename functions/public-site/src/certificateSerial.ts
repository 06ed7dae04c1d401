import { CertificateSerial } from '@anjie/contracts/vocabulary/ids'

/** Enough for a number with a sentence or an address around it. */
export const MAX_TYPED = 300

const NUMBER = /平安(?:\d{2}|市\d{4}|县\d{4}[0-9A-Z]\d)-[A-Z]{2}-\d{4}-\d{4,}-[0-9A-Z]{4}(?![0-9A-Z])/

/**
 * The number as it was issued, out of what somebody typed or pasted: “编号：” before it, a full stop or an address around it,
 * full-width signs, spaces, other dashes and small letters are put right, and in the last part the letters that its alphabet
 * avoids. Undefined when there is none in it.
 */
export function readSerial(typed: string): CertificateSerial | undefined {
  const text = decoded(typed.slice(0, MAX_TYPED))
    .normalize('NFKC')
    .replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '')
    .replace(/[\u2010-\u2015\u2212\u30FC\u4E00_]/g, '-')
    .toUpperCase()
  const found = NUMBER.exec(text)?.[0]
  if (found === undefined) return undefined
  const last = found.slice(-4).replaceAll('O', '0').replace(/[IL]/g, '1')
  const parsed = CertificateSerial.safeParse(`${found.slice(0, -4)}${last}`)
  return parsed.success ? parsed.data : undefined
}

/** An address copied from the browser's bar writes Chinese as percent signs. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
