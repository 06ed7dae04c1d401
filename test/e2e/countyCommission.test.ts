import { readFile } from 'node:fs/promises'
import { addDays } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { beijingDay } from '@anjie/kernel'
import { type CallInput, callOperation } from '@anjie/local/apiClient'
import { clientOptions } from '@anjie/local/emulator'
import { inProject } from '@anjie/local/paths'
import { scoresAreThere } from '@anjie/local/scoresAreThere'
import { DEMO_PASSWORD } from '@anjie/local/seed/demoPeople'
import { signInForScript } from '@anjie/local/signIn'
import { readStackFacts, type StackFacts } from '@anjie/local/stackFacts'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Desk, openBrowser, signIn } from './desk.ts'

/**
 * A county's commission at its own desk: last year's scheme becomes this year's, three townships are assessed, scored and
 * published inside the county, and a township's points open to their receipt. Then the province assesses the same townships
 * and adds their figures up to their county.
 */
const COUNTY = '990110'
const TOWNSHIPS = ['霜台镇', '云坞镇', '石渡镇']
const mark = String(1000 + Math.floor(Math.random() * 9000))
const today = PlainDate.parse(beijingDay(new Date().toISOString()))
const LAG_MS = 3_000
const { draftScheme, publishScheme, planCycle, openCycle, getCycle, listCandidates } = OPERATIONS
const { getSubmission, saveValues, submitSubmission, verifySubmission, acceptSubmission } = OPERATIONS
const { runScores, getScoring, previewRun, publishRun, enterCommissionValues, getRunArchivePart } = OPERATIONS

let facts: StackFacts
let browser: Browser
const desks = new Map<string, Promise<Desk>>()
const tokens = new Map<string, Promise<string>>()
const at = (userName: string): Promise<Desk> => {
  const desk = desks.get(userName) ?? signIn(browser, facts, userName)
  desks.set(userName, desk)
  return desk
}
const call = async <O extends (typeof OPERATIONS)[keyof typeof OPERATIONS]>(
  userName: string,
  operation: O,
  input: CallInput<O>,
) => {
  const cognito = new CognitoIdentityProviderClient(clientOptions(facts.endpoint))
  const token = tokens.get(userName) ?? signInForScript(cognito, facts, userName, DEMO_PASSWORD)
  tokens.set(userName, token)
  return callOperation(facts.apiUrl, await token, operation, input)
}
const lastPart = (address: string): string => decodeURIComponent(new URL(address).pathname.split('/').at(-1) ?? '')
const reported = (item: string, value: string): FormValue => ({ item, period: '2026', status: 'reported', value })

beforeAll(async () => {
  facts = await readStackFacts('test')
  browser = await openBrowser(facts)
})
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const [userName, desk] of desks) await (await desk).picture(`failed-commission-${userName}`)
})
afterAll(async () => {
  const opened = await Promise.allSettled(desks.values())
  const faults = opened.flatMap((desk) => (desk.status === 'fulfilled' ? desk.value.faults : []))
  await browser?.close()
  expect(faults).toEqual([])
})

/** The forms of a cycle, filled by the county; `until` the level that has the last word. */
async function fillAll(
  cycleId: string,
  values: (name: string) => FormValue[],
  until: 'county' | 'city',
): Promise<void> {
  const { state } = await call(until === 'county' ? `${COUNTY}.admin` : 'province.admin', getCycle, {
    params: { cycleId },
  })
  for (const { name, submissionId } of state.subjects) {
    if (submissionId === undefined) throw new Error(`${name} has a form`)
    const params = { submissionId }
    const form = await call(`${COUNTY}.reporter`, getSubmission, { params })
    const saved = await call(`${COUNTY}.reporter`, saveValues, {
      params,
      body: { values: values(name) },
      ifMatch: form.version,
    })
    const sent = await call(`${COUNTY}.reporter`, submitSubmission, { params, ifMatch: saved.version })
    const passed = await call(`${COUNTY}.reviewer`, verifySubmission, { params, body: {}, ifMatch: sent.version })
    if (until === 'city') await call('9901.reviewer', acceptSubmission, { params, body: {}, ifMatch: passed.version })
  }
}

