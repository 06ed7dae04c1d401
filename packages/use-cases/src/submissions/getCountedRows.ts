import type { getCountedRows as operation } from '@anjie/contracts/operations/submissions'
import { type Drawing, drawingParts } from '@anjie/contracts/vocabulary/counting/drawing'
import type { LedgerColumn, LedgerRow } from '@anjie/contracts/vocabulary/counting/ledger'
import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { cellText, rowTitle } from '@anjie/domain/counting/cellText'
import { countedWords, sourceName } from '@anjie/domain/counting/countedWords'
import { type RowPart, rowParts } from '@anjie/domain/counting/countRows'
import { isFigure } from '@anjie/domain/counting/meets'
import { rowChanges } from '@anjie/domain/counting/rowChanges'
import { isPost } from '@anjie/domain/cycles/isPost'
import { type CountedFormCell, countedCells } from '@anjie/domain/submissions/countedCells'
import { drawnValue } from '@anjie/domain/submissions/drawing'
import { beijingDay, err, ok } from '@anjie/kernel'
import { drawCounted } from '../counting/drawCounted.ts'
import { ledgerOf } from '../counting/ledgers/index.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, QueryContext } from '../ports.ts'
import { findSubmissionCase, type SubmissionCase } from './submissionCase.ts'

type Answer = OutputOf<typeof operation>
type Shown = Pick<Answer, 'figure' | 'rows' | 'of' | 'list' | 'cursor' | 'frozenAt' | 'digest'>

const ROWS_ON_PAGE = 100
const CHANGES_NAMED = 50

/**
 * 取数的行 of one figure: as they were frozen with the form, or of a form in work as they stand. What a level may not see of a register it
 * does not see here either.
 */
export const getCountedRows: Query<InputOf<typeof operation>, Answer> = async (context, { params, query }) => {
  const found = await findSubmissionCase(context, params.submissionId)
  if (!found.ok) return found
  const { record, form } = found.value
  const { state } = record
  const cell = countedCells(form).find(({ item, period }) => item.code === params.item && period === params.period)
  if (cell === undefined) return err({ code: 'not-found', detail: '本表没有这项由台账汇总的数据' })
  const { source } = cell.item.countedFrom
  const seen = await ledgerOf(source).columnsSeen(
    context.store,
    provinceCodeOf(state.county),
    source,
    context.scope.level,
  )
  const last = state.counted?.find(({ item, period }) => item === params.item && period === params.period)
  const wanted = query.drawing ?? (state.status === 'draft' ? undefined : last?.drawing)
  const drawing =
    wanted === undefined ? undefined : await context.store.getPart('submission', state.id, drawingParts.drawing(wanted))
  if (query.drawing !== undefined && drawing === undefined)
    return err({ code: 'not-found', detail: '没有找到这次取数的记录' })
  const live =
    drawing === undefined || (query.compare === 'now' && !isUnitsView(context, state))
      ? await readLive(context, found.value, cell, drawing)
      : undefined
  const from = drawing ?? live?.reading
  const columns = (from?.columns ?? []).filter(({ code }) => seen.has(code))
  const shown =
    drawing === undefined
      ? liveRows(cell, live, columns, query.cursor, beijingDay(context.now))
      : await frozenRows(context, found.value, cell, drawing, columns, query.cursor)
  return ok({
    item: { code: cell.item.code, name: cell.item.name, unit: cell.item.unit },
    place: state.subject?.name ?? state.countyName,
    cycleName: state.cycleName,
    words: countedWords(cell.item.countedFrom),
    ledger: sourceName(cell.item.countedFrom),
    ledgerKind: source.kind,
    ...shown,
    columns: columns.map(({ code, name, type }) => ({ code, name, isFigure: isFigure(type) })),
    hiddenColumns: (from?.columns.length ?? 0) - columns.length,
    ...(drawing === undefined || live === undefined
      ? {}
      : { now: await comparedWith(context, found.value, cell, drawing, live, columns) }),
  })
}

/** What a post's figures are counted from lies beyond its unit's reach. */
const isUnitsView = ({ scope }: QueryContext, { subject }: SubmissionCase['record']['state']): boolean =>
  scope.level === 'unit' && isPost(subject?.code)

type Live = Awaited<ReturnType<typeof readLive>>

/** The figure of this moment; compared with a frozen one, on the day of then. */
async function readLive(
  { store, now }: QueryContext,
  { record, form }: SubmissionCase,
  cell: CountedFormCell,
  drawing: Drawing | undefined,
) {
  const cells = form.cells.filter(({ item, period }) => item.code === cell.item.code && period === cell.period)
  const [drawn] = await drawCounted(store, record.state, { cells }, drawing?.day ?? beijingDay(now))
  const [own] = drawn?.cells ?? []
  return drawn === undefined || own === undefined ? undefined : { reading: drawn.reading, counted: own.counted }
}

function figureOf(value: FormValue): Answer['figure'] {
  const { status, note } = value
  return {
    status,
    ...(value.status === 'reported' ? { value: value.value } : {}),
    ...(note === undefined ? {} : { note }),
  }
}

