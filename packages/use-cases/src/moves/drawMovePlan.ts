import { beijingDate, dayText } from '@anjie/calendar-cn'
import type {
  discardMovePlan as discardOperation,
  drawMovePlan as drawOperation,
  redrawMovePlan as redrawOperation,
} from '@anjie/contracts/operations/moves'
import { MOVE_LINES_A_PART, type MovePlan, moveParts } from '@anjie/contracts/vocabulary/moves/movePlan'
import { filled } from '@anjie/contracts/vocabulary/part'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { MOVE_STATUS_NAMES } from '@anjie/domain/moves/moveNames'
import { type Drawing, discardedPlan, drawnPlan } from '@anjie/domain/moves/moveSteps'
import { planCounty } from '@anjie/domain/moves/planCounty'
import { planTownship } from '@anjie/domain/moves/planTownship'
import { endedUnit } from '@anjie/domain/units/endedUnit'
import { unitFault } from '@anjie/domain/units/unitParent'
import { err, ok, type Result } from '@anjie/kernel'
import { divisionRecord } from '../divisions/divisionRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command, CommandContext, CommandOutcome, QueryContext } from '../ports.ts'
import { countySurroundings, placeNames } from './countySurroundings.ts'
import { commitMovePlan, findMovePlan } from './findMovePlan.ts'
import { movePlanIdOf } from './movePlanIdOf.ts'
import { townshipSurroundings } from './townshipSurroundings.ts'

type Head = Pick<MovePlan, 'id' | 'kind' | 'from' | 'to' | 'on' | 'approvalReference' | 'changeId' | 'isWhole'>

/** 拟定迁移方案: nothing is changed by it. */
export const drawMovePlan: Command<InputOf<typeof drawOperation>> = async (context, { body }) => {
  const head = body.kind === 'county' ? await countyHead(context, body) : await townshipHead(context, body)
  if (!head.ok) return head
  const found = await context.store.get('move-plan', head.value.id)
  if (found !== undefined && found.state.status !== 'discarded')
    return err({
      code: 'transition-not-allowed',
      detail: `${head.value.from.name}的迁移方案已经拟定，现为“${MOVE_STATUS_NAMES[found.state.status]}”；需要更新的，请打开方案重新拟定`,
    })
  return draw(context, head.value, found?.state, found?.version ?? 0)
}

/** 重新拟定, from what stands now. */
export const redrawMovePlan: Command<InputOf<typeof redrawOperation>> = async (context, { params }) => {
  const found = await findMovePlan(context, params.planId, 'redraw')
  if (!found.ok) return found
  return draw(context, found.value.state, found.value.state, found.value.version)
}

/** 放弃, as long as nobody confirmed it. */
export const discardMovePlan: Command<InputOf<typeof discardOperation>> = async (context, { params, body }) => {
  const found = await findMovePlan(context, params.planId, 'discard')
  if (!found.ok) return found
  const { state, version } = found.value
  return commitMovePlan(context, version, discardedPlan(state, body.reason, context.member, context.now))
}

async function draw(
  context: CommandContext,
  { id, kind, from, to, on, approvalReference, changeId, isWhole }: Head,
  before: MovePlan | undefined,
  version: number,
): Promise<Result<CommandOutcome, Problem>> {
  const head: Head = {
    ...{ id, kind, from, to, on, approvalReference, isWhole },
    ...(changeId === undefined ? {} : { changeId }),
  }
  const drawing = await drawingOf(context, head)
  if (!drawing.ok) return drawing
  const { lines } = drawing.value
  const step = drawnPlan(head, before, drawing.value, basisOf(context, drawing.value), context.member, context.now)
  const parts = Array.from({ length: step.next.parts }, (_, part) =>
    filled(
      moveParts.lines(step.next.drawing, part),
      lines.slice(part * MOVE_LINES_A_PART, (part + 1) * MOVE_LINES_A_PART),
    ),
  )
  await context.store.putParts('move-plan', id, parts)
  return commitMovePlan(context, version, step)
}

export const basisOf = ({ digest }: Pick<CommandContext, 'digest'>, { lines, gaps }: Drawing): string =>
  digest({ lines, gaps })

