import type { CheckFinding, UndecidedCheck } from '@anjie/domain/submissions/crossChecks'
import { explanationOf } from '@anjie/domain/submissions/explanationOf'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { instantText } from '../../../locales/zh-CN/format.ts'
import { entryWords, checkWords as words } from '../../../locales/zh-CN/submissions.ts'
import { Button } from '../../../ui/Button.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { ExplainDialog } from './ExplainDialog.tsx'
import type { SubmissionCase } from './submissionCase.ts'
import '../../../ui/findings.css'

interface ChecksPanelProps {
  readonly found: SubmissionCase
  readonly checks: readonly CheckFinding[]
  readonly undecided: readonly UndecidedCheck[]
  readonly dirty: boolean
  readonly onJump: (item: string) => void
}

const TONES = { error: 'stop', warning: 'due', hint: 'off' } as const

/** 勾稽核对, in groups: what must be mended, what warns, what was explained and by whom it was accepted, what cannot be decided. */
export default function ChecksPanel({ found, checks, undecided, dirty, onJump }: ChecksPanelProps) {
  const { state, allowed } = found
  const [explaining, setExplaining] = useState<Extract<CheckFinding, { rule: 'relation' }> | undefined>(undefined)
  const relations = checks.filter((finding) => finding.rule === 'relation')
  const explained = relations.filter((finding) => explanationOf(state, finding) !== undefined)
  const may = (action: string) => allowed.some((entry) => entry.action === action && entry.allowed)
  if (relations.length + undecided.length === 0) return null
  const line = (finding: Extract<CheckFinding, { rule: 'relation' }>) => (
    <li key={finding.check}>
      <FindingButton item={finding.item} message={finding.message} onJump={onJump} />
      <Explanation found={found} finding={finding} mayAccept={may('remark')} />
      {may('save') && finding.mayExplain && (
        <Button
          isSmall
          disabled={dirty}
          title={dirty ? words.saveFirst : undefined}
          onClick={() => setExplaining(finding)}
        >
          {explanationOf(state, finding) === undefined ? words.explain : words.explainAnew}
        </Button>
      )}
    </li>
  )
  return (
    <section className="panel stack checks-panel" aria-label={words.title}>
      <h2>{words.title}</h2>
      {(['error', 'warning', 'hint'] as const).map((severity) => {
        const open = relations.filter((finding) => finding.severity === severity && !explained.includes(finding))
        return open.length === 0 ? null : (
          <div key={severity}>
            <h3>
              <StateMark tone={TONES[severity]}>{`${entryWords.severities[severity]} ${open.length}`}</StateMark>
            </h3>
            <ul className="finding-list whole">{open.map(line)}</ul>
          </div>
        )
      })}
      {explained.length > 0 && (
        <div>
          <h3>
            <StateMark tone="good">{`${words.explained} ${explained.length}`}</StateMark>
          </h3>
          <ul className="finding-list whole">{explained.map(line)}</ul>
        </div>
      )}
      {undecided.length > 0 && (
        <details>
          <summary>
            <StateMark tone="off">{`${words.undecided} ${undecided.length}`}</StateMark>
          </summary>
          <ul className="finding-list whole">
            {undecided.map(({ check, item, message }) => (
              <li key={check}>
                <FindingButton item={item} message={message} onJump={onJump} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {explaining !== undefined && (
        <ExplainDialog found={found} finding={explaining} onClose={() => setExplaining(undefined)} />
      )}
    </section>
  )
}

interface FindingButtonProps {
  readonly item: string | null
  readonly message: string
  readonly onJump: (item: string) => void
}

function FindingButton({ item, message, onJump }: FindingButtonProps) {
  return (
    <button type="button" disabled={item === null} onClick={() => item !== null && onJump(item)}>
      {message}
    </button>
  )
}

interface ExplanationProps {
  readonly found: SubmissionCase
  readonly finding: CheckFinding
  readonly mayAccept: boolean
}

/** 情况说明 of one finding: who gave it and when, and who has accepted it. */
function Explanation({ found, finding, mayAccept }: ExplanationProps) {
  const accept = useCommand(OPERATIONS.acceptExplanation)
  const given = explanationOf(found.state, finding)
  if (given === undefined) return null
  const { by, at, accepted, text, check } = given
  return (
    <div className="small">
      <p>
        {words.saidBy(by.place, by.personName, instantText(at))}
        {text}
      </p>
      {accepted === undefined ? (
        <p className="row">
          <StateMark tone="due">{words.notAccepted}</StateMark>
          {mayAccept && (
            <Button
              isSmall
              waiting={accept.waiting}
              onClick={() =>
                void accept.run({ params: { submissionId: found.state.id }, ifMatch: found.version, body: { check } })
              }
            >
              {words.accept}
            </Button>
          )}
        </p>
      ) : (
        <p>
          <StateMark tone="good">
            {words.acceptedBy(accepted.by.place, accepted.by.personName, instantText(accepted.at))}
          </StateMark>
        </p>
      )}
      {accept.problem !== undefined && <ProblemNotice problem={accept.problem} onClose={accept.clear} />}
    </div>
  )
}
