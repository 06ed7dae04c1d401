import type { CheckResult } from '@anjie/contracts/operations/submissions'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import { type RefObject, useEffect } from 'react'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import { ActionBar, type Verb } from '../../../ui/ActionBar.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { findingsOf } from './findingsOf.ts'
import { completeness, type EntryRow } from './formDraft.ts'
import '../../../ui/bottomBar.css'
import '../../../ui/findings.css'

interface EntryBarProps {
  readonly barRef: RefObject<HTMLDivElement | null>
  readonly rows: readonly EntryRow[]
  readonly checks: readonly CheckResult[]
  readonly verbs: readonly Verb[]
  readonly allowed: readonly AllowedAction[]
  readonly turn: string
  readonly dirty: boolean
  readonly onJump: (item: string) => void
}

const SEVERITIES = ['error', 'warning', 'hint'] as const
const TONES = { error: 'stop', warning: 'due', hint: 'off' } as const

/** What stands under the grid while one scrolls: findings by severity, completeness, the verbs. */
export function EntryBar({ barRef, rows, checks, verbs, allowed, turn, dirty, onJump }: EntryBarProps) {
  const counts = completeness(rows)
  const findings = findingsOf(rows, checks)
  // Relations stand in the panel under the grid, with what was said of them; here they are counted.
  const listed = findings.filter(({ check }) => check === undefined)
  // Scrolling to a cell leaves room for the bar, which grows with its findings and the type size.
  useEffect(() => {
    const bar = barRef.current
    if (bar === null) return undefined
    const root = document.documentElement
    const watch = new ResizeObserver(() => root.style.setProperty('--bar-height', `${bar.offsetHeight}px`))
    watch.observe(bar)
    return () => {
      watch.disconnect()
      root.style.removeProperty('--bar-height')
    }
  }, [barRef])
  return (
    <div className="bottom-bar" ref={barRef} tabIndex={-1}>
      <section className="grow" aria-label={words.checks}>
        <h3>
          {words.checks}{' '}
          {SEVERITIES.map((severity) => {
            const count = findings.filter((check) => check.severity === severity).length
            return count === 0 ? null : (
              <span key={severity} className="beside">
                <StateMark tone={TONES[severity]}>{`${words.severities[severity]} ${count}`}</StateMark>
              </span>
            )
          })}
        </h3>
        {findings.length === 0 ? (
          <p className="quiet">{words.noFindings}</p>
        ) : listed.length === 0 ? (
          <p className="quiet">{words.relationsAbove(findings.length)}</p>
        ) : (
          <ul className="finding-list">
            {SEVERITIES.flatMap((severity) =>
              listed
                .filter((check) => check.severity === severity)
                .map((check) => (
                  <li key={`${severity} ${check.item} ${check.message}`}>
                    <button
                      type="button"
                      disabled={check.item === null}
                      onClick={() => check.item !== null && onJump(check.item)}
                    >
                      <StateMark tone={TONES[severity]}>{words.severities[severity]}</StateMark> {check.message}
                    </button>
                  </li>
                )),
            )}
          </ul>
        )}
      </section>
      <section aria-label={words.complete}>
        <p role="status">{words.completeness(counts)}</p>
        <ProgressBar share={counts.all === 0 ? 1 : counts.filled / counts.all} />
        {dirty && <p className="small quiet">{commonWords.unsaved}</p>}
      </section>
      <ActionBar verbs={verbs} allowed={allowed} turn={turn} />
    </div>
  )
}
