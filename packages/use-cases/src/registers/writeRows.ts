import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Register } from '@anjie/contracts/vocabulary/registers/register'
import { type RegisterLeaf, type RegisterRef, RowId } from '@anjie/contracts/vocabulary/registers/registerRow'
import {
  emptyLeaf,
  isSameContent,
  type RowContent,
  roomIn,
  withChangedRow,
  withNewRow,
} from '@anjie/domain/registers/changeRows'
import { columnsSeenBy } from '@anjie/domain/registers/columnsSeen'
import { periodName } from '@anjie/domain/registers/periods'
import { type CellFault, type GivenRow, keyTextOf, readRow, rowTitle } from '@anjie/domain/registers/readRow'
import { leafIdOf, placeOfRow, refOfLeaf, rowIdOf } from '@anjie/domain/registers/registerIds'
import { ok, type Result } from '@anjie/kernel'
import type { Change, CommandContext, CommandOutcome, Versioned } from '../ports.ts'
import { knownUnits } from './knownUnits.ts'

export interface RowEdit extends GivenRow {
  /** Without it, a new row. */
  readonly row?: string | undefined
  /** The version that the caller saw; without it whatever is there is changed. */
  readonly version?: number | undefined
}

export interface RowAnswer {
  readonly row?: RowId
  readonly version?: number
  readonly result: 'saved' | 'unchanged' | 'refused'
  readonly faults?: CellFault[]
}

export interface Writing {
  readonly register: Register
  readonly ref: RegisterRef
  /** Of rows of a unit: what it is called. */
  readonly unitName?: string | undefined
  readonly edits: readonly RowEdit[]
  /** Where they come from, where nobody typed them: 表格导入. */
  readonly by?: string
}

export type Written = { readonly answers: readonly RowAnswer[]; readonly outcome?: CommandOutcome }

/** Optimistic-lock retries: neighbours write the same leaf. */
const MAX_TRIES = 5
/** Of the 49 changes of a commit: leaves and keys. */
const MAX_STEPS = 46

type Context = Pick<CommandContext, 'store' | 'scope' | 'now' | 'digest'>

/**
 * Saves rows, each by itself: refused ones are answered with what is wrong and leave the others as they are. Changed rows go first, in as
 * many commits as they need and safe to repeat; all new ones and the reply go with the last, so that a repeat adds none twice.
 */
export async function writeRows(context: Context, writing: Writing): Promise<Result<Written, Problem>> {
  for (let attempt = 1; ; attempt++) {
    const written = await tryWriting(context, writing)
    if (written.ok || written.error.code !== 'stale-version' || attempt === MAX_TRIES) return written
  }
}

interface Taken {
  readonly at: number
  readonly content: RowContent
  /** Of a row that is there. */
  readonly before?: { readonly leafId: string; readonly place: string }
  readonly key?: { readonly take: string; readonly release?: string } | undefined
}

interface LeafInWork {
  state: RegisterLeaf
  version: number
  added: number
  changed: number
}

