import { beijingDate } from '@anjie/calendar-cn'
import type {
  checkRecheck as checkOperation,
  concludeRecheck as concludeOperation,
  reportMending as reportMendingOperation,
  reportSelfCheck as reportOperation,
  returnRecheck as returnOperation,
  takeUpRecheck as takeUpOperation,
  warnRecheck as warnOperation,
} from '@anjie/contracts/operations/aftercare'
import { confirmAnew } from '@anjie/domain/aftercare/confirmAnew'
import {
  checkRecheck as check,
  endTitle,
  returnRecheck as giveBack,
  lift,
  reportSelfCheck as report,
  reportMended,
  retain,
  takeUp,
  warn,
} from '@anjie/domain/aftercare/recheckSteps'
import { isHeld } from '@anjie/domain/honours/eligibility'
import { unitTitleAt } from '@anjie/domain/honours/recordIds'
import { titleKeeper } from '@anjie/domain/honours/titleKeeper'
import { err, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import { unusedCheckCode } from '../honours/unusedCheckCode.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeRecheck } from './changeRecheck.ts'

/** 提交自查报告. */
export const reportSelfCheck: Command<InputOf<typeof reportOperation>> = (context, { params, body }) =>
  changeRecheck(context, params.recheckId, (state) => report(state, body.text, context.member, context.now))

/** 提出复核意见, level by level. */
export const checkRecheck: Command<InputOf<typeof checkOperation>> = (context, { params, body }) =>
  changeRecheck(context, params.recheckId, (state) => check(state, body, context.member, context.now))

/** 退回重新自查. */
export const returnRecheck: Command<InputOf<typeof returnOperation>> = (context, { params, body }) =>
  changeRecheck(context, params.recheckId, (state) => giveBack(state, body, context.member, context.now))

/** 直接办理. */
export const takeUpRecheck: Command<InputOf<typeof takeUpOperation>> = (context, { params, body }) =>
  changeRecheck(context, params.recheckId, (state) => takeUp(state, body.reason, context.member, context.now))

/** 黄牌警告. */
export const warnRecheck: Command<InputOf<typeof warnOperation>> = (context, { params, body }) =>
  changeRecheck(context, params.recheckId, (state, title) => warn(state, title, body, context.member, context.now))

/** 报告整改情况. */
export const reportMending: Command<InputOf<typeof reportMendingOperation>> = (context, { params, body }) =>
  changeRecheck(context, params.recheckId, (state) => reportMended(state, body.text, context.member, context.now))

/** 作出复核结论: 保留, 恢复, 注销, or 重新认定 for the unit that stands in the place of the former one. */
export const concludeRecheck: Command<InputOf<typeof concludeOperation>> = async (context, { params, body }) => {
  const { member, now } = context
  const { reason, conclusion, successors = [] } = body
  if (conclusion !== 'confirm-anew')
    return changeRecheck(context, params.recheckId, (state, title) =>
      conclusion === 'retain'
        ? retain(state, title, reason, member, now)
        : conclusion === 'lift'
          ? lift(state, title, reason, member, now)
          : endTitle(state, title, { reason, successors }, member, now),
    )
  if (body.unitId === undefined) return err({ code: 'incomplete', detail: '请选择承继单位', pointer: '/unitId' })
  const successor = await findRecord(context, 'unit', body.unitId)
  if (!successor.ok) return successor
  const found = await findRecord(context, 'recheck', params.recheckId)
  if (!found.ok) return found
  const before = await findRecord(context, 'title', found.value.state.titleId)
  if (!before.ok) return before
  // What the successor got here last on the rung, exactly; the note moves with the title.
  const noteId = unitTitleAt(titleKeeper(before.value.state.id), before.value.state.honour, successor.value.state.id)
  const note = await context.store.get('unit-title', noteId)
  const noted = note === undefined ? undefined : await context.store.get('title', note.state.titleId)
  const isOther = noted !== undefined && noted.state.grade === before.value.state.grade
  const held = isOther && isHeld(noted.state, beijingDate(now)) ? noted.state : null
  return changeRecheck(
    context,
    params.recheckId,
    (state, title) =>
      confirmAnew(
        state,
        title,
        {
          successor: successor.value.state,
          held,
          reason,
          checkCode: unusedCheckCode(title, context.newCheckCode),
          digest: context.digest,
          at: now,
        },
        member,
      ),
    async (title) =>
      ok([
        {
          kind: 'unit-title',
          id: noteId,
          expectedVersion: note?.version ?? 0,
          next: { titleId: title.id },
          fact: { type: 'UnitTitled', details: { serial: title.serial ?? '', unit: successor.value.state.name } },
        },
      ]),
  )
}
