import { setTimeout as pause } from 'node:timers/promises'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { Item } from '@anjie/store/tables'
import { loadDivisions } from '@anjie/use-cases/divisions/loadDivisions'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { clientOptions } from '../../emulator.ts'
import { step } from '../../progress.ts'
import { SignedInStaff, type Staff } from '../../seed/staff.ts'
import { readStackFacts } from '../../stackFacts.ts'
import { type BenchApi, benchApi } from '../units/benchApi.ts'
import { benchStaff, benchTree, WHOLE_PROVINCE } from '../units/benchProvince.ts'
import { must, platform, registerAll } from '../units/fillProvince.ts'
import { fillRound, publicise } from '../units/fillRound.ts'
import { fillTownships } from './fillTownships.ts'
import { pourRecords } from './pourRecords.ts'

const ADMIN = 'province.admin'
/** As `fillRound` and `fillTownships` call them. */
const LIST_NAME = '2026年度拟命名名单'
const CYCLE_NAME = '2026年度乡镇平安建设考评'
const { counties: COUNTIES } = WHOLE_PROVINCE
const LISTED = 600
const YEAR = 2026
const TOWNSHIPS_OF_COUNTY = 17
const INDICATORS = 100
const VILLAGES_OF_COUNTY = 33
const COUNTIES_OF_LIST = 60
const LOOK_EVERY_MS = 250

/**
 * `pnpm bench deployed [naming|scoring]`: puts a list of 600 units, or a cycle of 3,111 townships × 100 indicators, into the running `pnpm
 * dev`, once, and times what takes longest there: naming the list until its 600 titles are in the lists, and scoring the cycle in the background.
 */
export async function benchDeployed([what]: readonly string[]): Promise<number> {
  const facts = await readStackFacts('dev')
  const options = clientOptions(facts.endpoint)
  const staff = new SignedInStaff(facts, new CognitoIdentityProviderClient(options))
  const put = async (name: string, fill: () => Promise<readonly Item[]>): Promise<void> => {
    const items = await step(`fill ${name} in memory`, fill, (all) => `${all.length} items`)
    const client = DynamoDBDocumentClient.from(new DynamoDBClient(options))
    await step('put it into the running system', () => pourRecords(client, facts.tables.records, items))
  }
  if (what !== 'scoring') {
    if ((await findList(staff)) === undefined) await put('a list', fillList)
    await timeNaming(staff, await step('wait for the lists', () => until(() => findList(staff))))
  }
  if (what !== 'naming') {
    const { rows } = await staff.call(ADMIN, OPERATIONS.listCycles)
    if (!rows.some(({ title }) => title === CYCLE_NAME)) await put('a cycle of townships', fillCycleOfTownships)
    await timeScoring(staff, await step('wait for the lists', () => until(() => findFilledCycle(staff))))
  }
  return 0
}

async function timeNaming(staff: Staff, batchId: string): Promise<void> {
  const { state, version } = await staff.call(ADMIN, OPERATIONS.getBatch, { params: { batchId } })
  if (state.status !== 'notice-closed') return
  const before = await countTitles(staff)
  const begun = performance.now()
  await staff.call(ADMIN, OPERATIONS.nameBatch, {
    params: { batchId },
    body: { documentNumber: `平安办〔${YEAR}〕88号`, namedOn: `${YEAR}-08-03` },
    ifMatch: version,
  })
  console.log(`naming ${LISTED}: answered after ${since(begun)}`)
  await until(
    async () => (await staff.call(ADMIN, OPERATIONS.getBatch, { params: { batchId } })).state.status === 'named',
  )
  console.log(`  all are named after ${since(begun)}`)
  await until(async () => (await countTitles(staff)) === before + LISTED)
  console.log(`  all are in the lists after ${since(begun)}`)
}