async function tryWriting(context: Context, writing: Writing): Promise<Result<Written, Problem>> {
  const { store, now, digest } = context
  const { register, ref, unitName, edits, by } = writing
  // What somebody does not see, they neither fill nor owe.
  const filled = columnsSeenBy(register, context.scope.level)
  const [units, leaves] = await Promise.all([
    knownUnits(context, register.columns, edits),
    readLeavesOf(context, ref, edits),
  ])
  const answers: RowAnswer[] = edits.map(() => ({ result: 'refused' }))
  const refuse = (at: number, faults: readonly CellFault[]): void => {
    const row = edits[at]?.row
    answers[at] = { ...(row === undefined ? {} : { row: row as RowId }), result: 'refused', faults: [...faults] }
  }
  const keyIdOf = (cells: RowContent['cells']): string | undefined => {
    const text = keyTextOf(register, cells)
    const county = ref.holder.slice(0, 6)
    return text === undefined ? undefined : `${county}.${ref.register}-${ref.period}-${digest(text).slice(0, 32)}`
  }

  const taken: Taken[] = []
  const inBatch = new Map<string, number>()
  for (const [at, edit] of edits.entries()) {
    const there = edit.row === undefined ? undefined : placeOfRow(edit.row)
    const leaf = there === undefined ? undefined : leaves.get(there.leafId)
    const before = there === undefined ? undefined : leaf?.state.rows[there.place]
    if (there !== undefined && (before === undefined || before.removed !== undefined)) {
      refuse(at, [{ detail: before === undefined ? '没有这一行' : `这一行已于${before.removed?.on}撤销` }])
      continue
    }
    const read = readRow({ columns: filled, term: register.term }, edit, before, units)
    if ('faults' in read) {
      refuse(at, read.faults)
      continue
    }
    if (before !== undefined && isSameContent(before, read.content)) {
      answers[at] = { row: edit.row as RowId, version: before.version, result: 'unchanged' }
      continue
    }
    if (before !== undefined && edit.version !== undefined && edit.version !== before.version) {
      refuse(at, [{ detail: `您打开的是这一行的第${edit.version}版，现在是第${before.version}版，请看过最新内容再改` }])
      continue
    }
    const take = keyIdOf(read.content.cells)
    const release = before === undefined ? undefined : keyIdOf(before.cells)
    const twin = take === undefined ? undefined : inBatch.get(take)
    if (twin !== undefined) {
      refuse(
        at,
        register.key.map((column) => ({
          column,
          detail: `与本次第${twin + 1}行重复：${nameOfKey(register, read.content)}`,
        })),
      )
      continue
    }
    if (take !== undefined) inBatch.set(take, at)
    taken.push({
      at,
      content: read.content,
      ...(there === undefined ? {} : { before: there }),
      key: take === undefined || take === release ? undefined : { take, ...(release === undefined ? {} : { release }) },
    })
  }

  const slots = await store.getMany('register-key', [
    ...new Set(
      taken.flatMap(({ key }) =>
        key === undefined ? [] : [key.take, ...(key.release === undefined ? [] : [key.release])],
      ),
    ),
  ])
  const fit = taken.filter(({ at, key, content }) => {
    const holder = key === undefined ? undefined : slots.get(key.take)?.state.row
    if (holder === undefined || holder === null) return true
    refuse(
      at,
      register.key.map((column) => ({ column, detail: `本县已有“${nameOfKey(register, content)}”，同一台账只登一次` })),
    )
    return false
  })
  if (fit.length === 0) return ok({ answers })

  const work = new Map<string, LeafInWork>()
  let keys: Change[] = []
  const inWork = (leafId: string, fresh?: () => RegisterLeaf): LeafInWork => {
    const known = work.get(leafId)
    if (known !== undefined) return known
    const stored = leaves.get(leafId)
    const state = stored?.state ?? fresh?.()
    if (state === undefined) throw new Error(`the leaf ${leafId} was not read`)
    const made = { state, version: stored?.version ?? 0, added: 0, changed: 0 }
    work.set(leafId, made)
    return made
  }
  const flush = async (reply?: CommandOutcome): Promise<Result<void, Problem>> => {
    const changes = [...[...work.values()].map((leaf) => changeOf(leaf, register, by)), ...keys]
    if (changes.length === 0) return ok(undefined)
    const written = await store.commit(changes, reply)
    if (!written.ok) return written
    for (const [leafId, leaf] of work) leaves.set(leafId, { state: leaf.state, version: leaf.version + 1 })
    work.clear()
    keys = []
    return ok(undefined)
  }
  const noteKey = (key: Taken['key'], row: string): void => {
    if (key === undefined) return
    const change = (id: string, next: string | null): void => {
      keys.push({
        kind: 'register-key',
        id,
        expectedVersion: slots.get(id)?.version ?? 0,
        next: { row: next as RowId | null },
        fact: { type: next === null ? 'RegisterKeyReleased' : 'RegisterKeyTaken', details: { row } },
      })
    }
    change(key.take, row)
    if (key.release !== undefined) change(key.release, null)
  }

  const changed = fit.filter(({ before }) => before !== undefined)
  const added = fit.filter(({ before }) => before === undefined)
  for (const { at, before, content, key } of changed) {
    if (before === undefined) continue
    if (work.size + keys.length + 3 > MAX_STEPS) {
      const flushed = await flush()
      if (!flushed.ok) return flushed
    }
    const leaf = inWork(before.leafId)
    const row = leaf.state.rows[before.place]
    if (row === undefined) continue
    leaf.state = withChangedRow(leaf.state, before.place, row, content, { now, version: leaf.version + 1 })
    leaf.changed += 1
    noteKey(key, rowIdOf(before.leafId, before.place))
    answers[at] = { row: edits[at]?.row as RowId, version: row.version + 1, result: 'saved' }
  }
  if (work.size + keys.length + added.length + 4 > MAX_STEPS) {
    const flushed = await flush()
    if (!flushed.ok) return flushed
  }
  const firstId = leafIdOf(ref, 1)
  let number = Math.max(1, leaves.get(firstId)?.state.leaves ?? 1)
  for (const { at, content, key } of added) {
    let leafId = leafIdOf(ref, number)
    let leaf = inWork(leafId, () => emptyLeaf(ref, number, unitName, now))
    if (roomIn(leaf.state) === 0) {
      number += 1
      leafId = leafIdOf(ref, number)
      const first = inWork(firstId)
      first.state = { ...first.state, leaves: number }
      leaf = inWork(leafId, () => emptyLeaf(ref, number, unitName, now))
    }
    const next = withNewRow(leaf.state, content, { now, version: leaf.version + 1 })
    leaf.state = next.leaf
    leaf.added += 1
    const row = RowId.parse(rowIdOf(leafId, next.place))
    noteKey(key, row)
    answers[at] = { row, version: 1, result: 'saved' }
  }
  // A full leaf that is looked at for room alone is left as it is.
  for (const [leafId, leaf] of work)
    if (leaf.added + leaf.changed === 0 && leaf.state === leaves.get(leafId)?.state) work.delete(leafId)
  const outcome: CommandOutcome = {
    id: `${register.id}`,
    version: Math.max(1, ...[...work.values()].map(({ version }) => version + 1)),
    status: 'saved',
  }
  if (work.size + keys.length === 0) return ok({ answers })
  const flushed = await flush(outcome)
  return flushed.ok ? ok({ answers, outcome }) : flushed
}

