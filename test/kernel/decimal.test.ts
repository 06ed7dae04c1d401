import { Decimal, plainText } from '@anjie/kernel'
import { Decimal as DecimalJs } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** The library that ours has to agree with, with more digits than any result of the test is long. */
const Library = DecimalJs.clone({
  precision: 1000,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
})
/** Logarithms take their time. */
const Shorter = Library.clone({ precision: 60 })
const ours = (text: string): Decimal => new Decimal(text)
const theirs = (text: string): DecimalJs => new Library(text)
/** The library knows a negative zero; a score does not. */
const printed = (value: DecimalJs): string => (value.isZero() ? '0' : value.toFixed())

/** Figures as they are filled in, and what calculations make of them: short and long, whole and broken, many zeros, many nines. */
const digits = (most: number) =>
  fc.oneof(
    fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`)),
    fc.stringMatching(new RegExp(`^9{1,${most}}$`)),
    fc.stringMatching(new RegExp(`^[1-9]0{0,${most - 1}}$`)),
    fc.constantFrom('0', '5', '25', '125', '9007199254740991', '9007199254740992', '9007199254740993'),
  )
const decimal = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.oneof(digits(3), digits(18), digits(41)),
    fc.option(fc.oneof(digits(2), digits(45))),
  )
  .map(([sign, whole, fraction]) => `${sign}${whole}${fraction === null ? '' : `.${fraction}`}`)

/** Our result and the library's. */
type Both = (a: string, b: string) => readonly [Decimal, DecimalJs]
const OPERATIONS: readonly (readonly [string, Both])[] = [
  ['plus', (a, b) => [ours(a).plus(ours(b)), theirs(a).plus(b)]],
  ['minus', (a, b) => [ours(a).minus(b), theirs(a).minus(b)]],
  ['times', (a, b) => [ours(a).times(b), theirs(a).times(b)]],
  ['div', (a, b) => [ours(a).div(b), theirs(a).div(b)]],
  ['min', (a, b) => [Decimal.min(a, b), Library.min(a, b)]],
  ['max', (a, b) => [Decimal.max(a, b), Library.max(a, b)]],
]

const RUNS = { numRuns: 3000 }

describe('a decimal agrees with the library, digit for digit,', () => {
  test.each(OPERATIONS)('in %s', (name, both) => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        fc.pre(name !== 'div' || !theirs(b).isZero())
        const [own, library] = both(a, b)
        expect(plainText(own)).toBe(printed(own.origin === null ? library : library.toDecimalPlaces(24)))
      }),
      RUNS,
    )
  })

  test('in comparisons', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const order = theirs(a).comparedTo(b)
        const one = ours(a)
        expect(one.comparedTo(b)).toBe(order === 0 ? 0 : order)
        expect([one.eq(b), one.gt(b), one.gte(b), one.lt(b), one.lte(b)]).toEqual([
          order === 0,
          order > 0,
          order >= 0,
          order < 0,
          order <= 0,
        ])
        // The same value written otherwise is the same value.
        expect(one.comparedTo(`${a}${a.includes('.') ? '000' : '.000'}`)).toBe(0)
      }),
      RUNS,
    )
  })

  test('in rounding, half to even and half away from zero', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 12 }), (text, places) => {
        const library = theirs(text)
        expect(plainText(ours(text).toDecimalPlaces(places))).toBe(printed(library.toDecimalPlaces(places)))
        expect(plainText(ours(text).toDecimalPlaces(places, 'half-up'))).toBe(
          printed(library.toDecimalPlaces(places, DecimalJs.ROUND_HALF_UP)),
        )
        expect(ours(text).toFixed(places)).toBe(library.toFixed(places).replace(/^-(0(?:\.0*)?)$/, '$1'))
      }),
      RUNS,
    )
  })

  test('in what is asked of one value', () => {
    fc.assert(
      fc.property(decimal, (text) => {
        const own = ours(text)
        const library = theirs(text)
        expect(plainText(own)).toBe(printed(library))
        expect(plainText(own.neg())).toBe(printed(library.neg()))
        expect(plainText(own.abs())).toBe(printed(library.abs()))
        expect(plainText(own.floor())).toBe(printed(library.floor()))
        expect(plainText(own.ceil())).toBe(printed(library.ceil()))
        expect(own.decimalPlaces()).toBe(library.decimalPlaces())
        expect(own.isInteger()).toBe(library.isInteger())
        expect(own.isZero()).toBe(library.isZero())
        expect(own.toNumber()).toBe(library.isZero() ? 0 : library.toNumber())
        if (!library.isZero()) {
          expect(own.isNegative()).toBe(library.isNegative())
          expect(own.exponent).toBe(library.e)
        }
      }),
      RUNS,
    )
  })

  test('in remainders, roots, powers and logarithms', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e6 }), (a, b) => {
        const text = `${a}.${b}`
        expect(plainText(ours(text).mod(b))).toBe(printed(theirs(text).mod(b)))
        expect(plainText(ours(text).neg().mod(b))).toBe(printed(theirs(text).neg().mod(b)))
        const root = theirs(text).sqrt().toDecimalPlaces(24)
        expect(plainText(ours(text).sqrt())).toBe(printed(root))
        const logarithm = new Shorter(text).ln().toDecimalPlaces(24)
        expect(plainText(ours(text).ln())).toBe(printed(logarithm))
        expect(plainText(ours(text).pow(3))).toBe(printed(theirs(text).pow(3)))
        expect(plainText(ours(text).pow(-2))).toBe(printed(theirs(text).pow(-2).toDecimalPlaces(24)))
      }),
      { numRuns: 300 },
    )
  })
})

test('a number counts by its shortest text, and what is no number is refused', () => {
  expect(plainText(new Decimal(0.1))).toBe('0.1')
  expect(plainText(new Decimal(-0))).toBe('0')
  expect(plainText(new Decimal(1e21))).toBe('1000000000000000000000')
  for (const text of ['', 'x', '1,000', '0x10', '1.2.3', 'Infinity', 'NaN', '１２'])
    expect(() => new Decimal(text), text).toThrow()
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => new Decimal(value)).toThrow()
  expect(() => new Decimal(1).div(0)).toThrow()
})
