import type { DataItem, Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { countedWords } from '../counting/countedWords.ts'
import { clauseOf } from '../scoring/clauseOf.ts'
import { describeMethod } from './describeMethod.ts'

/** One change between two versions of a scheme, in the words of an office. */
export interface SchemeChange {
  readonly kind: 'added' | 'removed' | 'changed'
  /** Where: 指标 WZ-07 群众安全感, 数据项, 分组 … */
  readonly part: string
  readonly before: string | null
  readonly after: string | null
}

/**
 * 版本差异: what a new version changes, in the order of the scheme. Nodes and items are matched by their codes; what a rule does is
 * compared by the clause that it prints back as, so that a change is read as it would be published.
 */
export function schemeDifference(before: Scheme, after: Scheme): readonly SchemeChange[] {
  return [
    ...textChanges(BASICS, basicsOf(before), basicsOf(after)),
    ...keyedChanges('数据项', itemsOf(before), itemsOf(after)),
    ...keyedChanges('指标', nodesOf(before), nodesOf(after)),
    ...listChanges('分组', groupsOf(before), groupsOf(after)),
    ...restOf(before, after),
  ]
}

/** Whether a score under one scheme may be compared with one under the other: they differ in name, year and source alone. */
export const hasSameRules = (one: Scheme, other: Scheme): boolean =>
  schemeDifference(one, other).every(({ part }) => part === BASICS)

const BASICS = '基本信息'

type Described = ReadonlyMap<string, { readonly name: string; readonly texts: readonly string[] }>

const basicsOf = (scheme: Scheme): readonly string[] => [
  `名称：${scheme.name}`,
  `年度：${scheme.year}`,
  `说明：${scheme.definition}`,
  `依据：${scheme.source.document}`,
]

function itemsOf(scheme: Scheme): Described {
  return new Map(scheme.items.map((item) => [item.code, { name: `${item.code} ${item.name}`, texts: itemTexts(item) }]))
}

const itemTexts = (item: DataItem): string[] => [
  `名称：${item.name}`,
  `单位：${item.unit === '' ? '无' : item.unit}`,
  `口径：${item.definition}`,
  `填报：${item.filledBy === 'subject' ? '考评对象' : `考评方${item.supplier === undefined ? '' : `（${item.supplier}）`}`}`,
  `限值：${item.min ?? '不限'}至${item.max ?? '不限'}`,
  ...(item.countedFrom === undefined ? [] : [`台账取数：${countedWords(item.countedFrom)}`]),
  ...(item.formula === undefined ? [] : [`公式：${item.formula}`]),
]

function nodesOf(scheme: Scheme): Described {
  const described = new Map<string, { name: string; texts: readonly string[] }>()
  const visit = (node: SchemeNode, parent: string): void => {
    described.set(node.code, {
      name: `${node.code} ${node.name}`,
      texts: [
        `名称：${node.name}`,
        `上级：${parent}`,
        `分值：${node.points ?? '不设'}`,
        `权重：${node.weight ?? '不设'}`,
        `条文：${clauseOf(scheme, node)}`,
        ...(node.kind === 'leaf'
          ? [`评分单位：${node.scoredBy}`, `佐证材料：${node.evidence.join('、') || '不要求'}`]
          : []),
      ],
    })
    if (node.kind === 'branch') for (const child of node.children) visit(child, node.name)
  }
  visit(scheme.root, '无')
  return described
}

const groupsOf = (scheme: Scheme): readonly string[] =>
  describeMethod(scheme).groups.map((group) =>
    [group.name, group.definition ?? '', ...group.changes].filter((text) => text !== '').join('；'),
  )

/** Cap groups, vetoes, grades, quotas and the ways of ranking: whole sentences already, compared as such. */
function restOf(before: Scheme, after: Scheme): readonly SchemeChange[] {
  const [was, is] = [describeMethod(before), describeMethod(after)]
  return [
    ...listChanges('限扣组', was.capGroups, is.capGroups),
    ...listChanges(
      '一票否决',
      was.vetoes.map(({ name, rule }) => `${name}：${rule}`),
      is.vetoes.map(({ name, rule }) => `${name}：${rule}`),
    ),
    ...listChanges('递进督导', was.escalations ?? [], is.escalations ?? []),
    ...listChanges('等次', was.grades.map(gradeText), is.grades.map(gradeText)),
    ...listChanges('等次名额', was.quotas, is.quotas),
    ...listChanges('排名与修约', was.ranking, is.ranking),
    ...listChanges('缺数与不适用', was.missing, is.missing),
  ]
}

const gradeText = (grade: { readonly name: string; readonly conditions: string }): string =>
  `${grade.name}：${grade.conditions}`

function keyedChanges(part: string, before: Described, after: Described): SchemeChange[] {
  const changes: SchemeChange[] = []
  for (const [code, was] of before) {
    const is = after.get(code)
    if (is === undefined)
      changes.push({ kind: 'removed', part: `${part} ${was.name}`, before: was.texts.join('；'), after: null })
    else changes.push(...textChanges(`${part} ${is.name}`, was.texts, is.texts))
  }
  for (const [code, is] of after)
    if (!before.has(code))
      changes.push({ kind: 'added', part: `${part} ${is.name}`, before: null, after: is.texts.join('；') })
  return changes
}

/** Lines of the same kind, told apart by what stands before their colon. */
function textChanges(part: string, before: readonly string[], after: readonly string[]): SchemeChange[] {
  const label = (text: string): string => text.slice(0, text.indexOf('：'))
  const now = new Map(after.map((text) => [label(text), text]))
  const then = new Map(before.map((text) => [label(text), text]))
  return [...new Set([...then.keys(), ...now.keys()])]
    .filter((key) => then.get(key) !== now.get(key))
    .map((key) => ({ kind: 'changed', part, before: then.get(key) ?? null, after: now.get(key) ?? null }))
}

function listChanges(part: string, before: readonly string[], after: readonly string[]): SchemeChange[] {
  return [
    ...before
      .filter((text) => !after.includes(text))
      .map((text): SchemeChange => ({ kind: 'removed', part, before: text, after: null })),
    ...after
      .filter((text) => !before.includes(text))
      .map((text): SchemeChange => ({ kind: 'added', part, before: null, after: text })),
  ]
}
