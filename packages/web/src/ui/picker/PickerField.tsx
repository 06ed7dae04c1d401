import { Field } from '../form/Field.tsx'
import { useField } from '../form/FormProblem.tsx'
import type { PickerOption } from './matches.ts'
import { Picker } from './Picker.tsx'

interface PickerFieldProps {
  readonly label: string
  readonly name?: string
  readonly value: string
  readonly options: readonly PickerOption[]
  readonly onChange: (value: string) => void
  readonly onAsk?: (typed: string) => void
  readonly isAsking?: boolean
  readonly chosenLabel?: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly disabled?: boolean
  readonly mayClear?: boolean
}

/** A picker with its label, hint and fault. */
export function PickerField({ label, name, hint, error: own, ...picker }: PickerFieldProps) {
  const { id, error } = useField(label, name, own)
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <Picker {...picker} id={id} label={label} isInvalid={error !== undefined} describedBy={`${id}-hint`} />
    </Field>
  )
}
