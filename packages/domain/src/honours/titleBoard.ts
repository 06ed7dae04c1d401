import type { BoardFigures, TitleTally } from '@anjie/contracts/vocabulary/honours/titleTally'
import { PlainDate as Day, type PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { unreachable } from '@anjie/kernel'
import { renewalOpensOn } from './renewal.ts'
import { titleStanding } from './titleStanding.ts'

type Count = TitleTally['counts'][number]
export type CountedTitle = Omit<Count, 'count' | 'source'> & { readonly source: { readonly kind: Count['source'] } }

/** 县级称号统计 of these titles, each kind once, in an order that follows from what they are. */
export function tallyTitles(county: TitleTally['county'], titles: Iterable<CountedTitle>): TitleTally {
  const counts = new Map<string, Count>()
  for (const { honour, honourName, level, year, status, source, validFrom, validUntil, endedOn } of titles) {
    const key = [honour, honourName, level, year, status, source.kind, validFrom, validUntil, endedOn].join('\n')
    const known = counts.get(key)
    if (known !== undefined) known.count += 1
    else
      counts.set(key, {
        honour,
        honourName,
        level,
        year,
        status,
        source: source.kind,
        ...(validFrom === undefined ? {} : { validFrom }),
        ...(validUntil === undefined ? {} : { validUntil }),
        ...(endedOn === undefined ? {} : { endedOn }),
        count: 1,
      })
  }
  const ordered = [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return { county, counts: ordered.map(([, count]) => count) }
}

const NONE: BoardFigures = {
  named: 0,
  current: 0,
  listed: 0,
  due: 0,
  recheck: 0,
  rectify: 0,
  revoked: 0,
  deregistered: 0,
  expired: 0,
}

/** 称号统计 on a day in Beijing, by the one function of a title's standing. A decision that was taken back named nobody. */
export function boardFigures(counts: Iterable<Count>, today: PlainDate): BoardFigures {
  const figures = { ...NONE }
  for (const { count, source, endedOn, ...title } of counts) {
    const standing = titleStanding(
      { ...title, source: { kind: source }, ...(endedOn === undefined ? {} : { unitNow: { endedOn } }) },
      today,
    )
    if (standing !== 'taken-back') figures.named += count
    const isDue = title.validUntil !== undefined && renewalOpensOn(Day.parse(title.validUntil)) <= today
    switch (standing) {
      case 'valid':
      case 'recheck':
      case 'rectify':
        figures.current += count
        if (isDue) figures.due += count
        if (standing !== 'valid') figures[standing] += count
        break
      case 'listed':
        figures.listed += count
        if (isDue) figures.due += count
        break
      case 'revoked':
      case 'expired':
        figures[standing] += count
        break
      case 'ended':
      case 'deregistered':
        figures.deregistered += count
        break
      case 'upcoming':
      case 'taken-back':
        break
      default:
        unreachable(standing)
    }
  }
  return figures
}
