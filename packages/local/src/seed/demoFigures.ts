import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'

/** A small number that is always the same for the same county and purpose: FNV-1a, reduced. */
function drawn(seed: string, below: number): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(seed)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash % below
}

const figure = (item: string, value: number | string): FormValue => ({
  item,
  period: String(FINISHED_YEAR),
  status: 'reported',
  value: String(value),
})
/** Two digits after the point, written and not computed: a float never touches a figure. */
const percent = (whole: number, hundredths: number): string => `${whole}.${String(hundredths).padStart(2, '0')}`

/** The year whose league table is the newest one of the demo. */
export const FINISHED_YEAR = 2025

/** Another year draws other figures. */
const drawnFor = (county: string, year: number): string => (year === FINISHED_YEAR ? county : `${county} ${year}`)
const inYear = (values: readonly FormValue[], year: number): FormValue[] =>
  values.map((value) => ({ ...value, period: String(year) }))

/** Invented figures of one county for a finished year, as the county reports them. */
export function demoCountyFigures(code: string, year = FINISHED_YEAR): FormValue[] {
  const county = drawnFor(code, year)
  const disputes = 800 + drawn(`${county}纠纷`, 5200)
  const led = 10 + drawn(`${county}带动`, 40)
  const building = 60 + drawn(`${county}创建`, 300)
  const demonstration = 10 + drawn(`${county}示范`, 90)
  const accident = drawn(`${county}事故`, 9) === 0 ? 1 : 0
  return inYear(
    [
      figure('DISPUTES_FOUND', disputes),
      figure('DISPUTES_RESOLVED', disputes - drawn(`${county}未化解`, 200)),
      figure('CENTERS_TOTAL', led + building + demonstration),
      figure('CENTERS_DEMONSTRATION', demonstration),
      figure('CENTERS_BUILDING', building),
      figure('CENTERS_LED', led),
      figure('ACCIDENT_3_5', accident),
      figure('ACCIDENT_3_5_REPEAT', 0),
      figure('ACCIDENT_6_9', 0),
      figure('ACCIDENT_6_9_REPEAT', 0),
      figure('HOMICIDE_3_4', drawn(`${county}命案`, 13) === 0 ? 1 : 0),
      figure('HOMICIDE_3_4_REPEAT', 0),
      figure('CITY_UNRECTIFIED', drawn(`${county}督查`, 6)),
      figure('TOWNSHIP_MONTH_BOTTOM', drawn(`${county}月度`, 4)),
      figure('TOWNSHIP_YEAR_BOTTOM', drawn(`${county}年度`, 2)),
    ],
    year,
  )
}

/** What the commission holds about the same county. */
export function demoCommissionFigures(code: string, place: number, year = FINISHED_YEAR): FormValue[] {
  const county = drawnFor(code, year)
  return inYear(
    [
      figure('VETO_EVENTS', drawn(`${county}否决`, 25) === 0 ? 1 : 0),
      figure('PROVINCE_DEDUCTION', drawn(`${county}扣分`, 7) === 0 ? 8 : 0),
      figure('PROVINCE_DEDUCTION_REPEAT', 0),
      figure('SAFETY_RATE', percent(88 + drawn(`${county}安全感`, 11), drawn(`${county}安全感2`, 100))),
      figure('AWARENESS_RATE', percent(78 + drawn(`${county}知晓`, 10), drawn(`${county}知晓2`, 100))),
      figure('AWARENESS_MEAN_BEFORE', '84.00'),
      figure('PARTICIPATION_RATE', percent(40 + drawn(`${county}参与`, 9), drawn(`${county}参与2`, 100))),
      figure('PARTICIPATION_MEAN_BEFORE', '44.20'),
      figure('COVERT_PROBLEMS', drawn(`${county}暗访`, 8)),
      figure('COVERT_UNRECTIFIED', drawn(`${county}回访`, 2) === 0 ? 0 : 1),
      figure('PROVINCE_RANK', 1 + drawn(`${county}位次`, 183)),
      figure('PROVINCE_RANK_BEFORE', 1 + ((place * 7) % 183)),
    ],
    year,
  )
}

/** Invented figures of one township for the year before, as its county's reporter enters them. */
export function demoTownshipFigures(township: string): FormValue[] {
  const disputes = 40 + drawn(`${township}纠纷`, 180)
  return [figure('PC', disputes), figure('HJ', disputes - drawn(`${township}未化解`, 9))]
}

/** What the county's own commission holds about it. */
export function demoCountyCommissionFigures(township: string): FormValue[] {
  return [
    figure('AQG', percent(90 + drawn(`${township}安全感`, 9), drawn(`${township}安全感2`, 100))),
    figure('MA', drawn(`${township}命案`, 17) === 0 ? 1 : 0),
    figure('CB', drawn(`${township}迟报`, 5) === 0 ? 1 : 0),
    figure('TG', drawn(`${township}推广`, 6) === 0 ? 1 : 0),
  ]
}
