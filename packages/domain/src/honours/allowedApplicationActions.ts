import type { Application, ApplicationStatus } from '@anjie/contracts/vocabulary/honours'
import type { Membership } from '@anjie/contracts/vocabulary/people'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submission'
import { checkTransition, type GuardFacts, transitionsOf } from './checkTransition.ts'

/** Every action that this post has on applications, with the reason where it may not be used on this one now. */
export function allowedApplicationActions(
  application: Application,
  member: Membership,
  facts: GuardFacts,
): AllowedAction[] {
  const actions = [...new Set(transitionsOf(member).map(({ action }) => action))]
  return actions.map((action) => {
    const answer = checkTransition(application, action, member, facts)
    return answer.ok ? { action, allowed: true } : { action, allowed: false, reason: answer.error.detail }
  })
}

/** The steps to which this member may return this application, nearest first. */
export const returnTargets = (application: Application, member: Membership): readonly ApplicationStatus[] =>
  transitionsOf(member)
    .filter(({ action, from }) => action === 'return' && from === application.status)
    .map(({ to }) => to)
