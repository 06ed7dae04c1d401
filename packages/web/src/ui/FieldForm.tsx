import type { KeyboardEvent, ReactNode } from 'react'
import { submitsOnEnter } from './submitsOnEnter.ts'

interface FieldFormProps {
  readonly className?: string
  readonly width?: number
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/**
 * A form that is sent by its button. Enter sends it only where there is a single field: in any other it ends the typing of
 * one field, confirms a day in the calendar, and must not found a cycle by that.
 */
export function FieldForm({ className = 'stack', width, onSubmit, children }: FieldFormProps) {
  return (
    <form
      className={className}
      {...(width === undefined ? {} : { style: { maxWidth: width } })}
      onKeyDown={(event: KeyboardEvent<HTMLFormElement>) => {
        if (!submitsOnEnter(event, event.currentTarget.elements)) event.preventDefault()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}
