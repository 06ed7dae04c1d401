import { formulaLimits } from '@anjie/contracts/vocabulary/scoring/formulaLimits'
import { parseFormula } from '@anjie/domain/scoring/formula/index'
import { describe, expect, test } from 'vitest'
import { problemOf, shown } from './reading.ts'

describe('a formula that cannot be read says in Chinese where, why and what to do', () => {
  test.each([
    ['', 0, 'formula-empty', '第 1 个字符：公式是空的'],
    ['  　', 0, 'formula-empty', '公式是空的'],
    ['1 2', 2, 'operator-expected', '第 3 个字符：这里缺少运算符'],
    ['[甲][乙]', 3, 'operator-expected', '第 4 个字符：这里缺少运算符'],
    ['(1', 0, 'parenthesis-unclosed', '第 1 个字符：左括号'],
    ['(1 2)', 3, 'operator-expected', '第 4 个字符：这里缺少运算符'],
    ['(1 +', 4, 'operand-expected', '第 5 个字符：公式没有写完'],
    ['1) + 2', 1, 'parenthesis-unopened', '第 2 个字符：右括号'],
    ['1 + × 2', 4, 'operand-expected', '第 5 个字符：“×”前面要有'],
    ['[甲 + 1', 0, 'name-unclosed', '第 1 个字符：指标名的左方括号'],
    ['[甲 + [乙]', 0, 'name-unclosed', '第 1 个字符'],
    ['甲] + 1', 0, 'unknown-word', '不认识“甲”'],
    ['1 + ]', 4, 'unknown-character', '没有左方括号'],
    ['1 + [ ]', 4, 'name-empty', '方括号里没有指标名'],
    ['纠纷数 + 1', 0, 'unknown-word', '如 [纠纷数]'],
    ['foo(1)', 0, 'unknown-word', '不认识“foo”'],
    ['constructor', 0, 'unknown-word', '不认识“constructor”'],
    ['this.constructor', 0, 'unknown-word', '不认识“this”'],
    ['1 + “2”', 4, 'unknown-character', '第 5 个字符：公式里不能用'],
    ["'abc'", 0, 'unknown-character', "公式里不能用“'”"],
    ['𠮷 + 1', 0, 'unknown-word', '不认识“𠮷”'],
    ['1,234', 1, 'operator-expected', '千分位逗号'],
    ['1,000', 2, 'number-malformed', '千分位逗号'],
    ['合计(1,000)', 5, 'number-malformed', '千分位逗号'],
    ['1.2.3', 0, 'number-malformed', '请检查小数点'],
    ['7 % 4', 2, 'operator-expected', '要求余数请写“7 求余 4”'],
    ['12%[甲]', 2, 'operator-expected', '“%”表示百分号'],
    ['如果(1 > 2, 3)', 0, 'argument-count', '如果(条件, 成立时的值, 不成立时的值)'],
    ['合计()', 0, 'argument-count', '现在 0 个'],
    ['最大 + 1', 0, 'operand-expected', '“最大”是函数，后面要有括号'],
    ['上期(3)', 0, 'period-without-reference', '没有 [指标名]'],
    ['上期(上年同期([甲]))', 3, 'period-nested', '不能互相嵌套'],
    ['!5', 1, 'kind-mismatch', '“非”需要是否判断，“5”却是数'],
    ['(5 < 2) + 3', 1, 'kind-mismatch', '“＋”需要数'],
    ['60 <= [甲] < 80', 12, 'kind-mismatch', '60 <= [指标] 且 [指标] < 80'],
    ['如果(1, 2, 3)', 3, 'kind-mismatch', '条件需要是否判断'],
    ['如果(是, 2, 否)', 9, 'kind-mismatch', '两边要同是数'],
  ])('%s', (text, at, code, message) => {
    const problem = problemOf(text)
    expect(problem).toMatchObject({ at, code })
    expect(problem.message).toContain(message)
    expect(problem.message).toMatch(/^第 \d+ 个字符：/)
  })

  test('a place is counted in characters that the author sees, and selected in units that the editor uses', () => {
    expect(problemOf('[𠮷野] + ?')).toMatchObject({ at: 8, message: expect.stringContaining('第 8 个字符') })
  })
})

describe('a formula is bounded', () => {
  const { characters, depth, nodes, literalDigits } = formulaLimits

  test('in length, counted in characters', () => {
    expect(shown(`1${' '.repeat(characters - 1)}`)).toBe('1')
    expect(problemOf(`1${' '.repeat(characters)}`).code).toBe('formula-too-long')
    expect(parseFormula(`[${'𠮷'.repeat(characters - 2)}]`).ok).toBe(true)
    expect(problemOf(`[${'𠮷'.repeat(characters)}]`).code).toBe('formula-too-long')
    expect(problemOf('('.repeat(5_000_000)).code).toBe('formula-too-long')
  })

  test('in depth: brackets, signs, powers and functions alike', () => {
    const nested = (opening: string, closing: string, times: number) =>
      `${opening.repeat(times)}1${closing.repeat(times)}`
    expect(shown(nested('(', ')', depth))).toBe('1')
    for (const [opening, closing] of [
      ['(', ')'],
      ['-', ''],
      ['1^', ''],
      ['绝对值(', ')'],
      ['1+(', ')'],
      ['! ', ''],
    ] as const) {
      expect(problemOf(nested(opening, closing, depth + 1)).code).toBe('formula-too-deep')
    }
  })

  test('in nodes, while a long sum within them is no nesting', () => {
    expect(shown(Array.from({ length: nodes / 2 }, () => '1').join('+'))).toBe('250')
    expect(problemOf(Array.from({ length: nodes / 2 + 1 }, () => '1').join('+')).code).toBe('formula-too-large')
  })

  test('in the digits of a number and in exponents', () => {
    expect(shown('1'.repeat(literalDigits))).toBe('1'.repeat(literalDigits))
    expect(problemOf('1'.repeat(40))).toMatchObject({
      code: 'number-too-long',
      message: '第 1 个字符：这个数有 40 位有效数字，最多 30 位，请减少位数',
    })
    expect(problemOf('1E101').code).toBe('exponent-too-large')
    expect(problemOf('1E99999999999999999999').code).toBe('exponent-too-large')
    expect(shown('1.5E0002')).toBe('150')
    expect(shown('2 ^ 101')).toBe('invalid')
  })

  test('in time: the dearest formulas of full length end soon', () => {
    const dearest = [
      `${Array.from({ length: 60 }, () => '1.7^').join('')}1.1`,
      Array.from({ length: 60 }, (_, index) => `ln(${index + 2}.7)`).join('*'),
      Array.from({ length: 90 }, () => '9.87^99.9').join('/'),
      `${Array.from({ length: 60 }, () => '常用对数(').join('')}9${')'.repeat(60)}`,
    ]
    const started = performance.now()
    for (const text of dearest) shown(text)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
