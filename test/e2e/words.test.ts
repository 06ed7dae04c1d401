import { readFileSync } from 'node:fs'
import { readStackFacts, type StackFacts } from '@anjie/local/stackFacts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, signIn, visit } from './desk.ts'
import { machineWords } from './machineWords.ts'

/** Every screen of the journeys, as each post opens it: nothing on it was written for machines, and all of it is in the window. */
let facts: StackFacts
let browser: Browser
beforeAll(async () => {
  facts = await readStackFacts('test')
  browser = await openBrowser(facts)
})
afterAll(async () => {
  await browser?.close()
})

describe('what was written for machines', () => {
  test.each([
    ['求助编号 0f8fad5b-d9cb-469f-a165-70867728950e', 'uuid'],
    [`结果校验码 ${'ab12'.repeat(16)}`, 'hash'],
    ['截止日 2026-11-30', 'raw date'],
    ['排查数（2026-Q3）', 'raw period'],
    ['指标WZ-06扣分', 'code'],
    ['字段 scoring 有误', 'word'],
    ['另见99.01M8Q1EZF74F3806X3K1ABM8G2', 'record id'],
  ])('is found in %s', (text, kind) => {
    expect(machineWords(text).map((each) => each.kind)).toContain(kind)
  })
  test('is not what officials say and press', () => {
    expect(machineWords('可上传PDF、Word、Excel，单个不超过20MB；按 Tab 到下一格；岚岭高新区（9901H1）')).toEqual([])
  })
})

/** Marked by the page as what another program reads, or a person copies: seals and certificate numbers. */
const shownText = (page: Page) =>
  page.evaluate(() => {
    const main = document.querySelector('main')
    const copy = main?.cloneNode(true)
    if (!(main instanceof HTMLElement) || !(copy instanceof HTMLElement)) return ''
    for (const code of copy.querySelectorAll(
      'code, [data-copied], [lang=en], textarea, input, select, .visually-hidden',
    ))
      code.remove()
    // Only what is laid out has inner text.
    copy.style.position = 'absolute'
    document.body.append(copy)
    const text = copy.innerText
    copy.remove()
    return text
  })

/** Every address of the console that was opened, whoever opened it. */
const opened = new Set<string>()

/** Under its label, as the archive names it: what a recalculation is compared by. */
const ENGINE = /规则版本\s*anjie-scoring\/\d+/g

/** Pages that a button of a case leads to and no link. */
const BEHIND_BUTTONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['schemes', ['/trial']],
  ['cycles', ['/commission-values']],
])

