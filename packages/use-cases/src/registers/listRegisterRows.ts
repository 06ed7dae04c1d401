import { beijingDate } from '@anjie/calendar-cn'
import type { listRegisterRows as operation } from '@anjie/contracts/operations/registers'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { LeafTally } from '@anjie/contracts/vocabulary/registers/leafTally'
import type { Register } from '@anjie/contracts/vocabulary/registers/register'
import type { Holder, RegisterLeaf, RegisterRef, RegisterRow } from '@anjie/contracts/vocabulary/registers/registerRow'
import { cellsSeen, columnsSeenBy } from '@anjie/domain/registers/columnsSeen'
import { leafRows } from '@anjie/domain/registers/leafRows'
import { holdsText, meetsFilter } from '@anjie/domain/registers/meets'
import { periodsUpTo } from '@anjie/domain/registers/periods'
import { leafIdOf } from '@anjie/domain/registers/registerIds'
import { err, ok, type Result } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, RecordStore } from '../ports.ts'
import { dueOn, PERIODS_OFFERED, requiredOf } from './queries.ts'
import { holderOf, mayFill, refOf } from './registerRef.ts'
import { totalsOf, totalsSeen } from './totals.ts'

/** Rows of a page, at least; it ends with a leaf. */
const ROWS_A_PAGE = 100
/** Leaves that one page looks at, at most: behind them it is short and has a cursor. */
const LEAVES_A_PAGE = 40
const LEAVES_AT_ONCE = 4

type Input = InputOf<typeof operation>

/** 台账行: a page, from leaf to leaf; by a filter only leaves that hold such rows are read. */
export const listRegisterRows: Query<Input, OutputOf<typeof operation>> = async (context, { params, query }) => {
  const { store, scope, now } = context
  const found = await findRecord(context, 'register', params.registerId)
  if (!found.ok) return found
  const { state: register, version: edition } = found.value
  const asked = refOf(context, register, query)
  if (!asked.ok) return asked
  const ref = asked.value
  const holder = await holderOf(context, register, ref.holder)
  if (!holder.ok) return holder
  const seen = columnsSeenBy(register, scope.level)
  const wanted = wantedBy([...seen], query)
  if (!wanted.ok) return wanted
  const start = query.cursor === undefined ? undefined : readCursor(query.cursor, ref)
  if (query.cursor !== undefined && start === undefined) return err(foreignCursor)
  const ofUnits = register.rowsOf === 'unit' && !holder.value.isUnit
  const isFirst = start === undefined
  const needsTallies = ofUnits || isFirst || wanted.value.skips !== undefined
  const [tallies, first] = await Promise.all([
    needsTallies ? store.leafTallies(ref) : [],
    ofUnits ? undefined : store.get('register-leaf', leafIdOf(ref, 1)),
  ])
  const ids = ofUnits
    ? [...new Set(tallies.map(({ leaf }) => String(leaf)))].sort()
    : Array.from({ length: first === undefined ? 0 : (first.state.leaves ?? 1) }, (_, at) => leafIdOf(ref, at + 1))
  const skipped = skippedLeaves(tallies, wanted.value.skips)
  const page = await readPage(store, {
    ids: ids.filter((id) => !skipped.has(id)),
    known: first === undefined ? [] : [first.state],
    start,
    keeps: wanted.value.keeps,
  })
  const totals = totalsOf(tallies, requiredOf(register))
  const declared = ofUnits ? totals.declaredNone > 0 : first?.state.declaredNone !== undefined
  return ok({
    register: { ...register, columns: [...seen] },
    edition,
    holder: ref.holder as Holder,
    holderName: holder.value.name,
    period: ref.period,
    periods: [...periodsUpTo(register.term, beijingDate(now), PERIODS_OFFERED)],
    ...dueOn(register, ref.period),
    state: page.rows.length > 0 || totals.rows > 0 ? 'filled' : declared ? 'declared-none' : 'never-filled',
    mayFill: register.status === 'open' && mayFill(scope),
    rows: page.rows.map(({ cells, ...row }) => ({ ...row, cells: cellsSeen(cells, seen) })),
    holderNames: page.holderNames,
    ...(page.next === undefined ? {} : { cursor: cursorText(ref, page.next) }),
    ...(isFirst ? { totals: totalsSeen(totals, seen) } : {}),
  })
}

