import { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { planUnitRows, type UnitSheetRow } from '@anjie/domain/intake/planUnitRows'
import { expect, test } from 'vitest'

const day = (text: string) => PlainDate.parse(text)
const id = (letter: string) => UnitId.parse(`990101.${letter.repeat(26)}`)
const unit = (letter: string, kind: Unit['kind'], name: string, parent?: Unit, more: Partial<Unit> = {}): Unit => ({
  id: id(letter),
  county: CountyCode.parse('990101'),
  kind,
  name,
  ...(parent === undefined ? {} : { parentId: parent.id, parentName: parent.name }),
  validFrom: day('2020-01-01'),
  successors: [],
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...more,
})
const town = unit('A', 'township', '城关镇')
const other = unit('B', 'township', '河口镇')
const east = unit('C', 'village', '东村', town)
const west = unit('D', 'village', '西村', town)
const clinic = unit('E', 'hospital', '县医院')
const UNITS = [town, other, east, west, clinic]
const DEFAULTS = { validFrom: day('2026-01-01'), on: day('2026-06-01'), basis: '乡府发〔2026〕5号' }
const CLOCK = { today: day('2026-12-01'), now: '2026-12-01T00:00:00.000Z' }

const plan = (rows: readonly Partial<UnitSheetRow>[], units: readonly Unit[] = UNITS) =>
  planUnitRows(
    rows.map((row, at) => ({ sheet: '', row: at + 2, name: '', change: 'register', ...row })),
    units,
    DEFAULTS,
    CLOCK,
  ).map(({ step }) => step)

test('a row that is registered already changes nothing, whatever its spelling of the township', () => {
  expect(plan([{ name: '东村', township: '城关镇人民政府', kind: 'village' }])).toEqual([
    { act: 'settled', unit: east },
  ])
})

test('a new township counts for villages that stand above it in the sheet', () => {
  expect(
    plan([
      { name: '北村', township: '新河镇', kind: 'village' },
      { name: '新河镇', kind: 'township' },
    ]),
  ).toEqual([
    { act: 'register', kind: 'village', name: '北村', validFrom: '2026-01-01', parentName: '新河镇' },
    { act: 'register', kind: 'township', name: '新河镇', validFrom: '2026-01-01' },
  ])
})

test.each<readonly [string, Partial<UnitSheetRow>, string, RegExp]>([
  [
    'an unknown township comes with the nearest names',
    { name: '南村', township: '成关镇', kind: 'village' },
    'township',
    /没有登记过“成关镇”，相近的有“城关镇”/,
  ],
  ['a village without township', { name: '南村', kind: 'village' }, 'township', /要写所属乡镇/],
  ['a row without kind', { name: '南村', township: '城关镇' }, 'kind', /没有写类型/],
  [
    'another spelling of a registered unit',
    { name: '东村村民委员会', township: '城关镇', kind: 'village' },
    'name',
    /已登记过“东村”，可能是同一个单位/,
  ],
  [
    'a hospital that took a township over from the row above',
    { name: '县医院', township: '城关镇', kind: 'hospital' },
    'township',
    /已登记过“县医院”（县直）/,
  ],
  [
    'a change of an unknown unit',
    { name: '冬村', township: '城关镇', change: 'rename', to: '春村' },
    'name',
    /没有登记过“冬村”，相近的有“东村”/,
  ],
  [
    'a renaming to a sibling’s name',
    { name: '东村', township: '城关镇', change: 'rename', to: '西村' },
    'to',
    /是合并请把变动改为“并入”/,
  ],
  ['a renaming without new name', { name: '东村', change: 'rename' }, 'to', /没有写新名称/],
  [
    'a merger into another kind',
    { name: '东村', township: '城关镇', change: 'merge', to: '县医院' },
    'to',
    /不能由医院承继/,
  ],
  ['a day to come', { name: '东村', township: '城关镇', change: 'end', on: day('2027-01-01') }, 'on', /晚于今天/],
  ['a township with villages that is dissolved', { name: '城关镇', kind: 'township', change: 'end' }, 'to', /现行单位/],
])('%s is refused at its column', (_, row, field, reason) => {
  expect(plan([row])).toEqual([{ act: 'refused', field, reason: expect.stringMatching(reason) }])
})

test('a change of a unit that ended says since when', () => {
  const gone = unit('F', 'village', '南村', town, { validTo: day('2026-05-31'), successors: [east.id] })
  expect(plan([{ name: '南村', township: '城关镇', change: 'merge', to: '西村' }], [...UNITS, gone])).toEqual([
    { act: 'refused', field: 'name', reason: '“南村”存续至2026年5月31日，已撤并，不能再变动' },
  ])
})

test('the same unit twice in one sheet is refused the second time', () => {
  const [, second] = plan([
    { name: '南村', township: '城关镇', kind: 'village' },
    { name: '南村村委会', township: '城关镇', kind: 'village' },
  ])
  expect(second).toMatchObject({ act: 'refused', reason: expect.stringContaining('与第 2 行是同一个单位') })
})

test('changes are decided as single ones are; a row’s own day and basis come before those for all', () => {
  expect(
    plan([
      {
        name: '东村',
        township: '城关镇',
        change: 'rename',
        to: '东方村',
        on: day('2026-05-01'),
        basis: '民发〔2026〕1号',
      },
      { name: '西村', township: '城关镇', change: 'merge', to: '东村' },
    ]),
  ).toEqual([
    { act: 'rename', unit: east, name: '东方村', on: '2026-05-01', basis: '民发〔2026〕1号' },
    { act: 'merge', unit: west, into: east, on: '2026-06-01', basis: '乡府发〔2026〕5号' },
  ])
})

test('the same sheet once more finds its changes done', () => {
  const renamed = { ...east, name: '东方村', formerNames: [{ name: '东村', until: day('2026-04-30') }] }
  const gone = { ...west, validTo: day('2026-05-31'), successors: [renamed.id] }
  const dissolved = unit('F', 'village', '南村', town, { validTo: day('2026-05-31') })
  const steps = plan(
    [
      { name: '东村', township: '城关镇', change: 'rename', to: '东方村' },
      { name: '西村', township: '城关镇', change: 'merge', to: '东方村' },
      { name: '南村', township: '城关镇', change: 'end' },
    ],
    [town, other, renamed, gone, dissolved],
  )
  expect(steps.map(({ act }) => act)).toEqual(['settled', 'settled', 'settled'])
})
