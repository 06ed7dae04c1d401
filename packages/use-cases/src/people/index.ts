import { acceptInvitation } from './acceptInvitation.ts'
import { changeMembership } from './changeMembership.ts'
import { endMembership } from './endMembership.ts'
import { getMembership } from './getMembership.ts'
import { inviteMember } from './inviteMember.ts'
import { inviteMembers } from './inviteMembers.ts'
import { listMemberships } from './listMemberships.ts'
import { registerMachine } from './registerMachine.ts'
import { renewInvitation } from './renewInvitation.ts'

/** Use cases of the operations in `people.ts`, by operation id. */
export const PEOPLE = {
  listMemberships,
  getMembership,
  inviteMember,
  inviteMembers,
  renewInvitation,
  changeMembership,
  endMembership,
  registerMachine,
  acceptInvitation,
} as const
