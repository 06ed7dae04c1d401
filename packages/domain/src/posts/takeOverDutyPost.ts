import { addDays, dayText } from '@anjie/calendar-cn/plainDays'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Appointment, DutyPost } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { err, type Result } from '@anjie/kernel'
import { type DutyPostStep, postFault, stageFault } from './dutyPostActions.ts'
import { dutyPostTitle } from './kinds/index.ts'
import { type PostSetUp, setUpDutyPost } from './setUpDutyPost.ts'

interface TakingOver extends Omit<PostSetUp, 'takenOverFrom' | 'personId'> {
  /** The unit whose post ended. */
  readonly former: Unit
  readonly from: PlainDate
  readonly basis: string
  /** 原任继续任职. */
  readonly keepsHolder: boolean
}

/**
 * 承接: the post of a unit that merged goes on at a unit that stands in its place. Somebody decides it, because who serves in the new unit
 * is an appointment; where the successor has a post of its own there is nothing to take over.
 */
export function takeOverDutyPost(post: DutyPost, given: TakingOver): Result<DutyPostStep, Problem> {
  const { former, unit, from, basis, keepsHolder } = given
  const fault = stageFault(post, 'take-over')
  if (fault !== undefined) return err(fault)
  if (!former.successors.includes(unit.id))
    return err(postFault('/unitId', `${unit.name}不是${former.name}的承继单位，不能承接其岗位`))
  const ended = post.terms.at(-1)?.to
  if (ended !== undefined && from <= ended)
    return err(postFault('/from', `原岗位存续至${dayText(ended)}，承接日期须在其后（${dayText(addDays(ended, 1))}起）`))
  const last = post.holdings.at(-1)
  const isHeld = last?.left?.by === 'ended'
  if (keepsHolder && (last === undefined || !isHeld))
    return err(postFault('/keepsHolder', '原岗位撤并时空缺，没有可以继续任职的人'))
  const { kind, cadres } = post
  return setUpDutyPost(
    {
      kind,
      unitId: unit.id,
      from,
      basis,
      ...(cadres === undefined ? {} : { cadres }),
      ...(keepsHolder && last !== undefined ? { holder: appointmentOf(last, from) } : {}),
    },
    { ...given, personId: last?.personId, takenOverFrom: { postId: post.id, title: dutyPostTitle(post) } },
  )
}

function appointmentOf(
  { name, deputy, cadre, besides, membershipId }: DutyPost['holdings'][number],
  from: PlainDate,
): Appointment {
  return {
    name,
    besides,
    from,
    ...(deputy === undefined ? {} : { deputy }),
    ...(cadre === undefined ? {} : { cadre }),
    ...(membershipId === undefined ? {} : { membershipId }),
  }
}
