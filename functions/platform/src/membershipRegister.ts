import type { Membership } from '@anjie/contracts/vocabulary/access/people'

/** Why and by whom a membership came to be as it is; kept beside it for the auditor. */
export interface MembershipEvent {
  readonly type: 'MembershipGranted' | 'MembershipRevoked'
  readonly at: string
  readonly correlationId: string
  readonly reason: string
}

/** 任职记录 as the operator keeps them: the current one of each identity, and every version that it ever had. */
export interface MembershipRegister {
  find(identity: string): Promise<Membership | undefined>
  /** Writes the next version and its entry in the history together; `moved-on` when another call was quicker. */
  write(next: Membership, event: MembershipEvent): Promise<'written' | 'moved-on'>
}
