import type { Evidence, EvidenceType } from '@anjie/contracts/vocabulary/submissions/submission'
import { type ReactNode, useId, useState } from 'react'
import { bytesText, instantText } from '../../locales/zh-CN/format.ts'
import { entryWords as words } from '../../locales/zh-CN/submissions.ts'
import { type ApiProblem, asApiProblem } from '../../ui/apiProblem.ts'
import { Dialog } from '../../ui/dialog/Dialog.tsx'
import { FilePicker } from '../../ui/FilePicker.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import type { CommandHandle } from '../api/useCommand.ts'
import { EVIDENCE_ACCEPT, evidenceKindName, evidenceTypeOf } from './evidenceCheck.ts'
import { postFile } from './postFile.ts'

type FileOfCase = Pick<Evidence, 'id' | 'fileName' | 'contentType' | 'bytes' | 'status' | 'uploadedAt'>

interface Slot {
  readonly id: string
  readonly version: number
  readonly upload: Parameters<typeof postFile>[0]
}

type Waits = Pick<CommandHandle<never>, 'waiting' | 'problem' | 'clear'>

interface EvidenceFilesProps<F extends FileOfCase> {
  readonly files: readonly F[]
  /** Whether this post attaches files now, and why not; undefined where it never does. */
  readonly attaching: { readonly allowed: boolean; readonly reason?: string | undefined } | undefined
  readonly testId: string
  readonly open: (file: F) => Promise<{ readonly url: string }>
  readonly request: Waits & {
    take(file: { fileName: string; contentType: EvidenceType; bytes: number }): Promise<Slot | undefined>
  }
  readonly attach: Waits & { confirm(slot: Slot): Promise<unknown> }
  readonly remove: Waits & { take(file: F): Promise<unknown> }
  /** What else a line says of its file. */
  readonly more?: (file: F) => ReactNode
}

type Stage =
  | { readonly kind: 'sending'; readonly name: string; readonly percent: number }
  | { readonly kind: 'checking'; readonly name: string }

/** 佐证材料 of one thing: what is there, and a slot for one more file with its progress. */
export function EvidenceFiles<F extends FileOfCase>(props: EvidenceFilesProps<F>) {
  const { files, attaching, request, attach, remove } = props
  const id = useId()
  const [stage, setStage] = useState<Stage | undefined>(undefined)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const [removing, setRemoving] = useState<F | undefined>(undefined)

  const send = async (file: File) => {
    setRefusal(undefined)
    request.clear()
    attach.clear()
    const type = evidenceTypeOf(file)
    if (!type.ok) return setRefusal(type.error)
    setStage({ kind: 'sending', name: file.name, percent: 0 })
    const slot = await request.take({ fileName: file.name, contentType: type.value, bytes: file.size })
    if (slot === undefined) return setStage(undefined)
    const sent = await postFile(slot.upload, file, (percent) => setStage({ kind: 'sending', name: file.name, percent }))
    if (!sent) {
      setStage(undefined)
      return setRefusal(words.uploadRefused)
    }
    setStage({ kind: 'checking', name: file.name })
    await attach.confirm(slot)
    setStage(undefined)
  }

  const problem = request.problem ?? attach.problem
  return (
    <>
      {files.length === 0 ? (
        <p className="quiet">{words.noEvidence}</p>
      ) : (
        <ul className="plain-list">
          {files.map((file) => (
            <li key={file.id}>
              <EvidenceLine
                file={file}
                open={props.open}
                more={props.more?.(file)}
                {...(attaching?.allowed === true && stage === undefined ? { onRemove: () => setRemoving(file) } : {})}
              />
            </li>
          ))}
        </ul>
      )}
      {attaching !== undefined && (
        <div>
          <FilePicker
            label={words.upload}
            accept={EVIDENCE_ACCEPT}
            testId={props.testId}
            disabled={!attaching.allowed || stage !== undefined}
            describedBy={id}
            onPick={(file) => void send(file)}
          />
          <p className="quiet small" id={id}>
            {attaching.allowed ? words.uploadHint : attaching.reason}
          </p>
        </div>
      )}
      {stage !== undefined && (
        <div role="status">
          <p className="small">
            {stage.kind === 'sending' ? words.uploading(stage.name, stage.percent) : words.checking(stage.name)}
          </p>
          <ProgressBar share={stage.kind === 'sending' ? stage.percent / 100 : 1} />
        </div>
      )}
      {refusal !== undefined && (
        <p className="error-text" role="alert">
          {refusal}
        </p>
      )}
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {removing !== undefined && (
        <Dialog
          title={words.removeTitle}
          open
          danger
          confirmLabel={words.removeFile}
          waiting={remove.waiting}
          problem={remove.problem}
          onClose={() => {
            setRemoving(undefined)
            remove.clear()
          }}
          onConfirm={() => {
            void remove.take(removing).then((reply) => reply !== undefined && setRemoving(undefined))
          }}
        >
          <p>{words.removeText(removing.fileName)}</p>
        </Dialog>
      )}
    </>
  )
}

interface EvidenceLineProps<F> {
  readonly file: F
  readonly open: (file: F) => Promise<{ readonly url: string }>
  readonly more: ReactNode
  /** Where it may be taken out. */
  readonly onRemove?: () => void
}

function EvidenceLine<F extends FileOfCase>({ file, open, more, onRemove }: EvidenceLineProps<F>) {
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined)
  const show = async () => {
    setProblem(undefined)
    // Opened before the answer comes: a window that opens later counts as a pop-up and is blocked.
    const opened = window.open('', '_blank')
    try {
      const { url } = await open(file)
      if (opened === null) window.location.assign(url)
      else opened.location.replace(url)
    } catch (thrown) {
      opened?.close()
      setProblem(asApiProblem(thrown))
    }
  }
  return (
    <>
      {file.status === 'attached' ? (
        <button type="button" className="plain" title={words.openFile(file.fileName)} onClick={() => void show()}>
          {file.fileName}
        </button>
      ) : (
        <span>
          {file.fileName} <StateMark tone="due">{words.pending}</StateMark>
        </span>
      )}
      <div className="quiet small">
        {evidenceKindName(file.contentType)} {bytesText(file.bytes)} {instantText(file.uploadedAt)} {more}{' '}
        {onRemove !== undefined && (
          <button
            type="button"
            className="plain"
            aria-label={words.removeOf(file.fileName)}
            data-testid={`remove-evidence-${file.id}`}
            onClick={onRemove}
          >
            {words.removeFile}
          </button>
        )}
      </div>
      {problem !== undefined && <ProblemNotice problem={problem} />}
    </>
  )
}
