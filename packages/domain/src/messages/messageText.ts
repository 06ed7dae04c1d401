import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import type { MessageBox } from '@anjie/contracts/vocabulary/messages/message'

/**
 * What a message says, in fixed words: what waits, or what happened. What people typed (reasons, answers) and figures stand in the
 * case, where only those read them who may.
 */
export function messageText({ says, nextVerb, statusName }: HomeRow, box: MessageBox): string {
  if (says !== undefined) return says
  return box === 'work' && nextVerb !== null ? `${statusName}，待${nextVerb}` : statusName
}
