import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { inProject } from '../../paths.ts'
import { step } from '../../progress.ts'
import { whatGotWorse } from './compareUnits.ts'
import { fillProvince } from './fillProvince.ts'
import { measureOperations } from './measuredOperations.ts'
import { onPaper, paperLine, QUIET_MONTH, REPORTING_DAY } from './onPaper.ts'
import { type ProfiledCall, profileLines, SlowestCalls } from './slowestCalls.ts'
import { type MeasuredShare, printedRows, UnitsFile, unitsRows } from './unitsTable.ts'

export const UNITS_FILE = 'bench/units.json'
/** The smallest one is quick enough for the tests to measure it again. */
const SHARES = [2, 10, 50, 100] as const

/** `pnpm bench units [--share <percent>]… [--write]`: fills shares of a province and prints what the operations cost there. */
export async function benchUnits(given: readonly string[]): Promise<number> {
  const asked = given.flatMap((word, at) => (given[at - 1] === '--share' ? [Number(word)] : []))
  const shares = asked.length === 0 ? [...SHARES] : asked
  const measured: MeasuredShare[] = []
  let slowest: readonly ProfiledCall[] = []
  for (const percent of shares) {
    const calls = new SlowestCalls()
    measured.push(await measureShare(percent, calls))
    slowest = await calls.end()
  }
  const rows = unitsRows(measured)
  for (const line of printedRows(rows, shares.at(-1) ?? 0)) console.log(line)

  for (const call of slowest) for (const line of profileLines(call)) console.log(line)
  for (const workload of [REPORTING_DAY, QUIET_MONTH])
    console.log(paperLine(onPaper(workload, rows, shares.at(-1) ?? 0)))

  const before = existsSync(inProject(UNITS_FILE)) ? await readUnits() : undefined
  const worse = before === undefined ? [] : whatGotWorse(before.rows, rows)
  for (const sentence of worse) console.log(`worse: ${sentence}`)
  if (given.includes('--write')) {
    await mkdir(dirname(inProject(UNITS_FILE)), { recursive: true })
    await writeFile(inProject(UNITS_FILE), `${JSON.stringify({ shares, rows }, null, 1)}\n`)
    console.log(`${UNITS_FILE} is written: look at what changed in it and commit it`)
    return 0
  }
  return worse.length === 0 ? 0 : 1
}

export const readUnits = async (): Promise<UnitsFile> =>
  UnitsFile.parse(JSON.parse(await readFile(inProject(UNITS_FILE), 'utf8')))

export async function measureShare(percent: number, slowest?: SlowestCalls): Promise<MeasuredShare> {
  const before = process.cpuUsage()
  const province = await step(
    `fill ${percent} % of a province`,
    () => fillProvince(percent / 100),
    ({ counties, api }) => {
      const { user, system } = process.cpuUsage(before)
      const items = api.stores.tables.dump('records').length
      // On a busy machine the clock says little.
      return `${counties.length} counties, ${items} items, ${((user + system) / 1e6).toFixed(1)} s of processor time`
    },
  )
  await slowest?.begin()
  return { percent, measured: await measureOperations(province, slowest) }
}
