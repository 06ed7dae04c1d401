const BYTES = 32

/** KMS answers in DER (RFC 3279): two integers, each as short as it can be, with a zero before a leading one. JOSE wants both in 32 bytes. */
export function rawSignature(der: Uint8Array): Uint8Array {
  const [sequence, length] = der
  if (sequence !== 0x30 || length !== der.length - 2) throw new Error('not a signature in DER')
  const r = integerAt(der, 2)
  const s = integerAt(der, r.end)
  if (s.end !== der.length) throw new Error('not a signature in DER')
  const raw = new Uint8Array(2 * BYTES)
  raw.set(r.digits, BYTES - r.digits.length)
  raw.set(s.digits, 2 * BYTES - s.digits.length)
  return raw
}

function integerAt(der: Uint8Array, at: number): { readonly digits: Uint8Array; readonly end: number } {
  const length = der[at + 1]
  if (der[at] !== 0x02 || length === undefined) throw new Error('not a signature in DER')
  const end = at + 2 + length
  const whole = der.subarray(at + 2, end)
  const digits = whole.subarray(whole.findIndex((byte) => byte !== 0))
  if (whole.length !== length || digits.length > BYTES) throw new Error('not a signature of P-256')
  return { digits, end }
}
