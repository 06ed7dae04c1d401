import type { LeafNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { countBottomChildren } from '@anjie/domain/league-tables/index'
import { SubjectFigures } from '@anjie/domain/scoring/figures'
import { checkScheme, checkValues, scoreCycle } from '@anjie/domain/scoring/index'
import { Decimal } from '@anjie/kernel'
import { describe, expect, test, vi } from 'vitest'
import { dataItem, emptyScheme, leaf } from './oneRule.ts'

const mark = (item: string): ScoringMethod => ({
  method: 'judged',
  scorers: [item],
  take: 'mean',
  dropHighest: 0,
  dropLowest: 0,
  atLeast: 1,
})
const codes = (count: number) => Array.from({ length: count }, (_, at) => `U${String(at).padStart(6, '0')}`)
const equal = (subjects: readonly string[], value = '7'): ItemValue[] =>
  subjects.map((subject) => ({ subject, item: '率', period: '2026', status: 'reported', value }))
const oneLeaf = (scoring: ScoringMethod, over: Partial<LeafNode> = {}) =>
  emptyScheme({ items: [dataItem('率')], root: leaf('L', scoring, over) })

// Each of these took minutes, or did not end, while the work was not bounded; the limit is far from what they take now.
const TIME = { timeout: 20_000 }

describe('the work of a run is bounded by its figures', () => {
  test(
    'figures of other periods are worked out once: five items that each ask ninety times for the one before',
    TIME,
    () => {
      const asks = (name: string) => Array.from({ length: 90 }, () => `上期([${name}])`).join('+')
      const items = [
        dataItem('甲', { period: 'month', overTime: 'sum' }),
        ...['乙', '丙', '丁', '戊', '己'].map((code, at) =>
          dataItem(code, { period: 'month', formula: asks(['甲', '乙', '丙', '丁', '戊'][at] ?? '') }),
        ),
      ]
      const scheme = emptyScheme({ items, cycle: 'month', root: leaf('L', mark('己')) })
      const run = scoreCycle({
        scheme,
        period: '2026-08',
        subjects: [{ code: 'U', name: 'U', group: 'G' }],
        values: [{ subject: 'U', item: '甲', period: '2026-03', status: 'reported', value: '1' }],
      })
      expect(run.subjects[0]?.exact).toBe(String(90 ** 5))
    },
  )

  /** Comparisons and look-ups of a run over so many subjects that all have the same figure but one. */
  const stepsFor = (scoring: ScoringMethod, count: number): number => {
    const subjects = codes(count)
    const spies = [
      vi.spyOn(SubjectFigures.prototype, 'cell'),
      vi.spyOn(Decimal.prototype, 'comparedTo'),
      vi.spyOn(Decimal.prototype, 'eq'),
    ]
    const run = scoreCycle({
      scheme: oneLeaf(scoring, { points: '10' }),
      subjects: subjects.map((code) => ({ code, name: code, group: 'G' })),
      values: [...equal(subjects.slice(1)), ...equal(subjects.slice(0, 1), '9')],
    })
    expect(run.subjects[0]?.rank).toBe('1')
    const steps = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
    for (const spy of spies) spy.mockRestore()
    return steps
  }
  const ranked = { item: '率', better: 'higher', peers: 'group' } as const

  test.each<ScoringMethod>([
    { method: 'rank_points', ...ranked, form: 'rank', ties: 'first' },
    { method: 'percentile_rank', ...ranked, whenConstant: 'half' },
    { method: 'rank_step', ...ranked, given: 'value', step: { kind: 'points', points: '0.1' }, periods: 'cycle' },
  ])('eight times as many equal figures are some eight times the work, not sixty-four: $method', (scoring) => {
    expect(stepsFor(scoring, 2400) / stepsFor(scoring, 300)).toBeLessThan(12)
  })

  test('the last places of twenty thousand equal units all count, and are not compared pair by pair', TIME, () => {
    const subjects = codes(20_000)
    const table = { period: '2026', subjects: subjects.map((subject) => ({ subject, group: 'G', rank: '1' })) }
    const [counted] = countBottomChildren([table], new Map(subjects.map((subject) => [subject, 'P'])), 2, '末位')
    expect(counted?.value).toBe('20000')
  })

  test('a hundred and thirty thousand subjects are checked and scored, whatever the stack holds', {
    timeout: 60_000,
  }, () => {
    const subjects = codes(130_000)
    const scheme = oneLeaf(mark('率'))
    expect(checkValues(scheme, equal(subjects), new Set(subjects))).toEqual([])
    const run = scoreCycle({
      scheme,
      subjects: subjects.map((code) => ({ code, name: code, group: 'G' })),
      values: equal(subjects),
      explain: 'points',
    })
    expect(run.subjects).toHaveLength(130_000)
    expect(run.groups[0]?.ranked).toBe(130_000)
  })

  test('a coefficient for each of a hundred and thirty thousand units is checked', TIME, () => {
    const values = Object.fromEntries(codes(130_000).map((code) => [code, '1']))
    const scheme = oneLeaf(mark('率'), {
      modifiers: [{ kind: 'difficulty', coefficient: { kind: 'by-subject', values } }],
    })
    expect(checkScheme(scheme).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test(
    'derived items may rest on one another sixteen deep, each as long as a formula may be; deeper is refused by name',
    TIME,
    () => {
      const chain = (length: number) => [
        dataItem('D0'),
        ...Array.from({ length }, (_, at) => dataItem(`D${at + 1}`, { formula: `[D${at}]${'+1'.repeat(240)}` })),
      ]
      const scheme = (length: number) => emptyScheme({ items: chain(length), root: leaf('L', mark(`D${length}`)) })
      expect(checkScheme(scheme(16)).filter(({ severity }) => severity === 'error')).toEqual([])
      const run = scoreCycle({
        scheme: scheme(16),
        subjects: [{ code: 'U', name: 'U', group: 'G' }],
        values: [{ subject: 'U', item: 'D0', period: '2026', status: 'reported', value: '0' }],
      })
      expect(run.subjects[0]?.exact).toBe(String(16 * 240))
      const [refused] = checkScheme(scheme(17)).filter(({ severity }) => severity === 'error')
      expect(refused?.message).toBe('派生数据项“D17”要经17层公式才能算出，最多16层；请把中间的公式合并，或改为直接填报')
      const endless = checkScheme(scheme(900)).filter(({ severity }) => severity === 'error')
      expect(endless.map(({ check }) => check)).toEqual(['formula-chain'])
    },
  )
})
