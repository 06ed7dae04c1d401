import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import { useId } from 'react'
import { actionWords as words } from '../locales/zh-CN/actions.ts'
import { Button } from './Button.tsx'
import './ActionBar.css'

export interface Verb {
  readonly action: string
  readonly label: string
  readonly onPress: () => void
  readonly waiting?: boolean
  /** `seal`: a formal act (naming, document number). `danger`: it destroys or refuses something. */
  readonly kind?: 'seal' | 'danger'
  /** A reason of the page itself, such as unsaved changes; the server's own reasons come with `allowed`. */
  readonly hindered?: string | undefined
}

interface ActionBarProps {
  readonly verbs: readonly Verb[]
  readonly allowed: readonly AllowedAction[]
  /** Whose turn it is and until when, in one line. */
  readonly turn?: string
}

/** Steps that do not carry the case on: they stand beside the main verb and never in its place. */
const ASIDE: ReadonlySet<string> = new Set([
  'save',
  'attach',
  'withdraw',
  'return',
  'reject',
  'hold',
  'transfer',
  'plan',
  'edit',
  'copy',
  'close',
  'extend',
  'enter',
  'conclude',
  'call-back',
  'revise',
  'discard',
  'contest',
  'ask-time',
])
/** Work on a case before it goes on: the main thing only where nothing else is this post's. */
const WORK: ReadonlySet<string> = new Set(['save', 'edit', 'plan', 'enter'])

/**
 * What this post may do now, the main verb first to the eye; a verb that only lacks something stands there disabled and says what.
 * What others may do, or this post at another stage, is one line, with the reasons on demand.
 */
export function ActionBar({ verbs, allowed, turn }: ActionBarProps) {
  const id = useId()
  const known = verbs.flatMap((verb) => {
    const found = allowed.find((entry) => entry.action === verb.action)
    if (found === undefined) return []
    const may = found.allowed && verb.hindered === undefined
    const reason = found.allowed ? verb.hindered : found.reason
    return [{ verb, may, reason, now: found.allowed || found.mine === true }]
  })
  const shown = known.filter(({ now }) => now)
  const others = known.filter(({ now }) => !now)
  const busy = known.some(({ verb }) => verb.waiting === true)
  const forward = shown.filter(({ verb }) => !ASIDE.has(verb.action))
  const main = forward.length > 0 ? forward : shown.filter(({ verb }) => WORK.has(verb.action))
  const primary = main.find(({ may }) => may)?.verb.action
  return (
    <div className="action-bar no-print">
      {turn !== undefined && (
        <p className="turn" role="status">
          {turn}
        </p>
      )}
      {shown.length > 0 && (
        <div className="actions">
          {shown.map(({ verb, may, reason }) => (
            <div className="action" key={verb.action}>
              <Button
                isMain={verb.action === primary}
                isDanger={verb.kind === 'danger'}
                isSeal={verb.kind === 'seal'}
                disabled={!may || (busy && verb.waiting !== true)}
                waiting={verb.waiting === true}
                onClick={verb.onPress}
                aria-label={verb.label}
                {...(reason === undefined ? {} : { 'aria-describedby': `${id}-${verb.action}` })}
              >
                {verb.label}
              </Button>
              {reason !== undefined && (
                <span className="why" id={`${id}-${verb.action}`}>
                  {reason}
                </span>
              )}
            </div>
          ))}
        </div>
      )}
      {others.length > 0 && (
        <details className="other-actions small quiet">
          <summary>{words.others}</summary>
          <ul>
            {others.map(({ verb, reason }) => (
              <li key={verb.action}>
                {verb.label}：{reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
