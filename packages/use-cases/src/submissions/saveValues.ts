import type { saveValues as operation } from '@anjie/contracts/operations/submissions'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { cellKey } from '@anjie/domain/submissions/cellKey'
import { cellName } from '@anjie/domain/submissions/cellName'
import { typedValues } from '@anjie/domain/submissions/countedCells'
import { type ChangedCell, mergeValues } from '@anjie/domain/submissions/mergeValues'
import { saveValues as decide } from '@anjie/domain/submissions/saveValues'
import { err, ok, type Result } from '@anjie/kernel'
import { checkVersion } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command, CommandContext, CommandOutcome } from '../ports.ts'
import { findSubmissionCase, type SubmissionCase } from './submissionCase.ts'

/** Optimistic-lock retries: more clerks than sit on one form at the same second. */
const MAX_TRIES = 5

/**
 * 保存. From the version that the clerk saw the form is kept as it was sent. From an older one the cells that the clerk changed are
 * put into the form of today (optimistic-lock retry by cell), and refused only where somebody else changed the same cell.
 */
export const saveValues: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { changed } = body
  for (let attempt = 1; ; attempt++) {
    const found = await findSubmissionCase(context, params.submissionId)
    if (!found.ok) return found
    const { record, setting, form } = found.value
    const expected = checkVersion(context, record.version)
    if (!expected.ok && (changed === undefined || expected.error.code !== 'stale-version')) return expected
    let { values }: { values: typeof body.values } = body
    if (!expected.ok && changed !== undefined) {
      const merged = mergeValues(typedValues(form, record.state.values), body.values, changed)
      if (merged.taken.length > 0) return err(await takenProblem(context, found.value, merged.taken))
      values = [...merged.values]
    }
    const decision = decide(record.state, values, context.member, context.now, setting)
    if (!decision.ok) return decision
    const { next, fact } = decision.value
    const reply: CommandOutcome = { id: params.submissionId, version: record.version + 1, status: next.status }
    const written: Result<void, Problem> = await context.store.commit(
      [{ kind: 'submission', id: params.submissionId, expectedVersion: record.version, next, fact }],
      reply,
    )
    if (written.ok) return ok(reply)
    if (changed === undefined || written.error.code !== 'stale-version' || attempt === MAX_TRIES) return written
  }
}

/** Names each cell that somebody else changed meanwhile and, as far as the newest steps tell, who did. */
async function takenProblem(
  { store }: CommandContext,
  { record, form }: SubmissionCase,
  taken: readonly ChangedCell[],
): Promise<Problem> {
  const { facts } = await store.facts('submission', record.state.id)
  const items = new Map(form.cells.map((cell) => [cellKey({ item: cell.item.code, period: cell.period }), cell.item]))
  const errors = taken.map((cell) => {
    const item = items.get(cellKey(cell))
    const name = item === undefined ? cell.item : cellName(item, cell.period, form.period)
    const by = facts.findLast(
      ({ type, details }) =>
        type === 'ValuesSaved' && typeof details['changes'] === 'object' && Object.hasOwn(details['changes'], name),
    )?.actor.personName
    return { pointer: '/values', detail: `“${name}”已由${by ?? '他人'}改过，请先看过再定` }
  })
  return {
    code: 'stale-version',
    detail: errors
      .map(({ detail }) => detail)
      .join('；')
      .slice(0, 500),
    errors,
  }
}
