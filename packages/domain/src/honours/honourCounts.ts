import type { HonourCounts } from '@anjie/contracts/vocabulary/honours/honourCounts'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'

type Counted = HonourCounts['units'][number]

/** So few households can be recognised: a township that has fewer is not shown by itself and stands in the county's sum. */
export const FEWEST_SHOWN = 5

/** What is wrong with the figures; null: nothing. */
export function countsFault(units: readonly Counted[]): Problem | null {
  const errors = units.flatMap(({ unitName, households, families, unitId }, at) => {
    if (units.findIndex((each) => each.unitId === unitId) < at)
      return [{ pointer: `/units/${at}/unitId`, detail: `${unitName}重复填写` }]
    if (families > households)
      return [
        {
          pointer: `/units/${at}/families`,
          detail: `${unitName}的创建户数${families}大于总户数${households}，请核对`,
        },
      ]
    return []
  })
  const [first] = errors
  return first === undefined ? null : { code: 'invalid-input', ...first, errors }
}

/** Why these counts cannot be published; null: they can. */
export function whyNotPublished(
  { status, enteredBy, units }: HonourCounts,
  personId: string,
  publishedOn: PlainDate,
  today: PlainDate,
): Problem | null {
  if (status === 'published')
    return { code: 'transition-not-allowed', detail: '本年度户数已经公布；户数有变动的，重新填报后再公布' }
  if (units.length === 0) return { code: 'incomplete', detail: '还没有填报户数' }
  if (enteredBy.includes(personId))
    return { code: 'conflict-of-interest', detail: '您填报了这些户数，应由其他人员公布' }
  if (publishedOn > today) return { code: 'invalid-input', detail: '公布日期不能晚于今天', pointer: '/publishedOn' }
  return null
}

export interface CountSum {
  readonly name: string
  readonly households: number
  readonly families: number
}

/**
 * By township, as it is published: no line of a single village, and no figure of fewer than five families. Where one township alone
 * would be left out, the sum would tell its figure, so the next smallest is left out with it.
 */
export function sumsByTownship(
  units: readonly Counted[],
): readonly (Omit<CountSum, 'families'> & { readonly families?: number })[] {
  const groups = Map.groupBy(units, ({ townshipName, unitName }) => townshipName ?? unitName)
  const sums = [...groups].map(([name, each]) => ({ name, ...sumOf(each) }))
  const few = sums.filter(({ families }) => families < FEWEST_SHOWN)
  const next = sums.filter(({ families }) => families >= FEWEST_SHOWN).toSorted((a, b) => a.families - b.families)[0]
  const hidden = new Set([...few, ...(few.length === 1 && next !== undefined ? [next] : [])])
  return sums.map((sum) => (hidden.has(sum) ? { name: sum.name, households: sum.households } : sum))
}

export const sumOf = (units: readonly Pick<Counted, 'households' | 'families'>[]): Omit<CountSum, 'name'> => ({
  households: units.reduce((sum, unit) => sum + unit.households, 0),
  families: units.reduce((sum, unit) => sum + unit.families, 0),
})
