import type { ReactNode } from 'react'
import './Empty.css'

interface EmptyProps {
  /** What is not there, and why or when it comes. */
  readonly children: ReactNode
  /** What one can do about it: a link or a button. */
  readonly next?: ReactNode
}

/** In the place of what is not there yet: it says so, and what to do. */
export function Empty({ children, next }: EmptyProps) {
  return (
    <div className="empty">
      <p>{children}</p>
      {next !== undefined && <p>{next}</p>}
    </div>
  )
}
