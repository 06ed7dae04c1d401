import { readStackFacts } from '@anjie/local/stackFacts'
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms'
import { AssumeRoleCommand } from '@aws-sdk/client-sts'
import { afterAll, expect, test } from 'vitest'
import { openApiSession } from './apiSession.ts'

/** Nobody but the function that signs reaches the signing key: neither the API itself nor any session that it takes on. */
const facts = await readStackFacts('test')
const session = await openApiSession(facts)
afterAll(session.close)
const denied = /AccessDenied|not authorized/

const SESSIONS = {
  county: { province: '97', city: '9702', county: '970201', purpose: 'honours' },
  city: { province: '97', city: '9702', purpose: 'honours' },
  province: { province: '97', purpose: 'honours' },
} as const

test.each(Object.keys(SESSIONS) as (keyof typeof SESSIONS)[])('a session of a %s signs nothing', async (level) => {
  const { Credentials } = await session.sts.send(
    new AssumeRoleCommand({
      RoleArn: facts.roles[level],
      RoleSessionName: `signing-${level}`,
      Tags: Object.entries(SESSIONS[level]).map(([Key, Value]) => ({ Key, Value })),
    }),
  )
  const kms = new KMSClient({
    endpoint: facts.endpoint,
    region: 'us-east-1',
    credentials: {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    },
  })
  const sign = new SignCommand({
    KeyId: facts.signingKeyArn,
    Message: new Uint8Array(32),
    MessageType: 'DIGEST',
    SigningAlgorithm: 'ECDSA_SHA_256',
  })
  await expect(kms.send(sign)).rejects.toThrow(denied)
  await expect(kms.send(new GetPublicKeyCommand({ KeyId: facts.signingKeyArn }))).rejects.toThrow(denied)
})
