import { readStackFacts, type StackFacts } from '@anjie/local/stackFacts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './desk.ts'

/** How many different questions a page asks when it is opened. None may ask more than stands here; whoever saves one lowers it. */
let facts: StackFacts
let browser: Browser
beforeAll(async () => {
  facts = await readStackFacts('test')
  browser = await openBrowser(facts)
})
afterAll(async () => {
  await browser?.close()
})

/** Asked by the frame around every page, whichever it is. */
const FRAME = ['/v1/me', '/v1/calendar', '/v1/messages/count']

async function questionsOf(page: Page, open: () => Promise<unknown>): Promise<readonly string[]> {
  const asked = new Set<string>()
  const note = (request: { url: () => string }) => {
    const { pathname, search } = new URL(request.url())
    if (pathname.startsWith('/v1/') && !FRAME.includes(pathname)) asked.add(`${pathname}${search}`)
  }
  page.on('request', note)
  await open()
  await page.locator('main h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  page.off('request', note)
  return [...asked]
}

/** First record of this kind that a list leads to; `of`: whose row says so, where other tests make records that do not answer. */
async function firstIn(page: Page, list: string, pattern: RegExp, of = ''): Promise<string> {
  await page.goto(`${facts.consoleOrigin}${list}`)
  await page.locator('main h1').first().waitFor()
  const rows = page.locator('main tr').filter({ has: page.locator('a[href]'), hasText: of })
  await rows.first().waitFor()
  const links = await rows.locator('a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  return links.find((link) => pattern.test(link)) ?? expect.fail(`${list} leads to no ${pattern}`)
}

const PAGES: readonly (readonly [
  user: string,
  page: string,
  most: number,
  path: string | readonly [list: string, link: RegExp, below?: string, of?: string],
])[] = [
  ['province.admin', '首页', 1, '/'],
  ['province.admin', '考评方案', 1, '/schemes'],
  // A scheme that was copied asks for the one that it is compared with as well.
  ['province.admin', '一个方案', 2, ['/schemes', /^\/schemes\/[^/]+\.[^/]+$/]],
  ['province.admin', '考评周期', 1, '/cycles'],
  ['province.admin', '一个周期', 3, ['/cycles', /^\/cycles\/[^/]+\.[^/]+$/]],
  ['province.admin', '排名与得分', 1, '/league-tables'],
  ['province.admin', '行政区划', 1, '/divisions'],
  ['990110.reporter', '填报表', 2, ['/submissions', /^\/submissions\/[^/]+\.[^/]+$/]],
  ['9901.reviewer', '填报审核', 2, '/submissions'],
  ['province.admin', '考评方数据', 1, ['/cycles', /^\/cycles\/[^/]+\.[^/]+$/, '/commission-values']],
  // The trend beneath it is asked for when somebody wants to see it.
  ['990110.reporter', '已公布的排名表', 1, ['/league-tables', /^\/cycles\/990110\.[^/]+\/league-table$/]],
  // The year of the demo: in a cycle that the journey publishes this county has no score.
  [
    '990110.reporter',
    '本县得分明细',
    1,
    ['/league-tables', /^\/cycles\/99\.[^/]+\/league-table$/, '/../scorecard', '2025年度县级平安建设考评'],
  ],
]

test.each(PAGES)('%s opens %s with at most %i questions', async (user, _, most, path) => {
  const { page } = await signIn(browser, facts, user)
  const target = typeof path === 'string' ? path : `${await firstIn(page, path[0], path[1], path[3])}${path[2] ?? ''}`
  const asked = await questionsOf(page, () => page.goto(`${facts.consoleOrigin}${target}`))
  expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(most)
  await page.context().close()
})
