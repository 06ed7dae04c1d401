import type { Dispute, StatementPersons } from '@anjie/contracts/vocabulary/disputes/dispute'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { type FoundMatches, matchOrigins } from '@anjie/domain/disputes/matchOrigins'
import { err, ok, type Result } from '@anjie/kernel'
import type { CommandContext } from '../ports.ts'
import { type FoundPiece, inPieces } from './foundPieces.ts'
import { personsOf } from './statementPersons.ts'

const MOST_DISPUTES = 30_000
const READ_AT_ONCE = 1000

interface Found {
  readonly pieces: readonly FoundPiece[]
  readonly compared: FoundMatches['compared']
}

/** Reads the disputes of a period with whom they name, and compares each with each. What cannot be read in time is refused. */
export async function searchMatches(
  { store, now }: CommandContext,
  county: string,
  period: { readonly from: PlainDate; readonly to: PlainDate },
  isTimeToRead: () => boolean,
): Promise<Result<Found, Problem>> {
  const tooMany = (detail: string): Result<never, Problem> => err({ code: 'value-invalid', detail, pointer: '/to' })
  const [dated, undated] = await Promise.all([
    store.disputeTallies(county, period),
    store.disputeTallies(county, { from: null, to: null }),
  ])
  const ids = [...dated, ...undated].map(({ id }) => id)
  if (ids.length > MOST_DISPUTES)
    return tooMany(`这段时间有${ids.length}起纠纷，一次最多核对${MOST_DISPUTES}起；请缩短时间`)
  const standing: Dispute[] = []
  const persons = new Map<string, StatementPersons>()
  for (let at = 0; at < ids.length; at += READ_AT_ONCE) {
    if (!isTimeToRead()) return tooMany(`这段时间的${ids.length}起纠纷一次读不完；请稍后再试，或者缩短时间分几次查找`)
    const records = await store.getMany('dispute', ids.slice(at, at + READ_AT_ONCE))
    const read = [...records.values()].map(({ state }) => state).filter(({ into }) => into === undefined)
    standing.push(...read)
    const homes = read.flatMap(({ origins }) => origins.map(({ home }) => home))
    for (const [home, named] of await personsOf(store, homes, now)) persons.set(home, named)
  }
  const found = matchOrigins(standing, persons)
  const numbers = new Map<string, string>(
    standing.flatMap(({ origins }) => origins.map(({ home, caseNumber }) => [home, caseNumber] as const)),
  )
  return ok({ pieces: inPieces(found, (home) => numbers.get(home) ?? ''), compared: found.compared })
}
