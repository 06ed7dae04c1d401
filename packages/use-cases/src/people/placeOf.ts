import type { Jurisdiction } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { manageFault } from '@anjie/domain/people/manageFault'
import { err, ok, type Result } from '@anjie/kernel'
import type { QueryContext } from '../ports.ts'

/** The jurisdiction that a manager of posts names, with its name; without one their own. */
export async function placeOf(
  { member, divisions: treeOf }: Pick<QueryContext, 'member' | 'divisions'>,
  code: string | undefined,
): Promise<Result<{ readonly jurisdiction: Jurisdiction; readonly name: string }, Problem>> {
  const divisions = await treeOf()
  const found = [
    { level: 'province', ...divisions.province } as const,
    ...divisions.cities.map((city) => ({ level: 'city', code: city.code, name: city.name }) as const),
    ...divisions.counties.map((county) => ({ level: 'county', code: county.code, name: county.name }) as const),
  ].find((each) => each.code === (code ?? member.jurisdiction.code))
  // Named outside the own jurisdiction or nowhere at all: the same answer.
  if (found === undefined || manageFault(member, { jurisdiction: jurisdictionOf(found) }) !== undefined)
    return err({ code: 'not-permitted', detail: '您不管理该地的任职', pointer: '/place' })
  return ok({ jurisdiction: jurisdictionOf(found), name: found.name })
}

type Named = { [L in Jurisdiction['level']]: Extract<Jurisdiction, { level: L }> }[Jurisdiction['level']]

function jurisdictionOf(place: Named): Jurisdiction {
  switch (place.level) {
    case 'province':
      return { level: 'province', code: place.code }
    case 'city':
      return { level: 'city', code: place.code }
    case 'county':
      return { level: 'county', code: place.code }
  }
}
