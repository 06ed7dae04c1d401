import { OPERATIONS } from '@anjie/contracts/operations/index'
import { beijingDay } from '@anjie/kernel'
import { clientOptions } from '@anjie/local/emulator'
import { readOutbox } from '@anjie/local/outbox/readOutbox'
import { nextDigestAfter } from '@anjie/local/seed/seedMessages'
import { SignedInStaff } from '@anjie/local/seed/staff'
import { readStackFacts, type StackFacts } from '@anjie/local/stackFacts'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { beforeAll, expect, test } from 'vitest'

/** A county's reporter, its city's reviewer, the province and one unit of a county: each scope that a post can have. */
const POSTS = ['990111.reporter', '9901.reviewer', 'province.reviewer', '990110.school'] as const

/** A unit has lines only where something was opened for it. */
const WITH_LINES = POSTS.slice(0, 3)

let facts: StackFacts
let staff: SignedInStaff
beforeAll(async () => {
  facts = await readStackFacts('test')
  staff = new SignedInStaff(facts, new CognitoIdentityProviderClient(clientOptions(facts.endpoint)))
})

async function runClock(now: string): Promise<unknown> {
  const { FunctionError, Payload } = await new LambdaClient(clientOptions(facts.endpoint)).send(
    new InvokeCommand({ FunctionName: facts.functions.clock, Payload: JSON.stringify({ now }) }),
  )
  expect(FunctionError).toBeUndefined()
  return JSON.parse(Buffer.from(Payload ?? []).toString('utf8'))
}

test('the clock, with its own rights and no others, sends each post its lines once, also when it runs twice', async () => {
  const begun = '2026-01-05T02:00:00.000Z'
  for (const userName of POSTS)
    await staff.call(
      userName,
      OPERATIONS.setDigestSetting,
      { body: { channel: 'email', address: `${userName}@anjie.example` } },
      begun,
    )
  const morning = nextDigestAfter(beijingDay(new Date().toISOString()) as never)
  // Lists follow by a moment: whom the clock does not find yet, it finds in the next run.
  await expect
    .poll(async () => {
      await runClock(morning)
      const letters = await readOutbox(facts)
      return POSTS.filter((userName) => letters.some(({ address }) => address.startsWith(`${userName}@`)))
    })
    .toEqual(expect.arrayContaining(WITH_LINES))
  expect(await runClock(morning)).toMatchObject({ sent: 0, failed: [] })
  const letters = await readOutbox(facts)
  for (const userName of POSTS) {
    const lines = letters.filter(({ address }) => address.startsWith(`${userName}@`)).flatMap((letter) => letter.lines)
    expect(new Set(lines).size, userName).toBe(lines.length)
    const { sent } = await staff.call(userName, OPERATIONS.getDigestSetting, {})
    expect(sent.flatMap((letter) => letter.lines).toSorted()).toEqual(lines.toSorted())
  }
  const ofCounty = letters.find(({ address }) => address.startsWith('990111.'))
  expect(ofCounty?.lines.join()).toContain('2026年度县级平安建设考评')
})
