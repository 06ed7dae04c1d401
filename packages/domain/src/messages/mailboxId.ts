import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { MembershipId, UnitId } from '@anjie/contracts/vocabulary/ids'

/**
 * A post's mailbox has the post's own id. A post at units has one for each of them, with the unit first (`990101.<unit>-<post>`), so that
 * a key shows whose it is and a unit's session reaches no other.
 */
export function mailboxIdOf({ id, units }: Pick<Membership, 'id' | 'units'>): string | undefined {
  const [unit] = units ?? []
  return id === undefined || unit === undefined ? id : `${unit}-${localPart(id)}`
}

/** Whose mailbox has this id. */
export interface MailboxOwner {
  readonly postId: MembershipId
  readonly unit?: UnitId
}

export function mailboxOwner(mailboxId: string): MailboxOwner {
  const [unit = '', post] = mailboxId.split('-')
  if (post === undefined) return { postId: MembershipId.parse(mailboxId) }
  const county = unit.slice(0, unit.indexOf('.'))
  return { postId: MembershipId.parse(`${county}.${post}`), unit: UnitId.parse(unit) }
}

const localPart = (id: string): string => id.slice(id.indexOf('.') + 1)
