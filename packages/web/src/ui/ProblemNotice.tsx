import { Alert, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { problemWords as words } from '../locales/zh-CN/problems.ts'
import type { ApiProblem } from './apiProblem.ts'

interface ProblemNoticeProps {
  readonly problem: ApiProblem
  /** Shown for a stale version: fetch the newest, keep what was typed. */
  readonly onLoadNewest?: () => void
  readonly onRetry?: () => void
  readonly onClose?: () => void
}

/** A refusal: what, why, what to do about it, further faults, and small the number to quote when asking for help. */
export function ProblemNotice({ problem, onLoadNewest, onRetry, onClose }: ProblemNoticeProps) {
  const { title, detail, advice, errors, correlationId } = problem.body
  const stale = problem.is('stale-version') && onLoadNewest !== undefined
  const notice = useRef<HTMLDivElement>(null)
  // Whoever pressed a button far below has to see why nothing happened.
  useEffect(() => {
    notice.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={notice} style={{ marginBottom: 8 }}>
      <Alert
        type="error"
        showIcon
        role="alert"
        title={title}
        {...(onClose === undefined ? {} : { closable: { onClose, 'aria-label': words.close } })}
        description={
          <div className="stack">
            {detail !== '' && detail !== title && <p>{detail}</p>}
            {errors !== undefined && errors.length > 0 && (
              <ul style={{ margin: 0, paddingInlineStart: 20, maxHeight: 180, overflow: 'auto' }}>
                {errors.map((fault) => (
                  <li key={`${fault.pointer} ${fault.detail}`}>{fault.detail}</li>
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
          </div>
        }
      />
    </div>
  )
}
