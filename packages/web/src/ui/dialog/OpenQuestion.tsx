import { useEffect, useRef, useSyncExternalStore } from 'react'
import { Button } from '../Button.tsx'
import './Dialog.css'
import { openQuestion } from './question.ts'

/** Where questions of `askFirst` stand, once in the console. */
export function OpenQuestion() {
  const question = useSyncExternalStore(openQuestion.subscribe, openQuestion.now)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (question !== undefined) dialog.current?.showModal()
  }, [question])
  if (question === undefined) return null
  return (
    <dialog
      ref={dialog}
      className="dialog"
      role="alertdialog"
      aria-label={question.title}
      style={{ width: 420 }}
      onCancel={(event) => {
        event.preventDefault()
        question.answer(false)
      }}
    >
      <header className="dialog-head">
        <h2>{question.title}</h2>
      </header>
      <div className="dialog-body">{question.text}</div>
      <footer className="dialog-foot">
        <Button onClick={() => question.answer(false)}>{question.no}</Button>
        <Button isMain isDanger={question.isDanger ?? false} onClick={() => question.answer(true)}>
          {question.yes}
        </Button>
      </footer>
    </dialog>
  )
}
