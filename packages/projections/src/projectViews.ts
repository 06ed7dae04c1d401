import { catalogueUses } from './catalogue/catalogueUses.ts'
import { disputeViews } from './disputes/disputeViews.ts'
import { formsOver } from './home/formsOver.ts'
import { handled } from './home/handled.ts'
import { home } from './home/index.ts'
import { lists } from './lists/lists.ts'
import type { PartReader } from './partReader.ts'
import { progress } from './progress/progress.ts'
import type { Projection } from './projection.ts'
import { logViews } from './public-log/logViews.ts'
import { uncertified } from './public-log/uncertified.ts'
import type { AnyFact } from './readFact.ts'
import { leafTallies } from './registers/leafTallies.ts'
import { releasedDocuments } from './released/releasedDocuments.ts'
import { releasedNotices } from './released/releasedNotices.ts'
import type { Write } from './write.ts'

/** Every projection into the views table that needs nothing but the fact. A new one is a file and a line here. */
const VIEWS: readonly Projection[] = [
  lists,
  home,
  handled,
  progress,
  catalogueUses,
  releasedNotices,
  logViews,
  uncertified,
  leafTallies,
  disputeViews,
]

/** What one fact says about what signed-in people read in bulk. Apart from `projectFact`, because the twin in memory has no public. */
export async function projectViews(fact: AnyFact, parts: PartReader): Promise<readonly Write[]> {
  return [
    ...VIEWS.flatMap((projection) => projection(fact)),
    ...(await formsOver(fact, parts)),
    ...(await releasedDocuments(fact, parts)),
  ]
}
