import { addDays } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { PlatformCommand } from '@anjie/contracts/platform/command'
import { CountyCode, DivisionChangeId, type DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { MovePlanId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { UnitRow } from '@anjie/contracts/vocabulary/units/unitRow'
import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import { MERGED_COUNTY, MOVED_COUNTY, REPORT_COUNTY } from './demoPeople.ts'
import { onceIs } from './onceThere.ts'
import type { Staff } from './staff.ts'

const { recordDivisionChange, getDivisions, drawMovePlan, confirmMovePlan, carryMoveOn, listTitles, listUnits } =
  OPERATIONS
const ADMIN = 'province.admin'
const DEPUTY = 'province.deputy'
/** Under which it stands in the other city. */
const MOVED_TO = CountyCode.parse('991706')
const HEIR = CountyCode.parse('991801')

const since = PlainDate.parse('2020-01-01')
/** Two counties that take part in nothing else: one went to another city, one is to be merged. */
export const MOVE_UNITS: readonly UnitRow[] = [
  ...registered(MOVED_COUNTY, '沅溪镇', ['沅溪口村', '白石滩村', '古渡村']),
  ...registered(MERGED_COUNTY, '樟湾镇', ['樟树村', '湾头村']),
]

function registered(code: string, township: string, villages: readonly string[]): readonly UnitRow[] {
  const county = CountyCode.parse(code)
  return [
    { county, kind: 'township', name: township, validFrom: since },
    ...villages.map((name): UnitRow => ({ county, kind: 'village', name, parentName: township, validFrom: since })),
  ]
}

/** 迁移方案: one that was carried out, one of a county that waits for a second person, and one of a township that waits for the city. */
export async function seedMoves(
  staff: Staff,
  must: (command: PlatformCommand) => Promise<void>,
  divisions: DivisionTree,
  today: PlainDate,
): Promise<void> {
  await must({
    command: 'importTitles',
    province: divisions.province.code,
    rows: [
      listed(divisions, MOVED_COUNTY, '沅溪镇', '沅溪口村', today),
      listed(divisions, MOVED_COUNTY, '沅溪镇', '古渡村', today),
      listed(divisions, MERGED_COUNTY, '樟湾镇', '樟树村', today),
    ].map((row, at) => ({ ...row, row: at + 1 })),
  })
  const moved = await recorded(staff, addDays(today, -40), 'renamed', [MOVED_COUNTY], {
    code: MOVED_TO,
    name: '沅溪县',
  })
  const merged = await recorded(staff, addDays(today, -6), 'merged', [HEIR, MERGED_COUNTY], { code: HEIR })
  await onceIs('the titles that were imported', async () => {
    const { rows } = await staff.call(ADMIN, listTitles, { query: { place: '9918' } })
    return rows.length === 3 ? true : undefined
  })
  const done = await staff.call(ADMIN, drawMovePlan, {
    body: { kind: 'county', changeId: DivisionChangeId.parse(moved), from: CountyCode.parse(MOVED_COUNTY) },
  })
  const params = { planId: MovePlanId.parse(done.id) }
  await staff.call(DEPUTY, confirmMovePlan, { params, ifMatch: done.version })
  while ((await staff.call(DEPUTY, carryMoveOn, { params })).status === 'applying');
  await staff.call(ADMIN, drawMovePlan, {
    body: { kind: 'county', changeId: DivisionChangeId.parse(merged), from: CountyCode.parse(MERGED_COUNTY) },
  })
  const { units } = await staff.call(`${REPORT_COUNTY}.admin`, listUnits, { query: { kind: 'township' } })
  const townshipOf = (name: string) => units.find((unit) => unit.name === name)?.id
  const [from, into] = [townshipOf('蒲泽乡'), townshipOf('芦湾乡')]
  if (from === undefined || into === undefined) throw new Error('the townships of the demo are not there')
  await staff.call(`${REPORT_COUNTY}.admin`, drawMovePlan, {
    body: { kind: 'township', from, into, on: addDays(today, -2), approvalReference: '榆政发〔2026〕21号' },
  })
}

async function recorded(
  staff: Staff,
  on: PlainDate,
  kind: 'renamed' | 'merged',
  from: readonly string[],
  to: { readonly code: CountyCode; readonly name?: string },
): Promise<string> {
  const { version } = await staff.call(ADMIN, getDivisions)
  const body = {
    kind,
    on,
    approvalReference: '安政函〔2026〕18号',
    from: from.map((code) => CountyCode.parse(code)),
    to: [to],
  }
  return (await staff.call(ADMIN, recordDivisionChange, { body, ifMatch: version })).id
}

function listed(divisions: DivisionTree, code: string, township: string, unit: string, today: PlainDate) {
  const county = divisions.counties.find((each) => each.code === code)
  const city = divisions.cities.find((each) => each.code === county?.city)
  if (county === undefined || city === undefined) throw new Error(`${code} is not in the demo`)
  return {
    year: String(Number(today.slice(0, 4)) - 1),
    level: '省级' as const,
    honour: HONOUR_TYPES['six-no-village'].name,
    city: city.name,
    county: county.name,
    township,
    unit,
    sourceUrl: 'https://example.invalid/mingdan',
  }
}
