import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application, Opinion } from '@anjie/contracts/vocabulary/honours/application'

/** An opinion in the words of the person who acts, as the approval sheet prints it. */
export const opinionOf = (action: Opinion['action'], text: string, member: Membership, at: string): Opinion => ({
  action,
  text,
  personId: member.personId,
  personName: member.personName,
  post: member.post,
  jurisdiction: member.jurisdiction.code,
  jurisdictionName: member.jurisdictionName,
  ...(member.scopes === undefined ? {} : { machine: true as const }),
  at,
})

/** The authors of an application with one more; each stands in it once. */
export const withAuthor = (enteredBy: Application['enteredBy'], member: Membership): Application['enteredBy'] =>
  enteredBy.includes(member.personId) ? enteredBy : [...enteredBy, member.personId]
