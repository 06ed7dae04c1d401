import type { Evidence, EvidenceType } from '@anjie/contracts/vocabulary/submissions/submission'
import { acceptedNames } from '@anjie/domain/submissions/evidenceFile'
import { type ReactNode, useId, useRef, useState } from 'react'
import { bytesText, instantText } from '../../locales/zh-CN/format.ts'
import { entryWords as words } from '../../locales/zh-CN/submissions.ts'
import { type ApiProblem, asApiProblem } from '../../ui/apiProblem.ts'
import { Dialog } from '../../ui/dialog/Dialog.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { Upload, type UploadOutcome, type UploadRun } from '../../ui/Upload.tsx'
import type { CommandHandle } from '../api/useCommand.ts'
import { evidenceAccept, evidenceKindName, evidenceTypeOf } from './evidenceCheck.ts'
import { postFile } from './postFile.ts'

type FileOfCase = { readonly id: string } & Pick<
  Evidence,
  'fileName' | 'contentType' | 'bytes' | 'status' | 'uploadedAt'
> &
  Partial<Pick<Evidence, 'scan'>>

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
  /** Kinds of files that are taken here besides the usual ones. */
  readonly alsoAccepts?: readonly EvidenceType[]
  readonly open: (file: F) => Promise<{ readonly url: string }>
  readonly request: Waits & {
    take(file: { fileName: string; contentType: EvidenceType; bytes: number }): Promise<Slot | undefined>
  }
  readonly attach: Waits & { confirm(slot: Slot): Promise<unknown> }
  /** Left out where a file that is there stays. */
  readonly remove?: Waits & { take(file: F): Promise<unknown> }
  /** What else a line says of its file. */
  readonly more?: (file: F) => ReactNode
}

/** 佐证材料 of one thing: what is there, and a slot for one more file with its progress. */
export function EvidenceFiles<F extends FileOfCase>(props: EvidenceFilesProps<F>) {
  const { files, attaching, request, attach, remove, alsoAccepts = [] } = props
  const id = useId()
  const [removing, setRemoving] = useState<F | undefined>(undefined)

  /** The place that the server gave for a file that did not arrive: trying again uses it again. */
  const slots = useRef(new WeakMap<File, Slot>())
  const send = async (file: File, { onPercent, signal }: UploadRun): Promise<UploadOutcome> => {
    request.clear()
    attach.clear()
    const type = evidenceTypeOf(file, alsoAccepts)
    if (!type.ok) return { ok: false, reason: type.error, mayRetry: false }
    const slot =
      slots.current.get(file) ??
      (await request.take({ fileName: file.name, contentType: type.value, bytes: file.size }))
    // What the server said is shown below.
    if (slot === undefined) return { ok: false, mayRetry: false }
    slots.current.set(file, slot)
    if (!(await postFile(slot.upload, file, onPercent, signal)))
      return { ok: false, reason: words.uploadRefused, mayRetry: true }
    return (await attach.confirm(slot)) === undefined ? { ok: false, mayRetry: false } : { ok: true }
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
                {...(attaching?.allowed === true && remove !== undefined ? { onRemove: () => setRemoving(file) } : {})}
              />
            </li>
          ))}
        </ul>
      )}
      {attaching !== undefined && (
        <div>
          <Upload
            label={words.upload}
            accept={evidenceAccept(alsoAccepts)}
            testId={props.testId}
            disabled={!attaching.allowed}
            describedBy={id}
            onSend={send}
          />
          <p className="quiet small" id={id}>
            {attaching.allowed ? words.uploadHint(acceptedNames(alsoAccepts)) : attaching.reason}
          </p>
        </div>
      )}
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {removing !== undefined && remove !== undefined && (
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
      {file.scan?.result === 'found' ? (
        <span>
          {file.fileName} <StateMark tone="stop">{words.virus(file.scan.name)}</StateMark>
        </span>
      ) : file.status === 'attached' ? (
        <button type="button" className="plain" title={words.openFile(file.fileName)} onClick={() => void show()}>
          {file.fileName}
        </button>
      ) : (
        <span>
          {file.fileName} <StateMark tone="due">{words.pending}</StateMark>
        </span>
      )}
      <div className="quiet small">
        {evidenceKindName(file.contentType)} {bytesText(file.bytes)} {instantText(file.uploadedAt)}{' '}
        {file.status === 'attached' && file.scan !== undefined && words.scans[file.scan.result]} {more}{' '}
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
