import { formulaClause, formulaWithValues, referencesOf } from '@anjie/domain/scoring/formula/index'
import { Decimal } from '@anjie/kernel'
import { describe, expect, test } from 'vitest'
import { read } from './reading.ts'

describe('a formula prints back as an office would publish it', () => {
  test.each([
    ['[化解成功数]/[排查纠纷数]*100', '化解成功数 ÷ 排查纠纷数 × 100'],
    ['([a]+[b])*([c]-([d]-1))', '（a + b） × （c − （d − 1））'],
    ['-[a]^2', '−a ^ 2'],
    ['(-[a])^2', '（−a） ^ 2'],
    ['(2^3)^2', '（2 ^ 3） ^ 2'],
    ['2^3^2', '2 ^ 3 ^ 2'],
    ['[a]/([b]/[c])', 'a ÷ （b ÷ c）'],
    ['12%*([a]+1)%', '12% × （a + 1）%'],
    ['([a]-上年同期([a]))/上年同期([a])*100', '（a − 上年同期a） ÷ 上年同期a × 100'],
    ['本年累计([a]+[b])*2', '（本年累计a + 本年累计b） × 2'],
    ['如果([a]>=90 且 非 [b]>0, 5, 0)', '（如果 a ≥ 90 且 非 （b > 0），取 5；否则取 0）'],
    ['四舍五入(最大([a],[b]),2)', '（（a、b）中的最大值，四舍五入保留 2 位小数）'],
    ['修约([a],1)', '（a，按 GB/T 8170 修约，保留 1 位小数）'],
    ['缺省取([a],0)', '（a，没有值时取 0）'],
  ])('%s', (text, clause) => {
    expect(formulaClause(read(text))).toBe(clause)
  })

  test('with the figures of one subject it is the line of a score receipt', () => {
    const figures = new Map([
      ['成功', '48'],
      ['总数', '50'],
      ['增减', '-2'],
    ])
    const line = formulaWithValues(read('[成功]/[总数]*100 + [增减] + [未知]'), ({ name }) => {
      const figure = figures.get(name)
      return figure === undefined ? { kind: 'missing' } : { kind: 'number', value: new Decimal(figure) }
    })
    expect(line).toBe('48 ÷ 50 × 100 + （-2） + （未报）')
  })

  test('one that is read for many subjects says of each what its own figures are', () => {
    const rounding = read('四舍五入([数值], [位数])')
    const line = (value: string, places: string) =>
      formulaWithValues(rounding, ({ name }) => ({
        kind: 'number',
        value: new Decimal(name === '数值' ? value : places),
      }))
    expect(line('12.34', '1')).toBe('（12.34，四舍五入保留 1 位小数）')
    expect(line('56.78', '0')).toBe('（56.78，四舍五入取整数）')
    expect(line('9.87', '2')).toBe('（9.87，四舍五入保留 2 位小数）')
  })

  test('the items that it reads are listed once per period', () => {
    expect(referencesOf(read('[a] + 上期([a] / [b]) + [a] + 如果([c] > 0, 本年累计([a]), 0)'))).toEqual([
      { name: 'a', periodShift: 'current' },
      { name: 'a', periodShift: 'previous' },
      { name: 'b', periodShift: 'previous' },
      { name: 'c', periodShift: 'current' },
      { name: 'a', periodShift: 'year-to-date' },
    ])
  })
})
