import type { RecheckAction, RevocationGround } from '@anjie/contracts/vocabulary/aftercare/recheck'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { recheckWords as words } from '../../../locales/zh-CN/aftercare.ts'

/** What a dialog of a step was filled in with. */
export interface Typed {
  readonly text: string
  readonly reason: string
  readonly proposes: string
  readonly until: string
  readonly mendBy: string
  readonly demands: string
  readonly grounds: readonly RevocationGround[]
  readonly facts: string
  readonly documentNumber: string
  readonly on: string
  readonly unitId: string
  readonly successors: string
}

const OPERATION_OF = {
  report: OPERATIONS.reportSelfCheck,
  check: OPERATIONS.checkRecheck,
  return: OPERATIONS.returnRecheck,
  'take-up': OPERATIONS.takeUpRecheck,
  retain: OPERATIONS.concludeRecheck,
  lift: OPERATIONS.concludeRecheck,
  end: OPERATIONS.concludeRecheck,
  'confirm-anew': OPERATIONS.concludeRecheck,
  warn: OPERATIONS.warnRecheck,
  'report-mended': OPERATIONS.reportMending,
  'propose-revocation': OPERATIONS.proposeRevocation,
  answer: OPERATIONS.answerRevocation,
  revoke: OPERATIONS.decideRevocation,
  appeal: OPERATIONS.appealRevocation,
  uphold: OPERATIONS.decideRevocationAppeal,
  reverse: OPERATIONS.decideRevocationAppeal,
} as const satisfies Record<RecheckAction, unknown>

export const operationOf = (action: RecheckAction): (typeof OPERATION_OF)[RecheckAction] => OPERATION_OF[action]

/** The body of the command of a step. */
export function bodyOf(action: RecheckAction, typed: Typed): Readonly<Record<string, unknown>> {
  const { text, reason } = typed
  switch (action) {
    case 'report':
    case 'report-mended':
    case 'answer':
    case 'appeal':
      return { text }
    case 'check':
      return { proposes: typed.proposes, text }
    case 'return':
      return { reason, until: typed.until }
    case 'take-up':
      return { reason }
    case 'retain':
    case 'lift':
      return { conclusion: action, reason }
    case 'end':
      return {
        conclusion: action,
        reason,
        successors: typed.successors
          .split(/[、，,]/)
          .map((each) => each.trim())
          .filter((each) => each !== ''),
      }
    case 'confirm-anew':
      return { conclusion: action, reason, unitId: typed.unitId }
    case 'warn':
      return { demands: typed.demands, mendBy: typed.mendBy }
    case 'propose-revocation':
      return { grounds: typed.grounds, facts: typed.facts }
    case 'revoke':
      return { documentNumber: typed.documentNumber, on: typed.on, reason }
    case 'uphold':
      return { outcome: 'upheld', reason }
    case 'reverse':
      return { outcome: 'reversed', reason }
  }
}

/** What has to be there before a step can be confirmed. */
export function missingIn(action: RecheckAction, typed: Typed): readonly (string | undefined)[] {
  const lacks = (is: boolean, label: string): string | undefined => (is ? label : undefined)
  const body = bodyOf(action, typed)
  const short = (value: string, least: number): boolean => value.trim().length < least
  return [
    lacks('proposes' in body && typed.proposes === '', words.proposes),
    lacks('grounds' in body && typed.grounds.length === 0, words.grounds),
    lacks('facts' in body && short(typed.facts, 10), words.factsOf),
    lacks('demands' in body && short(typed.demands, 4), words.demands),
    lacks('mendBy' in body && typed.mendBy === '', words.mendBy),
    lacks('documentNumber' in body && short(typed.documentNumber, 4), words.documentNumber),
    lacks('on' in body && typed.on === '', words.on),
    lacks('unitId' in body && typed.unitId === '', words.chooseSuccessor),
    lacks('until' in body && typed.until === '', words.until),
    lacks(
      'text' in body && short(typed.text, action === 'check' ? 2 : action === 'answer' ? 4 : 10),
      words.text[action as keyof typeof words.text],
    ),
    lacks('reason' in body && short(typed.reason, 2), words.reason),
  ]
}
