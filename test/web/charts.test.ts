import { picturesOf, tilesOf } from '@anjie/web/areas/league-tables/pictures/picturesOf'
import { binsOf } from '@anjie/web/charts/bins'
import { brokenLines } from '@anjie/web/charts/brokenLines'
import { chartCsv } from '@anjie/web/charts/chartTable'
import { STEP_GROUNDS, STEP_TEXT, STEPS, stepIn } from '@anjie/web/charts/steps'
import { tilePlaces, tilesByCity } from '@anjie/web/charts/tileLayout'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowOf } from './smallRun.ts'

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe('the grounds of a heat table', () => {
  test('darken step by step in greyscale, and every one carries the text at 4.5 : 1', () => {
    const lights = STEP_GROUNDS.map(luminance)
    for (const [step, light] of lights.entries()) {
      expect((light + 0.05) / (luminance(STEP_TEXT) + 0.05)).toBeGreaterThanOrEqual(4.5)
      if (step > 0) expect((lights[step - 1] ?? 0) / light).toBeGreaterThan(1.1)
    }
  })
  test('go from the least to the most of a column, exactly, and a column without differences has none', () => {
    const step = stepIn(['0.1', '0.3', null])
    expect([step('0.1'), step('0.2'), step('0.3'), step(null)]).toEqual([0, 2, STEPS - 1, null])
    expect(stepIn(['7', '7.0'])('7')).toBeNull()
    expect(stepIn([null])(null)).toBeNull()
  })
})

describe('the classes of a distribution', () => {
  test('hold every figure exactly once, a boundary in the class that begins there', () => {
    expect(
      binsOf(['0.1', '0.2', '0.3'], (value) => value, 2).map(({ from, to, members }) => [from, to, members]),
    ).toEqual([
      ['0', '0.2', ['0.1']],
      ['0.2', '0.4', ['0.2', '0.3']],
    ])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99999, max: 99999 }), { minLength: 1, maxLength: 60 }), (hundredths) => {
        const values = hundredths.map((value) => (value / 100).toFixed(2))
        const bins = binsOf(values, (value) => value)
        expect(bins.length).toBeLessThanOrEqual(12)
        expect(bins.flatMap(({ members }) => members).toSorted()).toEqual(values.toSorted())
        for (const [index, bin] of bins.entries()) {
          if (index > 0) expect(bin.from).toBe(bins[index - 1]?.to)
          for (const value of bin.members) {
            expect(Number(value)).toBeGreaterThanOrEqual(Number(bin.from))
            expect(Number(value)).toBeLessThan(Number(bin.to))
          }
        }
      }),
      { numRuns: 300 },
    )
  })
  test('of nothing are none', () => {
    expect(binsOf([null], (value) => value)).toEqual([])
  })
})

describe('a tile grid', () => {
  test('gives every county one tile and no two the same place, whatever the layout says', () => {
    const code = fc
      .integer({ min: 0, max: 40 })
      .map((n) => `99${String(1 + (n % 4)).padStart(2, '0')}${String(n).padStart(2, '0')}`)
    const place = fc.record({ code, column: fc.integer({ min: 0, max: 2 }), row: fc.integer({ min: 0, max: 2 }) })
    fc.assert(
      fc.property(fc.uniqueArray(code, { minLength: 6 }), fc.array(place, { maxLength: 12 }), (codes, layout) => {
        const places = tilePlaces(codes, layout)
        expect(places.map((each) => each.code).toSorted()).toEqual(codes.toSorted())
        expect(new Set(places.map(({ column, row }) => `${column},${row}`)).size).toBe(codes.length)
        expect(Math.min(...places.map(({ column }) => column))).toBe(0)
        expect(Math.min(...places.map(({ row }) => row))).toBe(0)
      }),
    )
  })
  test('without a layout has one line a city', () => {
    expect(tilesByCity(['990201', '990102', '990101'])).toEqual([
      { code: '990101', column: 0, row: 0 },
      { code: '990102', column: 1, row: 0 },
      { code: '990201', column: 0, row: 1 },
    ])
  })
})

describe('the pictures of a league table', () => {
  const row = (subject: string, score: string | null, levelOne: readonly (readonly [string, string | null])[]) => ({
    ...rowOf(subject, 1, score),
    levelOne: levelOne.map(([code, points]) => ({ code, name: code, points })),
  })
  test('give a heading that a row lacks no figure, never the next one', () => {
    const rows = [
      row('990101', '90', [
        ['A', '50'],
        ['B', '40'],
      ]),
      row('990102', null, [['B', '30']]),
    ]
    expect(picturesOf(rows)).toMatchObject({
      columns: [{ code: 'A' }, { code: 'B' }],
      rows: [{ values: ['90', '50', '40'] }, { values: [null, null, '30'] }],
    })
    expect(tilesOf(rows, 'A').map(({ value, step }) => [value, step])).toEqual([
      ['50', null],
      [null, null],
    ])
  })
  test('print a heading that is too long with a sign that it was cut', () => {
    expect(brokenLines('矛盾纠纷化解成功率', 6, 3)).toEqual(['矛盾纠纷化解', '成功率'])
    expect(brokenLines('矛盾纠纷化解成功率', 4, 2)).toEqual(['矛盾纠纷', '化解成…'])
  })
  test('come as a sheet in which no name is run as a formula and no figure is made text', () => {
    const text = new TextDecoder().decode(chartCsv({ columns: ['名称', '得分'], rows: [['=1+1', { figure: '-2.5' }]] }))
    expect(text).toBe("名称,得分\r\n'=1+1,-2.5\r\n")
  })
})
