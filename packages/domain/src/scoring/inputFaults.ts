import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { PreviousTable } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import type { Subject } from './cell.ts'
import { checkScheme } from './checkScheme.ts'
import { checkValues } from './checkValues.ts'
import { lengthOf } from './periods.ts'

/** Why these inputs would not have been taken at entry, in Chinese; empty where the engine may score them. */
export function inputFaults(inputs: {
  readonly scheme: Scheme
  readonly period: string
  readonly subjects: readonly Subject[]
  readonly values: readonly ItemValue[]
  readonly previous: PreviousTable | null
}): string[] {
  const { scheme, period, subjects, values, previous } = inputs
  const groups = new Set(scheme.groups.map(({ code }) => code))
  const known = new Set(subjects.map(({ code }) => code))
  return [
    ...checkScheme(scheme)
      .filter(({ severity }) => severity === 'error')
      .map(({ node, message }) => `方案${node === '' ? '' : `〔${node}〕`}：${message}`),
    ...(lengthOf(period) === scheme.cycle ? [] : [`期间“${period}”与方案的考评周期不符`]),
    ...repeated(subjects.map(({ code }) => code)).map((code) => `对象“${code}”出现了不止一次`),
    ...subjects
      .filter(({ group }) => !groups.has(group))
      .map(({ code, group }) => `对象“${code}”的分组“${group}”不在方案中`),
    ...checkValues(scheme, values, known, { period })
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => `数据${message}`),
    ...repeated(previous?.rows.map(({ subject }) => subject) ?? []).map((code) => `上期榜单中“${code}”出现了不止一次`),
  ]
}

function repeated(codes: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const code of codes) {
    if (seen.has(code)) twice.add(code)
    seen.add(code)
  }
  return [...twice]
}
