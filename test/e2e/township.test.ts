import { readFile } from 'node:fs/promises'
import { addDays } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import { CycleId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { beijingDay } from '@anjie/kernel'
import { type CallInput, callOperation } from '@anjie/local/apiClient'
import { clientOptions } from '@anjie/local/emulator'
import { inProject } from '@anjie/local/paths'
import { scoresAreThere } from '@anjie/local/scoresAreThere'
import { DEMO_PASSWORD, REPORT_COUNTY } from '@anjie/local/seed/demoPeople'
import { signInForScript } from '@anjie/local/signIn'
import { readStackFacts, type StackFacts } from '@anjie/local/stackFacts'
import { AdminSetUserPasswordCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Desk, fillCell, openBrowser, picture, signIn } from './desk.ts'

/**
 * A township at its own desk: it fills its form, the county verifies, it reads its score and appeals, and somebody answers who neither
 * entered nor decided a figure: a new reviewer, who came by a code. The township's clerk takes a second post and acts by the one that is chosen.
 */
const COUNTY = REPORT_COUNTY
const OTHER_TOWNSHIPS = ['云坞镇', '石渡镇']
const mark = String(1000 + Math.floor(Math.random() * 9000))
const cycleName = `2026年度乡镇考评${mark}`
const today = PlainDate.parse(beijingDay(new Date().toISOString()))
const LAG_MS = 3_000
const newcomer = `newcomer.${mark}`

let facts: StackFacts
let browser: Browser
let cognito: CognitoIdentityProviderClient
const desks = new Map<string, Promise<Desk>>()
const tokens = new Map<string, Promise<string>>()
const found: { cycleId: CycleId; runId: string; code: string; secondCode: string; newPage: Page | undefined } = {
  cycleId: CycleId.parse('99.01J00000000000000000000000'),
  runId: '',
  code: '',
  secondCode: '',
  newPage: undefined,
}

const at = (userName: string): Promise<Desk> => {
  const desk = desks.get(userName) ?? signIn(browser, facts, userName)
  desks.set(userName, desk)
  return desk
}
const call = async <O extends (typeof OPERATIONS)[keyof typeof OPERATIONS]>(
  userName: string,
  operation: O,
  input: CallInput<O> = {},
) => {
  const token = tokens.get(userName) ?? signInForScript(cognito, facts, userName, DEMO_PASSWORD)
  tokens.set(userName, token)
  return callOperation(facts.apiUrl, await token, operation, input)
}
const reported = (item: string, value: string): FormValue => ({ item, period: '2026', status: 'reported', value })

beforeAll(async () => {
  facts = await readStackFacts('test')
  cognito = new CognitoIdentityProviderClient(clientOptions(facts.endpoint))
  browser = await openBrowser(facts)
  const admin = `${COUNTY}.admin`
  const example = Scheme.parse(
    JSON.parse(await readFile(inProject('contracts/examples/townshipDeductions.scheme.json'), 'utf8')),
  )
  const scheme = { ...example, name: `乡镇考评方案${mark}` }
  const drafted = await call(admin, OPERATIONS.draftScheme, { body: { scheme } })
  const published = { params: { schemeId: drafted.id }, body: { as: 'in-force' as const }, ifMatch: drafted.version }
  await call(admin, OPERATIONS.publishScheme, published)
  const { candidates } = await call(admin, OPERATIONS.listCandidates, { query: { subjectKind: 'township' } })
  const chosen = candidates.filter(({ name }) => ['霜台镇', ...OTHER_TOWNSHIPS].includes(name))
  const planned = await call(admin, OPERATIONS.planCycle, {
    body: {
      name: cycleName,
      year: 2026,
      schemeId: drafted.id,
      dataFrom: '2026-01-01',
      dataTo: '2026-12-31',
      dueOn: '2027-01-10',
      subjects: chosen.map(({ code }) => ({ code, group: 'ALL' })),
    },
  })
  found.cycleId = CycleId.parse(planned.id)
  await call(admin, OPERATIONS.openCycle, { params: { cycleId: found.cycleId }, ifMatch: planned.version })
}, 120_000)
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const [userName, desk] of desks) await (await desk).picture(`failed-township-${userName}`)
  if (found.newPage !== undefined) await picture(found.newPage, 'failed-township-newcomer', false)
})
afterAll(async () => {
  const opened = await Promise.allSettled(desks.values())
  const faults = opened.flatMap((desk) => (desk.status === 'fulfilled' ? desk.value.faults : []))
  await browser?.close()
  expect(faults).toEqual([])
})

