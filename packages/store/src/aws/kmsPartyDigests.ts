import type { PartyDigesting } from '@anjie/use-cases/ports'
import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms'
import { keyedDigest } from '../partyDigests.ts'

/**
 * A county's key is the MAC that a key in KMS gives over the county's code: a function holds it as long as it lives, and nobody keeps it.
 * When the key in KMS is deleted, no digest can be compared with a name ever again.
 */
export function kmsPartyDigests(kms: Pick<KMSClient, 'send'>, keyId: string): PartyDigesting {
  const known = new Map<string, ReturnType<PartyDigesting['of']>>()
  const derive: PartyDigesting['of'] = async (county) => {
    const { Mac } = await kms.send(
      new GenerateMacCommand({
        KeyId: keyId,
        MacAlgorithm: 'HMAC_SHA_256',
        Message: Buffer.from(`anjie/parties/1/${county}`),
      }),
    )
    if (Mac === undefined) throw new Error('the key of the digests gave no MAC')
    return keyedDigest(Mac)
  }
  return {
    of: (county) => {
      const found = known.get(county)
      if (found !== undefined) return found
      const made = derive(county)
      known.set(county, made)
      made.catch(() => known.delete(county))
      return made
    },
  }
}
