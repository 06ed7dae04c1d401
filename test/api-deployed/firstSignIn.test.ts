import { randomUUID } from 'node:crypto'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import { callOperation, Refused } from '@anjie/local/apiClient'
import { clientOptions } from '@anjie/local/emulator'
import { DEMO_PASSWORD, REPORT_COUNTY } from '@anjie/local/seed/demoPeople'
import { signInForScript } from '@anjie/local/signIn'
import { readStackFacts } from '@anjie/local/stackFacts'
import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'

/** With our own user pool the account is made along: name and first password go to the person with the code, by hand. */
const facts = await readStackFacts('test')
const cognito = new CognitoIdentityProviderClient(clientOptions(facts.endpoint))
const mark = randomUUID().slice(0, 8)
const invitation = (accountName: string, personName: string) => ({
  personName,
  post: '县平安办干事',
  roles: ['county-reporter' as const],
  validUntil: '2030-12-31',
  accountName,
})

test('an invitation makes the account; its first password is asked for a new one, and the code then gives the post', async () => {
  const admin = await signInForScript(cognito, facts, `${REPORT_COUNTY}.admin`, DEMO_PASSWORD)
  const accountName = `first.${mark}`
  const made = await callOperation(facts.apiUrl, admin, OPERATIONS.inviteMember, {
    body: invitation(accountName, `新人${mark}`),
  })
  expect(made.accountName).toBe(accountName)
  const first = made.firstPassword ?? ''
  // Of each kind that the pool's rule asks for, and none that is mistaken for another on paper.
  for (const kind of [/[A-Z]/, /[a-z]/, /\d/, /[-+=@]/]) expect(first).toMatch(kind)
  expect(first).not.toMatch(/[0O1lI]/)

  const client = { UserPoolId: facts.userPoolId, ClientId: facts.clientId }
  const begun = await cognito.send(
    new AdminInitiateAuthCommand({
      ...client,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: accountName, PASSWORD: first },
    }),
  )
  expect(begun.ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  const own = `Own-${mark}-2026`
  await cognito.send(
    new AdminRespondToAuthChallengeCommand({
      ...client,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session: begun.Session,
      ChallengeResponses: { USERNAME: accountName, NEW_PASSWORD: own },
    }),
  )
  const token = await signInForScript(cognito, facts, accountName, own)
  await expect(callOperation(facts.apiUrl, token, OPERATIONS.getMe)).rejects.toThrow('没有有效的任职记录')
  await callOperation(facts.apiUrl, token, OPERATIONS.acceptInvitation, { body: { code: made.code ?? '' } })
  const me = await callOperation(facts.apiUrl, token, OPERATIONS.getMe)
  expect(me).toMatchObject({ personName: `新人${mark}`, roles: ['county-reporter'] })
  // 最近登录: this issuer tells.
  expect(Date.now() - Date.parse(me.signedInAt ?? '')).toBeLessThan(3_600_000)
  await expect(signInForScript(cognito, facts, accountName, first)).rejects.toThrow()
})

test('a name that is in use gives nobody its account: the post is invited, and no password is told', async () => {
  const admin = await signInForScript(cognito, facts, `${REPORT_COUNTY}.admin`, DEMO_PASSWORD)
  const made = await callOperation(facts.apiUrl, admin, OPERATIONS.inviteMember, {
    body: invitation(`${REPORT_COUNTY}.reporter`, `同名${mark}`),
  })
  expect(made.code).toBeDefined()
  expect(made.firstPassword).toBeUndefined()
  await signInForScript(cognito, facts, `${REPORT_COUNTY}.reporter`, DEMO_PASSWORD)
  const rows = [
    {
      personName: `同名二${mark}`,
      post: '干事',
      unitNames: '',
      roleNames: '县级填报人',
      validUntil: '2030-12-31',
      accountName: `${REPORT_COUNTY}.reporter`,
    },
  ]
  const answered = await callOperation(facts.apiUrl, admin, OPERATIONS.inviteMembers, { body: { rows, renew: false } })
  expect(answered.rows).toMatchObject([{ outcome: 'invited', reason: expect.stringContaining('已被使用') }])
})

test('a repeat of the call knows neither code nor password', async () => {
  const admin = await signInForScript(cognito, facts, `${REPORT_COUNTY}.admin`, DEMO_PASSWORD)
  const idempotencyKey = randomUUID()
  const call = () =>
    callOperation(facts.apiUrl, admin, OPERATIONS.inviteMember, {
      body: invitation(`again.${mark}`, `重发${mark}`),
      idempotencyKey,
    })
  const first = await call()
  expect(first.firstPassword).toBeDefined()
  const second = await call()
  expect(second).toMatchObject({ id: first.id })
  expect([second.code, second.firstPassword]).toEqual([undefined, undefined])
  await expect(
    callOperation(facts.apiUrl, admin, OPERATIONS.inviteMember, { body: invitation(`x.${mark}`, `重发${mark}`) }),
  ).rejects.toThrow(Refused)
})
