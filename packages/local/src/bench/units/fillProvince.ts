import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { digest } from '@anjie/store'
import { loadDivisions } from '@anjie/use-cases/divisions/loadDivisions'
import { importTitles } from '@anjie/use-cases/honours/importTitles'
import { registerUnits } from '@anjie/use-cases/units/registerUnits'
import { type BenchApi, benchApi } from './benchApi.ts'
import { type BenchStaff, benchStaff, benchTree, WHOLE_PROVINCE, wordOf } from './benchProvince.ts'
import { type FilledCycle, fillCycle } from './fillCycle.ts'
import { type FilledRound, fillRound } from './fillRound.ts'

/** A share of a province with three years of work in it; the third year is under way. */
export interface FilledProvince {
  readonly api: BenchApi
  readonly staff: BenchStaff
  readonly share: number
  readonly counties: readonly string[]
  /** Ids of the villages of each county, in the order of `counties`. */
  readonly villages: readonly (readonly string[])[]
  readonly finished: FilledCycle
  readonly running: FilledCycle
  readonly round: FilledRound
}

export const RUNNING_YEAR = 2026
const FINISHED_YEARS = [2024, 2025] as const
const ROUNDS = 3
/** A list takes 600; some room is left for what is measured. */
const LISTED = 590

/** Fills the share with the product's own operations; the same share gives the same province, byte by byte. */
export async function fillProvince(share: number): Promise<FilledProvince> {
  const part = (whole: number): number => Math.max(2, Math.round(whole * share))
  const api = benchApi('2024-01-08T01:00:00.000Z')
  const tree = benchTree(part(WHOLE_PROVINCE.counties))
  const staff = benchStaff((membership) => api.stores.putMembership(membership))
  const counties = tree.counties.map(({ code }) => code)
  await must(loadDivisions(platform(api), tree))
  const villages = await registerAll(api, tree)
  await importAll(api, tree, part(WHOLE_PROVINCE.importedTitles))
  await recordChanges(api, staff, tree, part(WHOLE_PROVINCE.divisionChanges))

  const applications = Math.ceil(part(WHOLE_PROVINCE.applications) / ROUNDS)
  const named = Math.ceil(part(WHOLE_PROVINCE.namedTitles) / FINISHED_YEARS.length)
  const world = { api, staff, counties, villages }
  let finished: FilledCycle | undefined
  for (const year of FINISHED_YEARS) {
    await fillRound(world, { year, applications, listed: named, finish: true })
    finished = await fillCycle(world, { year, finish: true, saves: 1 })
  }
  const round = await fillRound(world, {
    year: RUNNING_YEAR,
    applications,
    listed: part(LISTED),
    finish: false,
  })
  const running = await fillCycle(world, {
    year: RUNNING_YEAR,
    finish: false,
    saves: part(WHOLE_PROVINCE.savesOfOneForm),
  })
  if (finished === undefined) throw new Error('no year is finished')
  return { ...world, share, finished, running, round }
}

/** What the operator's own functions work with. */
export const platform = (api: BenchApi) => ({
  store: api.stores.openPlatformStore('99', api.platformMark()),
  now: api.now,
  digest,
})

export async function must<T extends { readonly ok: boolean }>(work: Promise<T>): Promise<T> {
  const outcome = await work
  if (!outcome.ok) throw new Error(`the province could not be filled: ${JSON.stringify(outcome)}`)
  return outcome
}

export async function registerAll(
  api: BenchApi,
  tree: DivisionTree,
  {
    unitsOfCounty,
    townshipsOfCounty,
  }: { readonly unitsOfCounty: number; readonly townshipsOfCounty: number } = WHOLE_PROVINCE,
): Promise<string[][]> {
  const villages: string[][] = []
  const validFrom = PlainDate.parse('2010-01-01')
  for (const { code: county } of tree.counties) {
    const townships = Array.from({ length: townshipsOfCounty }, (_, at) => `${wordOf(at * 7)}镇`)
    const names = Array.from({ length: unitsOfCounty - townshipsOfCounty }, (_, at) => ({
      name: `${wordOf(at)}村`,
      parentName: townships[at % townshipsOfCounty] ?? '',
    }))
    const { ids, refused } = await registerUnits(platform(api), tree, [
      ...townships.map((name) => ({ county, kind: 'township' as const, name, validFrom })),
      ...names.map((each) => ({ county, kind: 'village' as const, ...each, validFrom })),
    ])
    if (refused.length > 0) throw new Error(`a unit was refused: ${refused[0]?.reason}`)
    villages.push(ids.slice(townshipsOfCounty).flatMap((id) => id ?? []))
  }
  return villages
}

/** The public lists name other villages than those that apply, or nobody could. */
async function importAll(api: BenchApi, tree: DivisionTree, count: number): Promise<void> {
  const cityNames = new Map<string, string>(tree.cities.map(({ code, name }) => [code, name]))
  const ofCounty = Math.ceil(count / tree.counties.length)
  for (const { name, city } of tree.counties) {
    const rows = Array.from({ length: ofCounty }, (_, at) => ({
      row: at + 1,
      year: String(2019 + (at % 3)),
      level: '省级',
      honour: '六无平安村',
      city: cityNames.get(city) ?? '',
      county: name,
      township: `${wordOf(at * 7)}乡`,
      unit: `古${wordOf(at)}村`,
      sourceUrl: 'https://lists.invalid/2019',
    }))
    const { refused } = await importTitles(platform(api), tree, rows)
    if (refused.length > 0) throw new Error(`a title was refused: ${refused[0]?.reason}`)
  }
}

/** A county that changes its name and takes the old one again, year after year. */
async function recordChanges(api: BenchApi, staff: BenchStaff, tree: DivisionTree, count: number): Promise<void> {
  const county = tree.counties.at(-1)
  if (county === undefined) return
  let { version } = await api.call(staff.provinceAdmin, 'getDivisions')
  for (let change = 0; change < count; change += 1) {
    const reply = await api.call(staff.provinceAdmin, 'recordDivisionChange', {
      body: {
        kind: 'renamed',
        on: PlainDate.parse(`${1900 + change}-07-01`),
        approvalReference: `民函〔2023〕${change + 1}号`,
        from: [county.code],
        to: [{ code: county.code, name: change % 2 === 0 ? `新${county.name}` : county.name }],
      },
      ifMatch: version,
    })
    version = reply.version
  }
}
