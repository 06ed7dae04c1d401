import { Decimal, plainText, roundDecimal } from '@anjie/kernel'
import { Decimal as DecimalJs } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** The library with the settings of the kernel: what every result must equal, digit for digit. */
const Reference = DecimalJs.clone({
  precision: 40,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  toExpNeg: -50,
  toExpPos: 50,
  minE: -1000,
  maxE: 1000,
})

const sameAs = (own: Decimal, reference: DecimalJs): void => {
  expect(own.toString()).toBe(reference.toString())
  if (reference.isFinite()) expect(plainText(own)).toBe(reference.isZero() ? '0' : reference.toFixed())
  expect(own.e).toBe(reference.isZero() ? 0 : reference.e)
  expect(own.decimalPlaces()).toBe(reference.decimalPlaces())
}

/** Everyday figures, figures at the edge of a double's whole numbers, and very long, very large or very small ones. */
const digits = (least: number, most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((each) => each.join(''))
const plain = fc
  .tuple(fc.constantFrom('', '-'), digits(1, 4), digits(0, 3))
  .map(([sign, whole, decimals]) => `${sign}${whole}${decimals === '' ? '' : `.${decimals}`}`)
const edge = fc
  .tuple(fc.bigInt({ min: -(2n ** 55n), max: 2n ** 55n }), fc.integer({ min: -20, max: 8 }))
  .map(([whole, power]) => `${whole}e${power}`)
const halves = fc
  .tuple(digits(36, 42), fc.constantFrom('5', '50', '500000', '49999', '51'), fc.integer({ min: -45, max: 3 }))
  .map(([whole, tail, power]) => `${whole}${tail}e${power}`)
const long = fc
  .tuple(fc.constantFrom('', '-'), digits(1, 60), fc.integer({ min: -90, max: 60 }))
  .map(([sign, whole, power]) => `${sign}${whole}e${power}`)
const far = fc.tuple(digits(1, 20), fc.integer({ min: -1010, max: 1010 })).map(([whole, power]) => `${whole}e${power}`)
const odd = fc.constantFrom(
  '0',
  '1',
  '-1',
  '10',
  '0.1',
  '9007199254740991',
  '-9007199254740992',
  'Infinity',
  '-Infinity',
  'NaN',
)
const text = fc.oneof(
  { weight: 4, arbitrary: plain },
  { weight: 2, arbitrary: edge },
  { weight: 2, arbitrary: halves },
  { weight: 2, arbitrary: long },
  { weight: 1, arbitrary: far },
  { weight: 1, arbitrary: odd },
)
/** Results of a division or product too: 40 digits that no text has. */
const pair = fc.tuple(text, text, fc.constantFrom('as written', 'divided', 'multiplied')).map(([one, two, how]) => {
  const step = (own: DecimalJs | Decimal): string => own.toString()
  if (how === 'as written') return [one, two] as const
  const reference = new Reference(one)
  const made = how === 'divided' ? reference.div(new Reference(two)) : reference.times(new Reference(two))
  return [step(made), two] as const
})

// The library's zero may be negative, this one's never; what follows from the sign of a zero is left out.
const withoutSign = (value: DecimalJs): DecimalJs => (value.isZero() ? new Reference(0) : value)
const both = (value: string): { own: Decimal; reference: DecimalJs } => ({
  own: new Decimal(value),
  reference: withoutSign(new Reference(value)),
})
const runs = { numRuns: 1500 }

describe('the kernel calculates as decimal.js does, digit for digit', () => {
  const operations = {
    plus: [(a: Decimal, b: Decimal) => a.plus(b), (a: DecimalJs, b: DecimalJs) => a.plus(b)],
    minus: [(a: Decimal, b: Decimal) => a.minus(b), (a: DecimalJs, b: DecimalJs) => a.minus(b)],
    times: [(a: Decimal, b: Decimal) => a.times(b), (a: DecimalJs, b: DecimalJs) => a.times(b)],
    div: [(a: Decimal, b: Decimal) => a.div(b), (a: DecimalJs, b: DecimalJs) => a.div(b)],
    max: [(a: Decimal, b: Decimal) => Decimal.max(a, b), (a: DecimalJs, b: DecimalJs) => Reference.max(a, b)],
    min: [(a: Decimal, b: Decimal) => Decimal.min(a, b), (a: DecimalJs, b: DecimalJs) => Reference.min(a, b)],
  } as const
  test.each(Object.entries(operations))('%s', (_name, [own, reference]) => {
    fc.assert(
      fc.property(pair, ([one, two]) => {
        const left = both(one)
        const right = both(two)
        sameAs(own(left.own, right.own), withoutSign(reference(left.reference, right.reference)))
      }),
      runs,
    )
  })

  test('comparison, in every form', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          pair,
          text.map((one) => [one, one] as const),
        ),
        ([one, two]) => {
          const left = both(one)
          const right = both(two)
          expect(left.own.comparedTo(right.own)).toBe(left.reference.comparedTo(right.reference))
          expect(left.own.eq(two)).toBe(left.reference.eq(two))
          expect(left.own.lt(two)).toBe(left.reference.lt(two))
          expect(left.own.lte(two)).toBe(left.reference.lte(two))
          expect(left.own.gt(two)).toBe(left.reference.gt(two))
          expect(left.own.gte(two)).toBe(left.reference.gte(two))
        },
      ),
      runs,
    )
  })

  test('reading, printing, signs and questions', () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: 0, max: 45 }), ([one], places) => {
        const { own, reference } = both(one)
        sameAs(own, reference)
        sameAs(own.neg(), withoutSign(reference.neg()))
        sameAs(own.abs(), reference.abs())
        sameAs(own.floor(), withoutSign(reference.floor()))
        sameAs(own.ceil(), withoutSign(reference.ceil()))
        expect(own.toFixed(places)).toBe(reference.toFixed(places))
        expect(own.toNumber()).toBe(reference.toNumber())
        expect(own.isZero()).toBe(reference.isZero())
        expect(own.isNaN()).toBe(reference.isNaN())
        expect(own.isFinite()).toBe(reference.isFinite())
        expect(own.isInteger()).toBe(reference.isInteger())
        if (!reference.isNaN()) expect(own.isNegative()).toBe(reference.isNegative())
      }),
      runs,
    )
  })

  test('rounding to places and to digits, half to even and half up', () => {
    fc.assert(
      fc.property(
        pair,
        fc.integer({ min: 0, max: 45 }),
        fc.integer({ min: 1, max: 45 }),
        fc.constantFrom('half-even' as const, 'half-up' as const),
        ([one], places, kept, mode) => {
          const { own, reference } = both(one)
          const rounding = mode === 'half-even' ? DecimalJs.ROUND_HALF_EVEN : DecimalJs.ROUND_HALF_UP
          sameAs(roundDecimal(own, places, mode), withoutSign(reference.toDecimalPlaces(places, rounding)))
          sameAs(own.toSignificantDigits(kept), reference.toSignificantDigits(kept))
          if (reference.isFinite() && Math.abs(reference.e) < 30) {
            const unit = new Reference(10).pow(places % 6)
            sameAs(roundDecimal(own, -(places % 6), mode), withoutSign(reference.toNearest(unit, rounding)))
          }
        },
      ),
      runs,
    )
  })

  test('powers, roots, logarithms and remainders', () => {
    fc.assert(
      fc.property(plain, plain, (one, two) => {
        const left = both(one)
        const right = both(two)
        sameAs(left.own.modulo(right.own), withoutSign(left.reference.modulo(right.reference)))
        sameAs(left.own.pow(2), left.reference.pow(2))
        sameAs(left.own.abs().sqrt(), left.reference.abs().sqrt())
        sameAs(left.own.abs().plus(1).ln(), left.reference.abs().plus(1).ln())
      }),
      { numRuns: 100 },
    )
  })
})

test('a text that is no number is refused', () => {
  for (const wrong of ['', '.', '-', '1.2.3', '12a', '1,000', '--1', '１２'])
    expect(() => new Decimal(wrong), wrong).toThrow()
})

test('a zero is never negative', () => {
  for (const zero of [
    new Decimal('-0'),
    new Decimal(-0),
    new Decimal('-0.00'),
    new Decimal(0).times(-3),
    new Decimal(0).neg(),
  ])
    expect([zero.isNegative(), plainText(zero), zero.toNumber()]).toEqual([false, '0', 0])
})
