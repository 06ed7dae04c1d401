import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { pickerWords as words } from '../../locales/zh-CN/parts.ts'
import { isComposing } from '../composition.ts'
import '../form/Field.css'
import { matches, type PickerOption } from './matches.ts'
import './Picker.css'

interface PickerProps {
  readonly id?: string
  readonly label: string
  readonly value: string
  readonly options: readonly PickerOption[]
  readonly onChange: (value: string) => void
  /** The list is at the server, which is asked for what was typed; `options` are its answer. */
  readonly onAsk?: (typed: string) => void
  readonly isAsking?: boolean
  /** What the chosen value is called, where it need not be among the options. */
  readonly chosenLabel?: string | undefined
  readonly disabled?: boolean
  readonly placeholder?: string
  readonly isInvalid?: boolean
  readonly describedBy?: string
  /** A choice may be taken back. */
  readonly mayClear?: boolean
}

/** More rows than this help nobody: one more letter narrows better than scrolling. */
const MOST_ROWS = 60

/** One out of many, by typing a part of its name, its pinyin or its initials; arrow keys and Enter pick. */
export function Picker(props: PickerProps) {
  const { value, options, onChange, onAsk } = props
  const own = useId()
  const id = props.id ?? own
  const list = useId()
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const open = typed !== undefined
  const found = useMemo(
    () => (typed === undefined ? [] : onAsk === undefined ? matches(options, typed) : options),
    [options, typed, onAsk],
  )
  const shown = found.slice(0, MOST_ROWS)
  const chosen = options.find((option) => option.value === value)?.label ?? props.chosenLabel ?? value
  const ask = (text: string) => {
    setTyped(text)
    setAt(0)
    onAsk?.(text)
  }
  const pick = (option: PickerOption | undefined) => {
    if (option?.disabled === true) return
    if (option !== undefined) onChange(option.value)
    setTyped(undefined)
  }
  const move = (to: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, to))
    setAt(next)
    document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return
    switch (event.key) {
      case 'ArrowDown':
        event.preventDefault()
        if (open) move(at + 1)
        else ask('')
        return
      case 'ArrowUp':
        event.preventDefault()
        if (open) move(at - 1)
        return
      case 'Enter':
        if (!open) return
        event.preventDefault()
        pick(shown[at])
        return
      case 'Escape':
        if (!open) return
        // Only the list is closed, not the dialog around it.
        event.preventDefault()
        event.stopPropagation()
        setTyped(undefined)
        return
      default:
    }
  }
  return (
    <span className="picker">
      <input
        ref={input}
        id={id}
        type="text"
        className="control"
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        {...(props.id === undefined ? { 'aria-label': props.label } : {})}
        {...(open && shown.length > 0 ? { 'aria-activedescendant': `${list}-${at}` } : {})}
        {...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy })}
        aria-invalid={props.isInvalid ?? false}
        autoComplete="off"
        disabled={props.disabled ?? false}
        placeholder={props.placeholder ?? words.hint}
        value={typed ?? chosen}
        onChange={(event) => ask(event.target.value)}
        onClick={() => !open && ask('')}
        onFocus={(event) => event.target.select()}
        onBlur={() => setTyped(undefined)}
        onKeyDown={onKeyDown}
      />
      {props.mayClear === true && value !== '' && props.disabled !== true && (
        <button
          type="button"
          className="picker-clear"
          aria-label={`${words.clear}：${props.label}`}
          onClick={() => {
            onChange('')
            input.current?.focus()
          }}
        >
          ×
        </button>
      )}
      <span
        id={list}
        role="listbox"
        aria-label={props.label}
        className="picker-list"
        hidden={!open}
        // The field keeps the focus while one is pressed.
        onMouseDown={(event) => event.preventDefault()}
      >
        {shown.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's, which keeps the focus
          <span
            key={option.value}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            aria-disabled={option.disabled ?? false}
            onClick={() => pick(option)}
          >
            {option.label}
            {option.detail !== undefined && <span className="picker-detail">{option.detail}</span>}
          </span>
        ))}
      </span>
      {open && (
        <span className="visually-hidden" role="status">
          {props.isAsking === true ? words.asking : shown.length === 0 ? words.none : words.found(found.length)}
        </span>
      )}
      {open && (props.isAsking === true || shown.length === 0 || found.length > shown.length) && (
        <span className="picker-note" aria-hidden="true">
          {props.isAsking === true ? words.asking : shown.length === 0 ? words.none : words.narrow(shown.length)}
        </span>
      )}
    </span>
  )
}
