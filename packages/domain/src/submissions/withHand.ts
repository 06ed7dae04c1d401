import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'

/** Everybody who has had a hand in a form, figures and evidence alike, with one more; none of them may verify it. */
export function withHand({ enteredBy }: Pick<Submission, 'enteredBy'>, member: Membership): string[] {
  return enteredBy.includes(member.personId) ? enteredBy : [...enteredBy, member.personId]
}
