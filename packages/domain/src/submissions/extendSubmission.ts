import { dayText } from '@anjie/calendar-cn'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Decision } from '../decision.ts'

/**
 * A form's own copy of the day on which it is due, when its cycle was given more time. No figure of it changes, so neither does the
 * time of its last change. A unit that was given more time of its own keeps it where it is longer.
 */
export const extendSubmission = (
  state: Submission,
  dueOn: PlainDate,
): Decision<Submission, 'SubmissionExtended'> | null =>
  state.dueOn >= dueOn
    ? null
    : {
        next: { ...state, dueOn },
        fact: { type: 'SubmissionExtended', details: { dueOn: `${state.dueOn} → ${dueOn}` } },
      }

/** 单独延期: more time for this unit alone, with the reason on record and beside its form. */
export const extendWindow = (
  state: Submission,
  dueOn: PlainDate,
  reason: string,
  byName: string,
  now: string,
): Decision<Submission, 'SubmissionExtended'> | null =>
  state.dueOn >= dueOn
    ? null
    : {
        next: {
          ...state,
          dueOn,
          exception: { dueBefore: state.exception?.dueBefore ?? state.dueOn, reason, at: now, byName },
        },
        fact: { type: 'SubmissionExtended', details: { dueOn: `${dayText(state.dueOn)} → ${dayText(dueOn)}`, reason } },
      }
