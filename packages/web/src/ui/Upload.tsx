import { useEffect, useRef, useState } from 'react'
import { uploadWords as words } from '../locales/zh-CN/parts.ts'
import { Button } from './Button.tsx'
import { Callout } from './Callout.tsx'
import { FilePicker } from './FilePicker.tsx'
import { ProgressBar } from './ProgressBar.tsx'
import { useLeaveGuard } from './useLeaveGuard.tsx'

export type UploadOutcome =
  | { readonly ok: true }
  /** `mayRetry`: nothing is wrong with the file, it only did not arrive. */
  | { readonly ok: false; readonly reason?: string | undefined; readonly mayRetry: boolean }

export interface UploadRun {
  readonly onPercent: (percent: number) => void
  /** Ends when the person calls it off. */
  readonly signal: AbortSignal
}

interface UploadProps {
  readonly label: string
  readonly accept: string
  readonly onSend: (file: File, run: UploadRun) => Promise<UploadOutcome>
  readonly disabled?: boolean
  readonly testId?: string
  readonly describedBy?: string
}

type Stage =
  | { readonly kind: 'sending'; readonly file: File; readonly percent: number }
  | { readonly kind: 'failed'; readonly file: File; readonly reason: string; readonly mayRetry: boolean }

/** One file to the server: how far it is, calling it off, trying again; leaving the page meanwhile is asked about. */
export function Upload({ label, accept, onSend, disabled = false, testId, describedBy }: UploadProps) {
  const [stage, setStage] = useState<Stage | undefined>(undefined)
  const running = useRef<AbortController | undefined>(undefined)
  useLeaveGuard(stage?.kind === 'sending', () => running.current?.abort(), words)
  const failed = useRef<HTMLDivElement>(null)
  const isFailed = stage?.kind === 'failed'
  // What to do about it has to be seen, also at the end of a long column.
  useEffect(() => {
    if (isFailed) failed.current?.scrollIntoView({ block: 'nearest' })
  }, [isFailed])
  const send = async (file: File) => {
    const run = new AbortController()
    running.current = run
    setStage({ kind: 'sending', file, percent: 0 })
    const outcome = await onSend(file, {
      onPercent: (percent) => setStage({ kind: 'sending', file, percent }),
      signal: run.signal,
    })
    if (outcome.ok || (run.signal.aborted && !outcome.mayRetry)) return setStage(undefined)
    const reason = run.signal.aborted ? words.calledOff : outcome.reason
    setStage(reason === undefined ? undefined : { kind: 'failed', file, reason, mayRetry: outcome.mayRetry })
  }
  return (
    <>
      <FilePicker
        label={label}
        accept={accept}
        disabled={disabled || stage?.kind === 'sending'}
        onPick={(file) => void send(file)}
        {...(testId === undefined ? {} : { testId })}
        {...(describedBy === undefined ? {} : { describedBy })}
      />
      {stage?.kind === 'sending' && (
        <div>
          <p className="small" role="status">
            {words.sending(stage.file.name, stage.percent)}
          </p>
          <ProgressBar share={stage.percent / 100} />
          <Button isSmall onClick={() => running.current?.abort()}>
            {words.cancel}
          </Button>
        </div>
      )}
      {stage?.kind === 'failed' && (
        <div ref={failed}>
          <Callout tone="stop" title={words.failed(stage.file.name)} isAlert>
            <p>{stage.reason}</p>
            <div className="row">
              {stage.mayRetry && (
                <Button isSmall isMain onClick={() => void send(stage.file)}>
                  {words.retry}
                </Button>
              )}
              <Button isSmall onClick={() => setStage(undefined)}>
                {words.dismiss}
              </Button>
            </div>
          </Callout>
        </div>
      )}
    </>
  )
}
