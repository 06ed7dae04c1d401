import type { declareRegisterNone as operation } from '@anjie/contracts/operations/registers'
import { emptyLeaf } from '@anjie/domain/registers/changeRows'
import { leafRows } from '@anjie/domain/registers/leafRows'
import { periodName } from '@anjie/domain/registers/periods'
import { leafIdOf } from '@anjie/domain/registers/registerIds'
import { err, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { readLeaves } from './readRegister.ts'
import { holderOf, refOf } from './registerRef.ts'
import { closedFault } from './writeRows.ts'

/** 申报本期无: nothing because there is nothing, which is another thing than nothing filled. The first row takes it back. */
export const declareRegisterNone: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, now, member } = context
  const found = await findRecord(context, 'register', params.registerId)
  if (!found.ok) return found
  const { state: register } = found.value
  const closed = closedFault(register)
  if (closed !== undefined) return err(closed)
  const ref = refOf(context, register, body)
  if (!ref.ok) return ref
  const holder = await holderOf(context, register, ref.value.holder)
  if (!holder.ok) return holder
  if (register.rowsOf === 'unit' && !holder.value.isUnit)
    return err({ code: 'value-invalid', detail: '请选择是哪个单位本期无', pointer: '/holder' })
  const leaves = await readLeaves(store, ref.value, register)
  if (leaves.some(({ state }) => leafRows(state).length > 0))
    return err({ code: 'transition-not-allowed', detail: '台账中已有行，不能申报本期无' })
  const firstId = leafIdOf(ref.value, 1)
  const first = leaves.find(({ state }) => state.id === firstId)
  const leaf = first?.state ?? emptyLeaf(ref.value, 1, holder.value.isUnit ? holder.value.name : undefined, now)
  const outcome = { id: register.id, version: (first?.version ?? 0) + 1, status: 'declared-none' }
  const written = await store.commit(
    [
      {
        kind: 'register-leaf',
        id: firstId,
        expectedVersion: first?.version ?? 0,
        next: { ...leaf, declaredNone: { at: now, by: member.personName }, updatedAt: now },
        fact: {
          type: 'NothingDeclared',
          details: { register: register.name, period: periodName(ref.value.period) },
        },
      },
    ],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
