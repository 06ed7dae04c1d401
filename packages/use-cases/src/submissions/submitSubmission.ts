import type { submitSubmission as operation } from '@anjie/contracts/operations/submissions'
import { typedValues } from '@anjie/domain/submissions/countedCells'
import { movedCounts } from '@anjie/domain/submissions/movedCounts'
import { submitSubmission as decide } from '@anjie/domain/submissions/submitSubmission'
import { err } from '@anjie/kernel'
import { freezeCounted } from '../counting/freezeCounted.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeSubmission } from './changeSubmission.ts'

/** 提交, with the counted figures as the ledgers stand at this moment, and with the rows that they stand for. */
export const submitSubmission: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeSubmission(
    context,
    params.submissionId,
    async ({ record, setting, form }) => {
      const frozen = await freezeCounted(context, record.state, form)
      if (!frozen.ok) return frozen
      const { values, counted, parts } = frozen.value
      const moved = movedCounts(form, body?.counted ?? [], values)
      if (moved !== null) return err(moved)
      const state = { ...record.state, values: [...typedValues(form, record.state.values), ...values] }
      const decision = decide(state, context.member, context.now, setting, counted)
      // Nobody finds them until the form refers to them.
      if (decision.ok && parts.length > 0) await context.store.putParts('submission', params.submissionId, parts)
      return decision
    },
    { around: true },
  )
