import { cpus, loadavg } from 'node:os'
import { openWhatIf, rankIntervals } from '@anjie/domain/league-tables/index'
import { placeCycle, rescoreSubject, scoreCycle, scoreSubjects } from '@anjie/domain/scoring/index'
import { closeDecisions } from '@anjie/kernel'
import { benchImport } from '../bench/benchImport.ts'
import { benchIntake } from '../bench/benchIntake.ts'
import { calcWorkbook } from '../bench/calcWorkbook.ts'
import { benchDeployed } from '../bench/deployed/benchDeployed.ts'
import { floatLoop, floatLoopFromText } from '../bench/floatLoop.ts'
import { heldMegabytes, measured } from '../bench/measure.ts'
import { type BenchCase, provinceCase } from '../bench/provinceCase.ts'
import { PAGES, PUBLIC_SIZES, type PublicCost, publicCost } from '../bench/publicTitles.ts'
import { benchRegisters } from '../bench/registers/benchRegisters.ts'
import { type CalcOutcome, runCalc } from '../bench/runCalc.ts'
import { benchUnits } from '../bench/units/benchUnits.ts'
import { runMain } from '../progress.ts'

const COUNTIES = 183
const INDICATORS = 150
const TOWNSHIPS = 3101
const WHAT_IF_RUNS = 1000

type Row = readonly [what: string, milliseconds: number, note: string]

function print(title: string, rows: readonly Row[]): void {
  const width = Math.max(...rows.map(([what]) => what.length))
  console.log(`\n${title}`)
  for (const [what, milliseconds, note] of rows) {
    console.log(
      `  ${what.padEnd(width)}  ${milliseconds.toFixed(milliseconds < 10 ? 2 : 0).padStart(8)} ms  ${note}`.trimEnd(),
    )
  }
}

const times = (slow: number, fast: number): string => {
  const ratio = slow / fast
  return `${ratio.toFixed(ratio < 10 ? 1 : 0)}×`
}

/** How many of a run's decisions were too close for the digits at hand, and what all of them cost on fractions. */
function priceOfExactness(one: BenchCase): string {
  const before = closeDecisions.count
  const { subjects } = scoreCycle(one)
  const close = closeDecisions.count - before
  const scores = subjects.length * (one.leaves.length + 1)
  return `${close} decisions made on exact fractions, ${((100 * close) / scores).toFixed(2)} % of ${scores} scores; the others were told by their digits`
}

/** Do the engine and the plain loop agree? A comparison of speed between different results would mean nothing. */
function agreement(one: BenchCase): string {
  const exact = scoreCycle(one).subjects
  const { totals, ranks } = floatLoop(one)
  const furthest = exact.reduce(
    (most, row, index) => Math.max(most, Math.abs(Number(row.exact) - (totals[index] ?? 0))),
    0,
  )
  const moved = exact.filter((row, index) => row.rank !== String(ranks[index])).length
  return `same totals within ${furthest.toExponential(1)}, ${moved} ranks differ`
}

function calcAgreement(one: BenchCase, { rows }: CalcOutcome): string {
  const { totals, ranks } = floatLoop(one)
  const furthest = rows.reduce((most, row, index) => Math.max(most, Math.abs(Number(row[0]) - (totals[index] ?? 0))), 0)
  const moved = rows.filter((row, index) => Number(row[2]) !== ranks[index]).length
  return `same totals within ${furthest.toExponential(1)}, ${moved} ranks differ`
}

function benchProvince(): number {
  const one = provinceCase(COUNTIES, INDICATORS, true)
  const cells = `${one.subjects.length * one.leaves.length} scores`
  // The same number of runs for all, so that each is as warm as the others.
  const full = measured(21, () => scoreCycle(one))
  const points = measured(21, () => scoreCycle({ ...one, explain: 'points' }))
  const text = measured(21, () => floatLoopFromText(one))
  const floats = measured(21, () => floatLoop(one))
  print(`A province: ${COUNTIES} counties × ${INDICATORS} mixed indicators, a third peer-relative`, [
    ['official run with explanations', full, `${cells}, holds ${heldMegabytes(() => scoreCycle(one)).toFixed(0)} MB`],
    ['the same without explanations', points, ''],
    [
      'plain float loop, text in, rows out',
      text,
      `official run ${times(full, text)}, without explanations ${times(points, text)}`,
    ],
    [
      'plain float loop, bare sums only',
      floats,
      `official run ${times(full, floats)}, without explanations ${times(points, floats)}`,
    ],
  ])
  console.log(`  ${agreement(one)}`)
  console.log(`  ${priceOfExactness(one)}`)
  return full
}

