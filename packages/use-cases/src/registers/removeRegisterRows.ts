import { beijingDate } from '@anjie/calendar-cn'
import type { removeRegisterRows as operation } from '@anjie/contracts/operations/registers'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Register } from '@anjie/contracts/vocabulary/registers/register'
import type { RegisterRef } from '@anjie/contracts/vocabulary/registers/registerRow'
import { withoutRow } from '@anjie/domain/registers/changeRows'
import { periodName } from '@anjie/domain/registers/periods'
import { keyTextOf, rowTitle } from '@anjie/domain/registers/readRow'
import { placeOfRow, refOfLeaf } from '@anjie/domain/registers/registerIds'
import { err, ok, type Result } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Change, Command, CommandContext, CommandOutcome } from '../ports.ts'
import { refOf } from './registerRef.ts'
import { closedFault } from './writeRows.ts'

/** 撤销台账行: all of them or none, with a reason; what they said stays in their history, and their keys are free again. */
export const removeRegisterRows: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const found = await findRecord(context, 'register', params.registerId)
  if (!found.ok) return found
  const { state: register } = found.value
  const closed = closedFault(register)
  if (closed !== undefined) return err(closed)
  const ref = refOf(context, register, body)
  if (!ref.ok) return ref
  return removeRows(context, register, ref.value, body.rows, body.reason)
}

const MAX_TRIES = 5

export async function removeRows(
  context: Pick<CommandContext, 'store' | 'now' | 'digest'>,
  register: Register,
  ref: RegisterRef,
  rows: readonly { readonly row: string; readonly version: number }[],
  reason: string,
): Promise<Result<CommandOutcome, Problem>> {
  for (let attempt = 1; ; attempt++) {
    const removed = await tryRemoving(context, register, ref, rows, reason)
    // A neighbour of the row was written meanwhile; whether the row itself was is said by its own version.
    if (removed.ok || removed.error.code !== 'stale-version' || removed.error.pointer !== undefined) return removed
    if (attempt === MAX_TRIES) return removed
  }
}

async function tryRemoving(
  { store, now, digest }: Pick<CommandContext, 'store' | 'now' | 'digest'>,
  register: Register,
  ref: RegisterRef,
  rows: readonly { readonly row: string; readonly version: number }[],
  reason: string,
): Promise<Result<CommandOutcome, Problem>> {
  const leaves = new Map(
    await store.getMany('register-leaf', [...new Set(rows.map(({ row }) => placeOfRow(row).leafId))]),
  )
  const removedIn = new Map<string, string[]>()
  const keyIds: { readonly id: string; readonly row: string }[] = []
  const removed = { reason, on: beijingDate(now) }
  const before = new Map(leaves)
  for (const [at, { row, version }] of rows.entries()) {
    const { leafId, place } = placeOfRow(row)
    const leaf = leaves.get(leafId)
    const kept = leaf?.state.rows[place]
    const of = refOfLeaf(leafId)
    const isOfRef =
      of?.register === ref.register &&
      of.period === ref.period &&
      (of.holder === ref.holder || of.holder.startsWith(`${ref.holder}.`))
    if (leaf === undefined || kept === undefined || kept.removed !== undefined || !isOfRef)
      return err({ code: 'not-found', detail: '没有这一行，或已经撤销', pointer: `/rows/${at}/row` })
    if (kept.version !== version)
      return err({
        code: 'stale-version',
        detail: `“${rowTitle(register, kept)}”已被他人更新为第${kept.version}版`,
        pointer: `/rows/${at}/version`,
      })
    const text = keyTextOf(register, kept.cells)
    if (text !== undefined)
      keyIds.push({ id: `${ref.holder.slice(0, 6)}.${ref.register}-${ref.period}-${digest(text).slice(0, 32)}`, row })
    removedIn.set(leafId, [...(removedIn.get(leafId) ?? []), rowTitle(register, kept)])
    leaves.set(leafId, {
      version: leaf.version,
      state: withoutRow(leaf.state, place, kept, removed, { now, version: leaf.version + 1 }),
    })
  }
  const keys = await store.getMany(
    'register-key',
    keyIds.map(({ id }) => id),
  )
  const changes: Change[] = [...removedIn].map(([leafId, titles]) => {
    const leaf = leaves.get(leafId)
    if (leaf === undefined) throw new Error(`the leaf ${leafId} was not read`)
    return {
      kind: 'register-leaf',
      id: leafId,
      expectedVersion: before.get(leafId)?.version ?? 0,
      next: leaf.state,
      fact: {
        type: 'RowsRemoved',
        details: { register: register.name, period: periodName(ref.period), rows: titles.join('、'), reason },
      },
    }
  })
  for (const { id, row } of keyIds) {
    const key = keys.get(id)
    // Whose key it is, the key says: rows from before the register had one leave none.
    if (key?.state.row !== row) continue
    changes.push({
      kind: 'register-key',
      id,
      expectedVersion: key.version,
      next: { row: null },
      fact: { type: 'RegisterKeyReleased', details: { row } },
    })
  }
  const outcome = { id: register.id, version: 1, status: 'removed' }
  const written = await store.commit(changes, outcome)
  return written.ok ? ok(outcome) : written
}
