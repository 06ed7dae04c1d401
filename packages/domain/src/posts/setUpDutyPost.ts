import { dayText } from '@anjie/calendar-cn/plainDays'
import type { DutyPostId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { DutyPost, NewDutyPost } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { err, ok, type Result } from '@anjie/kernel'
import { UNIT_KIND_NAMES } from '../units/unitKindNames.ts'
import { type DutyPostStep, futureFault, postFault } from './dutyPostActions.ts'
import { filledBy } from './fillDutyPost.ts'
import { dutyPostTitle, POST_KINDS } from './kinds/index.ts'

export interface PostSetUp {
  readonly id: DutyPostId
  readonly unit: Unit
  /** A post of this kind that stood at the unit before. */
  readonly there: DutyPost | undefined
  /** 综治委员试点 is on. */
  readonly isPiloted: boolean
  /** Of the log-in that is named of the holder. */
  readonly personId: string | undefined
  readonly takenOverFrom?: DutyPost['takenOverFrom']
  readonly today: PlainDate
  readonly now: string
}

/** 设岗, with the first holder where there is one. A post that ended is set up again under its own number. */
export function setUpDutyPost(content: NewDutyPost, given: PostSetUp): Result<DutyPostStep, Problem> {
  const { id, unit, there, personId, today, now, takenOverFrom } = given
  const { kind, from, basis, cadres, holder } = content
  const fault = unitOfPostFault(content, given)
  if (fault !== undefined) return err(fault)
  const township = unit.kind === 'township' ? unit : { id: unit.parentId, name: unit.parentName }
  if (township.id === undefined || township.name === undefined)
    return err(postFault('/unitId', `${unit.name}没有登记所属乡镇（街道），请先在“单位”页登记`))
  const vacant: DutyPost = {
    id,
    kind,
    county: unit.county,
    unitId: unit.id,
    unitName: unit.name,
    unitKind: unit.kind,
    townshipId: township.id,
    townshipName: township.name,
    status: 'vacant',
    terms: [...(there?.terms ?? []), { from, basis }],
    ...(cadres === undefined ? {} : { cadres }),
    ...(takenOverFrom === undefined ? {} : { takenOverFrom }),
    holdings: there?.holdings ?? [],
    updatedAt: now,
  }
  const filled = holder === undefined ? ok(vacant) : filledBy(vacant, holder, { personId, reason: undefined, today })
  if (!filled.ok) return filled
  return ok({
    next: filled.value,
    fact:
      takenOverFrom === undefined
        ? { type: 'DutyPostSetUp', details: { from, basis } }
        : { type: 'DutyPostTakenOver', details: { former: takenOverFrom.title, from } },
  })
}

function unitOfPostFault(
  { kind, from }: NewDutyPost,
  { unit, there, isPiloted, today }: PostSetUp,
): Problem | undefined {
  const { name, unitKinds, isPilot } = POST_KINDS[kind]
  if (!unitKinds.includes(unit.kind)) {
    const kinds = unitKinds.map((each) => UNIT_KIND_NAMES[each]).join('、')
    return postFault('/unitId', `${name}设在${kinds}，${unit.name}是${UNIT_KIND_NAMES[unit.kind]}`)
  }
  if (unit.validTo !== undefined)
    return postFault('/unitId', `${unit.name}存续至${dayText(unit.validTo)}，请选择现行单位`)
  if (isPilot && !isPiloted)
    return { code: 'transition-not-allowed', detail: `本县尚未开启${name}试点，请先在“岗位”页开启试点` }
  if (there !== undefined && there.status !== 'ended')
    return { code: 'transition-not-allowed', detail: `${dutyPostTitle(there)}已经设岗，一个单位同类岗位只设一个` }
  if (from < unit.validFrom)
    return postFault('/from', `${unit.name}自${dayText(unit.validFrom)}起设立，设岗日期不能早于这一天`)
  const before = there?.terms.at(-1)?.to
  if (before !== undefined && from <= before)
    return postFault('/from', `该岗位存续至${dayText(before)}，再次设岗须在其后`)
  return futureFault('/from', from, today)
}
