import { readStackFacts, type StackFacts } from '@anjie/local/stackFacts'
import { source as checker } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './desk.ts'

let facts: StackFacts
let browser: Browser

beforeAll(async () => {
  facts = await readStackFacts('test')
  browser = await openBrowser(facts)
})
afterAll(() => browser?.close())

/** WCAG A and AA faults that the checker calls serious or critical, with the element of each. */
async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(checker)
  // The checker is in the page by now; the expression is text because it runs there and not here.
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then((result) => result.violations
      .filter((fault) => fault.impact === 'serious' || fault.impact === 'critical')
      .map((fault) => fault.id + ': ' + fault.nodes.map((node) => node.target.join(' ')).join(', ')))`,
  )
  if (!Array.isArray(found)) throw new Error('the checker gave no list')
  return found.map(String)
}

test.each(['/', '/titles', '/notices', '/certificates', '/methods', '/open-data', '/about'])(
  'the public page %s has no serious accessibility fault on a narrow screen',
  async (path) => {
    // The site forbids every script by its policy; the checker is let in for this test only.
    const context = await browser.newContext({
      viewport: { width: 375, height: 900 },
      locale: 'zh-CN',
      bypassCSP: true,
    })
    const page = await context.newPage()
    await page.goto(`${facts.publicOrigin}${path}`)
    expect(await seriousFaults(page)).toEqual([])
    await context.close()
  },
)

test.each([
  [
    'province.admin',
    [
      ['/', '首页'],
      ['/schemes', '考评方案'],
      ['/cycles', '考评周期'],
      ['/cycles/new', '建立考评周期'],
      ['/divisions', '行政区划沿革'],
      ['/rounds', '申报轮次'],
      ['/batches', '拟命名批次'],
      ['/titles', '称号与证书'],
    ],
  ],
  [
    '990110.admin',
    [
      ['/cycles/new', '建立考评周期'],
      ['/league-tables', '排名与得分'],
      ['/units', '基层单位'],
    ],
  ],
] as const)('the console pages that %s works with have no serious accessibility fault', async (userName, pages) => {
  const { page, ...desk } = await signIn(browser, facts, userName)
  const faults: string[] = []
  for (const [path, heading] of pages) {
    await desk.goTo(path)
    await page.getByRole('heading', { name: heading }).first().waitFor()
    await expect.poll(() => page.getByText('正在读取').count()).toBe(0)
    faults.push(...(await seriousFaults(page)).map((fault) => `${path} ${fault}`))
  }
  expect(faults).toEqual([])
  await page.context().close()
})
