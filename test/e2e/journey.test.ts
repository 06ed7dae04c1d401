import { addDays, officialCalendar } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { noticeEndsOn } from '@anjie/domain/notices/noticeWindow'
import { beijingDay } from '@anjie/kernel'
import { callOperation } from '@anjie/local/apiClient'
import { clientOptions } from '@anjie/local/emulator'
import { DEMO_PASSWORD } from '@anjie/local/seed/demoPeople'
import { REPORT_FIGURES } from '@anjie/local/seed/reportFigures'
import { signInForScript } from '@anjie/local/signIn'
import { readStackFacts, type StackFacts } from '@anjie/local/stackFacts'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Desk, fillCell, openBrowser, picture, signIn, visit } from './desk.ts'

/**
 * The main job, once through the deployed system in a real browser: a scheme is built and published, a county reports, its
 * reviewer verifies, the city accepts, the province scores and publishes; a village applies, is put on notice, is named, and
 * the public confirms it. Each step stands on the one before.
 */
const COUNTY = '990110'
const mark = String(1000 + Math.floor(Math.random() * 9000))
const schemeName = `县级平安建设考评方案${mark}`
const cycleName = `2026年度考评${mark}`
const roundName = `2026年度六无平安村${mark}`
const batchName = `2026年度六无平安村第一批${mark}`
/** Lists are projections: they may be so far behind a decision before the page is opened again. */
const LAG_MS = 3_000
const today = PlainDate.parse(beijingDay(new Date().toISOString()))

let facts: StackFacts
let browser: Browser
const desks = new Map<string, Promise<Desk>>()
const tokens = new Map<string, Promise<string>>()
const at = (userName: string): Promise<Desk> => {
  const desk = desks.get(userName) ?? signIn(browser, facts, userName)
  desks.set(userName, desk)
  return desk
}
const tokenOf = (userName: string): Promise<string> => {
  const cognito = new CognitoIdentityProviderClient(clientOptions(facts.endpoint))
  const token = tokens.get(userName) ?? signInForScript(cognito, facts, userName, DEMO_PASSWORD)
  tokens.set(userName, token)
  return token
}

/** Ids that one step learns and a later one needs. */
const found = { cycleId: '', runId: '', applicationId: '', batchId: '', serial: '' }
const lastPart = (address: string): string => decodeURIComponent(new URL(address).pathname.split('/').at(-1) ?? '')

beforeAll(async () => {
  facts = await readStackFacts('test')
  browser = await openBrowser(facts)
})

