import { addDays } from '@anjie/calendar-cn'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { DUTY_POST_KINDS } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { dutyPostId } from '@anjie/domain/posts/dutyPostIds'
import { endedWithUnit } from '@anjie/domain/posts/endDutyPost'
import { POST_KINDS } from '@anjie/domain/posts/kinds/index'
import { renamedDutyPost } from '@anjie/domain/posts/renamedDutyPost'
import type { Change, CommandContext, RecordStore } from '../ports.ts'
import { postChange } from './commitPosts.ts'
import { coverageChange } from './coverageChange.ts'

type Context = Pick<CommandContext, 'store' | 'divisions' | 'digest' | 'now'>

const postsOf = async (
  { store, digest }: { readonly store: RecordStore; readonly digest: CommandContext['digest'] },
  units: readonly Unit[],
) => [
  ...(
    await store.getMany(
      'duty-post',
      units.flatMap(({ id, kind }) =>
        DUTY_POST_KINDS.filter((each) => POST_KINDS[each].unitKinds.includes(kind)).map((each) =>
          dutyPostId(id, each, digest),
        ),
      ),
    )
  ).values(),
]

/** 随单位撤并: posts of a unit end on its last day, in the commit that ends it; a successor takes them over by a step of its own. */
export async function endedPostChanges(
  context: Context,
  unit: Unit,
  { on, successors }: { readonly on: PlainDate; readonly successors: readonly Unit[] },
): Promise<readonly Change[]> {
  const reason =
    successors.length === 0 ? '单位撤销' : `单位撤并，由${successors.map(({ name }) => name).join('、')}承继`
  const steps = (await postsOf(context, [unit])).flatMap((before) => {
    const step = endedWithUnit(before.state, { on: addDays(on, -1), reason: reason.slice(0, 200), now: context.now })
    return step === undefined ? [] : [{ before, step }]
  })
  const coverage = await coverageChange(
    context,
    steps.map(({ before, step }) => ({ before: before.state, after: step.next })),
  )
  return [...steps.map(postChange), ...coverage]
}

/** Posts bear the names of their units. */
export async function renamedPostChanges(
  context: Pick<Context, 'store' | 'digest' | 'now'>,
  units: readonly Unit[],
): Promise<readonly Change<'duty-post'>[]> {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return (await postsOf(context, units)).flatMap((before) => {
    const unit = byId.get(before.state.unitId)
    const step = unit === undefined ? undefined : renamedDutyPost(before.state, unit, context.now)
    return step === undefined ? [] : [postChange({ before, step })]
  })
}
