import type { SelectHTMLAttributes } from 'react'
import './Field.css'

export interface ChoiceOption {
  readonly value: string
  readonly label: string
  readonly group?: string
  readonly disabled?: boolean
}

interface ChoiceProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> {
  readonly value: string
  readonly choices: readonly ChoiceOption[]
  readonly onChange: (value: string) => void
  /** What stands for choosing nothing; without it something is always chosen. */
  readonly none?: string
  /** As wide as its words, in a line with others. */
  readonly isInline?: boolean
}

/** A choice out of a short list, as the browser's own control: it opens by key, is announced with its question, and works on every desk. */
export function Choice({ value, choices, onChange, none, isInline = false, className = '', ...rest }: ChoiceProps) {
  const groups = [...new Set(choices.map(({ group }) => group ?? ''))]
  const optionsOf = (group: string) =>
    choices
      .filter((choice) => (choice.group ?? '') === group)
      .map((choice) => (
        <option key={choice.value} value={choice.value} disabled={choice.disabled ?? false}>
          {choice.label}
        </option>
      ))
  return (
    <select
      {...rest}
      className={`control ${isInline ? 'inline-control' : ''} ${className}`}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {none !== undefined && <option value="">{none}</option>}
      {groups.map((group) =>
        group === '' ? (
          optionsOf(group)
        ) : (
          <optgroup key={group} label={group}>
            {optionsOf(group)}
          </optgroup>
        ),
      )}
    </select>
  )
}
