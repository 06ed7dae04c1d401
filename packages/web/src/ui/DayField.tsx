import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useId } from 'react'

interface DayFieldProps {
  readonly label: string
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string
  readonly onChange: (day: string) => void
  readonly error?: string | undefined
  readonly disabled?: boolean
  readonly hint?: string
}

/**
 * A calendar day. The picker works on the browser's local calendar and gives back its text; no instant is ever formed,
 * so that no time zone can move it to the day before.
 */
export function DayField({ label, value, onChange, error, disabled, hint }: DayFieldProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <DatePicker
        id={id}
        style={{ width: '100%' }}
        value={value === '' ? null : dayjs(value, 'YYYY-MM-DD')}
        onChange={(day) => onChange(day === null ? '' : day.format('YYYY-MM-DD'))}
        format="YYYY-MM-DD"
        disabled={disabled ?? false}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-hint`}
        {...(error === undefined ? {} : { status: 'error' as const })}
      />
      <div id={`${id}-hint`}>
        {error !== undefined && (
          <span className="field-error" role="alert">
            {error}
          </span>
        )}
        {error === undefined && hint !== undefined && <span className="quiet small">{hint}</span>}
      </div>
    </div>
  )
}
