import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readStackFacts } from '@anjie/local/stackFacts'
import { source as checker } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openBrowser } from './desk.ts'

const web = fileURLToPath(new URL('../../packages/web/', import.meta.url))
const built = mkdtempSync(`${tmpdir()}/anjie-parts-`)
const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

let browser: Browser
let server: Server
let page: Page
let origin: string

beforeAll(async () => {
  const { status, stderr } = spawnSync(
    `${web}node_modules/.bin/vite`,
    ['build', `${web}workbench`, '--config', `${web}vite.config.ts`, '--outDir', built, '--emptyOutDir'],
    { encoding: 'utf8' },
  )
  expect(status, stderr).toBe(0)
  server = createServer((request, response) => {
    const asked = join(built, new URL(request.url ?? '/', 'http://parts').pathname)
    const file = existsSync(asked) && statSync(asked).isFile() ? asked : join(built, 'index.html')
    response.setHeader('content-type', KINDS[extname(file)] ?? 'application/octet-stream')
    response.end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, () => resolve()))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  origin = `http://localhost:${address.port}`
  browser = await openBrowser(await readStackFacts('test'))
})
afterAll(async () => {
  await browser?.close()
  server?.close()
  rmSync(built, { recursive: true })
})

beforeEach(async () => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  context.setDefaultTimeout(20_000)
  page = await context.newPage()
  await page.goto(`${origin}/`)
  await page.getByRole('grid').waitFor()
  return () => context.close()
})

const copied = () => page.evaluate(() => navigator.clipboard.readText())
const putOnClipboard = (text: string) => page.evaluate((given) => navigator.clipboard.writeText(given), text)
const cellOf = (row: string, column: number) =>
  page.locator('tbody tr').filter({ hasText: row }).locator('td, th').nth(column)
const said = () => page.locator('.data-table-said')

test('of 3,000 rows those on the screen are drawn, and the last one is a key away', async () => {
  expect(await page.locator('tbody tr').count()).toBeLessThan(80)
  await cellOf('第3000村', 1).click()
  await page.keyboard.press('Control+End')
  await page.getByRole('link', { name: '第1村', exact: true }).waitFor()
  expect(await page.locator('tbody tr').count()).toBeLessThan(80)
})

test('a block that is picked by keys is copied as cells of a spreadsheet', async () => {
  await cellOf('第3000村', 1).click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+c')
  await said().getByText('已复制2行2列').waitFor()
  expect(await copied()).toBe('000000\t0.00\r\n000001\t79.19')
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    return item?.types.includes('text/html') === true ? (await item.getType('text/html')).text() : ''
  })
  expect(html).toContain('<table>')
  expect(html).toContain('000001')
})

test('a pasted block lands cell by cell; a refused cell is marked with its reason, the rest is kept', async () => {
  await putOnClipboard('7\t8\r\n坏\t9\r\n3\t4')
  await cellOf('第3000村', 3).click()
  await page.keyboard.press('Control+v')
  await said().getByText('粘贴写入3格；3格没有写入').waitFor()
  await expect.poll(() => cellOf('第3000村', 3).innerText()).toMatch(/^7/)
  await expect.poll(() => cellOf('第2999村', 4).innerText()).toMatch(/^9/)
  const refused = cellOf('第2999村', 3)
  expect(await refused.getAttribute('aria-invalid')).toBe('true')
  expect(await refused.getAttribute('title')).toContain('要填不小于零的数')
  // The third row is locked as a whole.
  expect(await cellOf('第2998村', 3).getAttribute('title')).toContain('已经报送')
})

test('typing replaces a cell, Escape takes it back, and Ctrl+Z undoes what was entered', async () => {
  const cell = cellOf('第3000村', 3)
  const before = (await cell.innerText()).trim()
  await cell.click()
  await page.keyboard.type('55')
  await page.keyboard.press('Escape')
  expect((await cell.innerText()).trim()).toBe(before)
  await page.keyboard.type('66')
  await page.keyboard.press('Enter')
  await expect.poll(() => cell.innerText()).toMatch(/^66/)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await cell.innerText()).trim()).toBe(before)
})

test('Back leads to the table as it was: sorted, narrowed and at its place', async () => {
  await page.getByRole('searchbox').fill('99')
  await page.getByRole('button', { name: /^指标1（/ }).click()
  await page.locator('th[aria-sort="ascending"]').waitFor()
  const first = await page.locator('tbody th a').first().innerText()
  await page.locator('tbody th a').first().click()
  await page.getByText('另一页').waitFor()
  await page.goBack()
  await page.locator('th[aria-sort="ascending"]').waitFor()
  expect(await page.getByRole('searchbox').inputValue()).toBe('99')
  expect(await page.locator('tbody th a').first().innerText()).toBe(first)
})

test('on paper all rows stand', async () => {
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  expect(await page.locator('tbody tr').count()).toBe(3000)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect.poll(() => page.locator('tbody tr').count()).toBeLessThan(80)
})

test('a picker is a combobox by key: initials narrow, the arrow and Enter pick, Escape keeps what was chosen', async () => {
  await page.goto(`${origin}/fields`)
  const picker = page.getByRole('combobox', { name: '申报单位' })
  await picker.click()
  expect(await picker.getAttribute('aria-expanded')).toBe('true')
  await picker.fill('st')
  const options = page.getByRole('listbox', { name: '申报单位' }).getByRole('option')
  await expect.poll(() => options.count()).toBe(2)
  await page.keyboard.press('ArrowDown')
  expect(await picker.getAttribute('aria-activedescendant')).toBe(await options.nth(1).getAttribute('id'))
  await page.keyboard.press('Enter')
  await expect.poll(() => picker.inputValue()).toBe('霜台晨光村')
  expect(await picker.getAttribute('aria-expanded')).toBe('false')
  await picker.fill('没有')
  await page.getByText('没有找到').first().waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => picker.inputValue()).toBe('霜台晨光村')
})

test('a date field takes a day as officials write it and says what it cannot read', async () => {
  await page.goto(`${origin}/fields`)
  const field = page.getByLabel('生效日期')
  await field.fill('二〇二六年三月一日')
  await field.blur()
  expect(await field.inputValue()).toBe('2026年3月1日')
  await field.fill('2026.2.30')
  await field.blur()
  await page.getByText('没有2026.2.30这一天').waitFor()
  expect(await field.getAttribute('aria-invalid')).toBe('true')
})

test("the server's refusal stands at its field under the field's label, and the list of faults leads there", async () => {
  await page.goto(`${origin}/fields`)
  await page.getByRole('button', { name: '办理', exact: true }).click()
  await page.getByRole('alert').getByRole('button', { name: '批准文号' }).click()
  const field = page.getByLabel('批准文号')
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await field.getAttribute('aria-invalid')).toBe('true')
})

test.each(['/', '/fields'])('%s has no serious accessibility fault', async (path) => {
  await page.goto(`${origin}${path}`)
  await page.locator('main > *').first().waitFor()
  await page.evaluate(checker)
  const found = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then((result) => result.violations
      .filter((fault) => fault.impact === 'serious' || fault.impact === 'critical')
      .map((fault) => fault.id + ': ' + fault.nodes.map((node) => node.target.join(' ')).join(', ')))`,
  )
  expect(found).toEqual([])
})
