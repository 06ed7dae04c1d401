import type { getSubmission as operation } from '@anjie/contracts/operations/submissions'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { frozenSums } from '@anjie/domain/submissions/belowSums'
import { frozenBesides } from '@anjie/domain/submissions/besides'
import { crossChecks } from '@anjie/domain/submissions/crossChecks'
import type { Form } from '@anjie/domain/submissions/form'
import { wantedEvidence } from '@anjie/domain/submissions/missingEvidence'
import { prefillable } from '@anjie/domain/submissions/prefillValues'
import { allowedSubmissionActions } from '@anjie/domain/submissions/submissionTransitions'
import { unplacedMessage } from '@anjie/domain/submissions/unplacedRows'
import { ok } from '@anjie/kernel'
import { shownCounts } from '../counting/shownCounts.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'
import { findFiguresElsewhere } from './figuresElsewhere.ts'
import { formShown } from './formShown.ts'
import { findSubmissionCase } from './submissionCase.ts'

/** The form with all that its page needs beside it: what is filled in, its cycle, its items, the cross-checks, worked-out rates, what may be done next and what was done. */
export const getSubmission: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const found = await findSubmissionCase(context, params.submissionId, { around: true })
  if (!found.ok) return found
  const { record, cycle, scheme, form, setting } = found.value
  const { values, counted } = await shownCounts(context, record.state, form)
  const state = { ...record.state, values: [...values] }
  const { checks, undecided, derived } = crossChecks(form, values, setting.around)
  const allowed = allowedSubmissionActions(state, context.member, setting)
  const fills = allowed.some((entry) => entry.action === 'save' && entry.allowed)
  return ok({
    state,
    version: record.version,
    allowed,
    ...(await timelineOf(context.store, 'submission', params.submissionId)),
    ...formShown(form),
    cycle: {
      status: cycle.status,
      dueOn: cycle.dueOn,
      lateFilling: cycle.lateFilling ?? 'marked',
      alsoAccepts: [...(cycle.alsoAccepts ?? [])],
      ...rolledUpOf(cycle, scheme),
    },
    evidenceWanted: wantedEvidence(scheme, form).map(({ indicator, wanted, items }) => ({
      indicator,
      wanted: [...wanted],
      items: [...items],
    })),
    counted: [...counted],
    checks: [
      ...checks.map((finding) => ({
        severity: finding.severity,
        item: finding.item,
        message: finding.message,
        ...(finding.rule === 'relation' ? { check: finding.check, mayExplain: finding.mayExplain } : {}),
      })),
      ...counted.flatMap(({ item, ledger, unplaced }) =>
        unplaced === undefined
          ? []
          : [{ severity: 'warning' as const, item, message: unplacedMessage(nameOf(form, item), ledger, unplaced) }],
      ),
    ],
    undecided: [...undecided],
    below: frozenSums(setting.around.below),
    beside: frozenBesides(setting.around.beside),
    prefillable: fills
      ? prefillable(form, record.state.values, await findFiguresElsewhere(context, found.value)).length
      : 0,
    derived: [...derived],
  })
}

const nameOf = ({ items }: Form, code: string): string => items.find((item) => item.code === code)?.name ?? code

function rolledUpOf({ rollUp }: CycleHead, scheme: Scheme) {
  if (rollUp === undefined) return {}
  const names = scheme.items.filter(({ code }) => rollUp.items.includes(code)).map(({ name }) => name)
  return { rolledUp: { fromName: rollUp.fromName, names } }
}
