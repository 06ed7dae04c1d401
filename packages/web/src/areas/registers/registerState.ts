import { registerWords as words } from '../../locales/zh-CN/registers.ts'
import type { Tone } from '../../ui/stateTones.ts'

interface Totals {
  readonly rows: number
  readonly incomplete: number
  readonly holders: number
  readonly expected?: number | undefined
  readonly declaredNone: number
}

/** How a register stands in a county or unit, in a few words. */
export function stateOf(
  totals: Totals | undefined,
  dueOn: string | undefined,
  today: string,
): { readonly tone: Tone; readonly text: string } {
  if (totals === undefined || (totals.rows === 0 && totals.declaredNone === 0)) {
    const isLate = dueOn !== undefined && today > dueOn
    return { tone: isLate ? 'stop' : 'off', text: isLate ? `${words.untouched}，${words.late}` : words.untouched }
  }
  if (totals.rows === 0) return { tone: 'good', text: words.none }
  if (totals.incomplete > 0) return { tone: 'due', text: words.incomplete(totals.incomplete) }
  if (totals.expected !== undefined)
    return {
      tone: totals.holders < totals.expected ? 'due' : 'good',
      text: words.units(totals.holders + totals.declaredNone, totals.expected),
    }
  return { tone: 'good', text: words.allFilled }
}
