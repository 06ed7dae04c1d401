import { readScheme } from '@anjie/contracts/vocabulary/schemes/readScheme'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { readSchemeWorkbook } from '@anjie/documents/readSchemeWorkbook'
import { schemeWorkbook } from '@anjie/documents/schemeWorkbook'
import { openWhatIf } from '@anjie/domain/league-tables/index'
import { checkArchive, makeArchive, type ScoreInputs } from '@anjie/domain/scoring/archive'
import { checkScheme, checkValues, clauseOf, scoreCycle } from '@anjie/domain/scoring/index'
import { canonicalJson } from '@anjie/kernel'
import { describe, expect, test } from 'vitest'
import { dataItem, emptyScheme, leaf } from './oneRule.ts'

/** What every object inherits. A scheme's own codes begin with a letter; a unit may be called anything. */
const INHERITED = ['constructor', 'toString', 'hasOwnProperty', 'valueOf']
const UNITS = [...INHERITED, '__proto__', 'prototype']

const scheme = emptyScheme({
  code: 'constructor',
  items: INHERITED.map((code) => dataItem(code)),
  root: {
    kind: 'branch',
    code: 'root',
    name: '总分',
    aggregation: 'sum',
    children: INHERITED.map((code) =>
      leaf(
        code,
        { method: 'per_event_deduct', events: [{ item: code, pointsEach: '1' }], limit: { kind: 'floor' } },
        {
          points: '10',
          modifiers: [
            { kind: 'difficulty', coefficient: { kind: 'by-group', values: { constructor: '1', toString: '0.5' } } },
          ],
        },
      ),
    ),
  },
  groups: [
    { code: 'constructor', name: '甲组', overrides: [{ node: 'valueOf', points: '5' }] },
    { code: 'toString', name: '乙组', overrides: [] },
  ],
  capGroups: [{ code: 'valueOf', name: '合计', limits: 'deductions', points: '5', nodes: ['constructor', 'toString'] }],
  grades: [
    { code: 'constructor', name: '优秀', minScore: '30' },
    { code: 'toString', name: '合格' },
  ],
  quotas: [{ grade: 'constructor', group: 'toString', limit: { kind: 'count', count: 1 }, tie: 'include' }],
  vetoes: [
    {
      code: 'hasOwnProperty',
      name: '否决',
      item: 'valueOf',
      atLeast: '5',
      effect: { kind: 'eligibility', barredGrades: ['constructor'] },
    },
  ],
})
const values: ItemValue[] = UNITS.flatMap((subject, index) =>
  INHERITED.map((item): ItemValue => ({ subject, item, period: '2026', status: 'reported', value: String(index) })),
)
const inputs: ScoreInputs = {
  scheme,
  period: '2026',
  subjects: UNITS.map((code, index) => ({ code, name: code, group: index % 2 === 0 ? 'constructor' : 'toString' })),
  values,
  previous: {
    period: '2025',
    rows: UNITS.map((subject) => ({ subject, rank: '1', score: '1' })),
    successors: [{ from: 'toString', to: '__proto__' }],
  },
}
const { previous, ...rest } = inputs
const score = () => scoreCycle({ ...rest, ...(previous === null ? {} : { previous }) })

describe('codes that every object inherits, as codes of units, groups, items, nodes, grades and vetoes', () => {
  test('pass the checks and give every unit its own row, receipt and change of rank', () => {
    expect(checkScheme(scheme).filter(({ severity }) => severity === 'error')).toEqual([])
    expect(checkValues(scheme, values, new Set(UNITS))).toEqual([])
    const run = score()
    expect(run.subjects.map((row) => row.subject).toSorted()).toEqual(UNITS.toSorted())
    for (const row of run.subjects) {
      expect(row.published).toMatch(/^\d+\.\d\d$/)
      expect(row.nodes).toHaveLength(5)
    }
    expect(run.subjects.find((row) => row.subject === 'toString')?.rankChange).toBeNull()
    expect(run.subjects.find((row) => row.subject === '__proto__')?.rankChange).not.toBeNull()
    expect(run.subjects.find((row) => row.subject === 'prototype')?.vetoes).toHaveLength(1)
  })

  test('a coefficient is read from the table alone: a unit that is not in it has none', () => {
    const alone = emptyScheme({
      items: [dataItem('率')],
      root: leaf(
        'L',
        { method: 'judged', scorers: ['率'], take: 'mean', dropHighest: 0, dropLowest: 0, atLeast: 1 },
        { modifiers: [{ kind: 'difficulty', coefficient: { kind: 'by-subject', values: { 甲: '1.1' } } }] },
      ),
    })
    const run = scoreCycle({
      scheme: alone,
      subjects: UNITS.map((code) => ({ code, name: code, group: 'G' })),
      values: UNITS.map((subject) => ({ subject, item: '率', period: '2026', status: 'reported', value: '90' })),
    })
    for (const row of run.subjects) {
      expect(row.nodes[0]?.points).toBeNull()
      expect(row.nodes[0]?.figures.at(-1)?.value).toBe('难度系数没有可用数据')
    }
  })

  test('a group without its coefficient is named, though every object has a constructor', () => {
    const short = { ...scheme, groups: [...scheme.groups, { code: 'valueOf', name: '丙组', overrides: [] }] }
    expect(checkScheme(short).filter(({ check }) => check === 'coefficient-missing')[0]?.message).toBe(
      '指标“constructor”的难度系数没有写明分组“valueOf”',
    )
  })

  test('survive the scheme file, the workbook, the clause and the archive', async () => {
    const file = readScheme(JSON.parse(canonicalJson(scheme)))
    expect(file.ok && file.value).toEqual(scheme)
    const workbook = await readSchemeWorkbook(await schemeWorkbook(scheme))
    expect(workbook.ok && workbook.value).toEqual(scheme)
    expect(clauseOf(scheme, scheme.root)).toContain('各项得分之和')
    const hash = async (content: unknown) =>
      Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(content)))).toString(
        'hex',
      )
    const archive = await makeArchive(inputs, score(), hash)
    const read = JSON.parse(canonicalJson(archive))
    const report = await checkArchive(read, () => score(), hash)
    expect(report.sound).toBe(true)
  })

  test('can be tried under other weights', () => {
    const whatIf = openWhatIf({ scheme, subjects: inputs.subjects, values })
    expect(whatIf.redraw(new Map([['constructor', 2]])).every((row) => row.published !== null)).toBe(true)
  })
})
