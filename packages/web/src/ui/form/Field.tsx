import type { ReactNode } from 'react'
import './Field.css'

interface FieldProps {
  readonly id: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly children: ReactNode
}

/** A label, its control, and below it the fault or else the hint, tied to the control as `<id>-hint`. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      <div id={`${id}-hint`}>
        {error !== undefined && (
          <span className="field-error" role="alert">
            {error}
          </span>
        )}
        {error === undefined && hint !== undefined && <span className="quiet small">{hint}</span>}
      </div>
    </div>
  )
}

/** What ties a control to its label, hint and fault. */
export const tiedTo = (id: string, error: string | undefined) => ({
  id,
  'aria-invalid': error !== undefined,
  'aria-describedby': `${id}-hint`,
})
