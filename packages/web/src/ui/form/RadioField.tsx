import { type ReactNode, useId } from 'react'
import './criterion.css'

interface RadioFieldProps<V extends string> {
  /** Without it the group around says what is asked. */
  readonly label?: string
  readonly value: V | undefined
  readonly choices: readonly { readonly value: V; readonly label: string; readonly disabled?: boolean }[]
  readonly onChange: (value: V) => void
  /** More that belongs to the question. */
  readonly children?: ReactNode
}

/** One of two or three answers that are all to be seen while one decides. */
export function RadioField<V extends string>({ label, value, choices, onChange, children }: RadioFieldProps<V>) {
  const group = useId()
  const row = (
    <div className="row">
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={group}
            checked={value === choice.value}
            disabled={choice.disabled ?? false}
            onChange={() => onChange(choice.value)}
          />{' '}
          {choice.label}
        </label>
      ))}
    </div>
  )
  if (label === undefined) return row
  return (
    <fieldset className="criterion">
      <legend>{label}</legend>
      {row}
      {children}
    </fieldset>
  )
}