function benchGrowth(): void {
  const growth = (label: string, subjects: number, indicators: number): Row[] => {
    const base = measured(3, () => scoreCycle(provinceOf(subjects, indicators)))
    return [1, 3, 10].map((factor): Row => {
      const one = provinceOf(subjects * factor, indicators)
      const time = factor === 1 ? base : measured(2, () => scoreCycle(one))
      return [
        `${label} ${factor}×`,
        time,
        `${times(time, base)} the time, ${((time * 1000) / one.values.length).toFixed(1)} µs a figure`,
      ]
    })
  }
  print('Growth of the official run', growth('counties', COUNTIES, INDICATORS))
  const townships = provinceOf(TOWNSHIPS, 100)
  const time = measured(2, () => scoreCycle(townships))
  const held = heldMegabytes(() => scoreCycle(townships))
  print(`${TOWNSHIPS} townships × 100 indicators`, [
    ['official run with explanations', time, `holds ${held.toFixed(0)} MB`],
  ])
}

const cases = new Map<string, BenchCase>()
function provinceOf(subjects: number, indicators: number): BenchCase {
  const key = `${subjects} ${indicators}`
  const known = cases.get(key) ?? provinceCase(subjects, indicators, true)
  cases.set(key, known)
  return known
}

function benchTrials(): void {
  const one = provinceCase(COUNTIES, INDICATORS, true)
  const opening = measured(3, () => openWhatIf(one))
  const whatIf = openWhatIf(one)
  const trials = Array.from(
    { length: WHAT_IF_RUNS },
    (_, run) => new Map(one.leaves.map((_leaf, index) => [`L${index}`, 0.75 + ((run * 7 + index * 13) % 51) / 100])),
  )
  const tables = measured(3, () => {
    for (const factors of trials) for (const table of whatIf.tables) table.scores(factors)
  })
  const redraws = measured(3, () => {
    for (const factors of trials) whatIf.redraw(factors)
  })
  const intervals = measured(3, () => rankIntervals(one, { draws: WHAT_IF_RUNS, seed: 1, spread: 0.25 }))
  print(`${WHAT_IF_RUNS} trials with other weights, ${COUNTIES} × ${INDICATORS}`, [
    ['opening (one official run)', opening, ''],
    ['scores, rounded as published', tables, ''],
    ['whole tables with ranks as text', redraws, ''],
    ['rank intervals, opening included', intervals, ''],
  ])
}

function benchOneValue(): void {
  const one = provinceCase(COUNTIES, INDICATORS, false)
  const cycle = scoreSubjects(one)
  const [subject] = one.subjects
  if (subject === undefined) return
  const values = one.values.filter((value) => value.subject === subject.code)
  const whole = measured(3, () => scoreCycle(one))
  const single = measured(11, () =>
    placeCycle(one.scheme, rescoreSubject(cycle, { scheme: one.scheme, subject, values })),
  )
  print('One changed value where no rule is peer-relative', [
    ['whole province', whole, ''],
    ['the one subject, everybody placed anew', single, `${times(whole, single)} faster`],
  ])
}

async function benchCalc(full: number): Promise<void> {
  const one = provinceCase(COUNTIES, INDICATORS, true)
  const formulas = await runCalc(calcWorkbook(one, true))
  const numbers = await runCalc(calcWorkbook(one, false))
  if (formulas === undefined || numbers === undefined) {
    console.log('\nLibreOffice Calc: no working soffice on the PATH, not compared')
    return
  }
  const total = formulas.seconds * 1000
  const opening = numbers.seconds * 1000
  print('LibreOffice Calc, headless, the equivalent workbook', [
    ['start, open, recalculate, write CSV', total, `${times(total, full)} the official run`],
    ['start, open, write CSV (numbers only)', opening, ''],
    ['recalculation alone', total - opening, `${times(total - opening, full)} the official run`],
  ])
  console.log(`  ${calcAgreement(one, formulas)}`)
}

async function benchPublicTitles(): Promise<number> {
  let least: PublicCost | undefined
  for (const size of PUBLIC_SIZES) {
    const cost = await publicCost(size)
    const first = least ?? cost
    least ??= cost
    const { start, search, reload } = cost.units
    const row = ([what]: (typeof PAGES)[number], at: number): Row => [
      what,
      cost.pages[at] ?? 0,
      `${times(cost.pages[at] ?? 0, first.pages[at] ?? 1)} the smallest list`,
    ]
    print(`Public titles: ${size.toLocaleString('en')}`, [
      ...PAGES.map(row),
      ['first search after a start', cost.firstSearch, `${search} r`],
    ])
    console.log(`  ${start} r after a start, ${reload} r each half minute while nothing changes, 0 r a page`)
    console.log(`  holds ${cost.heldMegabytes.toFixed(0)} MB`)
  }
  return 0
}

async function benchScoring(): Promise<number> {
  console.log(
    `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`,
  )
  console.log(
    'Fastest of several runs, one core. Times are printed, never asserted; on a busy machine they say little.',
  )
  const full = benchProvince()
  benchGrowth()
  benchTrials()
  benchOneValue()
  await benchCalc(full)
  await benchPublicTitles()
  console.log(`\nGreatest memory of the process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
  return 0
}

const [what, ...words] = process.argv.slice(2)
await runMain(async () => {
  if (what === 'units') return benchUnits(words)
  if (what === 'intake') return (await benchIntake()) + (await benchImport())
  if (what === 'registers') return benchRegisters(words)
  if (what === 'deployed') return benchDeployed(words)
  return what === 'public' ? benchPublicTitles() : benchScoring()
})
