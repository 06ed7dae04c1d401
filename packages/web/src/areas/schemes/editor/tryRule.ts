import type { DataItem, LeafNode, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { NodeScore } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { parseFormula, referenceKey, referencesOf } from '@anjie/domain/scoring/formula/index'
import { formulaNames } from '@anjie/domain/scoring/formulaNames'
import { scoreCycle } from '@anjie/domain/scoring/index'
import { readFigure } from '@anjie/domain/scoring/readFigure'
import { schemeWords as words } from '../../../locales/zh-CN/schemes.ts'

/** What was typed into the try-it row of one item: this unit's figure, and those of other units of its group. */
export interface TriedItem {
  readonly own: string
  readonly peers: string
}

const SUBJECT = 'tried'

/** Items whose figures a rule needs, with those that its calculated items are made from in their place. */
export function itemsToTry(scheme: Scheme, leaf: LeafNode, group: string): readonly DataItem[] {
  const items = new Map(scheme.items.map((item) => [item.code, item]))
  const names = formulaNames(scheme.items)
  const found = new Map<string, DataItem>()
  const visited = new Set<string>()
  const add = (code: string) => {
    const item = items.get(code)
    if (item === undefined || visited.has(code)) return
    visited.add(code)
    if (item.formula === undefined) {
      found.set(code, item)
      return
    }
    const formula = parseFormula(item.formula)
    if (!formula.ok) return
    for (const { name } of referencesOf(formula.value)) add(names.get(referenceKey(name)) ?? '')
  }
  for (const raw of tryRule(scheme, leaf, group, new Map())?.raw ?? []) add(raw.item)
  return [...found.values()]
}

/** Scores one rule with typed figures, by the same pure engine as the server: a scheme of this one leaf. */
export function tryRule(
  scheme: Scheme,
  leaf: LeafNode,
  group: string,
  tried: ReadonlyMap<string, TriedItem>,
): NodeScore | undefined {
  const period = String(scheme.year)
  const values: ItemValue[] = []
  let peers = 0
  for (const [code, { own, peers: others }] of tried) {
    const item = scheme.items.find((each) => each.code === code)
    if (item === undefined) continue
    const add = (subject: string, typed: string) => {
      const figure = readFigure(typed, item.unit)
      if (typed.trim() === '') return
      values.push(
        figure.ok
          ? { subject, item: code, period, status: 'reported', value: figure.value }
          : { subject, item: code, period, status: typed.trim() === '不适用' ? 'not-applicable' : 'missing' },
      )
    }
    add(SUBJECT, own)
    const list = others.split(/[,，、;；\s]+/).filter((each) => each !== '')
    for (const [index, typed] of list.entries()) add(`peer${index + 1}`, typed)
    peers = Math.max(peers, list.length)
  }
  const run = scoreCycle({
    scheme: { ...scheme, cycle: 'year', root: leaf, capGroups: [], vetoes: [], grades: [], quotas: [] },
    subjects: [
      { code: SUBJECT, name: words.trySubject, group },
      ...Array.from({ length: peers }, (_, index) => ({
        code: `peer${index + 1}`,
        name: words.tryPeer(index + 1),
        group,
      })),
    ],
    values,
    period,
  })
  return run.subjects.find((subject) => subject.subject === SUBJECT)?.nodes.find((node) => node.node === leaf.code)
}
