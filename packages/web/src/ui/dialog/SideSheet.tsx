import { type ReactNode, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { commonWords } from '../../locales/zh-CN/common.ts'
import './Dialog.css'

interface SideSheetProps {
  readonly title: string
  readonly width: number
  readonly onClose: () => void
  /** Buttons in the title line. */
  readonly tools?: ReactNode
  readonly children: ReactNode
}

/** A sheet over the right side of the page, to be read and printed by itself. */
export function SideSheet({ title, width, onClose, tools, children }: SideSheetProps) {
  const sheet = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const opened = sheet.current
    const before = document.activeElement
    opened?.showModal()
    return () => {
      opened?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  // Outside of the page, which is not printed while a sheet is open.
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by key, as the browser does for every dialog
    <dialog
      ref={sheet}
      className="dialog side-sheet"
      aria-labelledby={id}
      style={{ width }}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <header className="dialog-head">
        <h2 id={id}>{title}</h2>
        <div className="row">
          {tools}
          <button type="button" className="dialog-close" aria-label={commonWords.close} onClick={onClose}>
            ×
          </button>
        </div>
      </header>
      <div className="dialog-body">{children}</div>
    </dialog>,
    document.body,
  )
}
