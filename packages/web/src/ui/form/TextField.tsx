import type { ReactNode } from 'react'
import { commonWords } from '../../locales/zh-CN/common.ts'
import type { PhraseKind } from '../../locales/zh-CN/parts.ts'
import { Field, tiedTo } from './Field.tsx'
import { useField } from './FormProblem.tsx'
import { Phrases, phraseOfKey, usePhrases } from './Phrases.tsx'

interface TextFieldProps {
  readonly label: string
  /** Its place in the body of the request, `legalBasis/issuer`: there the server's refusal is shown. */
  readonly name?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  readonly most?: number
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly disabled?: boolean
  readonly placeholder?: string
  readonly autoFocus?: boolean
  /** 常用语 for this kind of decision: a press, or Alt with its number, writes one at the end of what is there. */
  readonly phrases?: PhraseKind
}

/**
 * A labelled text field. The limit is shown and checked, not enforced while typing: cutting letters off would break
 * an input method that is still composing.
 */
export function TextField(props: TextFieldProps) {
  const long = props.most !== undefined && props.value.length > props.most
  const tooLong = long ? commonWords.charactersLeft(props.value.length, props.most ?? 0) : undefined
  const { id, error } = useField(props.label, props.name, props.error ?? tooLong)
  const phrases = usePhrases(props.disabled === true ? undefined : props.phrases)
  const append = (phrase: string) => props.onChange(`${props.value.trimEnd()}${phrase}`)
  const shared = {
    ...tiedTo(id, error),
    className: 'control',
    value: props.value,
    disabled: props.disabled ?? false,
    placeholder: props.placeholder ?? '',
    autoFocus: props.autoFocus ?? false,
  }
  return (
    <Field id={id} label={props.label} hint={props.hint} error={error}>
      {props.rows === undefined ? (
        <input type="text" {...shared} onChange={(event) => props.onChange(event.target.value)} />
      ) : (
        <textarea
          {...shared}
          rows={props.rows}
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={(event) => {
            const phrase = phraseOfKey(phrases, event)
            if (phrase === undefined) return
            event.preventDefault()
            append(phrase)
          }}
        />
      )}
      {phrases !== undefined && <Phrases list={phrases} text={props.value} onChoose={append} />}
    </Field>
  )
}
