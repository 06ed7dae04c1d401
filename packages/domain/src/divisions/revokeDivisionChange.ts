import { dayText } from '@anjie/calendar-cn'
import type { DivisionChangeId, DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { listOf } from './recordDivisionChange.ts'

/**
 * 撤销登记 of a change that was recorded by mistake: ended counties are current again, names are as before, and counties that it
 * set up are gone. Only the last change of its counties can be taken back; both facts stay.
 */
export function revokeDivisionChange(
  tree: DivisionTree,
  id: DivisionChangeId,
  reason: string,
): Result<Decision<DivisionTree, 'DivisionsChangeRevoked'>, Problem> {
  const changes = tree.changes ?? []
  const change = changes.find((each) => each.id === id)
  if (change === undefined) return err({ code: 'not-found', detail: '没有找到这项区划变更' })
  const codes = new Set<string>([...change.from, ...change.to].map(({ code }) => code))
  const after = changes
    .slice(changes.indexOf(change) + 1)
    .find((each) => [...each.from, ...each.to].some(({ code }) => codes.has(code)))
  if (after !== undefined) {
    const detail = `其中的单位后来又有${dayText(after.on)}的变更，请先撤销后一项`
    return err({ code: 'transition-not-allowed', detail })
  }
  const before = new Map<string, string>(change.from.map(({ code, name }) => [code, name]))
  const setUp = new Set<string>(change.to.map(({ code }) => code).filter((code) => !before.has(code)))
  const counties = tree.counties
    .filter((county) => !(setUp.has(county.code) && county.validFrom === change.on))
    .map((county) => {
      const name = before.get(county.code)
      if (name === undefined) return county
      const { validTo: _ended, ...current } = county
      return { ...current, name }
    })
  return ok({
    next: { ...tree, counties, changes: changes.filter((each) => each !== change) },
    fact: {
      type: 'DivisionsChangeRevoked',
      details: { from: listOf(change.from), to: listOf(change.to), on: change.on, reason },
    },
  })
}
