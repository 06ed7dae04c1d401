import { describe, expect, test } from 'vitest'
import { resultOf, shown } from './reading.ts'

describe('a formula calculates as an office would on paper', () => {
  test.each([
    ['2 + 3 × 4', '14'],
    ['(2 + 3) × 4', '20'],
    ['12 ÷ 3 × 2', '8'],
    ['2 - 3 + 4', '3'],
    ['-3^2', '-9'],
    ['(-3)^2', '9'],
    ['2^3^2', '512'],
    ['2^-2', '0.25'],
    ['2 ^ 0.5 ^ 2 ^ 0', '1.414213562373095048801689'],
    ['--3', '3'],
    ['0.1 + 0.2', '0.3'],
    ['1.005 * 100', '100.5'],
    ['.5 + 2. + 2.1E-1', '2.71'],
    ['7 求余 4', '3'],
    ['-7 mod 3', '-1'],
    ['4803 ÷ 4977 × 100', '96.503918022905364677516576'],
  ])('%s = %s', (text, result) => {
    expect(shown(text)).toBe(result)
  })

  test.each([
    ['12%', '0.12'],
    ['200 × 15%', '30'],
    ['-5%', '-0.05'],
    ['50%%', '0.005'],
    ['4 ^ 50%', '2'],
    ['100 - 12%', '99.88'],
    ['(1 + 2)%', '0.03'],
    ['5‰ × 1000', '5'],
  ])('% is per cent, never a remainder: %s = %s', (text, result) => {
    expect(shown(text)).toBe(result)
  })

  test.each([
    ['四舍五入(2.675, 2)', '2.68'],
    ['修约(2.675, 2)', '2.68'],
    ['修约(2.665, 2)', '2.66'],
    ['round(-2.5)', '-3'],
    ['修约(-2.5)', '-2'],
    ['四舍五入(1268, -2)', '1300'],
    ['最小(3, 1, 2)', '1'],
    ['最大(3, 1, 2)', '3'],
    ['合计(1, 2, 3)', '6'],
    ['平均(1, 2)', '1.5'],
    ['向下取整(-1.2)', '-2'],
    ['向上取整(-1.2)', '-1'],
    ['向上取整(-0.2)', '0'],
    ['绝对值(-3)', '3'],
    ['自然对数(1)', '0'],
    ['常用对数(1000)', '3'],
    ['对数(8, 2)', '3'],
    ['如果(3 >= 3 且 非 2 > 3, 5, 1 ÷ 0)', '5'],
    ['IF(1 <> 2, Max(1, 2), 0)', '2'],
  ])('%s = %s', (text, result) => {
    expect(shown(text)).toBe(result)
  })

  test.each([
    ['1 < 2', '是'],
    ['1 ≥ 2 或 2 ≠ 3', '是'],
    ['非 1 = 1', '否'],
    ['! 否 且 是', '是'],
    ['1 = 1 且 2 = 2 或 1 ÷ 0 > 0', '是'],
    ['是 = 否', '否'],
  ])('%s is %s', (text, result) => {
    expect(shown(text)).toBe(result)
  })

  test('what division leaves over in the last digits neither misses a threshold nor turns a rounding', () => {
    expect(shown('100 ÷ 3 × 3')).toBe('100')
    expect(shown('100÷3 + 100÷3 + 100÷3 >= 100')).toBe('是')
    expect(shown('2.675 ÷ 3 × 3 = 2.675')).toBe('是')
    expect(shown('四舍五入(2.675 ÷ 3 × 3, 2)')).toBe('2.68')
    expect(shown('修约(2.665 ÷ 7 × 7, 2)')).toBe('2.66')
    expect(shown('向下取整(1 ÷ 3 × 3)')).toBe('1')
    expect(shown('1 ÷ (1 ÷ 3 × 3 - 1)')).toBe('not-applicable')
  })

  test('yes/no items may hold 1 and 0, but no other figure', () => {
    expect(shown('如果([发生命案], 0, 5)', { 发生命案: '1' })).toBe('0')
    expect(shown('如果([发生命案], 0, 5)', { 发生命案: false })).toBe('5')
    expect(shown('如果([发生命案], 0, 5)', { 发生命案: '2' })).toBe('invalid')
    expect(shown('[发生命案] + 1', { 发生命案: true })).toBe('invalid')
  })
})

