import type { PublicMethod, PublicMethodNode } from '@anjie/contracts/vocabulary/publicRecords'
import type {
  Grade,
  GradeQuota,
  RuleSource,
  Scheme,
  SchemeGroup,
  SchemeNode,
} from '@anjie/contracts/vocabulary/schemes/scheme'
import {
  BRANCH_MISSING_NAMES,
  CAP_LIMITS_NAMES,
  LEAF_MISSING_NAMES,
  NOT_APPLICABLE_NAMES,
  PERIOD_NAMES,
  QUOTA_TIE_NAMES,
  RANK_SCOPE_NAMES,
} from '@anjie/contracts/vocabulary/schemes/schemeWords'
import { SUBJECT_KIND_NAMES } from '@anjie/contracts/vocabulary/schemes/subjectKindNames'
import { MEASURE_KIND_NAMES } from '@anjie/contracts/vocabulary/supervision/measureKinds'
import { Decimal, plainText } from '@anjie/kernel'
import { countedWords } from '../counting/countedWords.ts'
import { clauseOf } from '../scoring/clauseOf.ts'
import { tableNotes } from '../scoring/placeSubjects.ts'
import { consequence } from '../scoring/vetoes.ts'

/** What a method page says, apart from where and when it was published. */
export type MethodDescription = Omit<
  PublicMethod,
  'schemeId' | 'province' | 'status' | 'version' | 'publishedOn' | 'nodeCount'
> & { readonly nodes: readonly PublicMethodNode[] }

/**
 * 考评办法: a scheme as an office would publish it, in whole sentences. Every sentence follows from the rules that scores are
 * made by, so that the page cannot say something else than the table.
 */
export function describeMethod(scheme: Scheme): MethodDescription {
  const nodes = allNodes(scheme.root)
  const names: Names = {
    node: (code) =>
      nameOf(
        nodes.map(({ node }) => node),
        code,
      ),
    item: (code) => nameOf(scheme.items, code),
    group: (code) => nameOf(scheme.groups, code),
    grade: (code) => nameOf(scheme.grades, code),
  }
  return {
    code: scheme.code,
    name: scheme.name,
    year: scheme.year,
    subject: SUBJECT_KIND_NAMES[scheme.subjectKind],
    definition: scheme.definition,
    source: scheme.source,
    basics: basicsOf(scheme),
    groups: scheme.groups.map((group) => ({
      name: group.name,
      ...(group.definition === undefined ? {} : { definition: group.definition }),
      changes: changesOf(
        scheme,
        group,
        nodes.map(({ node }) => node),
      ),
    })),
    nodes: nodes.map(({ node, level }) => describedNode(scheme, node, level)),
    ...countedOf(scheme),
    capGroups: scheme.capGroups.map(
      ({ name, limits, points, nodes: codes }) =>
        `${name}：${codes.map((code) => `“${names.node(code)}”`).join('、')}合计最多${CAP_LIMITS_NAMES[limits].charAt(0)}${points}分。`,
    ),
    vetoes: scheme.vetoes.map((veto) => ({
      name: veto.name,
      rule: `${names.item(veto.item)}达到${veto.atLeast}${unitOf(scheme, veto.item)}的，${consequence(veto, scheme).consequence}。`,
      ...sourceField(veto.source),
    })),
    ...escalationsOf(scheme, names),
    grades: scheme.grades.map((grade) => ({ name: grade.name, conditions: conditionsOf(grade, names) })),
    quotas: scheme.quotas.map((quota) => quotaText(quota, names)),
    ranking: [
      scheme.ranking.scope === 'group' && scheme.groups.length > 1
        ? `${RANK_SCOPE_NAMES.group}。`
        : `全部考评对象${RANK_SCOPE_NAMES.all}。`,
      ...tableNotes(scheme),
    ],
    missing: missingOf(scheme),
  }
}

interface Names {
  readonly node: (code: string) => string
  readonly item: (code: string) => string
  readonly group: (code: string) => string
  readonly grade: (code: string) => string
}

const nameOf = (all: readonly { readonly code: string; readonly name: string }[], code: string): string =>
  all.find((each) => each.code === code)?.name ?? code

const unitOf = (scheme: Scheme, item: string): string => scheme.items.find(({ code }) => code === item)?.unit ?? ''

