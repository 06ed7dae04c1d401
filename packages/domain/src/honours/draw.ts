import type { RecordedVisit } from '@anjie/contracts/vocabulary/honours/application'
import type { Draw, ListedUnit, RoundDraws } from '@anjie/contracts/vocabulary/honours/draw'
import type { ApplicationId } from '@anjie/contracts/vocabulary/ids'

/** SHA-256 of a text in UTF-8, hexadecimal: given from outside, so that this room stays pure. */
export type TextHash = (text: string) => string

/** What is hashed of a list: its ids, one a line. */
export const idsText = (ids: readonly string[]): string => ids.join('\n')

export const listText = (list: readonly Pick<ListedUnit, 'applicationId'>[]): string =>
  idsText(list.map(({ applicationId }) => applicationId))

/** What is hashed of each unit with the seed. */
export const lotText = (seed: string, id: string): string => `${seed}\n${id}`

/**
 * 抽取: each one's lot is the hash of seed and id, and the smallest lots are drawn. Nothing else goes into it, so that anybody with list
 * and seed works out the same set by hand.
 */
export function idsDrawn<I extends string>(ids: readonly I[], seed: string, count: number, hash: TextHash): I[] {
  const lots = ids.map((id) => ({ id, lot: hash(lotText(seed, id)) }))
  lots.sort((one, other) => (one.lot < other.lot ? -1 : one.lot > other.lot ? 1 : 0))
  return lots.slice(0, count).map(({ id }) => id)
}

export const drawFrom = (
  list: readonly Pick<ListedUnit, 'applicationId'>[],
  seed: string,
  count: number,
  hash: TextHash,
): ApplicationId[] =>
  idsDrawn(
    list.map(({ applicationId }) => applicationId),
    seed,
    count,
    hash,
  )

/** Is what was drawn what follows from list and seed, and the list the one that was frozen? */
export const isDrawRight = ({ list, listHash, result }: Draw, hash: TextHash): boolean =>
  hash(listText(list)) === listHash &&
  (result === undefined || drawFrom(list, result.seed, result.count, hash).join('\n') === result.drawn.join('\n'))

/** The newest draw by which an application was drawn. */
export function drawOf({ draws }: RoundDraws, id: ApplicationId): RecordedVisit['byDraw'] {
  const draw = draws.findLast(({ result }) => result?.drawn.includes(id) === true)
  if (draw?.result === undefined) return undefined
  return { number: draw.number, listed: draw.list.length, count: draw.result.count }
}
