import { Choice, type ChoiceOption } from './Choice.tsx'
import { Field, tiedTo } from './Field.tsx'
import { useField } from './FormProblem.tsx'

interface ChoiceFieldProps {
  readonly label: string
  readonly name?: string
  readonly value: string
  readonly choices: readonly ChoiceOption[]
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly disabled?: boolean
  readonly hint?: string
  /** Shown while nothing is chosen. */
  readonly placeholder?: string
}

/** A choice out of a short list, with its label; `PickerField` is for long ones. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { id, error } = useField(props.label, props.name, props.error)
  return (
    <Field id={id} label={props.label} hint={props.hint} error={error}>
      <Choice
        {...tiedTo(id, error)}
        value={props.value}
        choices={props.choices}
        onChange={props.onChange}
        disabled={props.disabled ?? false}
        {...(props.value === '' || props.placeholder !== undefined ? { none: props.placeholder ?? '' } : {})}
      />
    </Field>
  )
}
