import { type ReactNode, useEffect } from 'react'
import { Link } from 'react-router'
import { shellWords } from '../locales/zh-CN/shell.ts'
import './PageHead.css'

interface PageHeadProps {
  readonly title: string
  readonly sub?: ReactNode
  readonly state?: ReactNode
  readonly back?: { readonly to: string; readonly label: string }
  /** Buttons at the right. */
  readonly children?: ReactNode
}

/** Title line of every page: where one came from, what it is, its state, what can be done. */
export function PageHead({ title, sub, state, back, children }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · ${shellWords.product}`
  }, [title])
  return (
    <header className="page-head">
      <div className="titles">
        {back !== undefined && (
          <div className="back no-print">
            <Link to={back.to}>‹ {back.label}</Link>
          </div>
        )}
        <div className="row">
          <h1>{title}</h1>
          {state}
        </div>
        {sub !== undefined && <div className="sub">{sub}</div>}
      </div>
      {children}
    </header>
  )
}
