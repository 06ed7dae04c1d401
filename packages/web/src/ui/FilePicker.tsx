import { useId } from 'react'
import './FilePicker.css'

interface FilePickerProps {
  readonly label: string
  /** Endings that the browser offers. */
  readonly accept: string
  readonly onPick: (file: File) => void
  readonly disabled?: boolean
  readonly testId?: string
  readonly describedBy?: string
}

/** A button that chooses one file. The browser's own control speaks the language of the browser, so it is covered by ours. */
export function FilePicker({ label, accept, onPick, disabled = false, testId, describedBy }: FilePickerProps) {
  const id = useId()
  return (
    <span className={`file-picker ${disabled ? 'disabled' : ''}`}>
      <input
        id={id}
        type="file"
        accept={accept}
        disabled={disabled}
        {...(testId === undefined ? {} : { 'data-testid': testId })}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file may be chosen again after a refusal.
          event.target.value = ''
          if (file !== undefined) onPick(file)
        }}
      />
      <label htmlFor={id}>{label}</label>
    </span>
  )
}