/** What the plan would say if it were drawn up now. */
export async function drawingOf(
  context: Pick<QueryContext, 'store' | 'scope' | 'now' | 'divisions'>,
  head: Head,
): Promise<Result<Drawing, Problem>> {
  if (head.kind === 'county') {
    const { state: tree } = await divisionRecord(context)
    if (!tree.changes?.some(({ id }) => id === head.changeId))
      return err({ code: 'transition-not-allowed', detail: '这项区划变更的登记已经撤销，请放弃这份方案' })
    return ok(planCounty(await countySurroundings(context, tree, head)))
  }
  const { store } = context
  const [township, successor] = await Promise.all([store.get('unit', head.from.code), store.get('unit', head.to.code)])
  if (township === undefined || successor === undefined) throw new Error(`the townships of ${head.id} are not there`)
  const fault = townshipFault(township.state, successor.state, head, context.now)
  if (fault !== undefined) return err(fault)
  return ok(planTownship(await townshipSurroundings(context, head, township.state, successor.state)))
}

async function countyHead(
  context: CommandContext,
  { changeId, from }: { readonly changeId: string; readonly from: string },
): Promise<Result<Head, Problem>> {
  const { scope, digest } = context
  if (scope.level !== 'province') return err({ code: 'not-permitted', detail: '县（市、区）的迁移方案由省级拟定' })
  const { state: tree } = await divisionRecord(context)
  const change = tree.changes?.find(({ id }) => id === changeId)
  const ceased = change?.from.find(({ code }) => code === from)
  if (change === undefined || ceased === undefined)
    return err({ code: 'invalid-input', detail: '没有找到这项区划变更，请先登记', pointer: '/changeId' })
  if (change.to.some(({ code }) => code === from))
    return err({
      code: 'invalid-input',
      detail: `${ceased.name}在这项变更后代码不变，单位不需要迁移`,
      pointer: '/from',
    })
  const [to, ...others] = change.to
  if (to === undefined || others.length > 0)
    return err({
      code: 'invalid-input',
      detail: `${ceased.name}分设为几个县（市、区），系统不能代为划分；请由各承继单位分别登记其乡镇`,
      pointer: '/changeId',
    })
  return ok({
    id: movePlanIdOf(scope.province, [changeId, from], digest),
    kind: 'county',
    from: { ...ceased, cityName: placeNames(tree, ceased.code).cityName },
    to: { ...to, cityName: placeNames(tree, to.code).cityName },
    on: change.on,
    approvalReference: change.approvalReference,
    changeId: change.id,
    isWhole: change.kind === 'renamed',
  })
}

async function townshipHead(
  context: CommandContext,
  body: Extract<InputOf<typeof drawOperation>['body'], { kind: 'township' }>,
): Promise<Result<Head, Problem>> {
  const { store, scope, digest, now } = context
  if (scope.level !== 'county')
    return err({ code: 'not-permitted', detail: '乡镇（街道）的迁移方案由所在县（市、区）拟定' })
  const { from, into, on, approvalReference } = body
  const [township, successor] = await Promise.all([store.get('unit', from), store.get('unit', into)])
  if (township === undefined) return err(unitFault('/from', '没有找到这个乡镇（街道）'))
  if (successor === undefined) return err(unitFault('/into', '没有找到承继的乡镇（街道）'))
  const fault = townshipFault(township.state, successor.state, body, now)
  if (fault !== undefined) return err(fault)
  return ok({
    id: movePlanIdOf(scope.county, [from], digest),
    kind: 'township',
    from: { code: from, name: township.state.name },
    to: { code: into, name: successor.state.name },
    on,
    approvalReference,
    isWhole: false,
  })
}

/** The rules by which a unit ends, asked before anything is drawn up. */
function townshipFault(
  township: Unit,
  successor: Unit,
  { on, approvalReference }: Pick<Head, 'on' | 'approvalReference'>,
  now: string,
): Problem | undefined {
  if (township.kind !== 'township')
    return unitFault('/from', `${township.name}不是乡镇（街道）；其他单位请在“单位”页登记撤并`)
  if (township.moved !== undefined)
    return unitFault('/from', `${township.name}已于${dayText(township.moved.on)}划转，请由现属县（市、区）办理`)
  const today = beijingDate(now)
  const end = endedUnit(township, {
    successors: [successor],
    on,
    approvalReference,
    openApplications: [],
    below: [],
    today,
    now,
  })
  return end.ok ? undefined : end.error
}
