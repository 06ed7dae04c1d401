import type { saveRegisterRows as operation } from '@anjie/contracts/operations/registers'
import { err, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { ceasedCounty } from '../units/ceasedCounty.ts'
import { holderOf, refOf } from './registerRef.ts'
import { closedFault, nothingWritten, writeRows } from './writeRows.ts'

/** 保存台账行: several at once, each answered by itself. */
export const saveRegisterRows: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const found = await findRecord(context, 'register', params.registerId)
  if (!found.ok) return found
  const { state: register } = found.value
  const closed = closedFault(register) ?? (await ceasedCounty(context))
  if (closed !== undefined) return err(closed)
  const ref = refOf(context, register, body)
  if (!ref.ok) return ref
  const holder = await holderOf(context, register, ref.value.holder)
  if (!holder.ok) return holder
  const addsRows = body.rows.some(({ row }) => row === undefined)
  if (addsRows && register.rowsOf === 'unit' && !holder.value.isUnit)
    return err({ code: 'value-invalid', detail: '新增的行要先选是哪个单位的', pointer: '/holder' })
  const written = await writeRows(context, {
    register,
    ref: ref.value,
    unitName: holder.value.isUnit ? holder.value.name : undefined,
    edits: body.rows,
  })
  if (!written.ok) return written
  const { answers, outcome } = written.value
  const once = { results: answers }
  return outcome === undefined ? ok({ ...nothingWritten(register), once, unchanged: true }) : ok({ ...outcome, once })
}