test('a township fills its own form and submits it, and the county verifies', async () => {
  const { page, ...desk } = await at(`${COUNTY}.township`)
  await desk.openUntil('/', (shown) =>
    shown
      .getByRole('link', { name: new RegExp(cycleName) })
      .first()
      .waitFor({ timeout: LAG_MS }),
  )
  await desk.picture('township-home')
  await page
    .getByRole('link', { name: new RegExp(cycleName) })
    .first()
    .click()
  await fillCell(page, 'cell-PC', '50')
  await fillCell(page, 'cell-HJ', '40')
  await desk.press('保存')
  await page.getByText('已保存').first().waitFor()
  await desk.press('提交')
  await desk.picture('township-submits')
  await desk.confirm('提交')
  await page.getByText('待县级审核').first().waitFor()
  const address = new URL(page.url()).pathname

  const county = await at(`${COUNTY}.reviewer`)
  await county.goTo(address)
  await county.press('审核通过')
  await county.confirm()
  await county.page.getByText('县级已审定').first().waitFor()
  await county.picture('township-verified')
})

test('it sees its score, opens a point to its receipt and appeals, and nobody else’s score is there', async () => {
  const admin = `${COUNTY}.admin`
  const { state } = await call(admin, OPERATIONS.getCycle, { params: { cycleId: found.cycleId } })
  for (const { name, code, submissionId } of state.subjects) {
    const values = [reported('AQG', name === '霜台镇' ? '88' : '97')]
    const params = { cycleId: found.cycleId, subject: code }
    await call(admin, OPERATIONS.enterCommissionValues, { params, body: { values }, ifMatch: 0 })
    if (name === '霜台镇' || submissionId === undefined) continue
    const form = { params: { submissionId } }
    const filled = { ...form, body: { values: [reported('PC', '50'), reported('HJ', '50')] } }
    const saved = await call(`${COUNTY}.reporter`, OPERATIONS.saveValues, { ...filled, ifMatch: 1 })
    const sent = await call(`${COUNTY}.reporter`, OPERATIONS.submitSubmission, { ...form, ifMatch: saved.version })
    await call(`${COUNTY}.reviewer`, OPERATIONS.verifySubmission, { ...form, body: {}, ifMatch: sent.version })
  }
  const scored = await call(admin, OPERATIONS.runScores, { params: { cycleId: found.cycleId }, body: {} })
  await scoresAreThere(() => call(admin, OPERATIONS.getScoring, { params: { cycleId: found.cycleId } }), scored.id)
  const params = { runId: scored.id }
  const body = { appealsUntil: addDays(today, 5) }
  await call(admin, OPERATIONS.previewRun, { params, body, ifMatch: scored.version })

  const { page, ...desk } = await at(`${COUNTY}.township`)
  await desk.openUntil(`/cycles/${found.cycleId}/scorecard`, (shown) =>
    shown.getByRole('heading', { name: /霜台镇/ }).waitFor({ timeout: LAG_MS }),
  )
  await desk.picture('township-score')
  for (const name of OTHER_TOWNSHIPS) expect(await page.getByText(name).count(), name).toBe(0)
  await page.getByTestId('score-B1').getByRole('button').first().click()
  await page.getByRole('article', { name: /矛盾纠纷化解率/ }).waitFor()
  await desk.press('提出申诉')
  await page.getByRole('dialog').getByLabel('申诉的事实和理由').fill('有五件已在年内化解，登记有误')
  await desk.picture('township-appeals')
  await desk.confirm()
  await page.getByText('申诉已提交').first().waitFor()
})

test('the county’s administrator, who entered figures, and its reviewer, who verified, read why they do not answer', async () => {
  for (const userName of [`${COUNTY}.admin`, `${COUNTY}.reviewer`]) {
    const { page, ...desk } = await at(userName)
    await desk.openUntil('/appeals', (shown) =>
      shown
        .getByRole('link', { name: new RegExp(cycleName) })
        .first()
        .waitFor({ timeout: LAG_MS }),
    )
    await page
      .getByRole('link', { name: new RegExp(cycleName) })
      .first()
      .click()
    await page
      .getByText(/您填报、录入或审定过这项得分所依据的数据/)
      .first()
      .waitFor()
    await desk.picture(`township-appeal-${userName.split('.')[1]}`)
  }
})

