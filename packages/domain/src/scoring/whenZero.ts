import type { WhenZero } from '@anjie/contracts/vocabulary/scoring/ruleParts'
import { Decimal } from '@anjie/kernel'
import { figure } from './figureText.ts'
import { noScore, type Outcome, points } from './method.ts'

const WORDS = {
  'not-applicable': '按不适用处理',
  'no-score': '不计分',
  full: '得满分',
  zero: '得0分',
} as const satisfies Record<WhenZero, string>

export const whenZeroText = (when: WhenZero): string => WORDS[when]

/** The stated answer where a rule would divide nothing by nothing; `what` says on the receipt what was nothing. */
export function zeroOutcome(when: WhenZero, full: Decimal, what: string): Outcome {
  switch (when) {
    case 'not-applicable':
      return { kind: 'none', status: 'not-applicable', reason: `${what}，按方案不适用` }
    case 'no-score':
      return noScore(`${what}，按方案不计分`)
    case 'full':
    case 'zero':
      return points(when === 'full' ? full : new Decimal(0), () => ({
        figures: [figure(what, whenZeroText(when))],
        next: null,
      }))
  }
}
