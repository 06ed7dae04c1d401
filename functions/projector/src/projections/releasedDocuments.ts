import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import { Scorecard } from '@anjie/contracts/vocabulary/scorecard'
import { releasedDocumentsOf, releasedPartNames } from '@anjie/domain/views/released'
import { leagueTableItem, scorecardItem } from '@anjie/store/viewItems'
import { inParallel } from '../inParallel.ts'
import type { AnyFact } from '../readFact.ts'
import type { Write } from '../write.ts'

/** Reads an immutable side document of a record; undefined when there is none. */
export type PartReader = (kind: RecordKind, recordId: string, name: string) => Promise<unknown>

const PARTS_AT_ONCE = 20

/**
 * 成绩单与榜单: what a score run releases, each to the jurisdiction that may read it. The only projection that needs more than
 * the fact: the scorecards lie beside the run, immutable, and were written before the fact was.
 */
export async function releasedDocuments(fact: AnyFact, parts: PartReader): Promise<readonly Write[]> {
  const scorecards = new Map<string, Scorecard>()
  await inParallel(releasedPartNames(fact.kind, fact.after), PARTS_AT_ONCE, async (name) => {
    const part = await parts(fact.kind, fact.recordId, name)
    if (part !== undefined) scorecards.set(name, Scorecard.parse(part))
  })
  const documents = releasedDocumentsOf(fact.kind, fact.recordId, fact.version, fact.after, (name) =>
    scorecards.get(name),
  )
  return documents.map((released) => {
    const { pk, sk, ...attributes } =
      released.what === 'scorecard'
        ? scorecardItem(released.owner, released.subject, released.cycleId, released.order, released.document)
        : leagueTableItem(released.owner, released.cycleId, released.order, released.document)
    return { table: 'views', pk, sk, order: String(released.order).padStart(20, '0'), attributes }
  })
}
