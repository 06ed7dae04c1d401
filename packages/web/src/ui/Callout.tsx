import type { ReactNode } from 'react'
import './Callout.css'
import type { Tone } from './stateTones.ts'

interface CalloutProps {
  readonly tone: Exclude<Tone, 'off' | 'seal'>
  readonly title: ReactNode
  readonly children?: ReactNode
  /** Read out at once: something the person did was refused. */
  readonly isAlert?: boolean
  readonly onClose?: (() => void) | undefined
  readonly closeLabel?: string
}

/** A frame with a title around what must not be passed over: a refusal, a warning, something done. */
export function Callout({ tone, title, children, isAlert = false, onClose, closeLabel }: CalloutProps) {
  return (
    <div className={`callout ${tone}`} {...(isAlert ? { role: 'alert' } : {})}>
      <div className="callout-title">
        <strong>{title}</strong>
        {onClose !== undefined && (
          <button type="button" className="callout-close" aria-label={closeLabel} onClick={onClose}>
            ×
          </button>
        )}
      </div>
      {children}
    </div>
  )
}
