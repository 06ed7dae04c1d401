import { plainText } from '@anjie/kernel'
import { insertAt, segmentsOf, tryFormula } from '@anjie/web/areas/schemes/fields/tryFormula'
import { describe, expect, test } from 'vitest'

const ITEMS = [
  { code: 'D1', name: '排查纠纷数（起）', unit: '起' },
  { code: 'D2', name: '化解成功数', unit: '起' },
  { code: 'D3', name: '满意率', unit: '%' },
]
const NOTHING: ReadonlyMap<string, string> = new Map()
const worth = (text: string, typed = NOTHING, missing: unknown = 'any-missing') => {
  const { value } = tryFormula(text, ITEMS, typed, missing)
  return value?.kind === 'number' ? plainText(value.value) : value?.kind
}

describe('the formula helper', () => {
  test('gives the value while it is typed, with figures to begin with', () => {
    const trial = tryFormula('[化解成功数] ÷ [排查纠纷数(起)] × 100', ITEMS, NOTHING, 'any-missing')
    expect(trial.examples.map(({ name, text }) => [name, text])).toEqual([
      ['化解成功数', '10'],
      ['排查纠纷数（起）', '20'],
    ])
    expect(worth('[化解成功数] ÷ [排查纠纷数(起)] × 100')).toBe('50')
  })

  test('takes the figures that are typed, also full-width ones, and tells missing from zero', () => {
    const text = '[化解成功数] + 1'
    const [example] = tryFormula(text, ITEMS, NOTHING, 'any-missing').examples
    const typed = (figure: string) => new Map([[example?.key ?? '', figure]])
    expect(worth(text, typed('４８'))).toBe('49')
    expect(worth(text, typed('0'))).toBe('1')
    expect(worth(text, typed(''))).toBe('missing')
    expect(worth(text, typed(''), 'as-zero')).toBe('1')
    expect(worth(text, typed('不适用'))).toBe('not-applicable')
    expect(worth(text, typed('很多'))).toBe('invalid')
  })

  test('keeps an item of another period apart from the same item of this one', () => {
    const { examples } = tryFormula('[满意率] - 上期([满意率])', ITEMS, NOTHING, 'any-missing')
    expect(examples.map(({ shift, text }) => [shift, text])).toEqual([
      ['current', '90'],
      ['previous', '85'],
    ])
    expect(worth('[满意率] - 上期([满意率])')).toBe('5')
  })

  test('says in Chinese what cannot be read, and underlines the place', () => {
    const text = '[化解成功数] ÷ × 2'
    const { problems, value } = tryFormula(text, ITEMS, NOTHING, 'any-missing')
    expect(value).toBeUndefined()
    expect(problems[0]?.message).toMatch(/^第 \d+ 个字符：/)
    expect(
      segmentsOf(text, problems)
        .filter(({ wrong }) => wrong)
        .map((segment) => segment.text),
    ).toEqual(['×'])
  })

  test('marks the end where something is lacking', () => {
    const text = '[化解成功数] +'
    const segments = segmentsOf(text, tryFormula(text, ITEMS, NOTHING, 'any-missing').problems)
    expect(segments.at(-1)?.wrong).toBe(true)
    expect(
      segments
        .map((segment) => segment.text)
        .join('')
        .startsWith(text),
    ).toBe(true)
  })

  test('names an item that the scheme does not have', () => {
    expect(tryFormula('[没有的] + 1', ITEMS, NOTHING, 'any-missing')).toMatchObject({
      unknown: ['没有的'],
      value: undefined,
    })
  })

  test('puts a function in at the caret and leaves the caret between its brackets', () => {
    expect(insertAt('1 + x', 4, 5, '最小()', 1)).toEqual({ text: '1 + 最小()', caret: 7 })
  })
})
