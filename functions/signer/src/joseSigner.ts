import { createHash } from 'node:crypto'
import { canonicalJson } from '@anjie/kernel'
import type { Signer } from '@anjie/use-cases/public-log/signer'

/** Signs bytes with ECDSA over their SHA-256; answers r and s one behind the other, 32 bytes each, as JOSE wants them. */
export type SignBytes = (bytes: Uint8Array) => Promise<Uint8Array>

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
const encoded = (text: string): string => Buffer.from(text).toString('base64url')

/** A signer of compact JOSE with ES256, over a key that is elsewhere. The key's number is its thumbprint (RFC 7638). */
export function joseSigner(jwk: Signer['jwk'], signBytes: SignBytes): Signer {
  const { kty, crv, x, y } = jwk
  const kid = sha256(canonicalJson({ kty, crv, x, y })).toString('base64url')
  return {
    kid,
    jwk: { kty, crv, x, y },
    sign: async (typ, payload) => {
      const input = `${encoded(canonicalJson({ alg: 'ES256', kid, typ }))}.${encoded(canonicalJson(payload))}`
      return `${input}.${Buffer.from(await signBytes(Buffer.from(input))).toString('base64url')}`
    },
  }
}
