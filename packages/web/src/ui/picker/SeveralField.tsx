import { Field } from '../form/Field.tsx'
import { useField } from '../form/FormProblem.tsx'
import type { PickerOption } from './matches.ts'
import { PickMany } from './PickMany.tsx'

interface SeveralFieldProps {
  readonly label: string
  readonly name?: string
  readonly values: readonly string[]
  readonly choices: readonly PickerOption[]
  readonly onChange: (values: readonly string[]) => void
  readonly error?: string | undefined
  readonly hint?: string
  readonly disabled?: boolean
}

/** Several things out of a list, found by name, pinyin or initials. */
export function SeveralField({
  label,
  name,
  values,
  choices,
  onChange,
  hint,
  disabled = false,
  ...rest
}: SeveralFieldProps) {
  const { id, error } = useField(label, name, rest.error)
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <PickMany id={id} label={label} values={values} options={choices} onChange={onChange} disabled={disabled} />
    </Field>
  )
}
