import { Input } from 'antd'
import { type ReactNode, useId } from 'react'
import { commonWords } from '../locales/zh-CN/common.ts'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  readonly most?: number
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly disabled?: boolean
  readonly placeholder?: string
  readonly autoFocus?: boolean
}

/**
 * A labelled text field. The limit is shown and checked, not enforced while typing: cutting letters off would break
 * an input method that is still composing.
 */
export function TextField(props: TextFieldProps) {
  const id = useId()
  const long = props.most !== undefined && props.value.length > props.most
  const error = props.error ?? (long ? commonWords.charactersLeft(props.value.length, props.most ?? 0) : undefined)
  const shared = {
    id,
    value: props.value,
    disabled: props.disabled ?? false,
    placeholder: props.placeholder ?? '',
    autoFocus: props.autoFocus ?? false,
    'aria-invalid': error !== undefined,
    'aria-describedby': `${id}-hint`,
    ...(error === undefined ? {} : { status: 'error' as const }),
  }
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      {props.rows === undefined ? (
        <Input {...shared} onChange={(event) => props.onChange(event.target.value)} />
      ) : (
        <Input.TextArea {...shared} rows={props.rows} onChange={(event) => props.onChange(event.target.value)} />
      )}
      <div id={`${id}-hint`}>
        {error !== undefined && (
          <span className="field-error" role="alert">
            {error}
          </span>
        )}
        {error === undefined && props.hint !== undefined && <span className="quiet small">{props.hint}</span>}
      </div>
    </div>
  )
}
