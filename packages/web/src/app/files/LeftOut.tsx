import type { ReactNode } from 'react'
import { Callout } from '../../ui/Callout.tsx'

const SHOWN = 8

interface LeftOutProps {
  readonly title: string
  readonly lines: readonly string[]
  readonly children?: ReactNode
}

/** What of a file could not be taken: the first lines, each with its place and its reason. Nothing is shown where all of it could. */
export function LeftOut({ title, lines, children }: LeftOutProps) {
  if (lines.length === 0) return null
  return (
    <Callout tone="due" title={title}>
      <ul className="plain-list">
        {lines.slice(0, SHOWN).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {children}
    </Callout>
  )
}