async function collect(
  page: Page,
  origin: string,
  start: readonly string[],
  behind: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<string[]> {
  const open = [...start]
  const seen = new Set<string>()
  const kinds = new Map<string, number>()
  const said: string[] = []
  while (open.length > 0) {
    const path = open.shift() ?? ''
    if (seen.has(path)) continue
    seen.add(path)
    if (origin === facts.consoleOrigin) opened.add(path.split('?')[0] ?? '')
    await page.goto(`${origin}${path}`)
    const isDrawn = await page
      .locator('main h1')
      .first()
      .waitFor()
      .then(
        () => true,
        () => false,
      )
    if (!isDrawn) {
      said.push(`${path} shows no heading: ${(await shownText(page)).slice(0, 200)}`)
      continue
    }
    await page.waitForLoadState('networkidle')
    for (const { kind, text } of machineWords((await shownText(page)).replace(ENGINE, '规则版本')))
      said.push(`${path.replace(/[0-9A-Z.]{29,}/g, '…')} ${kind}: ${text}`)
    // What lies beyond the window's edge, such as a button beside a wide table, is not on the screen.
    const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
    if ((wide ?? 0) > (window ?? 0))
      said.push(`${path.replace(/[0-9A-Z.]{29,}/g, '…')} is wider than the window: ${wide}`)
    const links = await page.locator('main a[href]:not([download]), nav a[href]').evaluateAll((all) =>
      all.flatMap((link) => {
        const { origin: itsOrigin, pathname, search } = new URL(link.getAttribute('href') ?? '', document.baseURI)
        // A file to take away is for other programs; the end of an id is no ending of a file.
        return itsOrigin === location.origin && !/\.[a-z]+$/.test(pathname) ? [`${pathname}${search}`] : []
      }),
    )
    for (const link of [
      ...links,
      ...(behind.get(/^\/(\w+)\/\d[^/]*$/.exec(path)?.[1] ?? '') ?? []).map((more) => `${path}${more}`),
    ]) {
      // Two of each kind of page are enough to see how it speaks.
      const kind =
        link
          .replace(/[0-9A-Z.]{8,}/g, '*')
          .replace(/\/\d[^/?]*/g, '/*')
          .split('?')[0] ?? ''
      const before = kinds.get(kind) ?? 0
      if (before >= 2 || seen.has(link)) continue
      kinds.set(kind, before + 1)
      open.push(link)
    }
  }
  return [...new Set(said)]
}

/** Pages of cases that the demo does not make or that stand far down a list, of steps that are over there, and what is no page. */
const WITHOUT_CASES = [
  '*',
  'signing-out',
  'cycles/:cycleId/plan',
  'cycles/:cycleId/procedure',
  'cycles/:cycleId/procedure/plan',
  'cycles/:cycleId/procedure/teams',
  'procedure-papers/:paperId',
  'cycles/:cycleId/posts/:postId',
  'runs/:runId',
  'runs/:runId/scorecards/:subject',
  'appeals/:appealId',
  'rounds/:roundId',
  'applications/:applicationId',
  'batches/:batchId',
  'bars/:subject',
  'submissions/:submissionId/counted/:item/:period',
  'registers/:registerId',
  'registers/:registerId/holders',
  'registers/:registerId/definition',
  'rechecks/:recheckId',
  'recheck-campaigns/:campaignId',
  'measures/:measureId',
  'measures/:measureId/edit',
  'rectifications/:rectificationId',
  'duty-posts/:postId',
  'duty-posts/:postId/performance',
  'duty-lists/:listsId',
  'duty-events/:eventId',
  'duty-trainings/:trainingId',
  'imports/:batchId',
  'move-plans/:planId',
]
const DESK = ['/', '/schemes', '/cycles', '/submissions', '/procedure-papers', '/league-tables', '/appeals']
const CELLS = ['/rounds', '/applications', '/batches', '/titles', '/units', '/divisions']

describe('every screen speaks Chinese', () => {
  test.each([
    [
      'province.admin',
      [...DESK, ...CELLS, '/schemes/new', '/catalogue/new', '/cycles/new', '/rounds/new', '/batches/new'],
    ],
    ['9901.reviewer', ['/', '/submissions', '/league-tables', '/appeals', '/applications']],
    [
      '990110.admin',
      [
        '/',
        '/schemes',
        '/cycles',
        '/league-tables',
        '/units',
        '/measures',
        '/measures/new',
        '/duty-posts',
        '/duty-coverage',
        '/duty-lists',
        '/duty-lists/new',
        '/duty-events',
        '/duty-events/new',
        '/duty-trainings',
      ],
    ],
    ['990110.reporter', ['/', '/submissions', '/applications', '/applications/new', '/titles', '/disputes/doubts']],
    ['990110.township', ['/', '/submissions', '/applications', '/messages/digest', '/account']],
  ])(
    'of %s',
    async (user, start) => {
      const { page } = await signIn(browser, facts, user)
      const behind = user === 'province.admin' ? BEHIND_BUTTONS : undefined
      expect(await collect(page, facts.consoleOrigin, start, behind)).toEqual([])
      // Some sixty pages each, on a machine that may be busy.
    },
    600_000,
  )

  test('and none was left out: every address of the console was opened, but for cases that nobody has made', () => {
    const source = readFileSync(new URL('../../packages/web/src/app/routes.tsx', import.meta.url), 'utf8')
    const routes = [...source.matchAll(/\bpath: '([^']+)'/g)].map(([, path = '']) => path)
    expect(routes.length).toBeGreaterThan(35)
    const paths = [...opened].map((path) => path.slice(1))
    const unopened = routes
      .filter((route) => !WITHOUT_CASES.includes(route))
      .filter((route) => {
        const pattern = new RegExp(`^${route.replace(/^\//, '').replace(/:\w+/g, '[^/]+')}$`)
        return !paths.some((path) => pattern.test(path))
      })
    expect(unopened).toEqual([])
  })

  test('of the public', async () => {
    const { page } = await visit(browser, 1280)
    expect(await collect(page, facts.publicOrigin, ['/'])).toEqual([])
  })
})
