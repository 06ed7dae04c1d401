import { cityCodeOf, provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { READY_REGISTERS } from '@anjie/domain/registers/ready/readyRegisters'
import { openStore } from '@anjie/store'
import { loadDivisions } from '@anjie/use-cases/divisions/loadDivisions'
import type { Scope } from '@anjie/use-cases/ports'
import { readRegister } from '@anjie/use-cases/registers/readRegister'
import { step } from '../../progress.ts'
import { type BenchApi, benchApi, type CallCost } from '../units/benchApi.ts'
import { type BenchStaff, benchStaff, benchTree, wordOf } from '../units/benchProvince.ts'
import { must, platform, registerAll } from '../units/fillProvince.ts'

const SIZES = [1_000, 10_000, 50_000] as const
const ROWS_AT_ONCE = 40
const REGISTER = { registerId: '99.mediation' } as const
const TOWNSHIPS = 30

/** `pnpm bench registers [rows…]`: what a register's page, filter, saved and removed row cost in a county with so many rows. */
export async function benchRegisters(given: readonly string[]): Promise<number> {
  const asked = given.map(Number).filter((rows) => rows > 0)
  for (const rows of asked.length === 0 ? SIZES : asked) await benchSize(rows)
  return 0
}

async function benchSize(rows: number): Promise<void> {
  const api = benchApi('2026-03-02T01:00:00.000Z')
  const tree = benchTree(2)
  const staff = benchStaff((membership) => api.stores.putMembership(membership))
  await must(loadDivisions(platform(api), tree))
  await registerAll(api, tree, { unitsOfCounty: TOWNSHIPS + 1, townshipsOfCounty: TOWNSHIPS })
  const definition = READY_REGISTERS.find(({ code }) => code === 'mediation')
  await api.call(staff.provinceAdmin, 'defineRegister', { body: definition } as never)
  const county = tree.counties[0]?.code ?? ''
  await step(`fill a register with ${rows} rows`, () => fill(api, staff, county, rows))
  const reporter = staff.countyReporter(county)
  const page = (query: object) =>
    api.measure(reporter, 'listRegisterRows', { params: REGISTER, query } as never).then(({ cost }) => cost)
  const first = await api.call(reporter, 'listRegisterRows', { params: REGISTER } as never)
  const one = first.rows[7]
  if (one === undefined) throw new Error('the register has rows')
  print(`${rows} rows in one county`, [
    ['first page with totals', await page({})],
    ['next page', await page({ cursor: first.cursor })],
    ['filter: a rare choice', await page({ column: 'kind', value: 'room' })],
    ['filter: text', await page({ text: '调解会9' })],
    ['list of registers', (await api.measure(reporter, 'listRegisters')).cost],
    ['a cell saved', await saved(api, reporter, [{ row: one.id, version: one.version, cells: { parttime: '9' } }])],
    ['a new row with its key', await saved(api, reporter, [mediationRow(rows + 1)])],
    [
      '40 new rows pasted',
      await saved(
        api,
        reporter,
        Array.from({ length: 40 }, (_, at) => mediationRow(rows + 2 + at)),
      ),
    ],
    [
      'a row removed',
      (
        await api.measure(reporter, 'removeRegisterRows', {
          params: REGISTER,
          body: { rows: [{ row: one.id, version: 2 }], reason: '重复登记' },
        } as never)
      ).cost,
    ],
    ['a row’s history', (await api.measure(reporter, 'getRowHistory', { params: { rowId: one.id } } as never)).cost],
  ])
  const started = performance.now()
  const scope = {
    level: 'county',
    county,
    city: cityCodeOf(county),
    province: provinceCodeOf(county),
  } as unknown as Scope
  const reading = await readRegister(openStore(api.stores, scope), {
    register: 'mediation',
    holder: county,
    period: 'standing' as never,
  })
  console.log(
    `  every row for a figure: ${reading?.rows.length} rows in ${reading?.mark.split(' ').length} items, ${Math.round(performance.now() - started)} ms`,
  )
}

type Reporter = ReturnType<BenchStaff['countyReporter']>

const saved = async (api: BenchApi, reporter: Reporter, rows: readonly object[]): Promise<CallCost> => {
  const { cost, refused } = await api.measure(reporter, 'saveRegisterRows', {
    params: REGISTER,
    body: { rows },
  } as never)
  if (refused !== undefined) throw new Error(refused)
  return cost
}

/** A row of the register of mediation organisations. */
export const mediationRow = (at: number): object => ({
  cells: {
    name: `${wordOf(at % 900)}村第${at}调解会`,
    place: '本县',
    kind: at % 997 === 0 ? '个人调解室' : '村（社区）',
    members: String(3 + (at % 7)),
    women: '1',
    parttime: String(at % 14),
    term: '2028-06-30',
    filed: `2025-0${1 + (at % 9)}-15`,
  },
})

async function fill(api: BenchApi, staff: BenchStaff, county: string, count: number): Promise<void> {
  const reporter = staff.countyReporter(county)
  for (let from = 0; from < count; from += ROWS_AT_ONCE) {
    const rows = Array.from({ length: Math.min(ROWS_AT_ONCE, count - from) }, (_, at) => mediationRow(from + at))
    const { results } = await api.call(reporter, 'saveRegisterRows', { params: REGISTER, body: { rows } } as never)
    const refused = results?.find(({ result }) => result === 'refused')
    if (refused !== undefined) throw new Error(JSON.stringify(refused.faults))
  }
}

function print(title: string, lines: readonly (readonly [string, CallCost])[]): void {
  console.log(`\n${title}`)
  for (const [what, { readUnits, writeUnits, projectedUnits, waves, answerBytes }] of lines)
    console.log(
      `  ${what.padEnd(24)} ${readUnits.toFixed(1).padStart(7)} r ${writeUnits.toFixed(0).padStart(5)} w ${String(projectedUnits).padStart(4)} projected ${String(waves).padStart(3)} waves ${(answerBytes / 1024).toFixed(0).padStart(5)} KB`,
    )
}
