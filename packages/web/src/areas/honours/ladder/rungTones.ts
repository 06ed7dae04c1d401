import type { PlanState, RungState } from '@anjie/contracts/vocabulary/honours/rungState'
import type { Tone } from '../../../ui/stateTones.ts'

export const RUNG_TONES = {
  held: 'good',
  passed: 'good',
  applied: 'work',
  open: 'work',
  nearly: 'due',
  blocked: 'off',
  recorded: 'off',
} as const satisfies Record<RungState, Tone>

export const PLAN_TONES = {
  renewal: 'due',
  open: 'work',
  nearly: 'due',
  applied: 'work',
  blocked: 'off',
  complete: 'good',
} as const satisfies Record<PlanState, Tone>
