import type { ButtonHTMLAttributes } from 'react'
import './Button.css'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** The one step that carries the work on; one a page. */
  readonly isMain?: boolean
  /** It destroys or refuses something. */
  readonly isDanger?: boolean
  /** A formal act: naming, document number, revocation. */
  readonly isSeal?: boolean
  readonly isSmall?: boolean
  /** Under way: it cannot be pressed again, and says so. */
  readonly waiting?: boolean
  /** Sends the form that it stands in. */
  readonly submits?: boolean
}

export function Button({
  isMain = false,
  isDanger = false,
  isSeal = false,
  isSmall = false,
  waiting = false,
  submits = false,
  className = '',
  disabled = false,
  children,
  ...rest
}: ButtonProps) {
  const kind = isSeal ? 'seal' : isDanger ? 'danger' : isMain ? 'main' : ''
  return (
    <button
      {...rest}
      type={submits ? 'submit' : 'button'}
      className={`button ${kind} ${isSmall ? 'small-button' : ''} ${className}`}
      disabled={disabled || waiting}
      aria-busy={waiting}
    >
      {children}
      {waiting && <span className="waiting" aria-hidden="true" />}
    </button>
  )
}
