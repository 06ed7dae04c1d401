import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { fileIo, runScore, type ScoreIo } from '@anjie/local/commands/score'
import { readStackFacts, type StackFacts } from '@anjie/local/stackFacts'
import { Workbook } from 'exceljs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openBrowser, signIn } from './desk.ts'

/** The finished year of the demo, as a province works with it: formula, what-if, archive, Excel, method, versions. */
let facts: StackFacts
let browser: Browser
let desk: Desk
let folder: string
let runAddress = ''

beforeAll(async () => {
  facts = await readStackFacts('test')
  browser = await openBrowser(facts)
  desk = await signIn(browser, facts, 'province.admin')
  folder = await mkdtemp(`${tmpdir()}/anjie-downloads-`)
})

afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
  expect(desk.faults).toEqual([])
})

/** Saves what the button downloads and answers with the file. */
async function download(testId: string, name: string): Promise<string> {
  const [file] = await Promise.all([desk.page.waitForEvent('download'), desk.page.getByTestId(testId).click()])
  const path = `${folder}/${name}`
  await file.saveAs(path)
  return path
}

test('the league table of a finished year stands by group with intervals, and its workbook holds the same figures', async () => {
  const { page } = desk
  await desk.goTo('/cycles')
  await page.getByRole('link', { name: '2025年度县级平安建设考评', exact: true }).click()
  await page.getByRole('link', { name: '排名表', exact: true }).first().click()
  await page.waitForURL(/\/runs\//)
  runAddress = new URL(page.url()).pathname
  const rows = page.locator('[data-testid^="league-9"]')
  await rows.first().waitFor()
  await desk.picture('league-2025')

  const shown = await rows.first().textContent()
  const book = new Workbook()
  await book.xlsx.readFile(await download('export-excel', 'league.xlsx'))
  const sheet = book.worksheets[0]
  const name = sheet?.getCell('D4').text ?? ''
  const score = Number(sheet?.getCell('F4').value)
  expect(shown).toContain(name)
  expect(shown).toContain(score.toFixed(2))
  expect(book.worksheets.length).toBe(3)
})

test('the archive that a run downloads is recomputed offline to the same bytes, and a changed figure in it is reported', async () => {
  await desk.goTo(runAddress)
  const file = await download('download-archive', 'run.archive.json')
  const said: string[] = []
  const io: ScoreIo = {
    ...fileIo,
    out: async (pieces) => void said.push(...pieces),
    report: (text) => void said.push(text),
  }
  // The seal as anybody reads it under the table.
  const seal = /[0-9a-f]{64}/.exec((await desk.page.getByTestId('seal').textContent()) ?? '')?.[0] ?? ''
  const score = (path: string) => runScore([path, '--seal', seal], io)
  expect(await score(file), said.join('\n')).toBe(0)
  expect(said.join('\n')).toContain('封签与公布的相同')
  const changed = (await readFile(file, 'utf8')).replace(/"value":"97\.[0-9]+"/, '"value":"97.99"')
  const forged = `${folder}/forged.archive.json`
  await import('node:fs/promises').then(({ writeFile }) => writeFile(forged, changed))
  expect(await score(forged)).not.toBe(0)
})

test('what-if weights redraw the table beside the official one, and nothing official moves', async () => {
  const { page } = desk
  await desk.goTo(runAddress)
  await page.getByTestId('what-if-toggle').click()
  const moved = page.getByTestId('what-if-moved')
  const mine = page.getByTestId('what-if-table')
  await mine.waitFor()
  const before = await mine.textContent()
  await expect.poll(() => moved.textContent()).toContain('位次不变')
  const slider = page.getByTestId('what-if-MAJOR')
  await slider.focus()
  await page.keyboard.press('Home')
  await expect.poll(() => moved.textContent()).not.toContain('位次不变')
  expect(await mine.textContent()).not.toBe(before)
  await page.getByTestId('what-if').scrollIntoViewIfNeeded()
  await desk.picture('what-if')
})

test('a formula shows its value while it is typed, and says in Chinese where it is wrong', async () => {
  const { page } = desk
  await desk.goTo('/schemes/new')
  await page.getByRole('button', { name: /选用 安和省2026年/ }).click()
  await page.getByRole('treeitem', { name: /市级督查通报后仍未整改/ }).click()
  await page.getByLabel('计分方法').selectOption({ label: '公式' })
  const text = page.getByTestId('formula-text')
  await text.fill('[化解成功数] ÷ [排查矛盾纠纷数 × 100')
  await expect.poll(() => page.getByTestId('formula-problems').textContent()).toMatch(/第\s*\d+\s*个字符/)
  await desk.picture('formula-problem')
  await text.fill('[化解成功数] ÷ [排查矛盾纠纷数] × 100')
  await expect.poll(() => page.getByTestId('formula-value').count()).toBe(1)
  await desk.picture('formula-helper')
})

test('the integrity report names what is wrong before anything is published, and a click leads to it', async () => {
  const { page } = desk
  await desk.goTo('/schemes/new')
  await page.getByRole('button', { name: /选用 安和省2026年/ }).click()
  await page.getByRole('treeitem', { name: /一票否决事项/ }).click()
  await page.getByLabel('分值', { exact: true }).first().fill('20')
  await page.getByRole('treeitem', { name: /发生省级规定的否决重特大/ }).click()
  await page.getByLabel('分值', { exact: true }).first().fill('10')
  await expect.poll(() => page.getByText(/错误\s*1|1处错误|错误1/).count()).toBeGreaterThan(0)
  await desk.picture('integrity-report')
})

test('the method page prints every rule as its clause', async () => {
  const { page } = desk
  await desk.goTo('/schemes')
  await page.getByRole('link', { name: '安和省2025年县级平安建设考评方案' }).click()
  await page.waitForURL(/\/schemes\/99\./)
  await desk.goTo(`${new URL(page.url()).pathname}/method`)
  await page.getByTestId('method').waitFor()
  await expect.poll(() => page.getByTestId('method').textContent()).toContain('低于96%')
  await desk.picture('method-page')
})

test('a copy for the next year shows what it changes, and a trial shows who would move', async () => {
  const { page, ...hands } = desk
  await desk.goTo('/schemes')
  await page.getByRole('link', { name: '安和省2025年县级平安建设考评方案' }).click()
  await hands.press('复制为新版本')
  await page.getByRole('dialog').getByLabel('新版本名称').fill('安和省2027年县级平安建设考评方案')
  await page.getByRole('dialog').getByLabel('年度').fill('2027')
  await hands.confirm()
  await page.getByTestId('scheme-difference').waitFor()
  await page.getByRole('treeitem', { name: /群众安全感/ }).click()
  await page.getByLabel('分段读法').selectOption({ label: '整段适用' })
  await expect.poll(() => page.getByTestId('scheme-difference').textContent()).toContain('WZ-07')
  await page.getByTestId('scheme-difference').scrollIntoViewIfNeeded()
  await desk.picture('scheme-difference')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('草稿已保存').waitFor()
  await desk.goTo(`${new URL(page.url()).pathname}/trial`)
  await page.getByLabel('用哪个周期的数据').selectOption({ label: '2025年度县级平安建设考评（已公布）' })
  const groups = page.locator('th[scope=colgroup]')
  await expect.poll(() => groups.allTextContents()).toEqual(['一类县', '二类县', '三类县'])
  // Each group begins with its own first place: none stands among another's.
  const first = page.locator('tr:has(th[scope=colgroup]) + tr')
  expect(await first.locator('td:nth-child(3)').allTextContents()).toEqual(['1', '1', '1'])
  await desk.picture('scheme-trial')
})
