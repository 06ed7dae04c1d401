import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { CityCode, CountyCode, type DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { DivisionAdditions } from '../divisions/addDivisions.ts'

/** 行政区划名单: a province's cities and counties, one row a county. */
export const divisionForm: IntakeForm = {
  code: 'divisions',
  name: '行政区划名单',
  notes: [
    '一行一个县（市、区）；功能区没有国家代码的，用市级代码加一个字母和一位数字，如“9901H1”。',
    '已有的只补曾用名；更名、合并、分设要有批准文号，请在“行政区划沿革”页登记。',
  ],
  fields: [
    {
      code: 'city',
      name: '市（州）',
      also: ['市', '市级', '地级市', '市州', '所属市', '城市'],
      type: 'text',
      required: true,
      fillDown: true,
      longest: 60,
      help: '省直辖的写“省直辖县级行政区划”，直辖市的写“市辖区”或“县”',
    },
    {
      code: 'code',
      name: '区划代码',
      also: ['代码', '县级代码', '行政区划代码', 'county_code'],
      type: 'code',
      digits: 6,
      required: true,
      key: true,
    },
    {
      code: 'name',
      name: '县（市、区）',
      also: ['名称', '县', '县级', '区县', '县（市、区）名称', '行政区划名称', '单位名称'],
      type: 'text',
      required: true,
      longest: 60,
    },
    { code: 'formerNames', name: '曾用名', also: ['原名'], type: 'text', longest: 300, help: '几个之间用顿号分开' },
  ],
}

/** 区划沿革表: codes and names of before, and what they became. */
export const divisionHistoryForm: IntakeForm = {
  code: 'division-history',
  name: '行政区划沿革表',
  notes: ['一行一项：某日起，原来的哪个县（市、区）成为现在的哪个。合并写几行，现代码相同；分设写几行，原代码相同。'],
  fields: [
    { code: 'on', name: '生效日期', also: ['日期', '变更日期', '批准日期'], type: 'date', required: true, key: true },
    { code: 'from', name: '原代码', also: ['旧代码', 'old_code'], type: 'code', digits: 6, required: true, key: true },
    { code: 'fromName', name: '原名称', also: ['旧名称', 'old_name'], type: 'text', required: true, longest: 60 },
    { code: 'to', name: '现代码', also: ['新代码', 'new_code'], type: 'code', digits: 6, required: true, key: true },
  ],
}

/** A row of either sheet, as it was read. */
export interface DivisionRow {
  readonly row: number
  readonly values: ReadonlyMap<string, string | boolean>
}

export interface RowFault {
  readonly row: number
  readonly field: string
  readonly message: string
}

const textIn = ({ values }: DivisionRow, field: string): string => String(values.get(field) ?? '')

/** What the rows of a 行政区划名单 say, and what is wrong with the others. */
export function listedDivisions(rows: readonly DivisionRow[]): {
  readonly listed: DivisionAdditions
  readonly faults: readonly RowFault[]
} {
  const cities = new Map<string, DivisionTree['cities'][number]>()
  const counties: DivisionAdditions['counties'][number][] = []
  const faults: RowFault[] = []
  for (const row of rows) {
    const code = CountyCode.safeParse(textIn(row, 'code'))
    const city = CityCode.safeParse(cityCodeOf(textIn(row, 'code')))
    if (!code.success || !city.success) {
      faults.push({
        row: row.row,
        field: 'code',
        message: `“${textIn(row, 'code')}”不是县级代码；请写6位数字，功能区如“9901H1”`,
      })
      continue
    }
    const cityName = textIn(row, 'city')
    const there = cities.get(city.data)
    if (there !== undefined && there.name !== cityName) {
      faults.push({
        row: row.row,
        field: 'city',
        message: `代码前四位${city.data}在前面写的是“${there.name}”，这里是“${cityName}”；请改正其中一处`,
      })
      continue
    }
    cities.set(city.data, { code: city.data, name: cityName })
    const formerNames = textIn(row, 'formerNames')
      .split(/[、，,;；]/)
      .map((name) => name.trim())
      .filter((name) => name !== '')
    counties.push({
      code: code.data,
      name: textIn(row, 'name'),
      city: city.data,
      ...(formerNames.length === 0 ? {} : { formerNames }),
    })
  }
  return { listed: { cities: [...cities.values()], counties, successors: [] }, faults }
}

/** What the rows of a 行政区划沿革表 say. */
export function listedHistory(rows: readonly DivisionRow[]): {
  readonly listed: DivisionAdditions
  readonly faults: readonly RowFault[]
} {
  const successors: DivisionAdditions['successors'] = []
  const faults: RowFault[] = []
  for (const row of rows) {
    const from = CountyCode.safeParse(textIn(row, 'from'))
    const to = CountyCode.safeParse(textIn(row, 'to'))
    const on = PlainDate.safeParse(textIn(row, 'on'))
    const field = !from.success ? 'from' : !to.success ? 'to' : 'on'
    if (from.success && to.success && on.success)
      successors.push({ from: from.data, name: textIn(row, 'fromName'), to: to.data, on: on.data })
    else faults.push({ row: row.row, field, message: `“${textIn(row, field)}”不是县级代码；请写6位` })
  }
  return { listed: { cities: [], counties: [], successors }, faults }
}

/** The rows of a template with the counties that there are. */
export const divisionRowsOf = ({ cities, counties }: Pick<DivisionTree, 'cities' | 'counties'>) =>
  counties
    .filter(({ validTo }) => validTo === undefined)
    .map(({ code, name, city, formerNames = [] }) => ({
      values: new Map<string, string>([
        ['city', cities.find((each) => each.code === city)?.name ?? ''],
        ['code', code],
        ['name', name],
        ...(formerNames.length === 0 ? [] : [['formerNames', formerNames.join('、')] as const]),
      ]),
    }))
