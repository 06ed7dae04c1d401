import { beijingDate } from '@anjie/calendar-cn'
import type { HonourType, Rung } from '@anjie/contracts/vocabulary/honours/honourType'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import { RoundId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { honoursOf, seesHonour } from '@anjie/domain/access/index'
import { namingLevel } from '@anjie/domain/divisions/namingLevel'
import type { ListedBasis } from '@anjie/domain/honours/rungStanding'
import type { QueryContext } from '../ports.ts'
import { allTypes } from './honourTypes.ts'

/** What the ladders of all units of a county share. */
export interface LadderSetting {
  readonly today: PlainDate
  /** That units climb by name; of counts there is no ladder. */
  readonly types: readonly HonourType[]
  readonly rounds: readonly Round[]
  readonly bases: readonly ListedBasis[]
  readonly rungOfCase: (roundId: string) => (Rung & { readonly honour: string }) | undefined
}

/** Of the rounds only those are read whose window is not over, however many there have been. */
export async function ladderSetting({ store, scope, now }: QueryContext): Promise<LadderSetting> {
  const today = beijingDate(now)
  const [roundRows, basisRows, types] = await Promise.all([
    store.listFrame('round'),
    store.listFrame('legal-basis'),
    allTypes(store),
  ])
  const running = roundRows.filter(({ fields }) => fields.closesOn >= today).map(({ id }) => RoundId.parse(id))
  const rounds = await store.getMany('round', running)
  const rungs = new Map(
    roundRows.map(({ id, fields: { honour, grade } }) => [
      id,
      { honour, level: namingLevel(id), ...(grade === undefined ? {} : { grade }) },
    ]),
  )
  const honours = honoursOf(scope)
  return {
    today,
    types: types.filter(
      ({ code, publicAs }) => publicAs !== 'counts' && (honours === undefined || seesHonour(honours, code)),
    ),
    rounds: [...rounds.values()].map(({ state }) => state),
    bases: basisRows.map(({ id, fields: { honour, issuer, approvalNumber, endsOn } }) => ({
      honour,
      level: namingLevel(id),
      issuer,
      approvalNumber,
      endsOn,
    })),
    rungOfCase: (roundId) => rungs.get(roundId),
  }
}
