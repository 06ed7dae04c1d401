import type { ReactNode } from 'react'
import { fileWords as words } from '../../locales/zh-CN/common.ts'
import { Callout } from '../../ui/Callout.tsx'
import { FilePicker } from '../../ui/FilePicker.tsx'

interface FileChoiceProps {
  readonly label: string
  /** Endings that the browser offers. */
  readonly accept: string
  readonly testId: string
  readonly isReading: boolean
  readonly fault: string | undefined
  readonly onPick: (file: File) => void
  /** What became of the last file, in a line. */
  readonly told: string | undefined
  /** What stands before it. */
  readonly children?: ReactNode
}

/** A file to choose, that it is being read, and why it could not be. */
export function FileChoice({ label, accept, testId, isReading, fault, onPick, told, children }: FileChoiceProps) {
  return (
    <>
      <div className="row">
        {children}
        <FilePicker label={label} accept={accept} testId={testId} disabled={isReading} onPick={onPick} />
        {isReading && <span role="status">{words.reading}</span>}
        {told !== undefined && <span role="status">{told}</span>}
      </div>
      {fault !== undefined && (
        <Callout tone="stop" title={words.notRead} isAlert>
          {fault}
        </Callout>
      )}
    </>
  )
}