const found = { cycleId: '', runId: '', provincial: '', provincialName: `省级乡镇考评${mark}` }
const schemeName = `2026年乡镇（街道）考评方案${mark}`

test('last year’s scheme is copied in one step, published, and a cycle of three townships is opened', async () => {
  const { page, ...desk } = await at(`${COUNTY}.admin`)
  await desk.goTo('/schemes')
  await page.getByRole('link', { name: '2025年乡镇（街道）平安建设考评方案' }).click()
  await desk.press('复制为新版本')
  await page.getByRole('dialog').getByLabel('新版本名称').fill(schemeName)
  await page.getByRole('dialog').getByLabel('年度').fill('2026')
  await desk.confirm()
  await page.getByText('草稿').first().waitFor()
  await desk.press('发布')
  await page.getByRole('dialog').getByRole('radio', { name: '施行' }).check()
  await desk.confirm()
  await page.getByText('施行', { exact: true }).first().waitFor()

  await desk.openUntil('/cycles/new', () =>
    page.getByLabel('考评方案').selectOption({ label: `${schemeName}（施行）` }, { timeout: LAG_MS }),
  )
  await page.getByLabel('周期名称').fill(`2026年度乡镇考评${mark}`)
  await desk.setDay('填报截止日', '2027-01-10')
  for (const name of TOWNSHIPS) await page.getByLabel(`选中${name}`).check()
  await desk.press('设为全部乡镇')
  await page.getByText('参加考评3个').waitFor()
  await desk.picture('county-commission-plan')
  await desk.press('建立周期')
  await page.waitForURL(/\/cycles\/990110\./)
  found.cycleId = lastPart(page.url())
  await desk.press('开放填报')
  await desk.confirm()
  await page.getByText('填报中').first().waitFor()
})

test('the county enters its own figures, scores, shows and publishes the table to itself', async () => {
  await fillAll(
    found.cycleId,
    (name) => [reported('PC', '50'), reported('HJ', name === '云坞镇' ? '40' : '50')],
    'county',
  )
  const { page, ...desk } = await at(`${COUNTY}.admin`)
  await desk.goTo(`/cycles/${found.cycleId}/commission-values`)
  const grid = page.getByRole('grid', { name: '考评方录入的数据' })
  for (const name of TOWNSHIPS) {
    await grid.getByRole('row').filter({ hasText: name }).locator('[data-testid^="cell-"]').first().click()
    await page.keyboard.type(name === '石渡镇' ? '88' : '97')
    await page.keyboard.press('Enter')
  }
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('已保存').first().waitFor()

  await desk.openUntil(`/cycles/${found.cycleId}`, (shown) =>
    shown.getByText('3／3已审定').waitFor({ timeout: LAG_MS }),
  )
  await desk.press('计分')
  await desk.confirm('计分')
  await page.waitForURL(/\/runs\/990110\./)
  found.runId = lastPart(page.url())
  await desk.press('开放预览')
  await desk.setDay('更正申诉截止日', addDays(today, 5))
  await desk.confirm()
  await page.getByText('预览中').first().waitFor()
  await desk.press('公布排名')
  await page.getByRole('dialog').getByLabel('提前公布的理由').fill('各乡镇已书面确认无异议')
  await desk.confirm()
  await page.getByText('已公布').first().waitFor()

  const reporter = await at(`${COUNTY}.reporter`)
  await reporter.openUntil(`/cycles/${found.cycleId}/league-table`, (shown) =>
    shown.getByRole('button', { name: '打开云坞镇得分明细' }).waitFor({ timeout: LAG_MS }),
  )
  await reporter.picture('county-commission-table')
  await reporter.page.getByRole('button', { name: '打开云坞镇得分明细' }).click()
  await reporter.page.getByTestId('score-B1').getByRole('button').first().click()
  const receipt = reporter.page.getByRole('article', { name: /矛盾纠纷化解率/ })
  await receipt.waitFor()
  expect(await receipt.textContent()).toContain('80')
  await reporter.picture('county-commission-receipt')
})