/** The leaves of rows that are changed and, where some are added, the first and the last one. */
async function readLeavesOf(
  { store }: Pick<Context, 'store'>,
  ref: RegisterRef,
  edits: readonly RowEdit[],
): Promise<Map<string, Versioned<RegisterLeaf>>> {
  const ids = new Set(edits.flatMap(({ row }) => (row === undefined ? [] : [placeOfRow(row).leafId])))
  const own = [...ids].filter((id) => {
    const of = refOfLeaf(id)
    return (
      of !== undefined &&
      of.register === ref.register &&
      of.period === ref.period &&
      (of.holder === ref.holder || of.holder.startsWith(`${ref.holder}.`))
    )
  })
  const adds = edits.some(({ row }) => row === undefined)
  const firstId = leafIdOf(ref, 1)
  const leaves = new Map(await store.getMany('register-leaf', adds ? [...new Set([...own, firstId])] : own))
  const last = leaves.get(firstId)?.state.leaves ?? 1
  const lastId = leafIdOf(ref, last)
  if (adds && last > 1 && !leaves.has(lastId))
    for (const [id, leaf] of await store.getMany('register-leaf', [lastId])) leaves.set(id, leaf)
  return leaves
}

function changeOf({ state, version, added, changed }: LeafInWork, register: Register, by: string | undefined): Change {
  const saved = added + changed > 0
  const period = periodName(refOfLeaf(state.id)?.period ?? '')
  return {
    kind: 'register-leaf',
    id: state.id,
    expectedVersion: version,
    next: state,
    fact: saved
      ? {
          type: 'RowsSaved',
          details: {
            register: register.name,
            period,
            ...(added === 0 ? {} : { added: `${added}行` }),
            ...(changed === 0 ? {} : { changed: `${changed}行` }),
            ...(by === undefined ? {} : { by }),
          },
        }
      : { type: 'LeafAdded', details: { leaves: String(state.leaves ?? 1) } },
  }
}

const nameOfKey = (register: Register, content: RowContent): string =>
  register.key.map((code) => rowTitle({ title: code, columns: register.columns }, content)).join('、')

export const nothingWritten = (register: Register): CommandOutcome => ({
  id: register.id,
  version: 1,
  status: 'unchanged',
})

export const closedFault = (register: Register): Problem | undefined =>
  register.status === 'closed' ? { code: 'register-closed', detail: `“${register.name}”已停用，不能再填` } : undefined
