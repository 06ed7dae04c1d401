import { type Drawing, drawingParts } from '@anjie/contracts/vocabulary/counting/drawing'
import { type FilledPart, filled } from '@anjie/contracts/vocabulary/part'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { CountedCell, FormValue, Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { frozenParts, inPieces, proofContent } from '@anjie/domain/submissions/drawing'
import type { Form } from '@anjie/domain/submissions/form'
import { beijingDay, err, ok, type Result } from '@anjie/kernel'
import type { CommandContext } from '../ports.ts'
import { type DrawnLedger, drawCounted, unplacedOf, valuesDrawn } from './drawCounted.ts'

/** A part takes 390 KB; so much text fits, however badly it compresses. */
const BYTES_IN_PIECE = 360 * 1024
/** Readings until two are the same: a register that is changed every second must not be submitted from. */
const MAX_TRIES = 5
/** As much of a digest as tells the drawings of one form apart. */
const SHORT = 32

export interface FrozenCounts {
  readonly values: readonly FormValue[]
  readonly counted: readonly CountedCell[]
  /** To be kept before the form that refers to them. */
  readonly parts: readonly FilledPart[]
}

/**
 * 取数 for a submission: counts once more and freezes figures, rows and digests. All rows of a ledger are from one moment: it is read until
 * two readings one after the other are the same, so that no row is counted at two places or at none because somebody moved it.
 */
export async function freezeCounted(
  context: Pick<CommandContext, 'store' | 'now' | 'digest'>,
  state: Submission,
  form: Form,
): Promise<Result<FrozenCounts, Problem>> {
  const { store, now } = context
  let drawn = await drawCounted(store, state, form, beijingDay(now))
  for (let attempt = 1; drawn.length > 0; attempt++) {
    const again = await drawCounted(store, state, form, beijingDay(now))
    const isSame = again.every(({ mark }, at) => mark === drawn[at]?.mark)
    drawn = again
    if (isSame) break
    if (attempt === MAX_TRIES)
      return err({ code: 'stale-version', detail: '台账正在改动，没有取到前后一致的数；请等台账改完后再提交' })
  }
  const frozen = drawn.map((each) => freeze(context, form, each))
  return ok({
    values: valuesDrawn(drawn),
    counted: frozen.flatMap(({ id, drawing }) =>
      drawing.cells.map(({ item, period, digest, rows }) => ({ item, period, drawing: id, digest, rows })),
    ),
    parts: frozen.flatMap(({ parts }) => parts),
  })
}

const utf8 = new TextEncoder()

function freeze({ digest, now }: Pick<CommandContext, 'digest' | 'now'>, form: Form, drawn: DrawnLedger) {
  const { source, reading, mark, cells } = drawn
  const { rows, states, name, columns, title } = reading
  const pieces = inPieces(rows, (row) => utf8.encode(JSON.stringify(row)).length + 1, BYTES_IN_PIECE)
  const rowsDigest = digest(rows).slice(0, SHORT)
  const day = beijingDay(now)
  const drawing: Drawing = {
    source,
    name,
    columns,
    title,
    at: now,
    day,
    states,
    mark,
    rows: rows.length,
    digest: rowsDigest,
    pieces: pieces.length,
    cells: cells.map(({ cell, counted }) => {
      const part = frozenParts(cell, { columns, day })
      const { figure, base } = counted
      return {
        item: cell.item.code,
        period: cell.period,
        digest: digest(proofContent(cell, counted)),
        status: figure.status,
        ...(figure.status === 'reported' ? { value: figure.value } : {}),
        rows: counted.rows.length,
        ...(base === undefined ? {} : { of: base.length }),
        ...unplacedOf(form, drawn, cell),
        inPieces: pieces.map((piece) => piece.filter((row) => part(row) !== null).length),
      }
    }),
  }
  const id = digest(drawing).slice(0, SHORT)
  return {
    id,
    drawing,
    parts: [
      ...pieces.map((piece, at) => filled(drawingParts.rows(rowsDigest, at), [...piece])),
      filled(drawingParts.drawing(id), drawing),
    ],
  }
}
