import { readStackFacts, type StackFacts } from '@anjie/local/stackFacts'
import { source as checker } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, openBrowser, signIn } from './desk.ts'

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

test.each([
  '/',
  '/titles',
  '/titles?city=9901',
  '/objections',
  '/counts',
  '/notices',
  '/certificates',
  '/methods',
  '/open-data',
  '/about',
])('the public page %s has no serious accessibility fault on a narrow screen', async (path) => {
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
})

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

/** The API as it is, but for what `paths` match. */
const CALLS = '**/v1/**'
type Answering = (page: Page) => Promise<unknown>
const answers =
  (path: RegExp, status: number, json: unknown): Answering =>
  (page) =>
    page.route(CALLS, (route) =>
      path.test(new URL(route.request().url()).pathname) ? route.fulfill({ status, json }) : route.continue(),
    )
const problem = (code: string, title: string) => ({
  type: 'about:blank',
  code,
  title,
  status: 403,
  detail: title,
  advice: '请联系管理员',
  correlationId: '7d1f',
})

/** Each state that a page can be in, by the post that meets it: how it comes about, and what is seen when it is there. */
const STATES: readonly {
  readonly state: string
  readonly userName: string
  readonly path: string
  readonly before?: Answering
  readonly act?: (page: Page) => Promise<unknown>
  readonly shows: (page: Page) => Promise<unknown>
}[] = [
  {
    state: 'loading',
    userName: '9901.reviewer',
    path: '/submissions',
    before: (page) =>
      page.route('**/v1/submissions*', () => {
        // Never answered: the page waits.
      }),
    shows: (page) => page.getByText('正在读取').first().waitFor(),
  },
  {
    state: 'refused',
    userName: '9901.reviewer',
    path: '/submissions',
    before: answers(/\/submissions$/, 403, problem('not-permitted', '没有这项权限')),
    shows: (page) => page.getByRole('alert').first().waitFor(),
  },
  {
    state: 'error',
    userName: '9901.reviewer',
    path: '/cycles',
    before: (page) => page.route('**/v1/cycles*', (route) => route.abort()),
    shows: (page) => page.getByRole('alert').first().waitFor(),
  },
  {
    state: 'empty',
    userName: '990110.reporter',
    path: '/applications',
    before: answers(/\/applications$/, 200, { rows: [] }),
    shows: (page) => page.locator('.data-table-empty').waitFor(),
  },
  {
    state: 'not there',
    userName: '990110.reporter',
    path: '/no-such-page',
    shows: (page) => page.getByRole('heading').first().waitFor(),
  },
  {
    state: 'long list',
    userName: 'province.admin',
    path: '/divisions',
    shows: (page) => page.getByRole('grid', { name: '县（市、区）' }).waitFor(),
  },
  {
    state: 'dialog over the page',
    userName: 'province.admin',
    path: '/divisions',
    act: (page) => page.getByRole('button', { name: '登记区划变更' }).click(),
    shows: (page) => page.getByRole('dialog').waitFor(),
  },
  {
    state: 'dialog refused',
    userName: 'province.admin',
    path: '/posts',
    before: (page) =>
      page.route(CALLS, (route) =>
        route.request().method() === 'POST'
          ? route.fulfill({ status: 403, json: problem('not-permitted', '没有这项权限') })
          : route.continue(),
      ),
    act: (page) => page.getByRole('button', { name: '邀请任职' }).click(),
    shows: (page) => page.getByRole('dialog').waitFor(),
  },
  {
    state: 'entry of figures with a choice open to keys',
    userName: '990110.reporter',
    path: '/submissions',
    act: async (page) => {
      await page.getByRole('row').filter({ hasText: '填报中' }).getByRole('link').first().click()
      await page.locator('[data-testid^="status-"]').first().click()
    },
    shows: (page) => page.locator('td.active-cell select').waitFor(),
  },
  {
    state: 'print',
    userName: '990110.reporter',
    path: '/submissions',
    act: async (page) => {
      await page.getByRole('row').filter({ hasText: '填报中' }).getByRole('link').first().click()
      await page.emulateMedia({ media: 'print' })
    },
    shows: (page) => page.locator('[data-testid^="cell-"]').first().waitFor(),
  },
]

describe('every state of a page', () => {
  const desks = new Map<string, Desk>()
  const at = async (userName: string): Promise<Desk> => {
    const desk = desks.get(userName) ?? (await signIn(browser, facts, userName))
    desks.set(userName, desk)
    return desk
  }

  test.each(STATES)('$state has no serious accessibility fault', async ({ userName, path, before, act, shows }) => {
    const { page, goTo } = await at(userName)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.emulateMedia({ media: 'screen' })
    await before?.(page)
    await goTo(path)
    await act?.(page)
    await shows(page)
    expect(await seriousFaults(page)).toEqual([])
  })
})