interface Wanted {
  readonly keeps: (row: RegisterRow) => boolean
  /** What a leaf must hold, by its tally, so that it is read. */
  readonly skips?: (tally: LeafTally) => boolean
}

function wantedBy(
  seen: Register['columns'],
  { column, value, missing, text, on }: Input['query'],
): Result<Wanted, Problem> {
  for (const asked of [column, missing])
    if (asked !== undefined && !seen.some(({ code }) => code === asked))
      return err({ code: 'invalid-input', detail: `没有“${asked}”这一栏`, pointer: '/column' })
  const conditions = [
    ...(column === undefined || value === undefined ? [] : [{ column, is: 'one-of' as const, values: [value] }]),
    ...(missing === undefined ? [] : [{ column: missing, is: 'missing' as const }]),
  ]
  const looked = text === undefined || text === '' ? undefined : text
  if (conditions.length === 0 && looked === undefined && on === undefined) return ok({ keeps: () => true })
  return ok({
    keeps: (row) =>
      meetsFilter(row, { conditions, ...(on === undefined ? {} : { on }) }, seen) &&
      (looked === undefined || holdsText(row, seen, looked)),
    skips: (tally) =>
      tally.rows === 0 ||
      (column !== undefined &&
        value !== undefined &&
        tally.codes[column] !== undefined &&
        tally.codes[column]?.[value] === undefined) ||
      (missing !== undefined && (tally.filled[missing] ?? 0) === tally.rows),
  })
}

/** A tally lags its leaf by about a second: what was saved in that second is found with the next question. */
const skippedLeaves = (tallies: readonly LeafTally[], skips: Wanted['skips']): ReadonlySet<string> =>
  new Set(skips === undefined ? [] : tallies.filter(skips).map(({ leaf }) => String(leaf)))

async function readPage(
  store: RecordStore,
  given: {
    readonly ids: readonly string[]
    readonly known: readonly RegisterLeaf[]
    /** The leaf with which the page begins. */
    readonly start: string | undefined
    readonly keeps: (row: RegisterRow) => boolean
  },
): Promise<{ rows: RegisterRow[]; holderNames: Record<string, string>; next?: string }> {
  const { start, keeps } = given
  const ids = given.ids.filter((id) => start === undefined || id >= start)
  const rows: RegisterRow[] = []
  const holderNames: Record<string, string> = {}
  let looked = 0
  while (looked < ids.length && looked < LEAVES_A_PAGE && rows.length < ROWS_A_PAGE) {
    // Without a filter two leaves fill a page; the others would be read for nothing.
    const some = ids.slice(looked, looked + (rows.length === 0 && looked === 0 ? 2 : LEAVES_AT_ONCE))
    const unread = some.filter((id) => !given.known.some((leaf) => leaf.id === id))
    const read = unread.length === 0 ? new Map() : await store.getMany('register-leaf', unread)
    for (const id of some) {
      looked += 1
      const leaf: RegisterLeaf | undefined = read.get(id)?.state ?? given.known.find((each) => each.id === id)
      if (leaf === undefined) continue
      if (leaf.holderName !== undefined) holderNames[leaf.holder] = leaf.holderName
      for (const row of leafRows(leaf)) {
        if (keeps(row)) rows.push(row)
      }
      if (rows.length >= ROWS_A_PAGE) break
    }
  }
  const next = ids[looked]
  return next === undefined ? { rows, holderNames } : { rows, holderNames, next }
}

const cursorText = (ref: RegisterRef, leafId: string): string =>
  base64Url(JSON.stringify([ref.register, ref.holder, ref.period, leafId]))

function readCursor(cursor: string, ref: RegisterRef): string | undefined {
  try {
    const [register, holder, period, leafId] = JSON.parse(textOf(cursor)) as unknown[]
    const isOfRef = register === ref.register && holder === ref.holder && period === ref.period
    return isOfRef && typeof leafId === 'string' ? leafId : undefined
  } catch {
    return undefined
  }
}

// Ids, codes and digits only, so that one byte is one character.
const base64Url = (text: string): string => btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
const textOf = (cursor: string): string => atob(cursor.replace(/-/g, '+').replace(/_/g, '/'))

const foreignCursor: Problem = {
  code: 'invalid-input',
  detail: '翻页的位置不属于这份台账，请重新查询',
  pointer: '/cursor',
}
