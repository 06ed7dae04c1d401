import type { RoutineLine } from '@anjie/contracts/vocabulary/posts/dutyLists'
import type { DutyProofKind } from '@anjie/contracts/vocabulary/posts/proofs/index'

export type { ProvedBy } from './provedBy.ts'

/** `asked`: something is due only where something was asked; `happens`: it has to happen so many times, whether or not anybody asks. */
const WAYS = {
  rectification: 'asked',
  mediation: 'asked',
  form: 'asked',
  training: 'happens',
  register: 'happens',
  entered: 'happens',
} as const satisfies Record<DutyProofKind, 'asked' | 'happens'>

export const isAsked = (kind: DutyProofKind): boolean => WAYS[kind] === 'asked'

/** What a line's proofs are known by. */
export function proofKey({ code, proof }: Pick<RoutineLine, 'code' | 'proof'>): string {
  switch (proof.kind) {
    case 'training':
      return `training ${proof.training}`
    case 'register':
      return `register ${proof.register} ${proof.column ?? ''}`
    case 'entered':
      return `entered ${code}`
    default:
      return proof.kind
  }
}
