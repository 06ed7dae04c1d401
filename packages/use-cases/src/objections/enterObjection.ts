import { beijingDate, dayText } from '@anjie/calendar-cn'
import type { enterObjection as operation } from '@anjie/contracts/operations/objections'
import { ObjectionId } from '@anjie/contracts/vocabulary/ids'
import { codeOf } from '@anjie/domain/access/index'
import { investigatorOf } from '@anjie/domain/objections/investigator'
import { printStatusCode, receiptNumber, STATUS_CODE_LENGTH, statusText } from '@anjie/domain/objections/receipt'
import { entryOfApplication, receiveObjection } from '@anjie/domain/objections/receive'
import { err, ok } from '@anjie/kernel'
import { findRecord, notFound } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { workingCalendarOf } from '../workingCalendarOf.ts'
import { commitReceived } from './commitReceived.ts'

/** 登记来信、来电异议, by who investigates; the clerk passes number and code on to whoever objected. */
export const enterObjection: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { store, now, scope, digest } = context
  const batch = await findRecord(context, 'batch', body.batchId)
  if (!batch.ok) return err({ ...batch.error, pointer: '/batchId' })
  const code = investigatorOf(body.batchId)
  if (code !== codeOf(scope))
    return err({ code: 'not-permitted', detail: '由负责核查该名单异议的一级登记', pointer: '/batchId' })
  const today = beijingDate(now)
  if (body.sentOn > today)
    return err({ code: 'invalid-input', detail: `提出日期不能晚于今天（${dayText(today)}）`, pointer: '/sentOn' })
  if (body.name !== undefined && body.contact === undefined)
    return err({ code: 'incomplete', detail: '署名异议请登记一种联系方式，以便答复', pointer: '/contact' })
  const entry = body.applicationId === undefined ? undefined : entryOfApplication(batch.value.state, body.applicationId)
  if (body.applicationId !== undefined && entry === undefined)
    return err({ ...notFound('application'), detail: '该单位不在这份名单中', pointer: '/applicationId' })
  const number = receiptNumber(today, context.newInvitationSecret())
  const statusCode = context.newInvitationSecret().slice(0, STATUS_CODE_LENGTH)
  const step = receiveObjection(
    batch.value.state,
    {
      id: ObjectionId.parse(`${code}.${context.newId()}`),
      number,
      statusKey: digest(statusText(number, statusCode)),
      channel: body.channel,
      anonymous: body.name === undefined,
      files: 0,
      receivedAt: now,
      sentOn: body.sentOn,
      entry,
    },
    await workingCalendarOf(context),
    now,
  )
  if (!step.ok) return step
  const { name, contact, text } = body
  const outcome = { id: step.value.next.id, version: 1, status: step.value.next.status }
  const written = await commitReceived(
    store,
    step.value,
    { ...(name === undefined ? {} : { name }), ...(contact === undefined ? {} : { contact }), text, files: [] },
    outcome,
  )
  return written.ok ? ok({ ...outcome, once: { number, code: printStatusCode(statusCode) } }) : written
}
