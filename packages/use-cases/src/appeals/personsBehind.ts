import type { Appeal } from '@anjie/contracts/vocabulary/appeals/appeal'
import type { RecordStore } from '../ports.ts'

/**
 * Everybody who entered or decided the figures behind an appeal of a unit: the form's people, and those who entered what the commission
 * itself holds. The province answers counties, of whose figures it decides none, so nothing more is read for it.
 */
export async function personsBehind(store: RecordStore, appeal: Appeal): Promise<readonly string[]> {
  if (appeal.assessor !== 'county') return []
  const subject = appeal.subject?.code ?? appeal.county
  const [form, entered] = await Promise.all([
    appeal.submissionId === undefined ? undefined : store.get('submission', appeal.submissionId),
    store.facts('commission-values', `${appeal.cycleId}-${subject}`),
  ])
  const people = form === undefined ? [] : [...form.state.enteredBy, form.state.submittedBy, form.state.verifiedBy]
  return [...people, ...entered.facts.map(({ actor }) => actor.personId)].filter((each) => each !== undefined)
}