test('a new reviewer signs in without a post, enters the code, and answers', async () => {
  const admin = `${COUNTY}.admin`
  const invited = await call(admin, OPERATIONS.inviteMember, {
    body: {
      personName: `新审核${mark}`,
      post: '县平安办副主任',
      roles: ['county-reviewer'],
      validUntil: '2030-12-31',
      accountName: newcomer,
    },
  })
  await cognito.send(
    new AdminSetUserPasswordCommand({
      UserPoolId: facts.userPoolId,
      Username: newcomer,
      Password: DEMO_PASSWORD,
      Permanent: true,
    }),
  )
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  const page = await context.newPage()
  found.newPage = page
  await page.goto(`${facts.consoleOrigin}/`)
  await page.locator('input[name=username]').fill(newcomer)
  await page.locator('input[name=password]').fill(DEMO_PASSWORD)
  await page.locator('[type=submit]').first().click()
  await page.getByLabel('邀请码').fill('990110-0000-0000-0000-0000')
  await page.getByRole('button', { name: '加入' }).click()
  await page.getByText('没有这个邀请码').first().waitFor()
  // As it was read out: without dashes, in lower case.
  await page.getByLabel('邀请码').fill((invited.code ?? '').toLowerCase().replaceAll('-', ' '))
  await picture(page, 'join-by-code', false)
  await page.getByRole('button', { name: '加入' }).click()
  await page.getByRole('heading', { name: '待办' }).waitFor()
  await page.goto(`${facts.consoleOrigin}/appeals`)
  await page
    .getByRole('link', { name: new RegExp(cycleName) })
    .first()
    .click()
  await page.getByRole('button', { name: '答复', exact: true }).click()
  await page.getByRole('dialog').getByRole('radio', { name: '申诉成立' }).check()
  await page.getByRole('dialog').getByLabel('答复内容').fill('经核对台账，五件确已化解，同意更正')
  await page.getByRole('dialog').getByRole('button').last().click()
  await page.getByText('申诉成立，待更正').first().waitFor()
  await picture(page, 'county-answers-township', false)

  const township = await at(`${COUNTY}.township`)
  await township.openUntil('/appeals', (shown) =>
    shown
      .getByRole('row', { name: /申诉成立，待更正/ })
      .first()
      .waitFor({ timeout: LAG_MS }),
  )
  await township.picture('township-answered')
})

test('the township’s clerk takes a second post by a code, and each act names the post that was chosen', async () => {
  const admin = `${COUNTY}.admin`
  const { rows } = await call(admin, OPERATIONS.listMemberships, { query: { stage: 'open' } })
  const own = rows.find(({ place, fields }) => place === '霜台镇' && fields.post === '镇平安办干事')
  if (own === undefined) throw new Error('the township’s clerk has a post')
  const second = await call(admin, OPERATIONS.inviteMember, {
    body: {
      personName: own.title,
      post: `县平安办借调干事${mark}`,
      roles: ['county-reporter'],
      validUntil: '2030-12-31',
      samePersonAs: own.id as never,
    },
  })
  const { page, ...desk } = await at(`${COUNTY}.township`)
  await desk.goTo('/account')
  await page.getByRole('textbox', { name: '邀请码' }).fill(second.code ?? '')
  await page.getByRole('button', { name: '加入' }).click()
  // Posts are a few seconds old at most where somebody only reads.
  await desk.openUntil('/account', (shown) =>
    shown.getByRole('row', { name: new RegExp(`借调干事${mark}`) }).waitFor({ timeout: LAG_MS }),
  )
  await desk.picture('account-two-posts')
  const head = page.getByLabel('当前任职')
  const labelOf = (name: string) => head.locator('option', { hasText: name }).first().textContent()
  await head.selectOption({ label: (await labelOf(`借调干事${mark}`)) ?? '' })
  await page.getByRole('heading', { name: '待办' }).waitFor()
  await page.getByText(`县平安办借调干事${mark}（县级填报人）`).waitFor()
  await desk.picture('post-switched')
  // What waits for the county's reporter, and not the township's own page.
  const { state } = await call(admin, OPERATIONS.getCycle, { params: { cycleId: found.cycleId } })
  expect(state.subjects.length).toBe(3)
  await head.selectOption({ label: (await labelOf('镇平安办干事')) ?? '' })
  await page.getByText('镇平安办干事（单位填报人）').waitFor()
  await desk.goTo('/appeals')
  await page
    .getByRole('link', { name: new RegExp(cycleName) })
    .first()
    .click()
  await page
    .getByRole('main')
    .getByText(/霜台镇 镇平安办干事/)
    .first()
    .waitFor()
  await desk.picture('post-named-in-the-act')
})
