import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DEMO_PASSWORD } from '@anjie/local/seed/demoPeople'
import type { StackFacts } from '@anjie/local/stackFacts'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const SCREENSHOTS = fileURLToPath(new URL('./screenshots/', import.meta.url))
/** How long a condition may take on a busy machine before the journey says what it waited for. */
const PATIENCE_MS = 30_000
const API_CALLS = '**/v1/**'

/** The browser that `pnpm test` found, without its own errands on the network. */
export function openBrowser(facts: StackFacts): Promise<Browser> {
  if (facts.browser === undefined) throw new Error('no browser on this machine')
  return chromium.launch({
    executablePath: facts.browser,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** One official at one desk: a browser profile of their own, signed in on the hosted page. */
export interface Desk {
  readonly page: Page
  /** Errors that the page's own code reported; a journey ends with none. */
  readonly faults: readonly string[]
  goTo(path: string): Promise<void>
  /** Presses the button of this name. */
  press(name: string): Promise<void>
  /** Presses what confirms the open question: the last button of its footer, or the one of this name. */
  confirm(name?: string): Promise<void>
  /** Types a day into a field, then Enter. */
  setDay(label: string, day: string): Promise<void>
  /** Opens a page again until it shows what lists and projections, a second behind, are bound to show. */
  openUntil(path: string, shows: (page: Page) => Promise<unknown>): Promise<void>
  /** From now on the system takes this desk's requests as made at that instant; tokens keep to the real clock. */
  setClock(instant: string): Promise<void>
  picture(name: string): Promise<void>
}

export async function signIn(browser: Browser, facts: StackFacts, userName: string): Promise<Desk> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const faults = watch(page)
  await page.goto(`${facts.consoleOrigin}/`)
  await page.locator('input[name=username]').fill(userName)
  await page.locator('input[name=password]').fill(DEMO_PASSWORD)
  await page.locator('[type=submit]').first().click()
  await page.getByRole('heading', { name: '待办' }).waitFor()
  return {
    page,
    faults,
    goTo: async (path) => {
      await page.goto(`${facts.consoleOrigin}${path}`)
    },
    press: (name) => page.getByRole('button', { name, exact: true }).click(),
    setDay: async (label, day) => {
      await page.getByLabel(label).click()
      await page.getByLabel(label).fill(day)
      await page.keyboard.press('Enter')
    },
    confirm: (name) => {
      const footer = page.getByRole('dialog').locator('.dialog-foot').getByRole('button')
      return (name === undefined ? footer.last() : footer.and(page.getByRole('button', { name: spaced(name) }))).click()
    },
    openUntil: async (path, shows) => {
      const giveUp = Date.now() + PATIENCE_MS
      for (;;) {
        await page.goto(`${facts.consoleOrigin}${path}`)
        const seen = await shows(page).then(
          () => true,
          (reason: unknown) => reason,
        )
        if (seen === true) return
        if (Date.now() > giveUp) throw seen
      }
    },
    setClock: async (instant) => {
      await page.unroute(API_CALLS)
      await page.route(API_CALLS, (route) =>
        route.continue({ headers: { ...route.request().headers(), 'anjie-now': instant } }),
      )
    },
    // A strip that sticks to the lower edge would stand in the middle of a full-length picture.
    picture: (name) => picture(page, name, false),
  }
}

/** Types into a cell of a grid, as a person does: pick it, type, Enter. */
export async function fillCell(page: Page, testId: string, text: string): Promise<void> {
  await page.getByTestId(testId).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** A visitor of the public site: no sign-in and no JavaScript. */
export async function visit(browser: Browser, width: number): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'zh-CN',
    javaScriptEnabled: false,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  return { context, page: await context.newPage() }
}

/** Kept for a person to look at; the journey itself decides by what the page says. */
export async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true })
  await page.screenshot({ path: `${SCREENSHOTS}${name}.png`, fullPage, animations: 'disabled' })
}

/** The component library puts a space between the two characters of a short button. */
const spaced = (name: string): RegExp => new RegExp(`^${[...name].join('\\s*')}$`)

function watch(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  return faults
}
