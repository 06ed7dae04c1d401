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
/** The last of 21. */
const STATUS_COLUMN = 20
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

test('choices stand in the active cell alone; every other one is text and as fast as any', async () => {
  const cell = cellOf('第2999村', STATUS_COLUMN)
  await cell.click()
  expect(await page.locator('tbody select').count()).toBe(1)
  await cell.locator('select').selectOption('未报')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => cell.innerText()).toBe('未报')
  await page.keyboard.type('不适用')
  await page.keyboard.press('Enter')
  await expect.poll(() => cellOf('第2998村', STATUS_COLUMN).innerText()).toBe('不适用')
  await page.keyboard.type('也许')
  await page.keyboard.press('Enter')
  expect(await cellOf('第2997村', STATUS_COLUMN).getAttribute('title')).toContain('只能填数值、未报或不适用')
})

test('the name stays in sight to the right, the heading and the totals to the end', async () => {
  const room = page.locator('.data-table-room')
  const at = (selector: string) => room.locator(selector).first().boundingBox()
  const frame = await room.boundingBox()
  const head = await at('thead th')
  await room.evaluate((element) => element.scrollTo({ top: 40_000, left: 4_000 }))
  await expect.poll(async () => (await at('tbody tr:not(.gap) th'))?.x).toBe(head?.x)
  expect((await at('thead th'))?.y).toBe(head?.y)
  const foot = await at('tfoot td')
  expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0) + 1)
  expect(await room.locator('tfoot td').nth(2).innerText()).toBe('3000行')
})

/** Work of the page's own thread up to now, in milliseconds: what others do on the machine is not in it. */
async function workMeter(): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' })
  await session.send('Performance.enable')
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
}
const painted = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))

test('3,000 rows of 21 columns are sorted, take 1,000 pasted cells and are scrolled without a stutter', async () => {
  const soFar = await workMeter()
  const work = async (act: () => Promise<unknown>): Promise<number> => {
    const before = await soFar()
    await act()
    await painted()
    return Math.round(((await soFar()) - before) * 10) / 10
  }
  const median = (all: readonly number[], part = 0.5): number =>
    all.toSorted((a, b) => a - b)[Math.floor(all.length * part)] ?? 0
  const sorts: number[] = []
  for (const [column, direction] of [
    ['指标3', 'ascending'],
    ['指标3', 'descending'],
    ['指标4', 'ascending'],
  ] as const)
    sorts.push(
      await work(async () => {
        await page.getByRole('button', { name: new RegExp(`^${column}（`) }).click()
        await page.locator(`th[aria-sort="${direction}"]`).waitFor()
      }),
    )
  const lines = Array.from({ length: 100 }, (_, row) => Array.from({ length: 10 }, (__, at) => row + at).join('\t'))
  await putOnClipboard(lines.join('\r\n'))
  const room = page.locator('.data-table-room')
  await room.evaluate((element) => element.scrollTo({ top: 0, left: 0 }))
  await page.locator('tbody tr:not(.gap)').first().locator('td').nth(2).click()
  const paste = await work(async () => {
    await page.keyboard.press('Control+v')
    await said().getByText('粘贴写入').waitFor()
  })
  const steps: number[] = []
  for (let step = 1; step <= 100; step += 1)
    steps.push(await work(() => room.evaluate((element, top) => element.scrollTo({ top }), step * 540)))
  const figures = {
    sort: median(sorts),
    paste,
    scrollP50: median(steps),
    scrollP95: median(steps, 0.95),
  }
  console.info(`3,000 × 21, milliseconds of work: ${JSON.stringify(figures)}`)
  // On two idle cores: sort 110, paste 95, scroll 40 and 75. A machine that does ten things beside takes up to ten times as long, so only
  // what grows with all rows is caught here; the figures are printed for whoever compares.
  expect(figures.sort).toBeLessThan(4000)
  expect(figures.paste).toBeLessThan(3000)
  expect(figures.scrollP50).toBeLessThan(500)
})

