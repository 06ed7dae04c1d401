import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { joseSigner } from '@anjie/function-signer/joseSigner'
import type { Sha256 } from '@anjie/kernel/merkle'
import type { Signer } from '@anjie/use-cases/public-log/signer'

export const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest()

/** A key as KMS holds one, in the test's own hands. */
export interface TestKey {
  readonly signer: Signer
  readonly publicKey: KeyObject
}

/** Signs with a key of its own, as the function does with one in KMS. */
export function testKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  return {
    publicKey,
    signer: joseSigner({ kty: 'EC', crv: 'P-256', x, y }, async (bytes) =>
      sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
    ),
  }
}
