import type { ReactNode } from 'react'
import { shellWords } from '../../locales/zh-CN/shell.ts'

/** A page for the moments outside of the work: signing in, signed out, could not start. */
export function Notice({
  title,
  text,
  detail,
  children,
}: {
  title: string
  text: string
  detail?: string
  children?: ReactNode
}) {
  return (
    <main style={{ maxWidth: 560, margin: '12vh auto 0' }}>
      <div className="panel stack">
        <p className="quiet">{shellWords.productLong}</p>
        <h1>{title}</h1>
        <p>{text}</p>
        {detail !== undefined && <p className="quiet small">{detail}</p>}
        {children !== undefined && <div className="row">{children}</div>}
      </div>
    </main>
  )
}
