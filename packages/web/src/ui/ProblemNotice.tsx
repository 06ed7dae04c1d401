import { useEffect, useRef } from 'react'
import { problemListWords } from '../locales/zh-CN/parts.ts'
import { problemWords as words } from '../locales/zh-CN/problems.ts'
import type { ApiProblem } from './apiProblem.ts'
import { Button } from './Button.tsx'
import { Callout } from './Callout.tsx'
import { fieldErrorsOf } from './fieldErrors.ts'
import { useFormFields } from './form/FormProblem.tsx'
import './ProblemNotice.css'

interface ProblemNoticeProps {
  readonly problem: ApiProblem
  /** Shown where what one sees is no longer what stands: fetch the newest, keep what was typed. */
  readonly onLoadNewest?: () => void
  readonly onRetry?: () => void
  readonly onClose?: () => void
}

/**
 * A refusal: what, why, what to do about it, further faults, and small the number to quote when asking for help. A fault of a
 * field of the form around is named by the field's label and leads to it.
 */
export function ProblemNotice({ problem, onLoadNewest, onRetry, onClose }: ProblemNoticeProps) {
  const { title, detail, advice, correlationId } = problem.body
  const fields = useFormFields()
  const stale = (problem.is('stale-version') || problem.is('counted-moved')) && onLoadNewest !== undefined
  const notice = useRef<HTMLDivElement>(null)
  // Whoever pressed a button far below has to see why nothing happened.
  useEffect(() => {
    notice.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const faults = fieldErrorsOf(problem.body).map(({ path, message }) => ({
    message,
    field: fields.get(path.join('/')),
  }))
  // The one fault of a problem without a list is its detail.
  const listed = (problem.body.errors ?? []).length > 0 ? faults : faults.filter(({ field }) => field !== undefined)
  return (
    <div ref={notice} className="problem-notice">
      <Callout tone="stop" title={title} isAlert onClose={onClose} closeLabel={words.close}>
        {detail !== '' && detail !== title && <p>{detail}</p>}
        {listed.length > 0 && (
          <ul className="problem-faults" aria-label={problemListWords.fields}>
            {listed.map(({ field, message }) => (
              <li key={`${field?.id} ${message}`}>
                {field !== undefined && (
                  <button type="button" className="plain" onClick={() => document.getElementById(field.id)?.focus()}>
                    {field.label}
                  </button>
                )}
                {field !== undefined && '：'}
                {message}
              </li>
            ))}
          </ul>
        )}
        {advice !== detail && <p className="quiet">{advice}</p>}
        {stale && (
          <div className="row">
            <Button onClick={onLoadNewest}>{words.loadNewest}</Button>
            <span className="quiet small">{words.loadNewestHint}</span>
          </div>
        )}
        {onRetry !== undefined && (
          <div>
            <Button onClick={onRetry}>{words.retry}</Button>
          </div>
        )}
        {correlationId !== '' && (
          <p className="quiet small">
            {words.correlation} <code>{correlationId}</code>
          </p>
        )}
      </Callout>
    </div>
  )
}
