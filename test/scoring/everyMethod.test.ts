import { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import { checkScheme, clauseOf, scoreCycle } from '@anjie/domain/scoring/index'
import { describe, expect, test } from 'vitest'
import { everyMethod } from '../builders/everyMethod.ts'
import { dataItem, type Entry, emptyScheme, entries, leaf } from './oneRule.ts'

const schemeOf = (scoring: ScoringMethod): Scheme =>
  emptyScheme({
    items: [
      dataItem('A', { name: '化解率', unit: '%', min: '0', max: '100' }),
      dataItem('B', { name: '发案数', unit: '起', min: '0' }),
    ],
    root: leaf('N', scoring, { points: '10' }),
  })

const methods = Object.entries(everyMethod).map(([code, scoring]): readonly [string, ScoringMethod] => [code, scoring])

describe.each(methods)('%s', (_, scoring) => {
  const scheme = schemeOf(scoring)
  const figures: Readonly<Record<string, Readonly<Record<string, Entry>>>> = {
    甲县: { A: '97', B: '3' },
    乙县: { A: '88.5', B: '7' },
    丙县: { A: 'missing', B: 'missing' },
    丁县: { A: 'not-applicable', B: 'not-applicable' },
    戊县: { A: 'invalid', B: 'invalid' },
  }
  const run = scoreCycle({
    scheme,
    subjects: Object.keys(figures).map((code) => ({ code, name: code, group: 'G' })),
    values: Object.entries(figures).flatMap(([code, own]) =>
      Object.entries(own).flatMap(([item, entry]) => [
        ...entries(code, item, entry),
        ...(typeof entry === 'string' && /^\d/.test(entry) ? entries(code, item, '90', '2025') : []),
      ]),
    ),
  })
  const node = (code: string) => run.subjects.find((row) => row.subject === code)?.nodes[0]

  test('scores reported figures and explains each with a figure', () => {
    for (const code of ['甲县', '乙县']) {
      expect(node(code)?.status).toBe('scored')
      expect(node(code)?.points).toMatch(/^-?\d+(\.\d+)?$/)
      expect(node(code)?.figures.length).toBeGreaterThan(0)
    }
  })

  test('says missing, not applicable and invalid as what they are, without points, with the reason', () => {
    expect(['丙县', '丁县', '戊县'].map((code) => [node(code)?.status, node(code)?.points])).toEqual([
      ['missing', null],
      ['not-applicable', null],
      ['invalid', null],
    ])
    for (const code of ['丙县', '丁县', '戊县']) expect(node(code)?.figures[0]?.label).toBe('未计分原因')
  })

  test('prints back as one Chinese clause', () => {
    const clause = clauseOf(scheme, scheme.root)
    expect(clause).toMatch(/^[^a-zA-Z]*。$/)
    expect(clause).not.toMatch(/未定义|。。|；；/)
    expect(node('甲县')?.clause).toBe(clause)
  })

  test('passes the integrity checks', () =>
    expect(checkScheme(scheme).filter((finding) => finding.severity === 'error')).toEqual([]))

  test('is a scheme file like any other: parsing keeps every parameter', () =>
    expect(Scheme.parse(JSON.parse(JSON.stringify(scheme)))).toEqual(scheme))
})
