import type { ReactNode } from 'react'
import './Result.css'

interface ResultProps {
  /** Small above the title: whose word this is. */
  readonly from?: string
  readonly title: string
  readonly text: string
  readonly detail?: string
  /** A page of its own, beside no other. */
  readonly isWholePage?: boolean
  readonly isAlert?: boolean
  /** What one can do now, the likely thing first. */
  readonly children?: ReactNode
}

/** What came of something, in the place of the page: what happened, and where to go from here. */
export function Result({ from, title, text, detail, isWholePage = false, isAlert = false, children }: ResultProps) {
  const panel = (
    <div className="panel stack result" {...(isAlert ? { role: 'alert' } : {})}>
      {from !== undefined && <p className="quiet">{from}</p>}
      <h1>{title}</h1>
      <p>{text}</p>
      {detail !== undefined && <p className="quiet small">{detail}</p>}
      {children !== undefined && <div className="row">{children}</div>}
    </div>
  )
  return isWholePage ? <main className="result-page">{panel}</main> : panel
}
