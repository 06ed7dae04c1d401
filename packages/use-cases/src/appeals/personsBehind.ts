import type { Appeal } from '@anjie/contracts/vocabulary/appeals/appeal'
import { isPost } from '@anjie/domain/cycles/isPost'
import type { RecordStore } from '../ports.ts'
import { commissionValuesId } from '../submissions/commissionValuesId.ts'

/** A subject's figures are entered a few times in a cycle; all of it is read. */
const PAGE = 100

/**
 * Everybody who entered or decided the figures behind an appeal of a unit: the form's people, and those who entered what the commission
 * itself holds; of a post whoever has held it. The province answers counties, of whose figures it decides none, so nothing more is read for it.
 */
export async function personsBehind(store: RecordStore, appeal: Appeal): Promise<readonly string[]> {
  if (appeal.assessor !== 'county') return []
  const subject = appeal.subject?.code ?? appeal.county
  const [form, entered, held] = await Promise.all([
    appeal.submissionId === undefined ? undefined : store.get('submission', appeal.submissionId),
    everybodyAtWork(store, commissionValuesId(appeal.cycleId, subject)),
    isPost(subject) ? store.get('duty-post', subject) : undefined,
  ])
  const people = form === undefined ? [] : [...form.state.enteredBy, form.state.submittedBy, form.state.verifiedBy]
  const holders = held?.state.holdings.map(({ personId }) => personId) ?? []
  return [...people, ...entered, ...holders].filter((each) => each !== undefined)
}

/** Who ever entered one of the commission's figures, also long before the newest ones. */
async function everybodyAtWork(store: RecordStore, id: string): Promise<readonly string[]> {
  const people: string[] = []
  let page = await store.facts('commission-values', id, { limit: PAGE })
  people.push(...page.facts.map(({ actor }) => actor.personId))
  while (page.hasEarlier) {
    page = await store.facts('commission-values', id, { before: page.facts[0]?.version ?? 1, limit: PAGE })
    people.push(...page.facts.map(({ actor }) => actor.personId))
  }
  return people
}
