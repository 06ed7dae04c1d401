import { Decimal, plainText } from '@anjie/kernel'
import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { roundedText } from '../exact/fractionText.ts'

/** A figure with its exact fraction beside it. */
interface Both {
  readonly own: Decimal
  readonly exact: Fraction
}

const SIMPLE = ['0', '1', '2', '3', '5', '6', '7', '9', '12', '33', '50', '100', '0.5', '2.5', '0.01', '99.99', '-1']
const figure = fc
  .oneof(
    fc.constantFrom(...SIMPLE),
    fc.stringMatching(/^[1-9][0-9]{0,3}(\.[0-9]{1,4})?$/),
    // Ones and thirds of a figure that only differ where the digits at hand end.
    fc.constantFrom(
      '0.333333333333333333333333333333',
      '0.666666666666666666666666666667',
      '1000000000000000000000000',
    ),
  )
  .map((text): Both => ({ own: new Decimal(text), exact: new Fraction(text) }))

type Step = 'plus' | 'minus' | 'times' | 'div'
const EXACT: Record<Step, (a: Fraction, b: Fraction) => Fraction> = {
  plus: (a, b) => a.add(b),
  minus: (a, b) => a.sub(b),
  times: (a, b) => a.mul(b),
  div: (a, b) => a.div(b),
}

function taken({ own, exact }: Both, step: Step, by: Both): Both {
  if (step === 'div' && by.exact.n === 0n) return { own, exact }
  return { own: own[step](by.own), exact: EXACT[step](exact, by.exact) }
}

const value = fc
  .tuple(
    figure,
    fc.array(fc.tuple(fc.constantFrom<Step[]>('plus', 'minus', 'times', 'div', 'div'), figure), { maxLength: 8 }),
  )
  .map(([start, steps]) => steps.reduce((at, [step, by]) => taken(at, step, by), start))

const RUNS = { numRuns: 5000 }

describe('a value that does not end decides as its exact fraction does', () => {
  test('in comparisons, also of values that are equal on different ways', () => {
    fc.assert(
      fc.property(value, value, figure, (a, b, c) => {
        expect(a.own.comparedTo(b.own)).toBe(a.exact.compare(b.exact))
        if (c.exact.n === 0n) return
        // There and back again is where the last digit is lost.
        const back = taken(taken(a, 'div', c), 'times', c)
        expect(back.own.comparedTo(a.own)).toBe(0)
        expect(back.own.eq(a.own)).toBe(true)
        expect(plainText(back.own)).toBe(printedText(back.own, a.exact))
        const apart = taken(taken(back, 'minus', a), 'times', b)
        expect(apart.own.isZero()).toBe(true)
        expect(apart.own.isNegative()).toBe(false)
      }),
      RUNS,
    )
  })

  test('in every rounding, also exactly half way', () => {
    fc.assert(
      fc.property(value, fc.integer({ min: -2, max: 6 }), ({ own, exact }, digits) => {
        expect(plainText(own.toDecimalPlaces(digits))).toBe(roundedText(exact, digits))
        expect(plainText(own.toDecimalPlaces(digits, 'half-up'))).toBe(roundedText(exact, digits, 'half-up'))
        expect(plainText(own.floor())).toBe(exact.floor().toFraction())
        expect(plainText(own.ceil())).toBe(exact.ceil().toFraction())
        expect(own.isZero()).toBe(exact.n === 0n)
        expect(own.isNegative()).toBe(exact.n !== 0n && exact.s < 0n)
        expect(own.isInteger()).toBe(exact.d === 1n)
        // Half a unit more: as near to the border as can be.
        const half = `${digits > 0 ? `0.${'0'.repeat(digits)}5` : '0.5'}`
        const border = own.toDecimalPlaces(digits).plus(half).times(7).div(7)
        const exactly = new Fraction(roundedText(exact, digits)).add(half)
        expect(plainText(border.toDecimalPlaces(digits, 'half-up'))).toBe(roundedText(exactly, digits, 'half-up'))
        expect(plainText(border.toDecimalPlaces(digits))).toBe(roundedText(exactly, digits))
      }),
      RUNS,
    )
  })

  test('in remainders and whole powers', () => {
    fc.assert(
      fc.property(value, figure, fc.integer({ min: 0, max: 5 }), (a, b, times) => {
        const power = a.own.pow(times)
        expect(plainText(power)).toBe(printedText(power, a.exact.pow(times)))
        if (b.exact.n === 0n) return
        const rest = a.own.mod(b.own)
        const quotient = a.exact.div(b.exact)
        const whole = quotient.s < 0n ? quotient.ceil() : quotient.floor()
        expect(plainText(rest)).toBe(printedText(rest, a.exact.sub(b.exact.mul(whole))))
      }),
      { numRuns: 2000 },
    )
  })
})

/** A value that ends may be printed with all its places. */
const printedText = (own: Decimal, exact: Fraction): string =>
  roundedText(exact, own.origin === null ? Math.max(24, own.places) : 24)

describe('what a root, a logarithm or a power makes is decided with 24 decimal places', () => {
  test('whatever way it took', () => {
    const three = new Decimal(3)
    expect(three.sqrt().times(three.sqrt()).eq(3)).toBe(true)
    expect(three.sqrt().pow(2).minus(3).isZero()).toBe(true)
    expect(new Decimal('50.5').ln().times(3).div(3).exp().toDecimalPlaces(0, 'half-up').toFixed()).toBe('51')
    expect(new Decimal(1000).ln().div(new Decimal(10).ln()).floor().toFixed()).toBe('3')
    expect(new Decimal(2).sqrt().gt('1.414213562373095048801688')).toBe(true)
    // 1.41421356237309504880168872…: beyond the 24th place it counts as equal.
    expect(new Decimal(2).sqrt().eq('1.414213562373095048801689')).toBe(true)
  })

  test('the order of the factors of a geometric mean plays no part', () => {
    const points = fc.array(fc.stringMatching(/^[1-9][0-9]?(\.[0-9]{1,2})?$/), { minLength: 2, maxLength: 6 })
    const mean = (list: readonly string[]): Decimal =>
      list
        .reduce((sum, text) => sum.plus(new Decimal(text).ln()), new Decimal(0))
        .div(list.length)
        .exp()
    fc.assert(
      fc.property(points, (list) => {
        const one = mean(list)
        const other = mean(list.toReversed())
        expect(one.eq(other)).toBe(true)
        expect(plainText(one)).toBe(plainText(other))
      }),
      { numRuns: 200 },
    )
  })
})

test('equal values of up to 24 places have the same text, however they came about', () => {
  const third = new Decimal(1).div(3)
  expect(plainText(third)).toBe('0.333333333333333333333333')
  expect(plainText(third.plus(third).plus(third))).toBe('1')
  expect(plainText(new Decimal(2).div(3).minus(third))).toBe(plainText(third))
  expect(third.plus(third).plus(third).eq(1)).toBe(true)
})
