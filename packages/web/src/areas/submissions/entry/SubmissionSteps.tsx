import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import { Steps } from '../../../ui/Steps.tsx'

const WAYS = {
  city: ['draft', 'submitted', 'verified', 'accepted'],
  county: ['draft', 'submitted', 'verified'],
} as const

/** The way of a form: who fills it in, who reads it, and when it is settled. */
export function SubmissionSteps({ state }: { state: Pick<Submission, 'status' | 'finalLevel'> }) {
  const way: readonly string[] = WAYS[state.finalLevel]
  const at = way.indexOf(state.status)
  return (
    <Steps
      label={words.way}
      steps={WAYS[state.finalLevel].map((status) => words.steps[state.finalLevel][status])}
      at={at === way.length - 1 ? way.length : at}
    />
  )
}