/** What stood on every desk when a step failed. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const [userName, desk] of desks) await (await desk).picture(`failed-${userName}`)
})

afterAll(async () => {
  const opened = await Promise.allSettled(desks.values())
  const faults = opened.flatMap((desk) => (desk.status === 'fulfilled' ? desk.value.faults : []))
  await browser?.close()
  expect(faults).toEqual([])
})

const STATUS_WORDS = { missing: '未报', 'not-applicable': '不适用', invalid: '无效' } as const

test('a province administrator builds a scheme from a real list, sees each rule as its clause, tries it, and publishes it', async () => {
  const { page, ...desk } = await at('province.admin')
  await desk.goTo('/schemes/new')
  await page.getByRole('button', { name: /选用 安和省2026年/ }).click()
  await page.getByRole('treeitem', { name: /群众安全感/ }).click()
  await expect
    .poll(() => page.getByText(/每低1个百分点扣0.25分|每降低1个百分点扣0.25分|每低1/).count())
    .toBeGreaterThan(0)
  await desk.picture('scheme-editor')
  await page
    .getByRole('treeitem', { name: /基本信息/ })
    .or(page.getByRole('button', { name: '基本信息' }))
    .first()
    .click()
  await page.getByLabel('名称', { exact: true }).first().fill(schemeName)
  await desk.press('保存')
  await page.waitForURL(/\/schemes\/99\./)
  await desk.press('发布')
  await page.getByRole('dialog').getByRole('radio', { name: '施行' }).check()
  await desk.confirm()
  await page.getByText('施行', { exact: true }).first().waitFor()
})

test('it opens a cycle for the counties of two cities in three groups', async () => {
  const { page, ...desk } = await at('province.admin')
  await desk.openUntil('/cycles/new', () =>
    page.getByLabel('考评方案').selectOption({ label: `${schemeName}（施行）` }, { timeout: LAG_MS }),
  )
  await page.getByLabel('周期名称').fill(cycleName)
  await desk.setDay('填报截止日', '2027-01-15')
  for (const city of ['岚岭市', '霁陂市']) {
    await page.getByRole('combobox', { name: '市（州）', exact: true }).selectOption(city)
    await page.getByLabel('选中所列').check()
    await desk.press('依次分到各组')
  }
  await page.getByText('参加考评26个').waitFor()
  await desk.press('建立周期')
  await page.waitForURL(/\/cycles\/99\./)
  found.cycleId = lastPart(page.url())
  await desk.press('开放填报')
  await desk.confirm()
  await page.getByText('填报中').first().waitFor()
})

test('the commission enters what it holds: 88 % safety for one county', async () => {
  const { page, ...desk } = await at('province.admin')
  await desk.goTo(`/cycles/${found.cycleId}/commission-values`)
  const figures = {
    SAFETY_RATE: '８８',
    AWARENESS_RATE: '84',
    AWARENESS_MEAN_BEFORE: '84',
    PARTICIPATION_RATE: '45',
    PARTICIPATION_MEAN_BEFORE: '44.2',
    PROVINCE_RANK: '12',
    PROVINCE_RANK_BEFORE: '18',
  }
  for (const [item, figure] of Object.entries(figures)) await fillCell(page, `cell-${COUNTY}-${item}`, figure)
  await desk.press('保存')
  await page.getByText('已保存').first().waitFor()
  await page.reload()
  await expect.poll(() => page.getByTestId(`cell-${COUNTY}-SAFETY_RATE`).textContent()).toBe('88')
})

test('a county reporter fills the form with a zero, a missing and a not-applicable value and evidence, sees 96.50 % and 495 against 496, and submits', async () => {
  const { page, ...desk } = await at(`${COUNTY}.reporter`)
  await desk.goTo(`/submissions/${COUNTY}.${found.cycleId.split('.')[1]}`)
  for (const value of REPORT_FIGURES) {
    if (value.status === 'reported') await fillCell(page, `cell-${value.item}`, value.value)
    else {
      await page.getByTestId(`status-${value.item}`).click()
      await page.locator('td.active-cell select').selectOption({ label: STATUS_WORDS[value.status] })
      await fillCell(page, `note-${value.item}`, value.note ?? '')
    }
  }
  await page.getByText('96.50').first().waitFor()
  await expect.poll(() => page.getByText(/495/).count()).toBeGreaterThan(0)
  await desk.press('保存')
  await page.getByText('已保存').first().waitFor()

  await page.getByTestId('cell-CENTERS_TOTAL').click()
  const chooser = page.getByTestId('evidence-CENTERS_TOTAL')
  await chooser.setInputFiles({ name: '不是文件.pdf', mimeType: 'text/html', buffer: Buffer.from('<html></html>') })
  await page.getByRole('alert').first().waitFor()
  await chooser.setInputFiles({
    name: '综治中心台账 (1)+终稿 100%.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
  })
  await page.getByText('综治中心台账 (1)+终稿 100%.pdf').first().waitFor()
  await expect.poll(() => page.getByRole('button', { name: /综治中心总数 佐证材料1份/ }).count()).toBeGreaterThan(0)
  await desk.picture('entry-form')
  await desk.press('提交')
  await desk.confirm('提交')
  await page.getByText('待县级审核').first().waitFor()
})

test('another person at the county returns it with a reason; after it comes back, verifies it; who filled it may not', async () => {
  const reporter = await at(`${COUNTY}.reporter`)
  const { page, ...desk } = await at(`${COUNTY}.reviewer`)
  const address = `/submissions/${COUNTY}.${found.cycleId.split('.')[1]}`
  await desk.goTo(address)
  await desk.press('退回')
  await page.getByRole('dialog').getByLabel(/理由/).fill('请补充综治中心分类说明')
  await desk.confirm()
  await page.getByText('填报中').first().waitFor()

  await reporter.goTo(address)
  await reporter.page.getByText('请补充综治中心分类说明').first().waitFor()
  await reporter.press('提交')
  await reporter.confirm('提交')
  await reporter.page.getByText('待县级审核').first().waitFor()
  // Another post's verb is not offered; whose turn it is stands there instead.
  await reporter.page
    .getByText(/轮到.*县级审核人：审核/)
    .first()
    .waitFor()
  expect(await reporter.page.getByRole('button', { name: '审核通过', exact: true }).count()).toBe(0)

  await desk.goTo(address)
  await desk.press('审核通过')
  await desk.confirm()
  await page.getByText('待市级审定').first().waitFor()
  await desk.picture('county-review')
})

test('the city accepts it', async () => {
  const { page, ...desk } = await at('9901.reviewer')
  await desk.goTo(`/submissions/${COUNTY}.${found.cycleId.split('.')[1]}`)
  await desk.press('审定')
  await desk.confirm()
  await page.getByText('市级已审定').first().waitFor()
  await desk.goTo('/')
  await page.getByRole('heading', { name: '待办' }).waitFor()
  await desk.picture('home-city')
})

test('two more counties report the same figures, so that they must share a rank', async () => {
  const {
    getSubmission,
    saveValues,
    submitSubmission,
    verifySubmission,
    acceptSubmission,
    enterCommissionValues,
    getCycle,
  } = OPERATIONS
  const call = async <O extends (typeof OPERATIONS)[keyof typeof OPERATIONS]>(
    user: string,
    operation: O,
    input: Parameters<typeof callOperation<O>>[3],
  ) => callOperation(facts.apiUrl, await tokenOf(user), operation, input)
  const cycle = await call('province.admin', getCycle, { params: { cycleId: found.cycleId } })
  const group = cycle.state.subjects.find(({ code }) => code === COUNTY)?.group
  const peers = cycle.state.subjects.filter((subject) => subject.group === group && subject.code !== COUNTY).slice(0, 2)
  const zero = (item: string): FormValue => ({ item, period: '2026', status: 'reported', value: '0' })
  for (const { code, submissionId } of peers) {
    const percent = (item: string, value: string): FormValue => ({ item, period: '2026', status: 'reported', value })
    await call('province.admin', enterCommissionValues, {
      params: { cycleId: found.cycleId, subject: code },
      ifMatch: 0,
      body: {
        values: [
          percent('SAFETY_RATE', '97'),
          percent('AWARENESS_RATE', '85'),
          percent('AWARENESS_MEAN_BEFORE', '84'),
          percent('PARTICIPATION_RATE', '45'),
          percent('PARTICIPATION_MEAN_BEFORE', '44.2'),
          percent('PROVINCE_RANK', '10'),
          percent('PROVINCE_RANK_BEFORE', '10'),
        ],
      },
    })
    if (submissionId === undefined) throw new Error(`${code} has a form to fill`)
    const params = { submissionId }
    const opened = await call(`${code.toLowerCase()}.reporter`, getSubmission, { params })
    const saved = await call(`${code.toLowerCase()}.reporter`, saveValues, {
      params,
      ifMatch: opened.version,
      body: {
        values: opened.items
          .map(({ code: item }) => zero(item))
          .filter(({ item }) => REPORT_FIGURES.some((one) => one.item === item)),
      },
    })
    const sent = await call(`${code.toLowerCase()}.reporter`, submitSubmission, { params, ifMatch: saved.version })
    const verified = await call(`${code.toLowerCase()}.reviewer`, verifySubmission, {
      params,
      body: {},
      ifMatch: sent.version,
    })
    await call(`${code.slice(0, 4)}.reviewer`, acceptSubmission, { params, body: {}, ifMatch: verified.version })
  }
})

test('the province scores in spite of open forms, with a reason; ties share a rank and every score opens to its receipt', async () => {
  const { page, ...desk } = await at('province.admin')
  await desk.goTo(`/cycles/${found.cycleId}`)
  await desk.press('计分')
  await desk.confirm('计分')
  await page
    .getByRole('dialog')
    .getByLabel(/继续计分的理由/)
    .fill('部分县按计划下月报送，先行试算')
  await desk.confirm('说明理由并计分')
  await page.waitForURL(/\/runs\/99\./)
  found.runId = lastPart(page.url())
  await page.getByTestId(`league-${COUNTY}`).waitFor()
  await expect.poll(() => page.getByText('并列').count()).toBeGreaterThanOrEqual(2)
  await desk.picture('league-table')

  await desk.goTo(`/runs/${found.runId}/scorecards/${COUNTY}`)
  await page.getByTestId('score-WZ-07').getByRole('button').first().click()
  const receipt = page.getByRole('article', { name: /群众安全感/ })
  await receipt.waitFor()
  const text = await receipt.textContent()
  expect(text).toContain('88')
  expect(text).toMatch(/[-−]2\.5/)
  await desk.picture('receipt')
})

test('before publication a county sees its own points only, afterwards the whole table', async () => {
  const county = await at(`${COUNTY}.reviewer`)
  await county.goTo(`/cycles/${found.cycleId}/scorecard`)
  await county.page.getByText('本周期的得分尚未开放预览').first().waitFor()

  const { page, ...desk } = await at('province.admin')
  await desk.goTo(`/runs/${found.runId}`)
  await desk.press('开放预览')
  await desk.setDay('更正申诉截止日', addDays(today, 10))
  await desk.confirm()
  await page.getByText('预览中').first().waitFor()

  await county.openUntil(`/cycles/${found.cycleId}/scorecard`, (page) =>
    page.getByTestId('score-WZ-07').waitFor({ timeout: LAG_MS }),
  )
  expect(await county.page.locator('main').textContent()).toContain('公布后可见')
  await county.picture('own-scorecard')
  await county.goTo(`/cycles/${found.cycleId}/league-table`)
  await county.page
    .getByText(/尚未公布/)
    .first()
    .waitFor()

  await desk.press('公布排名')
  await page.getByRole('dialog').getByLabel('提前公布的理由').fill('各县已书面确认无异议')
  await desk.confirm()
  await page.getByText('已公布').first().waitFor()
  await county.openUntil(`/cycles/${found.cycleId}/league-table`, (page) =>
    page.getByTestId(`league-${COUNTY}`).waitFor({ timeout: LAG_MS }),
  )
})

test('the province opens a round of 六无平安村 with its legal basis and places', async () => {
  const { page, ...desk } = await at('province.admin')
  await desk.goTo('/legal-bases')
  await desk.press('登记批准依据')
  const basis = page.locator('form')
  await basis.getByLabel('荣誉', { exact: true }).selectOption('six-no-village')
  await basis.getByLabel('主办单位', { exact: true }).fill('平安安和建设领导小组')
  await basis.getByLabel('批准文号或目录条目').fill('安和创示〔2026〕3号')
  await basis.getByLabel('批准日期').fill(addDays(today, -200))
  await basis.getByLabel('批准文件').fill('安和创示〔2026〕3号')
  await desk.press('登记')
  await page.getByText('安和创示〔2026〕3号').first().waitFor()
  await desk.goTo('/rounds/new')
  await page.getByLabel('荣誉类型').selectOption('six-no-village')
  await page.getByLabel('年度', { exact: true }).fill('2026')
  await page.getByLabel('轮次名称').fill(roundName)
  for (const [label, day] of [
    ['申报开始日', addDays(today, -1)],
    ['申报截止日', addDays(today, 20)],
  ] as const) {
    await desk.setDay(label, day)
  }
  await page
    .getByLabel('批准依据', { exact: true })
    .selectOption({ label: '平安安和建设领导小组 · 安和创示〔2026〕3号' })
  await page.getByLabel('岚岭市').fill('20')
  await desk.press('开放申报')
  await page.waitForURL(/\/rounds\/99\./)
})

test('the county applies for one village, its reviewer recommends, the city accepts after a visit, the province proposes', async () => {
  const reporter = await at(`${COUNTY}.reporter`)
  await reporter.openUntil('/applications/new', (page) =>
    page.getByLabel('申报轮次').selectOption({ label: roundName }, { timeout: LAG_MS }),
  )
  await reporter.page.getByRole('combobox', { name: '申报单位' }).fill('stcg')
  await reporter.page.getByRole('option', { name: /霜台晨光村/ }).click()
  await reporter.press('开始填写')
  await reporter.page.waitForURL(/\/applications\/990110\./)
  found.applicationId = lastPart(reporter.page.url())
  const met = reporter.page.getByRole('radio', { name: '符合', exact: true })
  await expect.poll(() => met.count()).toBe(6)
  for (const criterion of await met.all()) await criterion.check()
  await reporter.page
    .getByLabel('创建情况说明', { exact: true })
    .fill('本村三年无刑事案件，网格员每日巡查，矛盾纠纷全部就地化解。')
  await reporter.press('保存')
  await reporter.page.getByText('已保存').first().waitFor()
  await reporter.press('提交')
  await reporter.confirm('提交')
  await reporter.page
    .getByText('待县级推荐')
    .or(reporter.page.getByText(/待.*推荐/))
    .first()
    .waitFor()

  const address = `/applications/${found.applicationId}`
  const reviewer = await at(`${COUNTY}.reviewer`)
  await reviewer.goTo(address)
  await reviewer.press('登记部门核实')
  const offices = reviewer.page.getByRole('dialog')
  for (const day of await offices.getByLabel(/核实日期$/).all()) await day.fill(today)
  for (const paper of await offices.getByLabel(/核实依据$/).all()) await paper.fill('联审核查单1号')
  await reviewer.confirm()
  await reviewer.page
    .getByText(/核实无此情况/)
    .first()
    .waitFor()
  await reviewer.press('推荐')
  await reviewer.page.getByRole('dialog').getByLabel(/意见/).fill('情况属实，同意推荐')
  await reviewer.confirm()
  await reviewer.page
    .getByText(/待.*验收/)
    .first()
    .waitFor()

  const city = await at('9901.reviewer')
  await city.goTo(address)
  await city.press('验收')
  const visitDialog = city.page.getByRole('dialog')
  await city.setDay('验收日期', today)
  await visitDialog.getByLabel('验收人员').fill('市平安办验收组')
  await visitDialog.getByLabel('验收结论').fill('实地核查六项均符合')
  await visitDialog.getByLabel(/意见/).fill('验收合格')
  await city.confirm()
  await city.page.getByText('待省级拟命名', { exact: true }).first().waitFor()
  await expect.poll(() => city.page.getByRole('dialog').count()).toBe(0)
  await city.picture('application-case')

  const province = await at('province.reviewer')
  await province.goTo('/batches/new')
  await province.page.getByLabel('申报轮次').selectOption({ label: roundName })
  await province.page.getByLabel('批次名称').fill(batchName)
  await province.press('建立批次')
  await province.page.waitForURL(/\/batches\/99\./)
  found.batchId = lastPart(province.page.url())
  await province.openUntil(address, async (page) => {
    await province.press('列入名单')
    await page.getByRole('dialog').getByLabel('名单批次').selectOption({ label: batchName }, { timeout: LAG_MS })
  })
  await province.page.getByRole('dialog').getByLabel(/意见/).fill('同意列入')
  await province.confirm()
  await province.page.getByText('列入名单').first().waitFor()
  await province.openUntil(`/batches/${found.batchId}`, (page) =>
    page.getByText('霜台晨光村').first().waitFor({ timeout: LAG_MS }),
  )
})

test('the notice runs five working days by the official calendar and only the clock closes it; the public reads it without JavaScript', async () => {
  const { page, ...desk } = await at('province.admin')
  await desk.goTo(`/batches/${found.batchId}`)
  await desk.press('开始公示')
  const dialog = page.getByRole('dialog')
  await desk.setDay('公示开始日', today)
  await dialog.getByLabel(/联系方式/).fill('省平安办 099-12345678')
  const ends = noticeEndsOn(today, 5, officialCalendar)
  if (!ends.ok) {
    // A year whose days off are not announced yet has no working days to count: then the refusal is what must be seen.
    await desk.confirm()
    await page.getByText('缺少该年度的法定节假日安排').first().waitFor()
    return
  }
  await desk.confirm()
  await page.getByText('公示中').first().waitFor()
  expect(await page.getByRole('button', { name: '命名', exact: true }).count()).toBe(0)

  const visitor = await visit(browser, 375)
  await expect
    .poll(
      async () => {
        await visitor.page.goto(`${facts.publicOrigin}/notices/${encodeURIComponent(found.batchId)}`)
        return visitor.page.locator('main').textContent()
      },
      { timeout: 60_000 },
    )
    .toContain('霜台晨光村')
  expect(await visitor.page.locator('main').textContent()).toContain(
    `${Number(ends.value.slice(5, 7))}月${Number(ends.value.slice(8))}日`,
  )
  await picture(visitor.page, 'notice-375')
  await visitor.context.close()

  const lambda = new LambdaClient(clientOptions(facts.endpoint))
  const clockAt = (now: string) =>
    lambda.send(new InvokeCommand({ FunctionName: facts.functions.clock, Payload: JSON.stringify({ now }) }))
  await clockAt(`${ends.value}T15:59:59.000Z`)
  await desk.goTo(`/batches/${found.batchId}`)
  await page.getByText('公示中').first().waitFor()
  await desk.openUntil(`/batches/${found.batchId}`, async () => {
    await clockAt(`${ends.value}T16:00:01.000Z`)
    await page.reload()
    await page.getByText('公示期满').first().waitFor({ timeout: LAG_MS })
  })

  const name = async () => {
    await desk.press('命名')
    await dialog
      .getByLabel('文号')
      .fill(`平安安办〔${ends.value.slice(0, 4)}〕${1 + Math.floor(Math.random() * 900)}号`)
    await desk.setDay('命名日期', addDays(ends.value, 1))
    await desk.confirm()
  }
  // The real day lies before the end of this notice: a naming dated after it is refused, because titles bear that day for ever.
  await name()
  await page
    .getByText(/命名日期不能晚于今天/)
    .first()
    .waitFor()
  await desk.picture('naming-refused')

  // The day after the notice, ten in the morning in Beijing.
  await desk.setClock(`${addDays(ends.value, 1)}T02:00:00.000Z`)
  await desk.goTo(`/batches/${found.batchId}`)
  await name()
  await page
    .getByText(/已命名/)
    .first()
    .waitFor()
  await desk.picture('batch-named')
})

test('the certificate has a number, and the public site lists the village beside the real ones and confirms it', async ({
  skip,
}) => {
  skip(!noticeEndsOn(today, 5, officialCalendar).ok, '本年度节假日安排尚未公布，名单没有公示和命名')
  const county = await at(`${COUNTY}.reporter`)
  const serial = /平安99-WL-\d{4}-\d{4,}-[0-9A-Z]{4}/
  await county.openUntil(`/applications/${found.applicationId}`, (page) =>
    page.getByText(serial).first().waitFor({ timeout: LAG_MS }),
  )
  found.serial = serial.exec((await county.page.locator('main').textContent()) ?? '')?.[0] ?? ''
  expect(found.serial).not.toBe('')
  await county.picture('application-named')

  for (const width of [375, 1440]) {
    const { context, page } = await visit(browser, width)
    await expect
      .poll(
        async () => {
          await page.goto(`${facts.publicOrigin}/titles?q=stcgc`)
          return page.locator('main').textContent()
        },
        // The site keeps what it has read for a minute.
        { timeout: 120_000 },
      )
      .toContain('霜台晨光村')
    await page.goto(`${facts.publicOrigin}/titles`)
    await picture(page, `public-titles-${width}`)
    await page.goto(`${facts.publicOrigin}/certificates/check?serial=${encodeURIComponent(found.serial)}`)
    expect(await page.locator('main').textContent()).toContain('有效')
    await picture(page, `certificate-${width}`)
    await expect
      .poll(
        async () => {
          await page.goto(`${facts.publicOrigin}/notices/${encodeURIComponent(found.batchId)}`)
          return page.locator('main').textContent()
        },
        { timeout: 120_000 },
      )
      .toContain('已命名')
    await picture(page, `notice-after-naming-${width}`)
    await context.close()
  }
}, 400_000)
