import { CertificateSerial } from '@anjie/contracts/vocabulary/ids'

/**
 * The number as it was issued, out of what somebody typed or pasted: full-width signs, spaces, other dashes and small
 * letters are put right, and in the last part the letters that its alphabet avoids. Undefined when it cannot be one.
 */
export function readSerial(typed: string): CertificateSerial | undefined {
  const parts = typed
    .slice(0, 80)
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[\u2010-\u2015\u2212\u30FC\u4E00]/g, '-')
    .toUpperCase()
    .split('-')
  const last = parts.pop() ?? ''
  const serial = [...parts, last.replaceAll('O', '0').replace(/[IL]/g, '1')].join('-')
  const parsed = CertificateSerial.safeParse(serial)
  return parsed.success ? parsed.data : undefined
}