async function timeScoring(staff: Staff, cycleId: string): Promise<void> {
  const params = { cycleId }
  const begun = performance.now()
  await staff.call(ADMIN, OPERATIONS.runScores, { params, body: {} })
  console.log(`scoring ${COUNTIES * TOWNSHIPS_OF_COUNTY} × ${INDICATORS}: asked for in ${since(begun)}`)
  let shown = -1
  const runId = await until(async () => {
    const { running, latestRun } = await staff.call(ADMIN, OPERATIONS.getScoring, { params })
    if (running === null) return latestRun ?? undefined
    if (running.done !== shown) console.log(`  ${running.done} of ${running.all} after ${since(begun)}`)
    shown = running.done
    return undefined
  })
  const { state } = await staff.call(ADMIN, OPERATIONS.getRun, { params: { runId } })
  console.log(`  recorded after ${since(begun)}: run ${runId}, result ${state.resultHash}`)
}

/** Less than a province, but with the same steps: one list whose notice is over. */
async function fillList(): Promise<readonly Item[]> {
  const world = await startWorld(COUNTIES_OF_LIST, { townshipsOfCounty: 1, unitsOfCounty: 1 + VILLAGES_OF_COUNTY })
  const { batchId } = await fillRound(world, { year: YEAR, applications: LISTED, listed: LISTED, finish: false })
  await publicise(world, batchId, YEAR)
  return recordsOf(world.api)
}

/** One cycle of all townships, whose forms are accepted. */
async function fillCycleOfTownships(): Promise<readonly Item[]> {
  const world = await startWorld(COUNTIES, {
    townshipsOfCounty: TOWNSHIPS_OF_COUNTY,
    unitsOfCounty: TOWNSHIPS_OF_COUNTY,
  })
  const townships: string[] = []
  for (const county of world.counties) {
    const { units } = await world.api.call(world.staff.countyAdmin(county), 'listUnits', {
      query: { kind: 'township' },
    })
    townships.push(...units.map(({ id }) => id))
  }
  await fillTownships(world, townships, INDICATORS)
  return recordsOf(world.api)
}

async function startWorld(count: number, units: Parameters<typeof registerAll>[2]) {
  const api = benchApi(`${YEAR}-01-08T01:00:00.000Z`)
  // Whatever else is filled in and put beside it has other numbers.
  for (let skipped = 0; skipped < count * 1000; skipped += 1) api.newId()
  const tree = benchTree(count)
  const staff = benchStaff((membership) => api.stores.putMembership(membership))
  await must(loadDivisions(platform(api), tree))
  const villages = await registerAll(api, tree, units)
  return { api, staff, counties: tree.counties.map(({ code }) => code), villages }
}

/** The province of the running system keeps its own divisions and people. */
const recordsOf = ({ stores }: BenchApi): readonly Item[] =>
  stores.tables.dump('records').filter(({ pk }) => !String(pk).includes('#divisions#'))

async function countTitles(staff: Staff): Promise<number> {
  let count = 0
  let cursor: string | undefined
  do {
    const page = await staff.call(ADMIN, OPERATIONS.listTitles, { query: { year: YEAR, cursor } })
    count += page.rows.length
    cursor = page.cursor
  } while (cursor !== undefined)
  return count
}

/** The list, once its row is there. */
async function findList(staff: Staff): Promise<string | undefined> {
  const { rows } = await staff.call(ADMIN, OPERATIONS.listBatches)
  return rows.find(({ title, status }) => title === LIST_NAME && status !== 'collecting' && status !== 'on-notice')?.id
}

/** The cycle, once the rows of all its forms are there. */
async function findFilledCycle(staff: Staff): Promise<string | undefined> {
  const { rows: cycles } = await staff.call(ADMIN, OPERATIONS.listCycles)
  const cycle = cycles.find(({ title }) => title === CYCLE_NAME)
  if (cycle === undefined) return undefined
  const { rows } = await staff.call(ADMIN, OPERATIONS.getCycleProgress, { params: { cycleId: cycle.id } })
  return rows.every(({ status }) => status === 'accepted') ? cycle.id : undefined
}

const since = (begun: number): string => `${((performance.now() - begun) / 1000).toFixed(1)} s`

async function until<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    await pause(LOOK_EVERY_MS)
  }
}
