import type { ApplicationStep } from '@anjie/domain/honours/applicationTransitions'

/**
 * Where the page offers each step that the server knows: among the verbs, or beside what it is about. A step without a place does not
 * compile, and a place without a step neither.
 */
export const OFFERED_AT = {
  save: 'verbs',
  submit: 'verbs',
  withdraw: 'verbs',
  recommend: 'verbs',
  accept: 'verbs',
  wait: 'verbs',
  propose: 'verbs',
  release: 'verbs',
  return: 'verbs',
  transfer: 'verbs',
  hold: 'verbs',
  reject: 'verbs',
  confirm: 'confirmations',
  visit: 'visits',
  'ask-opinion': 'co-signatures',
  'co-sign': 'co-signatures',
  'recall-request': 'co-signatures',
} as const satisfies Record<ApplicationStep, 'verbs' | 'confirmations' | 'visits' | 'co-signatures'>

type PlacedAt<P> = { [S in ApplicationStep]: (typeof OFFERED_AT)[S] extends P ? S : never }[ApplicationStep]
export type CaseVerb = PlacedAt<'verbs'>

/** The verbs of a case in the order in which they stand; a held one is let go on, any other may be held. */
export const caseVerbs = ({ held }: { readonly held?: unknown }): readonly CaseVerb[] =>
  (Object.keys(OFFERED_AT) as ApplicationStep[])
    .filter((step): step is CaseVerb => OFFERED_AT[step] === 'verbs')
    .filter((step) => step !== (held === undefined ? 'release' : 'hold'))
