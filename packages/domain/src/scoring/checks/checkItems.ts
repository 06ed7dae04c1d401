import type { DataItem, Finding } from '@anjie/contracts/vocabulary/schemes/scheme'
import { schemeLimits } from '@anjie/contracts/vocabulary/schemes/schemeLimits'
import { PERIOD_NAMES } from '@anjie/contracts/vocabulary/schemes/schemeWords'
import { Decimal } from '@anjie/kernel'
import { isTyped } from '../../catalogue/isTyped.ts'
import { countItems } from '../countItems.ts'
import { parseFormula, referenceKey, referencesOf } from '../formula/index.ts'
import { ruleOf } from '../methods/index.ts'
import { modifierItems } from '../modifiers.ts'
import { relationFormulas, relationItems } from '../relations/index.ts'
import { type Check, type CheckContext, finding } from './checkContext.ts'

/** Items that are used are defined, items that are defined are used, derived items can be worked out. */
export const checkItems: Check = (context) => {
  const { scheme, items } = context
  const findings: Finding[] = []
  const used = new Set<string>()
  const use = (item: string, node: string, where: string): void => {
    used.add(item)
    if (!items.has(item))
      findings.push(finding('error', 'item-undefined', node, `${where}引用了未定义的数据项“${item}”`))
  }
  for (const { node } of context.nodes) {
    if (node.kind === 'leaf')
      // Formula names that are unknown are reported by the formula's own check.
      for (const item of ruleOf(node.scoring).itemsOf(node.scoring, context.names))
        if (node.scoring.method !== 'formula' || items.has(item)) use(item, node.code, `指标“${node.name}”`)
    for (const modifier of node.modifiers ?? [])
      for (const item of modifierItems(modifier)) use(item, node.code, `指标“${node.name}”的调整规则`)
  }
  findings.push(...differentBottoms(context))
  for (const group of scheme.groups)
    for (const { node, scoring } of group.overrides)
      if (scoring !== undefined)
        for (const item of ruleOf(scoring).itemsOf(scoring, context.names))
          use(item, node, `“${group.name}”对指标${node}的专门规则`)
  for (const veto of scheme.vetoes) use(veto.item, veto.code, `否决事项“${veto.name}”`)
  for (const check of scheme.checks ?? [])
    for (const item of relationItems(check, context.names)) use(item, item, '勾稽关系')
  findings.push(...relationFaults(context))
  const dependencies = dependenciesOf(context, findings)
  for (const targets of dependencies.values()) for (const target of targets) used.add(target)
  for (const circle of circlesOf(dependencies))
    findings.push(
      finding(
        'error',
        'formula-circle',
        circle[0] ?? '',
        `派生数据项循环引用：${circle.map((code) => items.get(code)?.name ?? code).join(' → ')}`,
      ),
    )
  for (const [code, where] of countItems(scheme)) {
    const item = items.get(code)
    if (item?.min !== undefined && new Decimal(item.min).lt(0))
      findings.push(
        finding(
          'error',
          'count-negative',
          code,
          `数据项“${item.name}”在指标“${where}”中按次数、件数或扣分数计，最小值却是${item.min}，负数会把扣分变成加分；请把最小值改为0`,
        ),
      )
  }
  const deepest = deepestChain(dependencies)
  if (deepest !== null && deepest.depth > schemeLimits.derivedDepth)
    findings.push(
      finding(
        'error',
        'formula-chain',
        deepest.code,
        `派生数据项“${items.get(deepest.code)?.name ?? deepest.code}”要经${deepest.depth}层公式才能算出，最多${schemeLimits.derivedDepth}层；请把中间的公式合并，或改为直接填报`,
      ),
    )
  for (const item of scheme.items) {
    if (!used.has(item.code))
      findings.push(finding('warning', 'item-unused', item.code, `数据项“${item.name}”没有任何指标使用，不应要求填报`))
    if (item.min !== undefined && item.max !== undefined && new Decimal(item.min).gt(item.max))
      findings.push(
        finding('error', 'item-range', item.code, `数据项“${item.name}”的最小值${item.min}大于最大值${item.max}`),
      )
    if (
      [item.bottomOf, item.formula, item.fromVetoes === true || undefined].filter((each) => each !== undefined).length >
      1
    )
      findings.push(
        finding(
          'error',
          'item-two-origins',
          item.code,
          `数据项“${item.name}”由公式算出、统计下级末位次数和统计督导否决，只能取一种`,
        ),
      )
    if (item.fromVetoes === true && item.period !== scheme.cycle)
      findings.push(
        finding(
          'error',
          'veto-period',
          item.code,
          `数据项“${item.name}”统计督导否决，期间应与考评周期一致，改为${PERIOD_NAMES[scheme.cycle]}`,
        ),
      )
    findings.push(...countedFaults(item))
    if (item.unit === '%' && item.max !== undefined && new Decimal(item.max).lte(1))
      findings.push(
        finding(
          'warning',
          'percent-or-fraction',
          item.code,
          `数据项“${item.name}”的单位是%，最大值却是${item.max}，请核对是百分数还是小数`,
        ),
      )
  }
  return findings
}

/** 台账取数: one origin, filled by who is assessed, and an empty ledger is not nought. */
function countedFaults(item: DataItem): Finding[] {
  if (item.countedFrom === undefined) return []
  const say = (check: string, what: string): Finding =>
    finding('error', check, item.code, `数据项“${item.name}”${what}`)
  return [
    ...(isTyped(item) ? [] : [say('item-two-origins', '既从台账取数，又由公式算出或自动统计，只能取一种')]),
    ...(item.filledBy === 'subject'
      ? []
      : [say('counted-by-commission', '由考评方提供，不能从考评对象的台账取数；请把填报方改为考评对象')]),
    ...(item.absentMeans === 'missing'
      ? []
      : [say('counted-absent-zero', '从台账取数，没有登记就是未报，不是0；请把“没有登记表示”改为未报')]),
  ]
}

