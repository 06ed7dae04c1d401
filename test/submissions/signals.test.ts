import type { CheckExplanation, FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { explanationOf } from '@anjie/domain/submissions/explanationOf'
import { formOf } from '@anjie/domain/submissions/form'
import { formContent } from '@anjie/domain/submissions/formContent'
import { roundFigures, sameFiles } from '@anjie/domain/submissions/reviewSignals'
import { describe, expect, test } from 'vitest'
import { NOW } from '../builders/context.ts'
import { cycle } from '../builders/cycle.ts'
import { countyScheme } from '../builders/scheme.ts'
import { evidence, reported } from '../builders/submission.ts'

const form = formOf(countyScheme(), cycle(), 'subject')

describe('round figures', () => {
  const ask = (...figures: readonly string[]) =>
    roundFigures(
      form,
      figures.map((figure, at) => reported(`D${at}`, figure)),
    ).length
  const ROUND = ['100', '210', '1200', '340', '500']
  const ODD = ['101', '213', '1207', '345']

  test('are asked about where more than half end in nought', () => {
    expect(ask(...ROUND, ...ODD)).toBe(1)
    expect(ask(...ROUND.slice(1), ...ODD)).toBe(0)
  })
  test('say nothing of few figures, of small ones, and of percentages', () => {
    expect(ask(...ROUND, '630', '720')).toBe(0)
    expect(ask(...ROUND, '10', '20', '30', '40', '50')).toBe(0)
    const shares = Array.from({ length: 9 }, (_, at): FormValue => reported('COVERAGE', '100', `${2000 + at}`))
    expect(roundFigures(form, shares)).toEqual([])
  })
})

describe('the same file', () => {
  const file = (item: string, mark: string, status: 'attached' | 'pending' = 'attached') =>
    evidence({ item, mark, status, fileName: '台账.pdf' })
  const asked = (files: readonly ReturnType<typeof file>[], elsewhere: { mark: string; unit: string }[] = []) =>
    sameFiles(form, { evidence: [...files] }, elsewhere).map(({ question }) => question)

  test('is asked about where it stands under two items, and where another unit has attached it', () => {
    expect(asked([file('COVERAGE', 'a'), file('CENTERS_TOTAL', 'a')]).join()).toContain('同时附在')
    expect(asked([file('COVERAGE', 'a'), file('COVERAGE', 'a')])).toEqual([])
    expect(asked([file('COVERAGE', 'a')], [{ mark: 'a', unit: '乙县' }])).toEqual([
      '“台账.pdf”与乙县所附的一个文件内容完全相同，是共用的材料还是误传？',
    ])
  })
  test('is no other file, and none that never arrived', () => {
    expect(asked([file('COVERAGE', 'a')], [{ mark: 'b', unit: '乙县' }])).toEqual([])
    expect(asked([file('COVERAGE', 'a', 'pending')], [{ mark: 'a', unit: '乙县' }])).toEqual([])
  })
})

test('what stands in a form: a nought is a figure and no content, and a figure taken over is the unit’s word once confirmed', () => {
  const origin = { kind: 'past', from: '2025年度', period: '2025' } as const
  const taken: FormValue = { item: 'A', period: '2026', status: 'reported', value: '7', origin }
  expect(
    formContent([
      taken,
      { ...taken, item: 'B', origin: { ...origin, confirmedBy: '林一' } },
      reported('C', '0.00'),
      { item: 'D', period: '2026', status: 'missing' },
      { item: 'E', period: '2026', status: 'not-applicable' },
    ]),
  ).toEqual({ reported: 2, nonZero: 1, missing: 1, notApplicable: 1 })
})

test('an explanation is of one relation and of just its figures', () => {
  const given: CheckExplanation = {
    check: 1,
    message: '甲3大于乙2，请核对',
    text: '口径不同',
    by: { personId: 'p', personName: '林一', place: '甲县' },
    at: NOW,
  }
  const finding = { severity: 'error', item: 'A', rule: 'relation', mayExplain: true } as const
  const of = (check: number, message: string) =>
    explanationOf({ explanations: [given] }, { ...finding, check, message })
  expect(of(1, given.message)).toBe(given)
  expect(of(0, given.message)).toBeUndefined()
  expect(of(1, '甲4大于乙2，请核对')).toBeUndefined()
})
