import type { KeyboardEvent, ReactNode } from 'react'
import type { ApiProblem } from '../apiProblem.ts'
import { submitsOnEnter } from '../submitsOnEnter.ts'
import { FormProblem } from './FormProblem.tsx'
import './fields.css'

interface FormProps {
  readonly className?: string
  /** As wide as a column of fields, not as the page. */
  readonly isNarrow?: boolean
  /** The last refusal; each field with a name shows its part of it. */
  readonly problem?: ApiProblem | undefined
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/**
 * A form that is sent by its button. Enter sends it only where there is a single field: in any other it ends the typing of
 * one field, confirms a day in the calendar, and must not found a cycle by that.
 */
export function Form({ className = 'stack', isNarrow = false, problem, onSubmit, children }: FormProps) {
  return (
    <form
      className={`${className} ${isNarrow ? 'narrow-form' : ''}`}
      onKeyDown={(event: KeyboardEvent<HTMLFormElement>) => {
        if (!submitsOnEnter(event, event.currentTarget.elements)) event.preventDefault()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <FormProblem problem={problem}>{children}</FormProblem>
    </form>
  )
}
