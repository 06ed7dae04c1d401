import { useId } from 'react'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean
}

interface ChoiceFieldProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly disabled?: boolean
  readonly hint?: string
  /** Shown while nothing is chosen. */
  readonly placeholder?: string
}

/** A choice out of a short list, as the browser's own control: it opens by key, is announced with its question, and works on every desk. */
export function ChoiceField(props: ChoiceFieldProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} style={{ display: 'block' }}>
        {props.label}
      </label>
      <select
        id={id}
        className="plain"
        style={{ width: '100%', minHeight: 32 }}
        value={props.value}
        disabled={props.disabled ?? false}
        aria-invalid={props.error !== undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {(props.value === '' || props.placeholder !== undefined) && <option value="">{props.placeholder ?? ''}</option>}
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled ?? false}>
            {choice.label}
          </option>
        ))}
      </select>
      <div id={`${id}-hint`}>
        {props.error !== undefined && (
          <span className="field-error" role="alert">
            {props.error}
          </span>
        )}
        {props.error === undefined && props.hint !== undefined && <span className="quiet small">{props.hint}</span>}
      </div>
    </div>
  )
}
