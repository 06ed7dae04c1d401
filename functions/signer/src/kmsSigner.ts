import { createHash, createPublicKey } from 'node:crypto'
import type { Signer } from '@anjie/use-cases/public-log/signer'
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms'
import { joseSigner } from './joseSigner.ts'
import { rawSignature } from './rawSignature.ts'

/** The signer over a key that never leaves KMS. */
export async function kmsSigner(kms: Pick<KMSClient, 'send'>, keyId: string): Promise<Signer> {
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyId }))
  if (PublicKey === undefined) throw new Error('the signing key has no public half')
  const { x, y, crv } = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' }).export({
    format: 'jwk',
  })
  if (crv !== 'P-256' || x === undefined || y === undefined) throw new Error('the signing key is not one of P-256')
  return joseSigner({ kty: 'EC', crv, x, y }, async (bytes) => {
    // What is hashed here may be longer than what KMS takes.
    const digest = createHash('sha256').update(bytes).digest()
    const { Signature } = await kms.send(
      new SignCommand({ KeyId: keyId, Message: digest, MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' }),
    )
    if (Signature === undefined) throw new Error('the signing key gave no signature')
    return rawSignature(Signature)
  })
}