/** 末位: what is counted by itself is counted as the rule says, in its periods and among so many last places. */
function differentBottoms({ nodes, items }: CheckContext): Finding[] {
  return nodes.flatMap(({ node }) => {
    if (node.kind !== 'leaf' || node.scoring.method !== 'child_rank_spillover') return []
    return node.scoring.tiers.flatMap((tier) => {
      const item = items.get(tier.item)
      if (item?.bottomOf === undefined) return []
      if (item.bottomOf.bottom === tier.bottom && item.period === tier.each) return []
      return [
        finding(
          'error',
          'bottom-differs',
          node.code,
          `指标“${node.name}”按${PERIOD_NAMES[tier.each]}末${tier.bottom}位扣分，数据项“${item.name}”却按${PERIOD_NAMES[item.period]}末${item.bottomOf.bottom}位统计`,
        ),
      ]
    })
  })
}

/** 勾稽关系: what is wrong with a relation as it is written, whatever the figures. */
function relationFaults({ scheme, names, items }: CheckContext): Finding[] {
  return (scheme.checks ?? []).flatMap((check, index) => {
    const where = `第${index + 1}条勾稽关系`
    const [first = ''] = relationItems(check, names)
    const faults = relationFormulas(check).flatMap((text) => {
      const parsed = parseFormula(text)
      return parsed.ok
        ? []
        : parsed.error.map((problem) =>
            finding('error', `formula.${problem.code}`, first, `${where}的算式有误：${problem.message}`),
          )
    })
    if (check.kind === 'past-change' && check.fallAtMost === undefined && check.riseAtMost === undefined)
      faults.push(finding('error', 'relation-empty', first, `${where}没有写明升幅或降幅，什么也不核对`))
    if ((check.kind === 'ledger' || check.kind === 'other-form') && items.get(check.item)?.filledBy === 'commission')
      faults.push(
        finding('error', 'relation-not-own', first, `${where}的数据项由考评方提供，不能与被考评单位的台账或其他表核对`),
      )
    if (check.kind === 'ledger' && items.get(check.item)?.countedFrom !== undefined)
      faults.push(finding('warning', 'relation-counted', first, `${where}的数据项本来就由台账汇总，不必再与台账核对`))
    if (check.kind === 'above-survey' && items.get(check.surveyItem)?.filledBy === 'subject')
      faults.push(finding('error', 'survey-own', first, `${where}的民调数据项由被考评单位填报，应为考评方录入的数据项`))
    return faults
  })
}

function dependenciesOf({ scheme, names }: CheckContext, findings: Finding[]): ReadonlyMap<string, readonly string[]> {
  const dependencies = new Map<string, readonly string[]>()
  for (const item of scheme.items) {
    if (item.formula === undefined) continue
    const parsed = parseFormula(item.formula)
    if (!parsed.ok) {
      for (const problem of parsed.error)
        findings.push(
          finding(
            'error',
            `formula.${problem.code}`,
            item.code,
            `派生数据项“${item.name}”的公式有误：${problem.message}`,
          ),
        )
      continue
    }
    const targets: string[] = []
    for (const { name } of referencesOf(parsed.value)) {
      const target = names.get(referenceKey(name))
      if (target === undefined)
        findings.push(
          finding('error', 'item-undefined', item.code, `派生数据项“${item.name}”引用了未定义的数据项“${name}”`),
        )
      else targets.push(target)
    }
    dependencies.set(item.code, targets)
  }
  return dependencies
}

/** Each circle once, from the item that closes it. */
function circlesOf(dependencies: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const circles: string[][] = []
  const done = new Set<string>()
  const visit = (code: string, path: readonly string[]): void => {
    const at = path.indexOf(code)
    if (at !== -1) {
      circles.push([...path.slice(at), code])
      return
    }
    if (done.has(code)) return
    for (const target of dependencies.get(code) ?? []) visit(target, [...path, code])
    done.add(code)
  }
  for (const code of dependencies.keys()) visit(code, [])
  return circles
}

/** The derived item that rests on most others one above the other; worked through without recursion, circles left out. */
function deepestChain(
  dependencies: ReadonlyMap<string, readonly string[]>,
): { readonly code: string; readonly depth: number } | null {
  const dependents = new Map<string, string[]>()
  const waiting = new Map<string, number>()
  for (const [code, targets] of dependencies) {
    const derived = [...new Set(targets)].filter((target) => dependencies.has(target))
    waiting.set(code, derived.length)
    for (const target of derived) {
      const own = dependents.get(target)
      if (own === undefined) dependents.set(target, [code])
      else own.push(code)
    }
  }
  const depths = new Map<string, number>()
  const ready = [...waiting].flatMap(([code, count]) => (count === 0 ? [code] : []))
  let deepest: { code: string; depth: number } | null = null
  for (const code of ready) {
    const depth = (depths.get(code) ?? 0) + 1
    if (deepest === null || depth > deepest.depth) deepest = { code, depth }
    for (const dependent of dependents.get(code) ?? []) {
      depths.set(dependent, Math.max(depths.get(dependent) ?? 0, depth))
      const left = (waiting.get(dependent) ?? 0) - 1
      waiting.set(dependent, left)
      if (left === 0) ready.push(dependent)
    }
  }
  return deepest
}
