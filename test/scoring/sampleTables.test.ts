import { readFileSync } from 'node:fs'
import { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { checkScheme, checkValues, clauseOf, scoreCycle } from '@anjie/domain/scoring/index'
import { describe, expect, test } from 'vitest'
import { type SampleScheme, sampleSchemes, samplesAreHere } from '../builders/sampleSchemes.ts'
import { leftOutWithoutReference } from '../shared.ts'
import { entries } from './oneRule.ts'

const example = (name: string): Scheme =>
  Scheme.parse(
    JSON.parse(readFileSync(new URL(`../../contracts/examples/${name}.scheme.json`, import.meta.url), 'utf8')),
  )

function figures(
  { scheme, best }: SampleScheme,
  subject: string,
  over: Readonly<Record<string, string>> = {},
): ItemValue[] {
  return Object.entries({ ...best, ...over }).flatMap(([item, value]) =>
    entries(subject, item, value, String(scheme.year)),
  )
}

if (!samplesAreHere()) leftOutWithoutReference('the sample tables')
else
  describe('the eight real tables', () => {
    const samples = sampleSchemes()

    test('all eight are there', () => {
      expect(samples.map(({ id }) => id)).toHaveLength(8)
    })

    test.each(samples.map((sample) => [sample.id, sample] as const))(
      '%s passes the integrity checks without an error',
      (_, { scheme }) => {
        expect(checkScheme(scheme).filter((finding) => finding.severity === 'error')).toEqual([])
      },
    )

    test.each(samples.map((sample) => [sample.id, sample] as const))(
      '%s scores: faultless figures get every point',
      (_, sample) => {
        const { scheme } = sample
        const values = [...figures(sample, '甲'), ...figures(sample, '乙')]
        expect(
          checkValues(scheme, values, new Set(['甲', '乙'])).filter((problem) => problem.severity === 'error'),
        ).toEqual([])
        const run = scoreCycle({
          scheme,
          subjects: ['甲', '乙'].map((code) => ({ code, name: code, group: 'ALL' })),
          values,
        })
        for (const row of run.subjects) {
          expect(row.notRanked).toBeNull()
          expect(row.rank).toBe('1')
          expect(row.nodes.every((node) => node.status === 'scored')).toBe(true)
          expect(row.exact).toBe(scheme.root.points ?? scheme.totals.start)
        }
      },
    )

    test.each(samples.map((sample) => [sample.id, sample] as const))(
      '%s prints every rule back as a clause that names its figures',
      (_, { scheme }) => {
        const clauses: string[] = []
        const visit = (node: Scheme['root']): void => {
          clauses.push(clauseOf(scheme, node))
          if (node.kind === 'branch') node.children.forEach(visit)
        }
        visit(scheme.root)
        for (const clause of clauses) {
          expect(clause).toMatch(/。$/)
          expect(clause).not.toMatch(/undefined|null|NaN|未定义|\[object/)
        }
      },
    )

    test('the village sheet as printed is caught: its heading says 20, its items add up to 10', () => {
      const printed = sampleSchemes('printed').find(({ id }) => id === 'VILLAGE_ZONGZHI_NANXIAN')
      const findings = printed === undefined ? [] : checkScheme(printed.scheme)
      expect(findings.filter((finding) => finding.check === 'children-sum').map((finding) => finding.message)).toEqual([
        '“综治责任”标题写20分，下级指标合计10分，请核对',
      ])
    })

    test('press coverage in the village sheet is named as barred by the 2024 burden-relief rule', () => {
      const village = samples.find(({ id }) => id === 'VILLAGE_ZONGZHI_NANXIAN')
      const findings = village === undefined ? [] : checkScheme(village.scheme)
      expect(findings.map((finding) => `${finding.check} ${finding.node}`)).toContain(
        'burden-relief.press-coverage NX-B2',
      )
    })

    test('the committed Wenzhou example is the table of the sources', () => {
      expect(example('wenzhou-2017')).toEqual(samples.find(({ id }) => id.startsWith('WZ2017'))?.scheme)
    })
  })

describe('the committed Wenzhou 2017 example', () => {
  const scheme = example('wenzhou-2017')
  const reference = { 'ZXL-REF': '84', 'CYL-REF': '50', 'WC-REF': '12' }
  const quiet = { AQG: '97', ZXL: '85', CYL: '51', WC: '12', ...reference }
  const score = (over: Readonly<Record<string, string>>) => {
    const run = scoreCycle({
      scheme,
      subjects: [{ code: '甲', name: '甲县', group: 'ALL' }],
      values: Object.entries({ ...quiet, ...over }).flatMap(([item, value]) => entries('甲', item, value, '2017')),
    })
    return run.subjects[0]
  }

  test('has all 13 rows, no error and an untouched county at 100', () => {
    expect(checkScheme(scheme).filter((finding) => finding.severity === 'error')).toEqual([])
    const row = score({})
    expect(row?.nodes.filter((node) => /^WZ-\d\d$/.test(node.node))).toHaveLength(13)
    expect(row?.published).toBe('100.00')
  })

  test('a second accident of the same kind is doubled: 5 + 5 × 2 = 15', () => {
    expect(score({ 'WZ-02': '2', 'WZ-02-R': '1' })?.published).toBe('85.00')
  })

  test('the three rates together cost at most 5', () => {
    const row = score({ AQG: '80', ZXL: '60', CYL: '40' })
    expect(row?.published).toBe('95.00')
    expect(row?.nodes.find((node) => node.node === 'WZ-08')?.points).toBe('0')
  })

  test('a veto event costs 30, a provincial deduction of 20 costs 5, six places down cost 1', () => {
    expect(score({ 'WZ-01': '1' })?.published).toBe('70.00')
    expect(score({ 'WZ-05': '20' })?.published).toBe('95.00')
    expect(score({ WC: '18' })?.published).toBe('99.00')
  })
})

test('the committed efficacy example has no error', () => {
  expect(checkScheme(example('efficacy')).filter((finding) => finding.severity === 'error')).toEqual([])
})