test('a file says how far it is, is called off, sent again when it did not arrive, and asks before it is left', async () => {
  let store: 'holds' | 'fails' | 'takes' = 'holds'
  let letGo = () => {}
  await page.route('**/store', async (route) => {
    if (store === 'holds') await new Promise<void>((resolve) => (letGo = resolve))
    if (store === 'takes') await route.fulfill({ status: 204 })
    else await route.abort().catch(() => undefined)
  })
  await page.goto(`${origin}/states?state=upload`)
  const file = { name: '台账.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(200_000, 32) }
  await page.getByTestId('upload').setInputFiles(file)
  await page.getByText(/台账\.pdf (已上传\d+%|正在核对)/).waitFor()
  await page.getByRole('link', { name: '部件' }).waitFor()
  const leaving = page.waitForEvent('dialog')
  await page.evaluate(() => window.setTimeout(() => window.location.reload()))
  await (await leaving).dismiss()
  await page.getByRole('button', { name: '取消上传' }).click()
  letGo()
  await page.getByText('已取消，可以重新上传').waitFor()
  store = 'fails'
  await page.getByRole('button', { name: '重新上传' }).click()
  await page.getByText('文件没有送到，请重新上传').waitFor()
  store = 'takes'
  await page.getByRole('button', { name: '重新上传' }).click()
  await page.getByRole('list', { name: '已传' }).getByText('台账.pdf').waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('a decision is made beside its material, says what it lacks, and takes phrases by key, also those that a person kept', async () => {
  await page.goto(`${origin}/states?state=beside`)
  const dialog = page.getByRole('dialog', { name: '退回申报' })
  await dialog.getByText('还缺：理由').waitFor()
  const [material, sheet] = [await page.getByText('本村三年来无刑事案件').boundingBox(), await dialog.boundingBox()]
  expect((material?.x ?? 0) + (material?.width ?? 0)).toBeLessThanOrEqual(sheet?.x ?? 0)
  const reason = dialog.getByLabel('理由')
  await reason.press('Alt+1')
  expect(await reason.inputValue()).toBe('佐证材料不全，请补充后重新报送。')
  await reason.fill('请补充派出所证明。')
  await dialog.getByRole('button', { name: '存为常用语' }).click()
  await page.reload()
  await reason.press('Alt+4')
  expect(await reason.inputValue()).toBe('请补充派出所证明。')
  await dialog.getByRole('button', { name: '删去常用语“请补充派出所证明。”' }).click()
  await page.reload()
  expect(await page.getByText('请补充派出所证明。').count()).toBe(0)
})

test.each(['trend', 'distribution', 'heat', 'tiles'])(
  'the %s picture is named, has its figures as a table, and both to take away',
  async (state) => {
    await page.goto(`${origin}/states?state=${state}`)
    const picture = page.getByTestId('chart').getByRole('img')
    await picture.waitFor()
    const name = await picture.evaluate(
      (svg) => document.getElementById(svg.getAttribute('aria-labelledby') ?? '')?.textContent,
    )
    expect(name).not.toBe('')
    const ask = page.getByTestId('chart').getByRole('button', { name: '表', exact: true })
    if ((await ask.count()) > 0) {
      const [data] = [page.waitForEvent('download'), await page.getByRole('button', { name: '下载数据' }).click()]
      expect((await data).suggestedFilename()).toBe(`${name}.csv`)
      const png = page.waitForEvent('download')
      await page.getByRole('button', { name: '下载图片' }).click()
      expect((await png).suggestedFilename()).toBe(`${name}.png`)
      await ask.click()
    }
    expect(await page.getByTestId('chart').getByRole('row').count()).toBeGreaterThan(1)
  },
)

const STATES = ['loading', 'empty', 'refused', 'error', 'gone', 'dialog', 'beside', 'sheet', 'question', 'upload']
const PICTURES = ['trend', 'distribution', 'heat', 'tiles']

test.each(['/', '/fields', ...[...STATES, ...PICTURES].map((state) => `/states?state=${state}`)])(
  '%s has no serious accessibility fault',
  async (path) => {
    await page.goto(`${origin}${path}`)
    await page.locator('main > *, dialog').first().waitFor()
    // A question stands over the page that asked it.
    if (path.endsWith('question')) await page.getByRole('button', { name: '离开' }).click()
    await page.evaluate(checker)
    const found = await page.evaluate(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then((result) => result.violations
      .filter((fault) => fault.impact === 'serious' || fault.impact === 'critical')
      .map((fault) => fault.id + ': ' + fault.nodes.map((node) => node.target.join(' ')).join(', ')))`,
    )
    expect(found).toEqual([])
  },
)
