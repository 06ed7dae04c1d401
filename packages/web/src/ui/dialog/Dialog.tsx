import { type ReactNode, useEffect, useId, useRef } from 'react'
import { commonWords } from '../../locales/zh-CN/common.ts'
import { dialogWords as words } from '../../locales/zh-CN/parts.ts'
import type { ApiProblem } from '../apiProblem.ts'
import { Button } from '../Button.tsx'
import { FormProblem } from '../form/FormProblem.tsx'
import { ProblemNotice } from '../ProblemNotice.tsx'
import './Dialog.css'

interface DialogProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
  readonly confirmLabel?: string
  readonly danger?: boolean
  readonly seal?: boolean
  readonly disabled?: boolean
  /** What has to be there before it can be confirmed, each in a few words: said beside the button, not guessed from a grey one. */
  readonly missing?: readonly (string | undefined)[]
  readonly waiting?: boolean
  readonly problem?: ApiProblem | undefined
  readonly onLoadNewest?: () => void
  /** In pixels; never wider than the screen. */
  readonly width?: number
  /** Beside the page instead of over it: what is decided on stays in sight and can be scrolled. */
  readonly keepsMaterial?: boolean
  readonly cancelLabel?: string
  /** Something to read, not to decide: one button that closes it. */
  readonly isNotice?: boolean
  readonly children: ReactNode
}

/** A question before a decision. What was typed stays when the server refuses; only a success or the person closes it. */
export function Dialog(props: DialogProps) {
  if (!props.open) return null
  return <OpenDialog {...props} />
}

function OpenDialog(props: DialogProps) {
  const { problem, onLoadNewest, keepsMaterial = false } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const lacking = useId()
  useEffect(() => {
    const opened = dialog.current
    if (opened === null) return undefined
    const before = document.activeElement
    if (keepsMaterial) opened.show()
    else opened.showModal()
    return () => {
      opened.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [keepsMaterial])
  const missing = (props.missing ?? []).filter((each) => each !== undefined)
  return (
    <dialog
      ref={dialog}
      className={`dialog ${keepsMaterial ? 'beside' : ''}`}
      aria-labelledby={title}
      {...(keepsMaterial ? {} : { style: { width: props.width ?? 520 } })}
      onCancel={(event) => {
        event.preventDefault()
        props.onClose()
      }}
      onKeyDown={(event) => {
        // A dialog beside the page is not closed by the browser.
        if (keepsMaterial && event.key === 'Escape') props.onClose()
      }}
    >
      <header className="dialog-head">
        <h2 id={title}>{props.title}</h2>
        <button type="button" className="dialog-close" aria-label={commonWords.close} onClick={props.onClose}>
          ×
        </button>
      </header>
      <FormProblem problem={problem}>
        <div className="dialog-body stack">
          {props.children}
          {problem !== undefined && (
            <ProblemNotice problem={problem} {...(onLoadNewest === undefined ? {} : { onLoadNewest })} />
          )}
        </div>
      </FormProblem>
      <footer className="dialog-foot">
        {missing.length > 0 && (
          <p id={lacking} className="dialog-missing">
            {words.missing(missing)}
          </p>
        )}
        {props.isNotice !== true && <Button onClick={props.onClose}>{props.cancelLabel ?? commonWords.cancel}</Button>}
        <Button
          isMain
          isDanger={props.danger ?? false}
          isSeal={props.seal ?? false}
          disabled={(props.disabled ?? false) || missing.length > 0}
          waiting={props.waiting ?? false}
          {...(missing.length > 0 ? { 'aria-describedby': lacking } : {})}
          onClick={props.onConfirm}
        >
          {props.confirmLabel ?? commonWords.confirm}
        </Button>
      </footer>
    </dialog>
  )
}
