import { dayText } from '@anjie/calendar-cn'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import { givenPlaces, type RoundRequest } from './openRound.ts'
import { placesOfRound } from './quota.ts'

export interface RoundChange extends Pick<Round, 'name' | 'closesOn'>, Pick<RoundRequest, 'quotas'> {
  /** Undefined: as it stands. */
  readonly opensOn?: PlainDate | undefined
  readonly reason: string
}

const over = (round: Round, today: PlainDate): Problem | null =>
  today > round.closesOn
    ? { code: 'round-closed', detail: `“${round.name}”已于${dayText(round.closesOn)}截止，不能再变动` }
    : null

/** The last day that stood until now is kept: drafts were begun by it. */
const leaving = ({ closesOn, formerCloses = [] }: Round): Pick<Round, 'formerCloses'> => ({
  formerCloses: [...new Set([...formerCloses, closesOn])].slice(-MOST_FORMER),
})
const MOST_FORMER = 40

/**
 * 更正、延长: another name, last day or places, with the reason. `usedOf`: places used by a division; nobody's places go below them. The day may
 * move out and not in: what ends a window before its day is closing it. The first day moves while it has not come, to today at the earliest.
 */
export function changeRound(
  round: Round,
  change: RoundChange,
  usedOf: (code: string) => number,
  divisions: DivisionTree,
  today: PlainDate,
  at: string,
): Result<Step<'round'>, Problem> {
  const closed = over(round, today)
  if (closed !== null) return err(closed)
  if (change.closesOn < round.closesOn)
    return err({ code: 'invalid-input', detail: '截止日只能延后；要提前结束的，请用“提前截止”', pointer: '/closesOn' })
  const { opensOn = round.opensOn } = change
  const unopened = whyNotOpening(round, opensOn, change.closesOn, today)
  if (unopened !== null) return err(unopened)
  const places = givenPlaces(round.id, change.quotas, divisions)
  if (!places.ok) return places
  for (const { code, name } of placesOfRound(round)) {
    const used = usedOf(code)
    const given = change.quotas.find((each) => each.code === code)?.places ?? 0
    if (given < used) {
      const index = change.quotas.findIndex((each) => each.code === code)
      return err({
        code: 'quota-exhausted',
        detail: `${name}已使用${used}个名额，不能减到${given}个，请先退回或不予通过相应申报`,
        pointer: index < 0 ? '/quotas' : `/quotas/${index}/places`,
      })
    }
  }
  const extended = change.closesOn > round.closesOn
  const { reason } = change
  const next: Round = {
    ...round,
    name: change.name,
    opensOn,
    closesOn: change.closesOn,
    ...places.value,
    lastChange: { kind: extended ? 'extended' : 'corrected', reason },
    ...(extended ? leaving(round) : {}),
    updatedAt: at,
  }
  const total = change.quotas.reduce((sum, quota) => sum + quota.places, 0)
  return ok({
    next,
    fact: extended
      ? { type: 'RoundExtended', details: { closesOn: change.closesOn, reason } }
      : { type: 'RoundCorrected', details: { places: String(total), reason } },
  })
}

function whyNotOpening(round: Round, opensOn: PlainDate, closesOn: PlainDate, today: PlainDate): Problem | null {
  const at = { code: 'invalid-input', pointer: '/opensOn' } as const
  if (opensOn === round.opensOn) return null
  if (round.opensOn <= today)
    return { ...at, detail: `“${round.name}”已于${dayText(round.opensOn)}开始申报，开始日不能再更正` }
  if (opensOn < today) return { ...at, detail: '申报开始日不能早于今天' }
  return opensOn > closesOn ? { ...at, detail: '申报开始日不能晚于截止日' } : null
}

/** 提前截止: today is the last day; what was submitted goes on. */
export function closeRoundEarly(
  round: Round,
  reason: string,
  today: PlainDate,
  at: string,
): Result<Step<'round'>, Problem> {
  const closed = over(round, today)
  if (closed !== null) return err(closed)
  const opensOn = round.opensOn > today ? today : round.opensOn
  return ok({
    next: {
      ...round,
      opensOn,
      closesOn: today,
      lastChange: { kind: 'closed-early', reason },
      ...(today < round.closesOn ? leaving(round) : {}),
      updatedAt: at,
    },
    fact: { type: 'RoundClosedEarly', details: { reason } },
  })
}