const shownRow = (row: LedgerRow, part: RowPart, columns: readonly LedgerColumn[]): Answer['list'][number] => ({
  id: row.id,
  version: row.version,
  counted: part === 'counted',
  cells: Object.fromEntries(
    columns.flatMap((column) => {
      const text = cellText(column, row)
      return text === '' ? [] : [[column.code, text]]
    }),
  ),
})

function liveRows(
  cell: CountedFormCell,
  live: Live,
  columns: readonly LedgerColumn[],
  cursor: string | undefined,
  day: string,
): Shown {
  if (live === undefined) return { figure: { status: 'missing' }, rows: 0, list: [] }
  const { counted, reading } = live
  const part = rowParts(cell.item.countedFrom, cell.period, reading, day)
  const all = counted.base ?? counted.rows
  const from = placeOf(cursor).row
  const page = all.slice(from, from + ROWS_ON_PAGE)
  return {
    figure: figureOf(drawnValue(cell, counted)),
    rows: counted.rows.length,
    ...(counted.base === undefined ? {} : { of: counted.base.length }),
    list: page.map((row) => shownRow(row, part(row) ?? 'base', columns)),
    ...(from + ROWS_ON_PAGE < all.length ? { cursor: cursorOf({ piece: 0, row: from + ROWS_ON_PAGE }) } : {}),
  }
}

/** Where a page begins: the piece, and how many of the figure's rows in it are passed. */
interface Place {
  readonly piece: number
  readonly row: number
}

const cursorOf = ({ piece, row }: Place): string => `${piece}.${row}`

function placeOf(cursor: string | undefined): Place {
  const [, piece = '0', row = '0'] = /^(\d{1,4})\.(\d{1,7})$/.exec(cursor ?? '') ?? []
  return { piece: Number(piece), row: Number(row) }
}

/** Reads the pieces that a page lies in and no others. */
async function frozenRows(
  { store }: QueryContext,
  { record }: SubmissionCase,
  cell: CountedFormCell,
  drawing: Drawing,
  columns: readonly LedgerColumn[],
  cursor: string | undefined,
): Promise<Shown> {
  const own = drawing.cells.find(({ item, period }) => item === cell.item.code && period === cell.period)
  if (own === undefined) return { figure: { status: 'missing' }, rows: 0, list: [] }
  const part = rowParts(cell.item.countedFrom, cell.period, drawing, drawing.day)
  const list: Answer['list'] = []
  let { piece, row } = placeOf(cursor)
  for (; piece < drawing.pieces && list.length < ROWS_ON_PAGE; piece++, row = 0) {
    if ((own.inPieces[piece] ?? 0) <= row) continue
    const rows = await pieceOf(store, record.state.id, drawing, piece)
    const ours = rows.flatMap((each) => {
      const its = part(each)
      return its === null ? [] : [shownRow(each, its, columns)]
    })
    const taken = ours.slice(row, row + ROWS_ON_PAGE - list.length)
    list.push(...taken)
    if (row + taken.length < ours.length) {
      row += taken.length
      break
    }
  }
  const isMore = own.inPieces.some((count, at) => (at === piece ? count > row : at > piece && count > 0))
  return {
    figure: { status: own.status, ...(own.value === undefined ? {} : { value: own.value }) },
    frozenAt: drawing.at,
    digest: own.digest,
    rows: own.rows,
    ...(own.of === undefined ? {} : { of: own.of }),
    list,
    ...(isMore ? { cursor: cursorOf({ piece, row }) } : {}),
  }
}

async function pieceOf(
  store: QueryContext['store'],
  submissionId: string,
  { digest }: Drawing,
  piece: number,
): Promise<readonly LedgerRow[]> {
  const rows = await store.getPart('submission', submissionId, drawingParts.rows(digest, piece))
  if (rows === undefined) throw new Error(`form ${submissionId} lacks rows that its figures were counted from`)
  return rows
}

async function comparedWith(
  { store }: QueryContext,
  { record }: SubmissionCase,
  cell: CountedFormCell,
  drawing: Drawing,
  { reading, counted }: NonNullable<Live>,
  columns: readonly LedgerColumn[],
): Promise<Answer['now']> {
  const part = rowParts(cell.item.countedFrom, cell.period, drawing, drawing.day)
  const pieces = await Promise.all(
    Array.from({ length: drawing.pieces }, (_, piece) => pieceOf(store, record.state.id, drawing, piece)),
  )
  const then = pieces.flat().filter((row) => part(row) !== null)
  const changes = rowChanges(then, counted.base ?? counted.rows)
  return {
    figure: figureOf(drawnValue(cell, counted)),
    changes: changes
      .slice(0, CHANGES_NAMED)
      .map(({ kind, row }) => ({ kind, id: row.id, title: rowTitle(columns, reading.title, row) })),
    more: Math.max(0, changes.length - CHANGES_NAMED),
  }
}
