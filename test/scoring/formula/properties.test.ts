import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { evaluateFormula, formulaFunctions, parseFormula } from '@anjie/domain/scoring/formula/index'
import { Decimal } from '@anjie/kernel'
import { Decimal as DecimalJs } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resultOf, shown } from './reading.ts'

/** Fractions of whole numbers: an arithmetic that shares nothing with the decimals under test. */
type Fraction = { readonly top: bigint; readonly bottom: bigint } | undefined

const fraction = (top: bigint, bottom: bigint): Fraction => (bottom === 0n ? undefined : { top, bottom })

interface Sample {
  readonly text: string
  readonly value: Fraction
}

const both = (
  left: Sample,
  right: Sample,
  work: (a: NonNullable<Fraction>, b: NonNullable<Fraction>) => Fraction,
): Fraction => (left.value === undefined || right.value === undefined ? undefined : work(left.value, right.value))

const literal = fc.integer({ min: 0, max: 9999 }).chain((digits) =>
  fc.integer({ min: 0, max: 3 }).map((places): Sample => {
    const padded = String(digits).padStart(places + 1, '0')
    const text = places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`
    return { text, value: fraction(BigInt(digits), 10n ** BigInt(places)) }
  }),
)

const { expression: samples } = fc.letrec<{ expression: Sample }>((tie) => {
  const pair = fc.tuple(tie('expression'), tie('expression'))
  return {
    expression: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      literal,
      pair.map(([a, b]) => ({
        text: `(${a.text} + ${b.text})`,
        value: both(a, b, (x, y) => fraction(x.top * y.bottom + y.top * x.bottom, x.bottom * y.bottom)),
      })),
      pair.map(([a, b]) => ({
        text: `(${a.text} − ${b.text})`,
        value: both(a, b, (x, y) => fraction(x.top * y.bottom - y.top * x.bottom, x.bottom * y.bottom)),
      })),
      pair.map(([a, b]) => ({
        text: `(${a.text} × ${b.text})`,
        value: both(a, b, (x, y) => fraction(x.top * y.top, x.bottom * y.bottom)),
      })),
      pair.map(([a, b]) => ({
        text: `(${a.text} ÷ ${b.text})`,
        value: both(a, b, (x, y) => fraction(x.top * y.bottom, x.bottom * y.top)),
      })),
      tie('expression').map((a) => ({
        text: `(-${a.text})`,
        value: a.value && fraction(-a.value.top, a.value.bottom),
      })),
      tie('expression').map((a) => ({
        text: `${a.text}%`,
        value: a.value && fraction(a.value.top, a.value.bottom * 100n),
      })),
      fc.tuple(tie('expression'), fc.integer({ min: 1, max: 3 })).map(([a, n]) => ({
        text: `(${a.text} ^ ${n})`,
        value: a.value && fraction(a.value.top ** BigInt(n), a.value.bottom ** BigInt(n)),
      })),
    ),
  }
})

const fullWidth = (text: string): string =>
  Array.from(text, (sign) =>
    sign >= '!' && sign <= '~' ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign,
  ).join('')

describe('the reader', () => {
  const fragments = [...formulaFunctions.values()].flatMap(({ names }) => names)
  const likely = fc
    .array(
      fc.constantFrom(
        ...fragments,
        ...'()（）[]【】+-*/^%,，.0123456789<>=≤≠!&| ',
        '[甲]',
        '且',
        '非',
        '上期',
        'e9',
        '𠮷',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''))

  test('never throws, whatever text it is given, and points into the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), likely), (text) => {
        const formula = parseFormula(text)
        if (formula.ok) {
          evaluateFormula(formula.value, () => ({ kind: 'number', value: new Decimal(3) }))
          return
        }
        expect(formula.error.length).toBeGreaterThan(0)
        for (const { at, length } of formula.error) {
          expect(at).toBeGreaterThanOrEqual(0)
          expect(at + length).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 3000 },
    )
  })

  test('reads full width and half width alike', () => {
    fc.assert(
      fc.property(samples, ({ text }) => {
        expect(parseFormula(fullWidth(text)).ok).toBe(parseFormula(text).ok)
        if (parseFormula(text).ok) expect(shown(fullWidth(text))).toBe(shown(text))
      }),
    )
  })
})

/** The fraction with 24 decimal places, half to even. */
function roundedText(top: bigint, bottom: bigint): string {
  const by = bottom < 0n ? -bottom : bottom
  const isNegative = top < 0n !== bottom < 0n
  const scaled = (top < 0n ? -top : top) * 10n ** 24n
  const kept = scaled / by
  const doubled = (scaled - kept * by) * 2n
  const whole = doubled > by || (doubled === by && kept % 2n === 1n) ? kept + 1n : kept
  const padded = whole.toString().padStart(25, '0')
  const text = `${padded.slice(0, -24)}.${padded.slice(-24)}`
  return isNegative && whole !== 0n ? `-${text}` : text
}

describe('the evaluator', () => {
  test('prints and compares as exact fractions do on any arithmetic', () => {
    fc.assert(
      fc.property(samples, ({ text, value }) => {
        if (!parseFormula(text).ok) return // longer than a formula may be
        const got = resultOf(text)
        if (value === undefined) {
          expect(got.kind).toBe('not-applicable')
          return
        }
        // Beyond all believable sizes ours refuses; a fraction has no such bound.
        if (got.kind === 'invalid') return
        expect(got.kind).toBe('number')
        if (got.kind !== 'number') return
        expect(got.value.toFixed(24)).toBe(roundedText(value.top, value.bottom))
        const wide = DecimalJs.clone({ precision: 400 })
        const near = new wide(value.top.toString()).div(value.bottom.toString()).toDecimalPlaces(12).toFixed()
        const [digits = '', places = ''] = near.split('.')
        const order = value.top * 10n ** BigInt(places.length) - BigInt(digits + places) * value.bottom
        expect(got.value.comparedTo(near)).toBe(order === 0n ? 0 : order > 0n === value.bottom > 0n ? 1 : -1)
      }),
      { numRuns: 2000 },
    )
  })

  test('gives the same result under any locale and time zone of the machine', () => {
    const script = fileURLToPath(new URL('printResults.ts', import.meta.url))
    const results = ['C', 'tr_TR.UTF-8', 'ar_EG.UTF-8', 'de_DE.UTF-8', 'zh_CN.UTF-8'].map((locale) =>
      execFileSync(process.execPath, [script], {
        encoding: 'utf8',
        env: { LC_ALL: locale, LANG: locale, TZ: 'Pacific/Apia' },
      }),
    )
    expect(new Set(results).size).toBe(1)
    expect(results[0]).toContain('0.3')
  })
})
