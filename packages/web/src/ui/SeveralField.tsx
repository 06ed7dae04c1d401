import { Select } from 'antd'
import { useId } from 'react'
import type { Choice } from './ChoiceField.tsx'

interface SeveralFieldProps {
  readonly label: string
  readonly values: readonly string[]
  readonly choices: readonly Choice[]
  readonly onChange: (values: readonly string[]) => void
  readonly error?: string | undefined
  readonly hint?: string
  readonly disabled?: boolean
}

/** Several things out of a list, found by typing. */
export function SeveralField(props: SeveralFieldProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      <Select
        id={id}
        mode="multiple"
        style={{ width: '100%' }}
        value={[...props.values]}
        options={props.choices.map(({ value, label, disabled = false }) => ({ value, label, disabled }))}
        optionFilterProp="label"
        disabled={props.disabled ?? false}
        aria-invalid={props.error !== undefined}
        aria-describedby={`${id}-hint`}
        onChange={(values: string[]) => props.onChange(values)}
      />
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
