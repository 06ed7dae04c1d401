import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import {
  type Draw,
  type ListedUnit,
  MAX_DRAWS,
  MAX_LISTED,
  type RoundDraws,
} from '@anjie/contracts/vocabulary/honours/draw'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../../decision.ts'
import { drawFrom, listText, type TextHash } from '../draw.ts'

type Decision = Result<Step<'draw'>, Problem>

export const noDraws = (round: Pick<Round, 'id' | 'name' | 'honour'>, at: string): RoundDraws => ({
  roundId: round.id,
  roundName: round.name,
  honour: round.honour,
  draws: [],
  updatedAt: at,
})

/** 锁定名单: what waits here now, in the order of ids; nobody joins or leaves it before it is drawn from. */
export function freezeList(
  state: RoundDraws,
  waiting: readonly ListedUnit[],
  reason: string | undefined,
  member: Membership,
  hash: TextHash,
  at: string,
): Decision {
  const former = state.draws.at(-1)
  if (former !== undefined && former.result === undefined)
    return err({ code: 'transition-not-allowed', detail: '名单已经锁定，请先从中抽取' })
  if (former !== undefined && reason === undefined)
    return err({ code: 'invalid-input', detail: '本轮已经抽取过，再次抽取应写明理由', pointer: '/reason' })
  if (state.draws.length >= MAX_DRAWS)
    return err({ code: 'transition-not-allowed', detail: `一轮最多抽取${MAX_DRAWS}次` })
  if (waiting.length === 0) return err({ code: 'transition-not-allowed', detail: '本级没有待验收的申报，不必抽取' })
  if (waiting.length > MAX_LISTED)
    return err({ code: 'transition-not-allowed', detail: `一次最多从${MAX_LISTED}个单位中抽取，请先办结一部分` })
  const list = waiting.toSorted((one, other) => (one.applicationId < other.applicationId ? -1 : 1))
  const listHash = hash(listText(list))
  const draw: Draw = {
    number: state.draws.length + 1,
    list,
    listHash,
    frozenAt: at,
    frozenBy: member.personName,
    ...(former === undefined || reason === undefined ? {} : { reason }),
  }
  return ok({
    next: { ...state, draws: [...state.draws, draw], updatedAt: at },
    fact: {
      type: 'DrawListFrozen',
      details: {
        units: String(list.length),
        listHash,
        ...(draw.reason === undefined ? {} : { reason: draw.reason }),
      },
    },
  })
}

/** 抽取: once from a frozen list, with a seed that came about only now; both stay on record. */
export function drawUnits(
  state: RoundDraws,
  count: number,
  seed: string,
  member: Membership,
  hash: TextHash,
  at: string,
): Decision {
  const draw = state.draws.at(-1)
  if (draw === undefined || draw.result !== undefined)
    return err({ code: 'transition-not-allowed', detail: '没有锁定而未抽取的名单，请先锁定名单' })
  if (count > draw.list.length)
    return err({
      code: 'invalid-input',
      detail: `名单共${draw.list.length}个单位，抽取数不能超过它`,
      pointer: '/count',
    })
  const drawn = drawFrom(draw.list, seed, count, hash)
  const names = drawn.map((id) => draw.list.find(({ applicationId }) => applicationId === id)?.unitName ?? id)
  const result = { seed, count, drawn, at, by: member.personName }
  return ok({
    next: { ...state, draws: [...state.draws.slice(0, -1), { ...draw, result }], updatedAt: at },
    fact: { type: 'UnitsDrawn', details: { seed, drawn: names.join('、') } },
  })
}
