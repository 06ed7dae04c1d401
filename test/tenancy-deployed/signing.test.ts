import { readStackFacts } from '@anjie/local/stackFacts'
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms'
import { afterAll, expect, test } from 'vitest'
import { openApiSession } from './apiSession.ts'
import { scopedStores, scopeOfCode } from './scopedStores.ts'

/** Nobody but the function that signs reaches the signing key, whatever a session may confer. */
const facts = await readStackFacts('test')
const session = await openApiSession(facts)
const stores = scopedStores(facts, session.sts)
afterAll(session.close)
const denied = /AccessDenied|not authorized/

test.each(['970201', '9702', '97'])(
  'a session of %s signs nothing, and does not even read the public half',
  async (code) => {
    const kms = new KMSClient({
      endpoint: facts.endpoint,
      region: facts.region,
      credentials: () => stores.credentials(scopeOfCode(code), 'honours'),
    })
    const sign = new SignCommand({
      KeyId: facts.signingKeyArn,
      Message: new Uint8Array(32),
      MessageType: 'DIGEST',
      SigningAlgorithm: 'ECDSA_SHA_256',
    })
    await expect(kms.send(sign)).rejects.toThrow(denied)
    await expect(kms.send(new GetPublicKeyCommand({ KeyId: facts.signingKeyArn }))).rejects.toThrow(denied)
  },
)
