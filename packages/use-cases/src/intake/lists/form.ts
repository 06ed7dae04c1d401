import { SubmissionId } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { entryForm, entryRows, planEntryRow } from '@anjie/domain/intake/entryForm'
import { permitSubmissionAction } from '@anjie/domain/submissions/submissionTransitions'
import { err, ok, type Result } from '@anjie/kernel'
import { z } from 'zod'
import type { CommandContext, QueryContext } from '../../ports.ts'
import { findPastValues } from '../../submissions/pastValues.ts'
import { findSubmissionCase, type SubmissionCase } from '../../submissions/submissionCase.ts'
import { backwards, CellChange, changesOf, valuesOver } from './cellChange.ts'
import { importList } from './importList.ts'

const Step = z.object({ submissionId: SubmissionId, cells: z.array(CellChange).min(1) })

/** 填报表: one row an item of the form. Each row is one saving of its cells; who changes others meanwhile is in nobody's way. */
export const form = importList<z.infer<typeof Step>>({
  step: Step,

  sheet: async (context, target) => {
    const found = await findForm(context, target)
    if (!found.ok) return found
    const { record, cycle, form: asked } = found.value
    const about = `${cycle.name}填报表`
    const past = await findPastValues(context, found.value)
    return ok({
      about,
      form: entryForm(asked, about),
      rows: entryRows(asked, record.state.values, past),
      given: ['item', 'name', 'unit'],
      defaults: [],
    })
  },

  plan: async (context, { target, rows }) => {
    const found = await findForm(context, target)
    if (!found.ok) return found
    const { record, form: asked } = found.value
    const { values, id } = record.state
    const seen = new Map<string, number>()
    return ok(
      rows.map((row) => {
        const plan = planEntryRow(asked, values, new Map(row.values))
        if (plan.effect === 'refused')
          return {
            effect: 'refused' as const,
            title: plan.title,
            faults: [{ field: plan.field, message: plan.message }],
          }
        const before = seen.get(plan.title)
        seen.set(plan.title, row.row)
        if (before !== undefined)
          return {
            effect: 'refused' as const,
            title: plan.title,
            faults: [{ field: 'item', message: `与第 ${before} 行是同一个数据项；请只留一行` }],
          }
        if (plan.effect === 'same') return plan
        const { title, changes, cells } = plan
        const step = {
          submissionId: id,
          cells: changesOf(values, cells),
        }
        return { effect: 'changed' as const, title, changes, stage: 0, step }
      }),
    )
  },

  apply: (context, { submissionId, cells }, { idempotencyKey }) =>
    saveCells(context, submissionId, cells, idempotencyKey),

  putBack: (context, { submissionId, cells }, _applied, { idempotencyKey }) =>
    saveCells(context, submissionId, backwards(cells), idempotencyKey),
})

async function findForm(context: QueryContext, target: string | undefined): Promise<Result<SubmissionCase, Problem>> {
  const id = SubmissionId.safeParse(target)
  if (!id.success) return err({ code: 'not-found', detail: '没有找到这份填报表' })
  const found = await findSubmissionCase(context, id.data)
  if (!found.ok) return found
  const permitted = permitSubmissionAction(found.value.record.state, 'save', context.member, found.value.setting)
  return permitted.ok ? found : permitted
}

/** One saving of these cells into the form as it stands now; a cell that another one changed meanwhile is not written over. */
async function saveCells(
  context: CommandContext,
  submissionId: SubmissionId,
  cells: readonly CellChange[],
  idempotencyKey: string,
) {
  const found = await findSubmissionCase(context, submissionId)
  if (!found.ok) return found
  const { state, version } = found.value.record
  const over = valuesOver(state.values, cells)
  if (!over.ok) return over
  const { values, places } = over.value
  return context.carryOut(
    'saveValues',
    { params: { submissionId }, query: {}, body: { values, changed: places } },
    { idempotencyKey, ifMatch: version },
  )
}
