import { runParts } from '@anjie/contracts/vocabulary/league-tables/runParts'
import type { Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import { inParallel } from '@anjie/kernel'
import type { PartReader } from '../partReader.ts'
import type { AnyFact } from '../readFact.ts'
import { ownerOfCode, viewKeys } from '../viewKeys.ts'
import type { Write } from '../write.ts'
import { releasedDocumentsOf, releasedSubjects } from './released.ts'
import { standingWrites } from './standings.ts'

const PARTS_AT_ONCE = 20

/**
 * 成绩单与榜单: what a score run releases, each to the jurisdiction that may read it. It needs more than
 * the fact: the scorecards lie beside the run, immutable, and were written before the fact was.
 */
export async function releasedDocuments(fact: AnyFact, parts: PartReader): Promise<readonly Write[]> {
  const scorecards = new Map<string, Scorecard>()
  await inParallel(releasedSubjects(fact.kind, fact.after), PARTS_AT_ONCE, async (subject) => {
    const scorecard = await parts(fact.kind, fact.recordId, runParts.scorecard(subject))
    if (scorecard !== undefined) scorecards.set(subject, scorecard)
  })
  const documents = releasedDocumentsOf(fact.kind, fact.recordId, fact.version, fact.after, (subject) =>
    scorecards.get(subject),
  )
  const standings = standingWrites(fact, documents)
  return documents
    .map((released): Write => {
      const owner = ownerOfCode(released.owner)
      const key =
        released.what === 'scorecard'
          ? viewKeys.scorecard(owner, released.cycleId, released.subject)
          : viewKeys.leagueTable(owner, released.cycleId)
      const order = String(released.order).padStart(20, '0')
      return { table: 'views', ...key, order, content: { document: released.document } }
    })
    .concat(standings)
}
