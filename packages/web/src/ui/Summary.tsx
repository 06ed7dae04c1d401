import { StateMark } from './StateMark.tsx'
import type { Tone } from './stateTones.ts'
import './Summary.css'

export interface SummaryLine {
  readonly label: string
  /** What there is to say; nothing to say is said too. */
  readonly entries: readonly string[]
  readonly tone: Tone
}

/** Before a step that cannot simply be taken back: what there is, what is still open, what is lacking; one line each. */
export function Summary({ label, lines, none }: { label: string; lines: readonly SummaryLine[]; none: string }) {
  return (
    <dl className="facts summary" aria-label={label}>
      {lines.map((line) => (
        <div key={line.label} style={{ display: 'contents' }}>
          <dt>{line.label}</dt>
          <dd>
            {line.entries.length === 0 ? (
              <span className="quiet">{none}</span>
            ) : (
              <ul className="plain-list">
                {line.entries.map((entry) => (
                  <li key={entry}>
                    <StateMark tone={line.tone}>{entry}</StateMark>
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
