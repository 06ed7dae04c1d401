import { subjectPart } from '@anjie/contracts/vocabulary/cycles/cycle'
import { cityCodeOf, countyCodeOf, provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
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
      : linesOf(submissionId, county === undefined ? fact.recordId : undefined).map(
          ([owner, slot]): Write => ({
            table: 'views',
            ...viewKeys.homeLine(ownerOfCode(owner), false, 'submission', submissionId, slot),
            order: FOR_GOOD,
            content: null,
          }),
        ),
  )
}

/** Where an unsettled form can stand: with the county and the city, and as awaited with whoever assesses and the city between. */
function linesOf(submissionId: string, provincesCycle: string | undefined): readonly (readonly [string, string])[] {
  const county = countyCodeOf(submissionId)
  if (provincesCycle === undefined)
    return [
      [county, 'turn'],
      [county, 'awaited'],
    ]
  const city = cityCodeOf(submissionId)
  return [
    [county, 'turn'],
    [city, 'turn'],
    [city, 'awaited'],
    [provinceCodeOf(submissionId), 'awaited'],
  ]
}