test('nobody outside the county finds the cycle in a list', async () => {
  for (const userName of ['province.admin', '9901.reviewer']) {
    const { page, ...desk } = await at(userName)
    await desk.goTo('/cycles')
    await page.getByRole('link', { name: '2025年度县级平安建设考评' }).first().waitFor()
    expect(await page.getByRole('link', { name: `2026年度乡镇考评${mark}` }).count(), userName).toBe(0)
  }
})

test('the province assesses the townships itself and adds their figures up to the county, which fills none of them', async () => {
  const admin = 'province.admin'
  const example = Scheme.parse(
    JSON.parse(await readFile(inProject('contracts/examples/townshipDeductions.scheme.json'), 'utf8')),
  )
  const publish = async (scheme: Scheme): Promise<string> => {
    const drafted = await call(admin, draftScheme, { body: { scheme } })
    const params = { schemeId: drafted.id }
    await call(admin, publishScheme, { params, body: { as: 'in-force' }, ifMatch: drafted.version })
    return drafted.id
  }
  const schemeId = await publish({ ...example, name: `省级乡镇方案${mark}` })
  const upperName = `县级汇总方案${mark}`
  await publish({ ...example, name: upperName, subjectKind: 'county' })
  const { candidates } = await call(admin, listCandidates, { query: { subjectKind: 'township' } })
  const chosen = candidates.filter(({ county, name }) => county === COUNTY && TOWNSHIPS.includes(name))
  const lower = await call(admin, planCycle, {
    body: {
      name: found.provincialName,
      year: 2026,
      schemeId,
      dataFrom: '2026-01-01',
      dataTo: '2026-12-31',
      dueOn: '2027-01-10',
      subjects: chosen.map(({ code }) => ({ code, group: 'ALL' })),
    },
  })
  await call(admin, openCycle, { params: { cycleId: lower.id }, ifMatch: lower.version })
  await fillAll(lower.id, () => [reported('PC', '50'), reported('HJ', '45')], 'city')
  const scored = await call(admin, runScores, { params: { cycleId: lower.id }, body: {} })
  await scoresAreThere(() => call(admin, getScoring, { params: { cycleId: lower.id } }), scored.id)
  const shown = await call(admin, previewRun, {
    params: { runId: scored.id },
    body: { appealsUntil: today },
    ifMatch: scored.version,
  })
  const body = { earlyReason: '各乡镇均无异议' }
  await call(admin, publishRun, { params: { runId: scored.id }, body, ifMatch: shown.version })

  const { page, ...desk } = await at(admin)
  await desk.openUntil('/cycles/new', () =>
    page.getByLabel('考评方案').selectOption({ label: `${upperName}（施行）` }, { timeout: LAG_MS }),
  )
  await page.getByLabel('周期名称').fill(`县级汇总${mark}`)
  await page.getByLabel('汇总下级数据').selectOption({ label: `${found.provincialName}（已公布）` })
  await desk.setDay('填报截止日', '2027-01-20')
  await page.getByLabel('选中榆陂县').check()
  await desk.press('设为全部乡镇')
  await desk.press('建立周期')
  await page.waitForURL(/\/cycles\/99\./)
  const upper = lastPart(page.url())
  await page.getByText('5项数据汇总自').waitFor()
  await desk.press('开放填报')
  await desk.confirm()
  await page.getByText('填报中').first().waitFor()
  await desk.picture('rolled-up-cycle')
  await fillAll(upper, () => [], 'city')
  const values = [reported('AQG', '96')]
  await call(admin, enterCommissionValues, {
    params: { cycleId: upper, subject: COUNTY },
    body: { values },
    ifMatch: 0,
  })
  const run = await call(admin, runScores, { params: { cycleId: upper }, body: {} })
  await scoresAreThere(() => call(admin, getScoring, { params: { cycleId: upper } }), run.id)
  const part = await call(admin, getRunArchivePart, { params: { runId: run.id, subject: COUNTY } })
  expect(part.values.filter(({ item }) => item !== 'AQG')).toEqual([
    { subject: COUNTY, item: 'PC', period: '2026', status: 'reported', value: '150' },
    { subject: COUNTY, item: 'HJ', period: '2026', status: 'reported', value: '135' },
  ])
})
