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
import { benchApi } from '../units/benchApi.ts'
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
const VILLAGES_OF_COUNTY = 12
const LOOK_EVERY_MS = 250

/**
 * `pnpm bench deployed`: puts a list of 600 units and a cycle of 3,111 townships × 100 indicators into the running `pnpm dev`, once,
 * and times what takes longest there: naming the list until its 600 titles are in the lists, and scoring the cycle in the background.
 */
export async function benchDeployed(): Promise<number> {
  const facts = await readStackFacts('dev')
  const options = clientOptions(facts.endpoint)
  const staff = new SignedInStaff(facts, new CognitoIdentityProviderClient(options))
  const { rows: lists } = await staff.call(ADMIN, OPERATIONS.listBatches)
  if (!lists.some(({ title }) => title === LIST_NAME)) {
    const items = await step('fill a province in memory', fillWorld, (all) => `${all.length} items`)
    const client = DynamoDBDocumentClient.from(new DynamoDBClient(options))
    await step('put it into the running system', () => pourRecords(client, facts.tables.records, items))
  }
  const { batchId, cycleId } = await step('wait for the lists', () => until(() => projected(staff)))
  await timeNaming(staff, batchId)
  await timeScoring(staff, cycleId)
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

/** As `fillProvince`, but only what is timed here: one list whose notice is over, and one cycle whose forms are all accepted. */
async function fillWorld(): Promise<readonly Item[]> {
  const api = benchApi(`${YEAR}-01-08T01:00:00.000Z`)
  const tree = benchTree(COUNTIES)
  const staff = benchStaff((membership) => api.stores.putMembership(membership))
  await must(loadDivisions(platform(api), tree))
  const counties = tree.counties.map(({ code }) => code)
  const villages = await registerAll(api, tree, {
    townshipsOfCounty: TOWNSHIPS_OF_COUNTY,
    unitsOfCounty: TOWNSHIPS_OF_COUNTY + VILLAGES_OF_COUNTY,
  })
  const world = { api, staff, counties, villages }
  const { batchId } = await fillRound(world, { year: YEAR, applications: LISTED, listed: LISTED, finish: false })
  await publicise(world, batchId, YEAR)
  const townships: string[] = []
  for (const county of counties) {
    const { units } = await api.call(staff.countyAdmin(county), 'listUnits', { query: { kind: 'township' } })
    townships.push(...units.map(({ id }) => id))
  }
  // The province of the running system keeps its own divisions and people.
  await fillTownships(world, townships, INDICATORS)
  // The province of the running system keeps its own divisions and people.
  return api.stores.tables.dump('records').filter(({ pk }) => !String(pk).includes('#divisions#'))
}

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

/** The list and the cycle, once everything of theirs is in the lists. */
async function projected(staff: Staff): Promise<{ batchId: string; cycleId: string } | undefined> {
  const { rows: lists } = await staff.call(ADMIN, OPERATIONS.listBatches)
  const { rows: cycles } = await staff.call(ADMIN, OPERATIONS.listCycles)
  const list = lists.find(({ title, status }) => title === LIST_NAME && status !== 'on-notice')
  const cycle = cycles.find(({ title }) => title === CYCLE_NAME)
  if (list === undefined || cycle === undefined) return undefined
  const { rows } = await staff.call(ADMIN, OPERATIONS.getCycleProgress, { params: { cycleId: cycle.id } })
  return rows.every(({ status }) => status === 'accepted') ? { batchId: list.id, cycleId: cycle.id } : undefined
}

const since = (begun: number): string => `${((performance.now() - begun) / 1000).toFixed(1)} s`

async function until<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    await pause(LOOK_EVERY_MS)
  }
}
