import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { Decimal, plainText } from '@anjie/kernel'
import { byCode } from '../ranking/byCode.ts'

/**
 * 汇总: makes the upper level's figures from the lower level's (townships to county, counties to city). `sum` adds each period;
 * `latest` adds the last figure of each lower unit, for stocks such as the number of mediators; `none` is left alone.
 * One lower unit that still owes its figure leaves the sum 未报, unless no entry means zero; units that an item does not
 * apply to are passed over.
 */
export function rollUpValues(
  items: readonly DataItem[],
  values: readonly ItemValue[],
  parentOf: ReadonlyMap<string, string>,
): ItemValue[] {
  const children = new Map<string, string[]>()
  for (const [child, parent] of parentOf) {
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [child])
    else siblings.push(child)
  }
  const byItem = new Map<string, Map<string, ItemValue[]>>()
  for (const value of values) {
    const subjects = byItem.get(value.item) ?? new Map<string, ItemValue[]>()
    byItem.set(value.item, subjects)
    const own = subjects.get(value.subject)
    if (own === undefined) subjects.set(value.subject, [value])
    else own.push(value)
  }
  const rolled: ItemValue[] = []
  for (const item of items) {
    const figures = byItem.get(item.code)
    if (item.rollUp === 'none' || item.formula !== undefined || figures === undefined) continue
    for (const parent of [...children.keys()].toSorted(byCode)) {
      const members = (children.get(parent) ?? []).toSorted(byCode)
      const rows = members.map((member) => (figures.get(member) ?? []).toSorted((a, b) => byCode(a.period, b.period)))
      const periods = [...new Set(rows.flat().map((row) => row.period))].toSorted(byCode)
      if (item.rollUp === 'latest') {
        const last = periods.at(-1)
        if (last !== undefined)
          rolled.push(
            addUp(
              item,
              parent,
              last,
              rows.map((own) => own.findLast((row) => row.status === 'reported') ?? own.at(-1)),
            ),
          )
      } else
        for (const period of periods)
          rolled.push(
            addUp(
              item,
              parent,
              period,
              rows.map((own) => own.find((row) => row.period === period)),
            ),
          )
    }
  }
  return rolled
}

function addUp(item: DataItem, subject: string, period: string, rows: readonly (ItemValue | undefined)[]): ItemValue {
  const count = (status: ItemValue['status']): number => rows.filter((row) => row?.status === status).length
  const head = { subject, item: item.code, period }
  const invalid = count('invalid')
  if (invalid > 0) return { ...head, status: 'invalid', note: `${invalid}个下级单位的数据无效` }
  const owed = count('missing') + (item.absentMeans === 'zero' ? 0 : rows.filter((row) => row === undefined).length)
  if (owed > 0) return { ...head, status: 'missing', note: `${owed}个下级单位未报` }
  const reported = rows.filter((row) => row?.status === 'reported')
  if (reported.length === 0 && count('not-applicable') > 0) return { ...head, status: 'not-applicable' }
  const total = reported.reduce((sum, row) => sum.plus(row?.value ?? 0), new Decimal(0))
  return { ...head, status: 'reported', value: plainText(total) }
}
