import './Steps.css'

interface StepsProps {
  readonly label: string
  readonly steps: readonly string[]
  /** Which one it stands at; as many as there are steps when all are done. */
  readonly at: number
}

/** The way of a case in a line: what is done, where it stands, what comes. */
export function Steps({ label, steps, at }: StepsProps) {
  return (
    <ol className="steps no-print" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < at ? 'done' : index === at ? 'now' : ''}
          {...(index === at ? { 'aria-current': 'step' as const } : {})}
        >
          <span className="step-mark" aria-hidden="true">
            {index < at ? '✓' : index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  )
}