describe('no value is not zero', () => {
  test('nothing to divide by is "not applicable", with the divisor named', () => {
    expect(resultOf('[化解数] ÷ [纠纷数] × 100', { 化解数: '0', 纠纷数: '0' })).toEqual({
      kind: 'not-applicable',
      reason: '除数“[纠纷数]”为 0，没有结果',
    })
    for (const text of ['1 / 0', '1 mod 0', '0 ^ -1', '0 ^ 0', '(-8) ^ (1/3)', 'ln(0)', 'log(50, 0)', 'log(50, 1)']) {
      expect(shown(text), text).toBe('not-applicable')
    }
  })

  test('a figure that is owed makes the result missing, and says which', () => {
    expect(resultOf('[甲] + 上期([乙])', { 甲: '1', 上期乙: 'missing' })).toEqual({
      kind: 'missing',
      reason: '上期[乙] 未报',
    })
    expect(shown('[甲] > 1', { 甲: 'missing' })).toBe('missing')
    expect(shown('最大([甲], 3)', { 甲: 'missing' })).toBe('missing')
  })

  test('the three policies for missing figures', () => {
    const some = { 甲: '3', 乙: 'missing' }
    const none = { 甲: 'missing', 乙: 'missing' }
    expect(shown('[甲] + [乙]', some, 'skip-if-any')).toBe('missing')
    expect(shown('[甲] + [乙]', some, 'skip-if-all')).toBe('3')
    expect(shown('[甲] + [乙]', none, 'skip-if-all')).toBe('missing')
    expect(shown('[甲] + [乙]', none, 'never-skip')).toBe('0')
    expect(shown('[甲] ÷ [乙]', some, 'never-skip')).toBe('not-applicable')
  })

  test('a branch that is not taken asks for no figures', () => {
    expect(shown('如果([甲] > 0, 1, [乙])', { 甲: '3', 乙: 'missing' })).toBe('1')
  })

  test('缺省取, 未报 and 不适用 see figures as they are under every policy', () => {
    for (const policy of ['skip-if-any', 'skip-if-all', 'never-skip'] as const) {
      expect(shown('缺省取([甲], [乙], 7)', { 甲: 'missing', 乙: 'not-applicable' }, policy)).toBe('7')
      expect(shown('未报([甲])', { 甲: 'missing' }, policy)).toBe('是')
      expect(shown('未报([甲])', { 甲: '0' }, policy)).toBe('否')
      expect(shown('不适用([甲] ÷ [乙])', { 甲: '1', 乙: '0' }, policy)).toBe('是')
    }
  })

  test('且 and 或 decide alike from either side when a figure is missing', () => {
    expect(shown('[甲] > 1 且 1 > 2', { 甲: 'missing' })).toBe('否')
    expect(shown('1 > 2 且 [甲] > 1', { 甲: 'missing' })).toBe('否')
    expect(shown('[甲] > 1 或 1 < 2', { 甲: 'missing' })).toBe('是')
    expect(shown('[甲] > 1 且 1 < 2', { 甲: 'missing' })).toBe('missing')
  })

  test('an unknown item and a result out of all bounds are invalid, never Infinity or a quiet 0', () => {
    expect(resultOf('[没有的指标]')).toEqual({ kind: 'invalid', reason: '没有 [没有的指标] 这个指标' })
    for (const text of ['(9^99)^99', '(0.1^99)^99', '1E-100 / 1E100', '1E100 * 10', '2 ^ [n]']) {
      expect(shown(text, { n: '101' }), text).toBe('invalid')
    }
  })

  test('items named like parts of every JavaScript object are items like any other', () => {
    expect(shown('[constructor]')).toBe('invalid')
    expect(shown('[__proto__] + [toString]', { ['toString']: '1', constructor: '2' })).toBe('invalid')
    expect(shown('[constructor] × 2', { constructor: '2' })).toBe('4')
  })
})
