import { MAX_POST_ROWS, type PostRowResult } from '@anjie/contracts/vocabulary/people/postRow'
import type { NumberedPostRow } from '@anjie/documents/postsSheet'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { isMissingChunk } from '../../../app/missingChunk.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { postWords as words } from '../../../locales/zh-CN/people.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
import { downloadFile } from '../../../ui/downloadFile.ts'
import { FilePicker } from '../../../ui/FilePicker.tsx'
import { CheckField } from '../../../ui/form/CheckField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { BatchResults } from './BatchResults.tsx'
import type { PostPlace } from './postPlace.ts'

interface BatchDialogProps {
  readonly place: PostPlace
  readonly onClose: () => void
}

/** 批量邀请: pasted from a sheet or chosen as a file, answered line by line. A second time the lines are recognised. */
export function BatchDialog({ place, onClose }: BatchDialogProps) {
  const [text, setText] = useState('')
  const [file, setFile] = useState<{ name: string; rows: readonly NumberedPostRow[] } | undefined>(undefined)
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [renew, setRenew] = useState(false)
  const [answer, setAnswer] = useState<
    { rows: readonly NumberedPostRow[]; results: readonly PostRowResult[] } | undefined
  >(undefined)
  const invite = useCommand(OPERATIONS.inviteMembers)
  /** The reader of workbooks is loaded only when it is needed. */
  const withSheets = async <T,>(work: (sheets: typeof import('@anjie/documents/postsSheet')) => Promise<T>) => {
    setFault(undefined)
    try {
      return await work(await import('@anjie/documents/postsSheet'))
    } catch (thrown) {
      console.error(thrown)
      setFault(isMissingChunk(thrown) ? commonWords.newVersion : words.fileFailed)
      return undefined
    }
  }
  const choose = (chosen: File) =>
    withSheets(async ({ readPostsFile }) => {
      const read = await readPostsFile(new Uint8Array(await chosen.arrayBuffer()))
      if (!read.ok) {
        setFile(undefined)
        setFault(read.error)
      } else setFile({ name: chosen.name, rows: read.value })
    })
  const send = () =>
    withSheets(async ({ readPastedPosts }) => {
      const read = file === undefined ? readPastedPosts(text) : ({ ok: true, value: file.rows } as const)
      if (!read.ok) return setFault(read.error)
      if (read.value.length > MAX_POST_ROWS) return setFault(words.tooMany(read.value.length, MAX_POST_ROWS))
      const reply = await invite.run({ body: { ...place.body, rows: read.value.map(({ row }) => row), renew } })
      if (reply !== undefined) setAnswer({ rows: read.value, results: reply.rows ?? [] })
    })
  return (
    <Dialog
      title={words.batch}
      open
      width={900}
      onClose={onClose}
      waiting={invite.waiting}
      problem={invite.problem}
      disabled={file === undefined && text.trim() === ''}
      {...(answer === undefined ? {} : { confirmLabel: words.done })}
      onConfirm={() => (answer === undefined ? void send() : onClose())}
    >
      {answer !== undefined ? (
        <BatchResults rows={answer.rows} results={answer.results} />
      ) : (
        <>
          <p className="quiet small">
            {place.name}。{words.batchHint}
          </p>
          <div className="row">
            <Button
              onClick={() =>
                void withSheets(async ({ postsTemplate }) =>
                  downloadFile(`${words.template}.xlsx`, 'xlsx', await postsTemplate()),
                )
              }
            >
              {words.downloadTemplate}
            </Button>
            <FilePicker
              label={words.file}
              accept=".xlsx,.csv"
              testId="posts-file"
              onPick={(each) => void choose(each)}
            />
            {file !== undefined && (
              <>
                <span role="status">{words.chosen(file.name, file.rows.length)}</span>
                <Button isSmall onClick={() => setFile(undefined)}>
                  {words.unchoose}
                </Button>
              </>
            )}
          </div>
          {file === undefined && (
            <TextField label={words.pasteLabel} value={text} rows={10} hint={words.pasteHint} onChange={setText} />
          )}
          <CheckField checked={renew} onChange={setRenew}>
            {words.renew}
          </CheckField>
          {fault !== undefined && (
            <p className="field-error" role="alert">
              {fault}
            </p>
          )}
        </>
      )}
    </Dialog>
  )
}
