import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { unusualAgainstPast } from '@anjie/domain/submissions/unusualAgainstPast'
import { describe, expect, test } from 'vitest'

const past = (...figures: readonly (readonly [period: string, value: string])[]): FormValue[] =>
  figures.map(([period, value]) => ({ item: 'A', period, status: 'reported', value }))
const count = { unit: '件' }
const unusual = (value: string, before: FormValue[], period = '2026') =>
  unusualAgainstPast(count, period, value, before)

describe('a figure is remarked on', () => {
  test.each([
    ['three times as much', '360', true],
    ['a little less than that', '359', false],
    ['a third', '40', true],
    ['a little more than a third', '41', false],
    ['the same', '120', false],
  ])('%s', (_, value, is) => expect(unusual(value, past(['2025', '120'])) !== null).toBe(is))

  test('not where small numbers jump: a difference of ten is the least', () => {
    expect(unusual('9', past(['2025', '0']))).toBeNull()
    expect(unusual('10', past(['2025', '0']))).toEqual({ period: '2025', value: '0' })
  })

  test('not within the range of what there was', () =>
    expect(unusual('400', past(['2023', '500'], ['2024', '110'], ['2025', '120']))).toBeNull())

  test('of a percentage by points: twenty are the least', () => {
    const rate = (value: string) => unusualAgainstPast({ unit: '%' }, '2026', value, past(['2025', '70']))
    expect(rate('89.99')).toBeNull()
    expect(rate('90')).toEqual({ period: '2025', value: '70' })
  })
})

describe('it is compared', () => {
  test('with the same period of the year before, although a later one is nearer', () =>
    expect(unusual('900', past(['2025-Q3', '100'], ['2026-Q2', '800']), '2026-Q3')).toEqual({
      period: '2025-Q3',
      value: '100',
    }))

  test('else with the latest of the same length, and with nothing else', () => {
    expect(unusual('900', past(['2025-Q1', '90'], ['2025-Q2', '100'], ['2025', '400']), '2026-Q3')).toEqual({
      period: '2025-Q2',
      value: '100',
    })
    expect(unusual('900', past(['2025', '100']), '2026-Q3')).toBeNull()
  })

  test('with figures only: what was missing or did not apply says nothing', () =>
    expect(unusual('900', [{ item: 'A', period: '2025', status: 'missing', note: '未统计' }])).toBeNull())
})
