import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { staysInCounty } from '@anjie/domain/access/index'
import { ownStanding } from '@anjie/domain/league-tables/ownStanding'
import { standingBelow } from '@anjie/domain/league-tables/standingBelow'
import { assessorCode } from '@anjie/domain/schemes/assessor'
import type { AnyFact, FactOf } from '../readFact.ts'
import { ownerOfCode, viewKeys } from '../viewKeys.ts'
import type { Write } from '../write.ts'
import type { ReleasedDocument } from './released.ts'

/**
 * 名次 for home pages, out of what a run releases and nothing else: to each subject its own, to the commission and the cities between
 * them where theirs stand. One item each, overwritten by a later year or a later run.
 */
export function standingWrites(fact: AnyFact, documents: readonly ReleasedDocument[]): readonly Write[] {
  // A post's rank is no unit's, and how a county's posts stand is not how its townships do.
  return fact.kind === 'run' && !staysInCounty(fact.recordId)
    ? documents.flatMap((document) => writesOf(fact, document))
    : []
}

function writesOf({ after: run }: FactOf<'run'>, released: ReleasedDocument): readonly Write[] {
  const order = `${run.period.slice(0, 4)}#${String(released.order).padStart(20, '0')}`
  const { cycleId, cycleName, rows } = run
  if (released.what === 'scorecard') {
    const owner = ownerOfCode(released.owner)
    const isPublished = run.status === 'published'
    const document = ownStanding(released.document, {
      cycleId,
      cycleName,
      rows,
      released: isPublished ? 'published' : 'preview',
      isOpen: isPublished && owner.level !== 'unit',
    })
    return [{ table: 'views', ...viewKeys.standingOf(owner, 'own'), order, content: { document } }]
  }
  const commission = assessorCode(run)
  const cities = run.county === undefined ? new Set(rows.flatMap(({ subject }) => cityAbove(subject))) : []
  return [commission, ...cities].flatMap((code): Write[] => {
    const document = standingBelow(run, code)
    const key = viewKeys.standingOf(ownerOfCode(code), 'below')
    return document === null ? [] : [{ table: 'views', ...key, order, content: { document } }]
  })
}

/** The city of a county or of a unit; a city that is itself assessed has none above. */
const cityAbove = (subject: string): readonly string[] => (subject.length > 4 ? [cityCodeOf(subject)] : [])