/** Parents before their children, with their level. */
function allNodes(root: SchemeNode): readonly { readonly node: SchemeNode; readonly level: number }[] {
  const nodes: { node: SchemeNode; level: number }[] = []
  const open = [{ node: root, level: 1 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    nodes.push(next)
    if (next.node.kind === 'branch')
      for (const child of next.node.children.toReversed()) open.push({ node: child, level: next.level + 1 })
  }
  return nodes
}

const sourceText = ({ document, clause, note }: RuleSource): string =>
  [document, clause ?? '', note === undefined ? '' : `（${note}）`].join('')

const sourceField = (source: RuleSource | undefined): { source?: string } =>
  source === undefined ? {} : { source: sourceText(source) }

const describedNode = (scheme: Scheme, node: SchemeNode, level: number): PublicMethodNode => ({
  level,
  code: node.code,
  name: node.name,
  isHeading: node.kind === 'branch',
  ...(node.points === undefined ? {} : { points: node.points }),
  ...(node.weight === undefined ? {} : { weight: node.weight }),
  ...(node.definition === undefined ? {} : { definition: node.definition }),
  clause: clauseOf(scheme, node),
  ...sourceField(node.source),
})

/** Which figures nobody types, and from which ledger they are counted. */
function countedOf({ items }: Scheme): { counted?: string[] } {
  const counted = items.flatMap(({ name, countedFrom, fromVetoes }) => [
    ...(countedFrom === undefined ? [] : [`“${name}”不由单位填写，${countedWords(countedFrom)}。`]),
    ...(fromVetoes !== true ? [] : [`“${name}”不由单位填写，按期内挂牌督办期满未摘牌、决定予以否决的次数统计。`]),
  ])
  return counted.length === 0 ? {} : { counted }
}

/** 递进督导 in sentences: 排名末2位连续2期的，拟约谈：… */
function escalationsOf({ escalations = [] }: Scheme, names: Names): { escalations?: string[] } {
  if (escalations.length === 0) return {}
  return {
    escalations: escalations.map(({ name, when, times, measure, months, workingDays, barMonths, source }) => {
      const stood =
        when.kind === 'bottom' ? `排名列末${when.places}位` : `评为${when.grades.map(names.grade).join('、')}`
      return [
        `${name}：${times === 1 ? '' : `连续${times}期`}${stood}的，拟${MEASURE_KIND_NAMES[measure]}`,
        ...(months === undefined ? [] : [`期限${months}个月`]),
        ...(workingDays === undefined ? [] : [`${workingDays}个工作日内整改`]),
        ...(barMonths === undefined ? [] : [`限制申报${barMonths}个月`]),
        `由负责人签发后执行${source === undefined ? '' : `（依据：${sourceText(source)}）`}。`,
      ].join('，')
    }),
  }
}

function basicsOf({ subjectKind, cycle, totals }: Scheme): string[] {
  const start = new Decimal(totals.start)
  return [
    `考评对象为${SUBJECT_KIND_NAMES[subjectKind]}，按${PERIOD_NAMES[cycle]}考评。`,
    start.isZero() ? '总分由各项得分合成。' : `每个考评对象从${plainText(start)}分开始，按各项规则加减。`,
    ...(totals.keepApart ? ['基本分和加分分别公布，总分为两者之和。'] : []),
    ...(totals.bonusCap === undefined ? [] : [`加分合计最多${totals.bonusCap}分。`]),
    ...(totals.min === undefined ? [] : [`总分最低${totals.min}分。`]),
    ...(totals.max === undefined ? [] : [`总分最高${totals.max}分。`]),
  ]
}

/** What is different for a group, one sentence for each indicator. */
const changesOf = (scheme: Scheme, { overrides }: SchemeGroup, nodes: readonly SchemeNode[]): string[] =>
  overrides.map((override) => {
    const node = nodes.find(({ code }) => code === override.node)
    const name = node?.name ?? override.node
    if (override.excluded === true) return `不考评“${name}”。`
    const figures = [
      ...(override.points === undefined ? [] : [`分值为${override.points}分`]),
      ...(override.weight === undefined ? [] : [`权重为${override.weight}`]),
    ]
    const changed =
      override.scoring === undefined || node?.kind !== 'leaf'
        ? ''
        : clauseOf(scheme, { ...node, scoring: override.scoring, points: override.points ?? node.points })
    return `“${name}”${figures.join('，')}${figures.length > 0 ? '。' : '：'}${changed}`
  })

function conditionsOf({ minScore, minBase, minBonus, minNodes }: Grade, names: Names): string {
  const conditions = [
    ...(minScore === undefined ? [] : [`总分不低于${minScore}分`]),
    ...(minBase === undefined ? [] : [`基本分不低于${minBase}分`]),
    ...(minBonus === undefined ? [] : [`加分不低于${minBonus}分`]),
    ...(minNodes ?? []).map(({ node, points }) => `“${names.node(node)}”不低于${points}分`),
  ]
  return conditions.length === 0 ? '不符合以上各等次条件的' : conditions.join('，且')
}

function quotaText({ grade, group, limit, tie }: GradeQuota, names: Names): string {
  const whose = group === undefined ? '各组' : names.group(group)
  const most =
    limit.kind === 'count'
      ? `最多${limit.count}个`
      : `最多占本组的${plainText(new Decimal(limit.share).times(100))}%（不足1个的舍去）`
  return `${whose}“${names.grade(grade)}”及以上${most}；名额边上位次相同的${QUOTA_TIE_NAMES[tie]}，超出名额的降为下一等次。`
}

function missingOf({ missing: { leaf, notApplicable, branch } }: Scheme): string[] {
  return [
    `没有数据（未报）不等于0：该项${LEAF_MISSING_NAMES[leaf]}；指标另有规定的从其规定。`,
    `不适用的指标：该项${NOT_APPLICABLE_NAMES[notApplicable]}；指标另有规定的从其规定。`,
    `大类中有的指标没有得分时：${BRANCH_MISSING_NAMES[branch.strategy]}${branch.strategy === 'all-missing' ? '，全部没有得分的才不计分' : ''}。`,
    ...(branch.minShare === undefined
      ? []
      : [`大类中有得分的指标不足${plainText(new Decimal(branch.minShare).times(100))}%的，该大类不计分。`]),
  ]
}
