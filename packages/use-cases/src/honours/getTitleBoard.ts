import { beijingDate } from '@anjie/calendar-cn'
import type { getTitleBoard as operation } from '@anjie/contracts/operations/honours'
import { boardFigures } from '@anjie/domain/honours/titleBoard'
import { TITLE_LEVEL_NAMES } from '@anjie/domain/honours/titleNames'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { countiesOfScope } from '../units/listCounties.ts'

const LEVELS = ['county', 'city', 'province', 'national'] as const

/**
 * 称号统计 of this jurisdiction: by level, within a level by honour, and of these by place. It reads one small document a county,
 * however many titles there are.
 */
export const getTitleBoard: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { query },
) => {
  const [tallies, counties] = await Promise.all([context.store.titleTallies(), countiesOfScope(context)])
  const today = beijingDate(context.now)
  const all = tallies.flatMap(({ counts }) => counts)
  const years = [...new Set(all.map(({ year }) => year))].toSorted((one, other) => other - one)
  const isOfYear = ({ year }: { readonly year: number }): boolean => query.year === undefined || year === query.year
  const ofYear = all.filter(isOfYear)
  const level = query.level ?? 'province'
  const honoursAt = (at: (typeof LEVELS)[number]) =>
    [
      ...Map.groupBy(
        ofYear.filter((count) => count.level === at),
        ({ honour }) => honour,
      ),
    ]
      .map(([honour, counts]) => ({
        level: at,
        levelName: TITLE_LEVEL_NAMES[at],
        honour,
        name: counts[0]?.honourName ?? honour,
        figures: boardFigures(counts, today),
      }))
      .toSorted((one, other) => other.figures.named - one.figures.named)
  const isAsked = (count: (typeof all)[number]): boolean =>
    isOfYear(count) && count.level === level && (query.honour === undefined || count.honour === query.honour)
  const byCounty = new Map<string, typeof all>(tallies.map(({ county, counts }) => [county, counts.filter(isAsked)]))
  return ok({
    today,
    level,
    years,
    levels: LEVELS.map((each) => ({
      level: each,
      name: TITLE_LEVEL_NAMES[each],
      figures: boardFigures(
        ofYear.filter((count) => count.level === each),
        today,
      ),
    })),
    honours: LEVELS.flatMap(honoursAt),
    places: counties.map(({ code, name, cityName }) => ({
      code,
      name,
      cityName,
      figures: boardFigures(byCounty.get(code) ?? [], today),
    })),
  })
}
