import { readStackFacts, type StackFacts } from '@anjie/local/stackFacts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, openBrowser, signIn } from './desk.ts'

/** How the sheets come on paper, and what stays in sight where there is little room. */
let facts: StackFacts
let browser: Browser
let county: Desk
let form: string

beforeAll(async () => {
  facts = await readStackFacts('test')
  browser = await openBrowser(facts)
  county = await signIn(browser, facts, '990110.reporter')
  await county.goTo('/submissions')
  const open = county.page.getByRole('row').filter({ hasText: '填报中' }).getByRole('link').first()
  form = (await open.getAttribute('href')) ?? ''
})
afterAll(async () => {
  await browser?.close()
})

/** The cell that one is in, if something else than its own input lies over its middle. */
const coveredCell = (page: Page) =>
  page.evaluate(() => {
    const cell = document.querySelector('.active-cell')
    if (cell === null) return 'no cell is active'
    const { left, top, width, height } = cell.getBoundingClientRect()
    const above = document.elementFromPoint(left + width / 2, top + height / 2)
    return above !== null && (cell.contains(above) || above.classList.contains('cell-input'))
      ? ''
      : `${cell.textContent} under ${above?.className ?? 'the edge'}`
  })

describe('the cell that one is in is never covered', () => {
  test.each([
    ['on a desk', 1440, 900, false],
    ['on a desk with large type', 1440, 900, true],
    ['at 200 % zoom', 720, 450, false],
    ['at 200 % zoom with large type', 720, 450, true],
    ['on a phone', 390, 844, false],
  ])('%s', async (_, width, height, large) => {
    const { page } = county
    await page.setViewportSize({ width, height })
    await page.evaluate((yes) => window.localStorage.setItem('anjie.large-type', yes ? 'yes' : 'no'), large)
    await county.goTo(form)
    const cells = page.getByRole('grid').locator('[data-testid^="cell-"]')
    await cells.first().click()
    const covered: string[] = []
    for (let row = 1; row < (await cells.count()); row += 1) {
      await page.keyboard.press('Enter')
      const found = await coveredCell(page)
      if (found !== '') covered.push(found)
    }
    expect(covered).toEqual([])
  })
})

/** Widest thing on the sheet against the sheet itself, in the layout for paper of this width. */
async function overhang(page: Page, paperWidth: number): Promise<number> {
  await page.setViewportSize({ width: paperWidth, height: 700 })
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  const found = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  return found
}
/** A4 across without its margins, at the 96 dots an inch of a style sheet. */
const A4_ACROSS = 1031

test('the league table comes on A4 across with every group and column, the headings on each sheet', async () => {
  const { page, ...desk } = await signIn(browser, facts, 'province.admin')
  await desk.goTo('/league-tables')
  await page.getByRole('link', { name: '排名表', exact: true }).first().waitFor()
  const tables = await page
    .getByRole('link', { name: '排名表', exact: true })
    .evaluateAll((links) => links.flatMap((link) => link.getAttribute('href') ?? []))
  // A table with several groups, wherever other journeys have put theirs.
  let groups = 0
  for (const table of tables) {
    await desk.goTo(table)
    await page.locator('table.dense').first().waitFor()
    groups = await page.getByRole('tab').count()
    if (groups > 1) break
  }
  expect(groups).toBeGreaterThan(1)
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  expect(await page.locator('table.dense').count()).toBe(groups)
  expect(
    await page
      .locator('table.dense thead')
      .first()
      .evaluate((head) => getComputedStyle(head).display),
  ).toBe('table-header-group')
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  expect(await page.locator('table.dense').count()).toBe(1)
  expect(await overhang(page, A4_ACROSS)).toBeLessThanOrEqual(0)

  await page.locator('table.dense tbody').getByRole('button').first().click()
  await page.locator('.scorecard table').first().waitFor()
  expect(await overhang(page, A4_ACROSS)).toBeLessThanOrEqual(0)
})

test('the form comes on A4 across with its definitions and notes in full', async () => {
  const { page } = county
  await county.goTo(form)
  await page.getByRole('grid').waitFor()
  expect(await overhang(page, A4_ACROSS)).toBeLessThanOrEqual(0)
  await page.emulateMedia({ media: 'print' })
  const width = await page.getByRole('grid').evaluate((grid) => grid.getBoundingClientRect().width)
  await page.emulateMedia({ media: 'screen' })
  expect(width, 'what stands beside on the screen takes no room of the sheet').toBeGreaterThan(A4_ACROSS * 0.8)
})
