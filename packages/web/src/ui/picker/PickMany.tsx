import { useState } from 'react'
import { pickerWords as words } from '../../locales/zh-CN/parts.ts'
import { isComposing } from '../composition.ts'
import type { PickerOption } from './matches.ts'
import { Picker } from './Picker.tsx'

interface PickManyProps {
  readonly id: string
  readonly label: string
  readonly values: readonly string[]
  /** Without options the words are free. */
  readonly options: readonly PickerOption[] | undefined
  readonly onChange: (values: string[]) => void
  readonly disabled?: boolean
}

/** Several of many, or several words of one's own: each can be taken away by itself. */
export function PickMany({ id, label, values, options, onChange, disabled = false }: PickManyProps) {
  const [typed, setTyped] = useState('')
  const add = (texts: readonly string[]) => {
    const fresh = texts.map((text) => text.trim()).filter((text) => text !== '' && !values.includes(text))
    if (fresh.length > 0) onChange([...values, ...fresh])
  }
  return (
    <>
      {values.length > 0 && (
        <span className="picked-many">
          {values.map((value) => {
            const name = options?.find((option) => option.value === value)?.label ?? value
            return (
              <span key={value} className="picked-one">
                {name}
                <button
                  type="button"
                  aria-label={words.remove(name)}
                  disabled={disabled}
                  onClick={() => onChange(values.filter((each) => each !== value))}
                >
                  ×
                </button>
              </span>
            )
          })}
        </span>
      )}
      {options === undefined ? (
        <input
          id={id}
          type="text"
          className="control"
          value={typed}
          disabled={disabled}
          onChange={(event) => {
            const parts = event.target.value.split(/[，、,]/)
            if (parts.length === 1) return setTyped(event.target.value)
            add(parts.slice(0, -1))
            setTyped(parts.at(-1) ?? '')
          }}
          onBlur={() => {
            add([typed])
            setTyped('')
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposing(event)) return
            event.preventDefault()
            add([typed])
            setTyped('')
          }}
        />
      ) : (
        <Picker
          id={id}
          label={label}
          value=""
          options={options.filter(({ value }) => !values.includes(value))}
          onChange={(value) => add([value])}
          disabled={disabled}
        />
      )}
    </>
  )
}
