import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Evidence } from '@anjie/contracts/vocabulary/submissions/submission'
import { useId, useState } from 'react'
import { useApi } from '../../../app/api/ApiContext.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { bytesText, instantText } from '../../../locales/zh-CN/format.ts'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import { type ApiProblem, asApiProblem } from '../../../ui/apiProblem.ts'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
import { FilePicker } from '../../../ui/FilePicker.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { EVIDENCE_ACCEPT, evidenceKindName, evidenceTypeOf } from './evidenceCheck.ts'
import { postFile } from './postFile.ts'
import type { SubmissionCase } from './submissionCase.ts'

type Stage =
  | { readonly kind: 'sending'; readonly name: string; readonly percent: number }
  | { readonly kind: 'checking'; readonly name: string }

/** 佐证材料 of one item: what is there, and a slot for one more file with its progress. */
export function EvidencePanel({ found, item }: { found: SubmissionCase; item: DataItem }) {
  const id = useId()
  const { state, version, allowed } = found
  const params = { submissionId: state.id }
  const request = useCommand(OPERATIONS.requestEvidenceUpload)
  const attach = useCommand(OPERATIONS.attachEvidence)
  const [stage, setStage] = useState<Stage | undefined>(undefined)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const remove = useCommand(OPERATIONS.removeEvidence)
  const [removing, setRemoving] = useState<Evidence | undefined>(undefined)
  const attaching = allowed.find((entry) => entry.action === 'attach')
  const files = state.evidence.filter((file) => file.item === item.code)

  const send = async (file: File) => {
    setRefusal(undefined)
    request.clear()
    attach.clear()
    const type = evidenceTypeOf(file)
    if (!type.ok) return setRefusal(type.error)
    setStage({ kind: 'sending', name: file.name, percent: 0 })
    const slot = await request.run({
      params,
      ifMatch: version,
      body: { item: item.code, fileName: file.name, contentType: type.value, bytes: file.size },
    })
    if (slot === undefined) return setStage(undefined)
    const sent = await postFile(slot.upload, file, (percent) => setStage({ kind: 'sending', name: file.name, percent }))
    if (!sent) {
      setStage(undefined)
      return setRefusal(words.uploadRefused)
    }
    setStage({ kind: 'checking', name: file.name })
    await attach.run({ params: { ...params, evidenceId: slot.id }, ifMatch: slot.version })
    setStage(undefined)
  }

  const problem = request.problem ?? attach.problem
  return (
    <section className="panel stack" aria-label={`${item.name} ${words.evidence}`}>
      <h2>{words.evidence}</h2>
      {files.length === 0 ? (
        <p className="quiet">{words.noEvidence}</p>
      ) : (
        <ul className="plain-list">
          {files.map((file) => (
            <li key={file.id}>
              <EvidenceLine
                submissionId={state.id}
                file={file}
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
            testId={`evidence-${item.code}`}
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
            void remove
              .run({ params: { ...params, evidenceId: removing.id }, ifMatch: version })
              .then((reply) => reply !== undefined && setRemoving(undefined))
          }}
        >
          <p>{words.removeText(removing.fileName)}</p>
        </Dialog>
      )}
    </section>
  )
}

interface EvidenceLineProps {
  readonly submissionId: string
  readonly file: Evidence
  /** Where it may be taken out of the form. */
  readonly onRemove?: () => void
}

function EvidenceLine({ submissionId, file, onRemove }: EvidenceLineProps) {
  const api = useApi()
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined)
  const open = async () => {
    setProblem(undefined)
    // Opened before the answer comes: a window that opens later counts as a pop-up and is blocked.
    const opened = window.open('', '_blank')
    try {
      const { url } = await api.call(OPERATIONS.openEvidence, { params: { submissionId, evidenceId: file.id } })
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
        <button type="button" className="plain" title={words.openFile(file.fileName)} onClick={() => void open()}>
          {file.fileName}
        </button>
      ) : (
        <span>
          {file.fileName} <StateMark tone="due">{words.pending}</StateMark>
        </span>
      )}
      <div className="quiet small">
        {evidenceKindName(file.contentType)} {bytesText(file.bytes)} {instantText(file.uploadedAt)}{' '}
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
