import { subjectPart } from '@anjie/contracts/vocabulary/cycles/cycle'
import { cityCodeOf, countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { PartReader } from '../partReader.ts'
import type { AnyFact } from '../readFact.ts'
import { ownerOfCode, viewKeys } from '../viewKeys.ts'
import type { Write } from '../write.ts'

/** Of a form whose cycle is over: no later step of the form can come after it. */
const FOR_GOOD = '9999999999'

/** Forms that were never settled wait for nobody once the result stands. */
export async function formsOver(fact: AnyFact, parts: PartReader): Promise<readonly Write[]> {
  if (fact.kind !== 'cycle' || fact.type !== 'CycleFinalised') return []
  const { county, subjects, subjectParts = [] } = fact.after
  const read = subjectParts.map((name) => parts('cycle', fact.recordId, subjectPart(name)))
  const all = subjects ?? (await Promise.all(read)).flatMap((part) => part ?? [])
  return all.flatMap(({ submissionId }) =>
    submissionId === undefined
      ? []
      : [countyCodeOf(submissionId), ...(county === undefined ? [cityCodeOf(submissionId)] : [])].map(
          (owner): Write => ({
            table: 'views',
            ...viewKeys.homeLine(ownerOfCode(owner), false, 'submission', submissionId, 'turn'),
            order: FOR_GOOD,
            content: null,
          }),
        ),
  )
}
