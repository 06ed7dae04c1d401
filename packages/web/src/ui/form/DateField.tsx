import { beijingDay } from '@anjie/kernel'
import { useEffect, useRef, useState } from 'react'
import { dayText } from '../../locales/zh-CN/format.ts'
import { dateWords as words } from '../../locales/zh-CN/parts.ts'
import './DateField.css'
import { readDay } from '@anjie/calendar-cn/readDay'
import { Field, tiedTo } from './Field.tsx'
import { useField } from './FormProblem.tsx'

interface DateFieldProps {
  readonly label: string
  readonly name?: string
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string
  readonly onChange: (day: string) => void
  readonly error?: string | undefined
  readonly disabled?: boolean
  readonly hint?: string
}

/**
 * A calendar day, typed as officials write it or picked in the browser's calendar. Only texts of days are handled and no
 * instant is ever formed, so that no time zone can move it to the day before.
 */
export function DateField(props: DateFieldProps) {
  const { value, onChange } = props
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const [fault, setFault] = useState<string | undefined>(undefined)
  const calendar = useRef<HTMLInputElement>(null)
  const { id, error } = useField(props.label, props.name, fault ?? props.error)
  const given = useRef(value)
  useEffect(() => {
    // Set from outside, as by a restored draft: what was typed before no longer counts.
    if (given.current === value) return
    given.current = value
    setTyped(undefined)
    setFault(undefined)
  }, [value])
  const take = (day: string) => {
    given.current = day
    setTyped(undefined)
    setFault(undefined)
    if (day !== value) onChange(day)
  }
  const settle = (text: string | undefined) => {
    if (text === undefined) return
    if (text.trim() === '') return take('')
    const reading = readDay(text, Number(beijingDay(new Date().toISOString()).slice(0, 4)))
    if (reading.ok) return take(reading.day)
    setFault(reading.fault === 'no-such-day' ? words.noSuchDay(text.trim()) : words.unreadable)
    // A day that cannot be read must not leave the one before in force unseen.
    given.current = ''
    if (value !== '') onChange('')
  }
  return (
    <Field id={id} label={props.label} hint={props.hint} error={error}>
      <span className="date-field">
        <input
          type="text"
          {...tiedTo(id, error)}
          className="control"
          autoComplete="off"
          placeholder={words.hint}
          disabled={props.disabled ?? false}
          value={typed ?? (value === '' ? '' : dayText(value))}
          onChange={(event) => {
            setTyped(event.target.value)
            setFault(undefined)
            // What is complete counts at once: the button that needs it is enabled while one is still in the field.
            const reading = readDay(event.target.value, 0)
            if (reading.ok) {
              given.current = reading.day
              if (reading.day !== value) onChange(reading.day)
            }
          }}
          onBlur={() => settle(typed)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') settle(typed)
          }}
        />
        <input
          ref={calendar}
          type="date"
          className="date-calendar"
          tabIndex={-1}
          aria-hidden="true"
          value={value}
          onChange={(event) => take(event.target.value)}
        />
        <button
          type="button"
          className="date-open"
          disabled={props.disabled ?? false}
          aria-label={words.open}
          onClick={() => calendar.current?.showPicker()}
        >
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" fill="none" stroke="currentColor">
            <path d="M1.5 3h11v9.5h-11zM1.5 6h11M4.5 1v3M9.5 1v3" />
          </svg>
        </button>
      </span>
    </Field>
  )
}
