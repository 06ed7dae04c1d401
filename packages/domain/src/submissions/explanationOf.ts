import type { CheckExplanation, Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import type { CheckFinding } from './crossChecks.ts'

/** 情况说明 of a finding. It was given for just these figures: where they have changed since, it explains nothing any more. */
export const explanationOf = (
  { explanations = [] }: Pick<Submission, 'explanations'>,
  finding: CheckFinding,
): CheckExplanation | undefined =>
  finding.rule === 'relation'
    ? explanations.find(({ check, message }) => check === finding.check && message === finding.message)
    : undefined
