import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { addDays } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { PlatformCommand } from '@anjie/contracts/platform/command'
import { CountyCode, type DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { type SchemeId, UnitId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { beijingDay, inParallel } from '@anjie/kernel'
import { CognitoIdentityProviderClient, ListUsersCommand } from '@aws-sdk/client-cognito-identity-provider'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { Refused } from '../apiClient.ts'
import { clientOptions } from '../emulator.ts'
import { importListing } from '../listing/importListing.ts'
import { readDivisionFile } from '../listing/readDivisionFile.ts'
import { readListing } from '../listing/readListing.ts'
import { inProject } from '../paths.ts'
import { localPlatform } from '../platformFunction.ts'
import type { DemoLogIn, SeedReport } from '../seedReport.ts'
import type { StackFacts } from '../stackFacts.ts'
import { ensureAccount } from './demoAccounts.ts'
import { takenFromCatalogue } from './demoCatalogue.ts'
import { typedOf, withCountedFigures } from './demoCounted.ts'
import { demoDivisions } from './demoDivisions.ts'
import {
  demoCommissionFigures,
  demoCountyCommissionFigures,
  demoTownshipFigures,
  FINISHED_YEAR,
} from './demoFigures.ts'
import { fillAndAccept, fillAndVerify, formOf, showResult } from './demoForms.ts'
import {
  DEMO_CITIES,
  DEMO_PASSWORD,
  DEMO_UNIT_LOG_INS,
  type DemoPerson,
  demoPeople,
  REPORT_COUNTY,
} from './demoPeople.ts'
import { demoTiles } from './demoTiles.ts'
import { demoUnits } from './demoUnits.ts'
import { REPORT_FIGURES } from './reportFigures.ts'
import type { AftercareSteps } from './seedAftercare.ts'
import { seedCatalogue, seedCatalogueLater } from './seedCatalogue.ts'
import { seedCounts } from './seedCounts.ts'
import { seedCountyHonours } from './seedCountyHonours.ts'
import { seedDisputes, seedDisputeYear } from './seedDisputes.ts'
import { seedDutyLists } from './seedDutyLists.ts'
import { seedDutyPosts } from './seedDutyPosts.ts'
import { seedEscalation } from './seedEscalation.ts'
import { seedImports } from './seedImports.ts'
import { seedLadder } from './seedLadder.ts'
import { seedMoves } from './seedMoves.ts'
import { seedPostCycle } from './seedPostCycle.ts'
import { deliberate, seedProcedure } from './seedProcedure.ts'
import { seedRegisters } from './seedRegisters.ts'
import { morningOf, type RunClock, seedNotice, seedSituations } from './seedSituations.ts'
import { seedSupervision } from './seedSupervision.ts'
import { SignedInStaff, type Staff } from './staff.ts'

const AT_ONCE = 6
const { listSchemes, draftScheme, publishScheme, planCycle, openCycle, getCycle, enterCommissionValues } = OPERATIONS
const { getSubmission, saveValues, publishRun, listCandidates, getDivisions, arrangeTiles } = OPERATIONS

/** Log-ins that are printed; the other counties' follow the same pattern. */
const SHOWN = [
  'province.admin',
  'province.deputy',
  'province.reviewer',
  'auditor',
  '9901.reviewer',
  `${REPORT_COUNTY}.reporter`,
  `${REPORT_COUNTY}.reviewer`,
  `${REPORT_COUNTY}.admin`,
  `${REPORT_COUNTY}.deputy`,
  `${REPORT_COUNTY}.health`,
  `${REPORT_COUNTY}.police`,
  `${REPORT_COUNTY}.police-head`,
  ...DEMO_UNIT_LOG_INS.map(([name]) => `${REPORT_COUNTY}.${name}`),
]

/**
 * Fills an empty local system with the demo province: its people and units, a finished year with the published league
 * tables of the counties and of one county's townships, and a running year with one county's figures. Everything goes the way that people's work goes: through the operator's function
 * and the API. A system that is filled already is left as it is. `whole`: with what does not run smoothly, which people want to see
 * and the deployed tests, which make their own cases, would only wait for; they find one running notice.
 */
export async function seed(facts: StackFacts, whole = false): Promise<SeedReport> {
  const divisions = demoDivisions()
  const people = demoPeople(divisions)
  const logIns: DemoLogIn[] = people
    .filter(({ userName }) => SHOWN.includes(userName))
    .map(({ userName, personName, post, jurisdictionName, unitName = '' }) => ({
      who: `${jurisdictionName}${unitName} ${post} ${personName}`,
      userName,
      password: DEMO_PASSWORD,
    }))
  const cognito = new CognitoIdentityProviderClient(clientOptions(facts.endpoint))
  const platform = localPlatform(facts)
  const must = async (command: PlatformCommand, at?: string): Promise<void> => {
    const answer = await platform(command, at)
    if (!answer.ok) throw new Error(`${command.command}：${answer.detail}`)
    if ('refused' in answer && answer.refused.length > 0)
      throw new Error(`${command.command}：${JSON.stringify(answer.refused[0])}`)
  }

  const staff = new SignedInStaff(facts, cognito)
  if (await isFilled(cognito, facts, staff)) return { summary: 'already there', wasThere: true, logIns }
  await must({ command: 'loadDivisions', divisions })
  const registered = await platform({
    command: 'registerUnits',
    province: divisions.province.code,
    units: demoUnits(),
  })
  if (!('ids' in registered) || registered.refused.length > 0) throw new Error('the demo’s units are not taken')
  const unitIds = new Map(demoUnits().map(({ name }, index) => [name, registered.ids[index] ?? ''] as const))
  await inParallel(people, AT_ONCE, (person) => takeOnBoard(cognito, facts, person, unitIds, must))
  const listing = await importRealListing(platform)

  await seedWork(staff, divisions, whole ? { runClock: clockOf(facts), load: must } : undefined)
  if (whole) {
    await seedLadder(staff, must, divisions, PlainDate.parse(beijingDay(new Date().toISOString())))
    await seedCountyHonours(staff)
    await seedImports(staff)
    await seedMoves(staff, must, divisions, PlainDate.parse(beijingDay(new Date().toISOString())))
    await seedCounts(staff, PlainDate.parse(beijingDay(new Date().toISOString())))
  } else await seedNotice(staff)
  return {
    summary: `${divisions.cities.length} cities, ${divisions.counties.length} counties, ${people.length} log-ins; ${listing}`,
    wasThere: false,
    logIns,
  }
}

/** What follows while people look round already; the answer says in words what there is at the end. */
export const seedLater = (facts: StackFacts, told: (message: string) => void): Promise<string> =>
  seedDisputeYear(new SignedInStaff(facts, new CognitoIdentityProviderClient(clientOptions(facts.endpoint))), told)

/** What the demo's people do. `whole`: with the situations, of which some need the clock to have run and the operator to have loaded lists. */
export async function seedWork(
  staff: Staff,
  divisions: DivisionTree,
  whole: { readonly runClock: RunClock; readonly load: AftercareSteps['load'] } | undefined,
): Promise<void> {
  const runClock = whole?.runClock
  const today = PlainDate.parse(beijingDay(new Date().toISOString()))
  await seedCatalogue(staff, await demoScheme(2026), today)
  // The table of the year before, by which places have moved.
  if (runClock !== undefined)
    await seedFinishedYear(staff, divisions, FINISHED_YEAR - 1, `${FINISHED_YEAR}-02-20T02:00:00.000Z`)
  if (runClock !== undefined) await arrangeDemoTiles(staff, divisions)
  const finished = await seedFinishedYear(staff, divisions, FINISHED_YEAR)
  const townships = await seedTownshipYear(staff, runClock === undefined ? undefined : today)
  // The running year counts governance centres from their register, where there are registers.
  if (runClock !== undefined) await seedRegisters(staff, divisions, today)
  if (runClock !== undefined) await seedSupervision(staff, today, runClock)
  if (runClock !== undefined) await seedEscalation(staff, today)
  if (runClock !== undefined) {
    await seedDutyPosts(staff, today)
    await seedDutyLists(staff, today, runClock)
    await seedPostCycle(staff, today)
  }
  if (runClock !== undefined) await seedDisputes(staff, today)
  if (runClock !== undefined) await seedProcedure(staff, townships, today)
  const running = await seedRunningYear(staff, divisions, runClock !== undefined)
  if (runClock !== undefined) await seedCatalogueLater(staff, await demoScheme(2026), running.schemeId, today)
  if (whole !== undefined) await seedSituations(staff, divisions, { finished, running }, whole.runClock, whole.load)
}

/** By an earlier start: people have worked in it since, and its units need not be those any more that the demo registers. */
async function isFilled(cognito: CognitoIdentityProviderClient, facts: StackFacts, staff: Staff): Promise<boolean> {
  const { Users = [] } = await cognito.send(new ListUsersCommand({ UserPoolId: facts.userPoolId, Limit: 1 }))
  if (Users.length === 0) return false
  try {
    return (await staff.call('province.admin', listSchemes)).rows.length > 0
  } catch (error) {
    // Stopped before its people were on board: it is taken up again.
    if (error instanceof Refused) return false
    throw error
  }
}

/** Where the province put its counties in tile grids, before the first table that is shown as one. */
async function arrangeDemoTiles(staff: Staff, divisions: DivisionTree): Promise<void> {
  const { version } = await staff.call('province.admin', getDivisions)
  const body = { tiles: [...demoTiles(divisions)] }
  await staff.call('province.admin', arrangeTiles, { body, ifMatch: version })
}

async function takeOnBoard(
  cognito: CognitoIdentityProviderClient,
  facts: StackFacts,
  { userName, roles, unitName, honours, ...person }: DemoPerson,
  unitIds: ReadonlyMap<string, string>,
  must: (command: PlatformCommand) => Promise<void>,
): Promise<void> {
  const subject = await ensureAccount(cognito, facts.userPoolId, userName)
  await must({
    command: 'grantMembership',
    membership: {
      ...person,
      roles: [...roles],
      ...(honours === undefined ? {} : { honours: [...honours] }),
      ...(unitName === undefined ? {} : { units: [UnitId.parse(unitIds.get(unitName))] }),
      identity: `${facts.issuer}#${subject}`,
      personId: `person-${userName}`,
      validUntil: PlainDate.parse('2030-12-31'),
    },
  })
}

/** The real public listing, where the samples lie beside the project. */
async function importRealListing(platform: ReturnType<typeof localPlatform>): Promise<string> {
  const samples = inProject('../shared/samples')
  if (!existsSync(samples)) return 'no public listing beside the project'
  const divisionFile = `${samples}/divisions/sichuan_divisions.json`
  const listingFile = `${samples}/peace_honours_complete.csv`
  const divisions = readDivisionFile(divisionFile, await readFile(divisionFile))
  const listing = await readListing(listingFile, await readFile(listingFile))
  if (!divisions.ok || !listing.ok) throw new Error('the public listing beside the project cannot be read')
  const report = await importListing(listing.value, divisions.value, platform)
  return `${report.created + report.unchanged} public titles`
}

async function demoScheme(year: number): Promise<Scheme> {
  const text = await readFile(inProject('contracts/examples/anhe2026.scheme.json'), 'utf8')
  const scheme = Scheme.parse(JSON.parse(text))
  return takenFromCatalogue({
    ...scheme,
    code: `ANHE-${year}`,
    year,
    name: scheme.name.replace('2026', String(year)),
  })
}

/** The cycle of one year over the counties of the demo's cities, in three groups, opened. */
async function openDemoCycle(
  staff: Staff,
  divisions: DivisionTree,
  year: number,
  at?: string,
  change: (scheme: Scheme) => Scheme = (scheme) => scheme,
) {
  const admin = 'province.admin'
  const drafted = await staff.call(admin, draftScheme, { body: { scheme: change(await demoScheme(year)) } }, at)
  const published = { params: { schemeId: drafted.id }, body: { as: 'in-force' as const }, ifMatch: drafted.version }
  await staff.call(admin, publishScheme, published, at)
  const counties = divisions.counties.filter(({ city }) => DEMO_CITIES.includes(city))
  const planned = await staff.call(
    admin,
    planCycle,
    {
      body: {
        name: `${year}年度县级平安建设考评`,
        year,
        schemeId: drafted.id,
        dataFrom: `${year}-01-01`,
        dataTo: `${year}-12-31`,
        dueOn: `${year + 1}-01-15`,
        subjects: counties.map(({ code, name }, place) => ({
          code,
          group: name.endsWith('区') ? 'G1' : place % 2 === 0 ? 'G2' : 'G3',
        })),
      },
    },
    at,
  )
  await staff.call(admin, openCycle, { params: { cycleId: planned.id }, ifMatch: planned.version }, at)
  return staff.call(admin, getCycle, { params: { cycleId: planned.id } })
}

/** A year from its scheme to the published table. `at`: when all of it was done; undefined: just now. */
async function seedFinishedYear(staff: Staff, divisions: DivisionTree, year: number, at?: string) {
  const { state: cycle } = await openDemoCycle(staff, divisions, year, at)
  await inParallel(cycle.subjects, AT_ONCE, async (subject, place) => {
    const values = demoCommissionFigures(subject.code, place, year)
    const entered = { params: { cycleId: cycle.id, subject: subject.code }, body: { values }, ifMatch: 0 }
    await staff.call('province.admin', enterCommissionValues, entered, at)
    await fillAndAccept(staff, formOf(subject), CountyCode.parse(subject.code), year, at)
  })
  await publishResult(staff, 'province.admin', cycle.id, '演示数据：各县已确认无异议', at)
  return { cycleId: cycle.id, schemeId: cycle.schemeId }
}

async function publishResult(
  staff: Staff,
  admin: string,
  cycleId: string,
  earlyReason: string,
  at?: string,
): Promise<void> {
  const appealsUntil = PlainDate.parse(beijingDay(at ?? new Date().toISOString()))
  const { runId, version } = await showResult(staff, admin, cycleId, appealsUntil, at)
  await staff.call(admin, publishRun, { params: { runId }, body: { earlyReason }, ifMatch: version }, at)
}

/** One county's own assessment of its townships for the year before, from its scheme to the published table; with a day, decided on by its leading group. */
async function seedTownshipYear(staff: Staff, decidedOn: PlainDate | undefined): Promise<SchemeId> {
  const admin = `${REPORT_COUNTY}.admin`
  const example = Scheme.parse(
    JSON.parse(await readFile(inProject('contracts/examples/townshipDeductions.scheme.json'), 'utf8')),
  )
  const drafted = await staff.call(admin, draftScheme, {
    body: { scheme: { ...example, code: 'XZ-2025', year: 2025, name: '2025年乡镇（街道）平安建设考评方案' } },
  })
  const published = { params: { schemeId: drafted.id }, body: { as: 'in-force' as const }, ifMatch: drafted.version }
  await staff.call(admin, publishScheme, published)
  const { candidates } = await staff.call(admin, listCandidates, { query: { subjectKind: 'township' } })
  const planned = await staff.call(admin, planCycle, {
    body: {
      name: '2025年度乡镇（街道）平安建设考评',
      year: 2025,
      schemeId: drafted.id,
      dataFrom: '2025-01-01',
      dataTo: '2025-12-31',
      dueOn: '2026-01-10',
      subjects: candidates.map(({ code }) => ({ code, group: 'ALL' })),
    },
  })
  const params = { cycleId: planned.id }
  await staff.call(admin, openCycle, { params, ifMatch: planned.version })
  const { state: cycle } = await staff.call(admin, getCycle, { params })
  await inParallel(cycle.subjects, AT_ONCE, async (subject) => {
    await staff.call(admin, enterCommissionValues, {
      params: { cycleId: cycle.id, subject: subject.code },
      body: { values: demoCountyCommissionFigures(subject.name) },
      ifMatch: 0,
    })
    await fillAndVerify(staff, formOf(subject), CountyCode.parse(REPORT_COUNTY), demoTownshipFigures(subject.name))
  })
  const appealsUntil = PlainDate.parse(beijingDay(new Date().toISOString()))
  const { runId, version } = await showResult(staff, admin, cycle.id, appealsUntil)
  if (decidedOn !== undefined) await deliberate(staff, cycle.id, decidedOn)
  const earlyReason = '演示数据：各乡镇已确认无异议'
  await staff.call(admin, publishRun, { params: { runId }, body: { earlyReason }, ifMatch: version })
  return cycle.schemeId
}

/** The running year: one county has submitted the figures of the county report, the rest have not begun. */
async function seedRunningYear(staff: Staff, divisions: DivisionTree, counts: boolean) {
  const today = PlainDate.parse(beijingDay(new Date().toISOString()))
  const { state: cycle } = await openDemoCycle(
    staff,
    divisions,
    2026,
    morningOf(addDays(today, -12)),
    counts ? withCountedFigures : undefined,
  )
  const subject = cycle.subjects.find(({ code }) => code === REPORT_COUNTY)
  if (subject === undefined) throw new Error('the county of the report takes part in the demo cycle')
  const params = { submissionId: formOf(subject) }
  const opened = await staff.call(`${REPORT_COUNTY}.reporter`, getSubmission, { params })
  await staff.call(`${REPORT_COUNTY}.reporter`, saveValues, {
    params,
    body: { values: typedOf(opened, REPORT_FIGURES) },
    ifMatch: opened.version,
  })
  return { cycleId: cycle.id, schemeId: cycle.schemeId }
}

/** The clock function at a given instant, as the local stage takes it; without one at the present. */
const clockOf =
  ({ endpoint, functions }: StackFacts): RunClock =>
  async (now) => {
    const client = new LambdaClient(clientOptions(endpoint))
    const Payload = JSON.stringify(now === undefined ? {} : { now })
    // What was named or published until then is signed at that instant as well, so that the log has heads of several days.
    for (const FunctionName of [functions.clock, functions.signer])
      await client.send(new InvokeCommand({ FunctionName, Payload }))
  }
