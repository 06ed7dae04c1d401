import { addDays } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { PlatformCommand } from '@anjie/contracts/platform/command'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { DefaultHonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'
import type { BasisId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import { REPORT_COUNTY } from './demoPeople.ts'
import type { Staff } from './staff.ts'

const { recordBasis, openRound } = OPERATIONS
const CITY = cityCodeOf(REPORT_COUNTY)

type Held = readonly [unit: string, township: string, level: '县级' | '市级' | '省级', yearsAgo: number]

/**
 * 六无 villages and 平安 townships on every rung: the ones that were listed in the year before last have held theirs long enough, last
 * year's have it at the end of this year.
 */
const VILLAGES: readonly Held[] = [
  ['柏坪晨光村', '柏坪镇', '县级', 1],
  ['柏坪清泉村', '柏坪镇', '县级', 2],
  ['柏坪前进村', '柏坪镇', '县级', 2],
  ['雁滩晨光村', '雁滩镇', '县级', 3],
  ['雁滩晨光村', '雁滩镇', '市级', 2],
  ['雁滩清泉村', '雁滩镇', '县级', 4],
  ['雁滩清泉村', '雁滩镇', '市级', 3],
  ['雁滩清泉村', '雁滩镇', '省级', 1],
  ['雁滩前进村', '雁滩镇', '县级', 1],
]
const TOWNSHIPS: readonly Held[] = [
  ['碧涧镇', '', '县级', 2],
  ['青埠镇', '', '县级', 1],
  ['枕泉镇', '', '县级', 3],
  ['枕泉镇', '', '市级', 2],
  ['望岫镇', '', '省级', 1],
]

/** Titles that were given before the system was there, and rounds of the county and its city by which the next rung is climbed. */
export async function seedLadder(
  staff: Staff,
  must: (command: PlatformCommand) => Promise<void>,
  divisions: DivisionTree,
  today: PlainDate,
): Promise<void> {
  await must({
    command: 'importTitles',
    province: divisions.province.code,
    rows: [...rowsOf('six-no-village', VILLAGES), ...rowsOf('peace-township', TOWNSHIPS)].map(([honour, held], at) =>
      listed(divisions, honour, held, at + 1, today),
    ),
  })
  const soon = addDays(today, 20)
  for (const honour of ['six-no-village', 'peace-township'] as const) {
    await roundOf(staff, 'county', honour, today, addDays(today, 40), addDays(today, -3))
    await roundOf(staff, 'city', honour, soon, addDays(soon, 60), addDays(today, -3))
  }
}

const rowsOf = (honour: DefaultHonourCode, held: readonly Held[]) => held.map((each) => [honour, each] as const)

function listed(
  divisions: DivisionTree,
  honour: DefaultHonourCode,
  [unit, township, level, yearsAgo]: Held,
  row: number,
  today: PlainDate,
) {
  const county = divisions.counties.find(({ code }) => code === REPORT_COUNTY)
  const city = divisions.cities.find(({ code }) => code === CITY)
  if (county === undefined || city === undefined) throw new Error('the county of the report is not in the demo')
  return {
    row,
    year: String(Number(today.slice(0, 4)) - yearsAgo),
    level,
    honour: HONOUR_TYPES[honour].name,
    city: city.name,
    county: county.name,
    township,
    unit,
    sourceUrl: 'https://example.invalid/mingdan',
  }
}

const NAMERS = {
  county: { userName: `${REPORT_COUNTY}.admin`, issuer: '中共榆陂县委' },
  city: { userName: `${CITY}.reviewer`, issuer: '中共岚岭市委' },
} as const

/** 批准依据 and a round of one level. */
async function roundOf(
  staff: Staff,
  level: 'county' | 'city',
  honour: 'six-no-village' | 'peace-township',
  opensOn: PlainDate,
  closesOn: PlainDate,
  approvedOn: PlainDate,
): Promise<void> {
  const { userName, issuer } = NAMERS[level]
  const { name } = HONOUR_TYPES[honour]
  const basis = await staff.call(userName, recordBasis, {
    body: {
      honour,
      regime: 'creation-demonstration',
      issuer,
      issuerKind: 'party-committee',
      issuerLevel: level,
      approvedBy: 'province',
      approvalNumber: `安和省创建示范活动目录第${honour === 'six-no-village' ? 3 : 4}项`,
      approvedOn,
      file: '安和省创建示范活动目录',
    },
  })
  await staff.call(userName, openRound, {
    body: {
      honour,
      name: `${level === 'county' ? '县级' : '市级'}${name}创建`,
      year: Number(opensOn.slice(0, 4)),
      opensOn,
      closesOn,
      noticeWorkingDays: 5,
      validYears: 3,
      basisId: basis.id as BasisId,
      quotas: [{ code: REPORT_COUNTY, places: 6 }],
    },
  })
}
