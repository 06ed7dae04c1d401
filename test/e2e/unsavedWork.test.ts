import { readStackFacts, type StackFacts } from '@anjie/local/stackFacts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, openBrowser, signIn } from './desk.ts'

/** What somebody has typed and not saved, when the session ends under it. */
let facts: StackFacts
let browser: Browser
let desk: Desk
let form: string

beforeAll(async () => {
  facts = await readStackFacts('test')
  browser = await openBrowser(facts)
  desk = await signIn(browser, facts, '990110.reporter')
  await desk.goTo('/submissions')
  const open = desk.page.getByRole('row').filter({ hasText: '填报中' }).getByRole('link').first()
  form = (await open.getAttribute('href')) ?? ''
  expect(form).toMatch(/^\/submissions\//)
})
afterAll(async () => {
  await browser?.close()
})

/** From now on the gateway refuses the token that the page has, as when it ran out; a newer one it lets in. */
async function endSession(page: Page): Promise<void> {
  const refused = new Set<string>()
  let ended = false
  await page.unrouteAll()
  await page.route('**/v1/**', async (route) => {
    const token = (await route.request().headerValue('authorization')) ?? ''
    if (!ended) refused.add(token)
    ended = true
    if (refused.has(token)) await route.fulfill({ status: 401, json: { message: 'Unauthorized' } })
    else await route.continue()
  })
}

async function signInBeside(page: Page): Promise<void> {
  const opened = page.waitForEvent('popup')
  await page.getByRole('dialog', { name: '登录已失效' }).getByRole('button', { name: '重新登录' }).click()
  const beside = await opened
  const closed = beside.waitForEvent('close')
  await signInOn(beside)
  await closed
}

/** On the provider's page, unless it still knows the person and sends them back at once. */
async function signInOn(page: Page): Promise<void> {
  const name = page.locator('input[name=username]')
  await name.waitFor({ timeout: 10_000 }).catch(() => undefined)
  if (page.isClosed() || !(await name.isVisible().catch(() => false))) return
  await name.fill('990110.reporter')
  await page.locator('input[name=password]').fill('Anjie-demo-2026')
  await page.locator('[type=submit]').first().click()
}

const firstCell = (page: Page) => page.locator('[data-testid^="cell-"]').first()
const figureOf = (page: Page) => firstCell(page).textContent()

async function fillFirst(page: Page, text: string): Promise<void> {
  await firstCell(page).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

describe('a session that is lost over unsaved cells', () => {
  test('is mended over the form: signed in beside it, what was typed is there and what was pressed is done', async () => {
    const { page } = desk
    await desk.goTo(form)
    await fillFirst(page, '41')
    await endSession(page)
    await desk.press('保存')
    await page.getByRole('dialog', { name: '登录已失效' }).waitFor()
    await desk.picture('lost-session')
    await signInBeside(page)
    await page.getByText('已保存').first().waitFor()
    await page.reload()
    await expect.poll(() => figureOf(page)).toBe('41')
  })

  test('and put off leaves a page that lives: it can be read and typed on, and the next press asks again', async () => {
    const { page } = desk
    await desk.goTo(form)
    await fillFirst(page, '42')
    await endSession(page)
    await desk.press('保存')
    await page.getByRole('button', { name: '稍后登录' }).click()
    await page.getByText('登录已失效，本页内容还在').waitFor()
    expect(await figureOf(page)).toBe('42')
    await fillFirst(page, '43')
    await desk.press('保存')
    await signInBeside(page)
    await page.getByText('已保存').first().waitFor()
    expect(await figureOf(page)).toBe('43')
  })

  test('where the window is closed unused: by way of the sign-in page, and the draft is offered to the same person', async () => {
    const { page } = desk
    await desk.goTo(form)
    await fillFirst(page, '44')
    await endSession(page)
    await desk.press('保存')
    const opened = page.waitForEvent('popup')
    await page.getByRole('dialog', { name: '登录已失效' }).getByRole('button', { name: '重新登录' }).click()
    await (await opened).close()
    await page.unrouteAll()
    await page.getByRole('button', { name: '转到登录页' }).click()
    await page.waitForURL((address) => !address.pathname.startsWith('/submissions'))
    await signInOn(page)
    await page.getByRole('button', { name: '恢复填写内容' }).click()
    await expect.poll(() => figureOf(page)).toBe('44')
    await desk.press('保存')
    await page.getByText('已保存').first().waitFor()
    await page.reload()
    await expect.poll(() => figureOf(page)).toBe('44')
    expect(await page.getByRole('button', { name: '恢复填写内容' }).count()).toBe(0)
  })
})

test('a saved cell costs two calls: the save, and the form read once again', async () => {
  const { page } = desk
  await page.clock.install()
  await desk.goTo(form)
  await fillFirst(page, '45')
  const calls: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/v1/')) calls.push(`${request.method()} ${new URL(request.url()).pathname}`)
  })
  await desk.press('保存')
  await page.getByText('已保存').first().waitFor()
  // Long after the lists have followed.
  await page.clock.fastForward(10_000)
  expect(calls).toHaveLength(2)
})

test('nothing on the desk failed meanwhile', () => {
  expect(desk.faults).toEqual([])
})
