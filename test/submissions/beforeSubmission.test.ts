import type { SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { absurdFigure } from '@anjie/domain/submissions/absurdFigure'
import { crossChecks } from '@anjie/domain/submissions/crossChecks'
import { formOf } from '@anjie/domain/submissions/form'
import { missingEvidence, wantedEvidence } from '@anjie/domain/submissions/missingEvidence'
import { describe, expect, test } from 'vitest'
import { cycle } from '../builders/cycle.ts'
import { countyScheme } from '../builders/scheme.ts'
import { REPORT_VALUES, reported } from '../builders/submission.ts'

/** A scheme whose every indicator asks to see something. */
const askingNode = (node: SchemeNode): SchemeNode =>
  node.kind === 'leaf' ? { ...node, evidence: ['台账'] } : { ...node, children: node.children.map(askingNode) }
const plain = countyScheme()
const scheme = { ...plain, root: askingNode(plain.root) }
const form = formOf(scheme, cycle(), 'subject')

describe('a figure that no place can have', () => {
  test.each([
    ['起', '999999999999999999999999', '24位数'],
    ['人', '10000000000', '11位数'],
    ['元', '1000000000000000', '16位数'],
    ['%', '96500', '96500%'],
    ['件', '-99999999999', '11位数'],
  ])('in %s, %s, gets a remark that names it', (unit, value, said) => {
    expect(absurdFigure({ unit }, value)).toContain(said)
  })
  test.each([
    ['人', '1411780000'],
    ['元', '200000000000'],
    ['万元', '99999999999'],
    ['%', '125.5'],
    ['%', '-30'],
    ['起', '0'],
  ])('in %s, %s gets none', (unit, value) => {
    expect(absurdFigure({ unit }, value)).toBeNull()
  })
  test('is a warning beside the form and keeps nobody from submitting', () => {
    const item = 'DISPUTES_FOUND'
    const { checks } = crossChecks(form, [
      ...REPORT_VALUES.filter((value) => value.item !== item),
      reported(item, '9'.repeat(24)),
    ])
    expect(checks.filter((each) => each.item === item).map(({ severity }) => severity)).toContain('warning')
    expect(checks.some((each) => each.item === item && each.severity === 'error')).toBe(false)
  })
})

describe('indicators without the evidence that they ask for', () => {
  const lacking = (withFile: readonly string[], values = [...REPORT_VALUES, reported('ACCIDENTS', '1')]) =>
    missingEvidence(wantedEvidence(scheme, form), values, new Set(withFile))

  test('are named with what they ask for', () => {
    expect(lacking([]).length).toBeGreaterThan(0)
    for (const { indicator, wanted } of lacking([])) {
      expect(indicator).toMatch(/\p{Script=Han}/u)
      expect(wanted.length).toBeGreaterThan(0)
    }
  })
  test('are no longer named with a file beside one of their figures', () => {
    const all = form.cells.map(({ item }) => item.code)
    expect(lacking(all)).toEqual([])
  })
  test('are not named where nothing was reported', () => {
    expect(lacking([], [])).toEqual([])
  })
})
