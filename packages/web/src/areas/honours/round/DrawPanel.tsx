import { useState } from 'react'
import { Link } from 'react-router'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { instantText } from '../../../locales/zh-CN/format.ts'
import { drawWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { downloadFile } from '../../../ui/downloadFile.ts'
import { TextField } from '../../../ui/form/TextField.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import '../../../ui/form/criterion.css'

type Asking = 'freeze' | 'draw'

/** 随机抽取: the list is locked first, then a seed is drawn; list and seed are there for whoever wants to work it out again. */
export function DrawPanel({ roundId }: { roundId: string }) {
  const params = { roundId }
  const read = useRead(OPERATIONS.getDraws, { params })
  const [asking, setAsking] = useState<Asking | undefined>(undefined)
  if (read.data === undefined) return read.error === null ? null : <ProblemNotice problem={read.error} />
  const { state, version, waiting, isRight } = read.data
  const last = state.draws.at(-1)
  const isLocked = last !== undefined && last.result === undefined
  return (
    <section className="panel stack">
      <h2>{words.title}</h2>
      <p className="quiet small">
        {words.hint}
        <code>{words.algorithm}</code>
      </p>
      {state.draws.length > 0 && (
        <p>
          <StateMark tone={isRight ? 'good' : 'stop'}>{isRight ? words.right : words.wrong}</StateMark>
        </p>
      )}
      {state.draws.map((draw) => (
        <fieldset className="criterion" key={draw.number}>
          <legend>{words.nth(draw.number)}</legend>
          <dl className="facts">
            <dt>{words.frozen}</dt>
            <dd>{words.frozenBy(draw.list.length, draw.frozenBy, instantText(draw.frozenAt))}</dd>
            {draw.reason !== undefined && (
              <>
                <dt>{words.again}</dt>
                <dd className="prose">{draw.reason}</dd>
              </>
            )}
            {draw.result !== undefined && (
              <>
                <dt>{words.seed}</dt>
                <dd data-copied>{draw.result.seed}</dd>
                <dt>{words.drawn}</dt>
                <dd>
                  {draw.result.drawn.map((id) => (
                    <span key={id}>
                      <Link to={`/applications/${id}`}>
                        {draw.list.find(({ applicationId }) => applicationId === id)?.unitName}
                      </Link>{' '}
                    </span>
                  ))}
                </dd>
              </>
            )}
          </dl>
          {draw.result !== undefined && (
            <div>
              <Button
                onClick={() =>
                  downloadFile(
                    words.fileName(state.roundName, draw.number),
                    'json',
                    new TextEncoder().encode(`${JSON.stringify(draw, null, 2)}\n`),
                  )
                }
              >
                {words.download}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div className="row">
        {isLocked ? (
          <Button isMain onClick={() => setAsking('draw')}>
            {words.draw}
          </Button>
        ) : (
          <Button disabled={waiting === 0} onClick={() => setAsking('freeze')}>
            {state.draws.length === 0 ? words.freeze : words.freezeAgain}
          </Button>
        )}
        <span className="quiet small">{words.waiting(waiting)}</span>
      </div>
      {asking === 'freeze' && (
        <FreezeDialog
          roundId={roundId}
          version={version}
          isAgain={state.draws.length > 0}
          waiting={waiting}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'draw' && last !== undefined && (
        <DrawDialog roundId={roundId} version={version} of={last.list.length} onClose={() => setAsking(undefined)} />
      )}
    </section>
  )
}

interface FreezeDialogProps {
  readonly roundId: string
  readonly version: number
  readonly isAgain: boolean
  readonly waiting: number
  readonly onClose: () => void
}

function FreezeDialog({ roundId, version, isAgain, waiting, onClose }: FreezeDialogProps) {
  const freeze = useCommand(OPERATIONS.freezeDrawList)
  const [reason, setReason] = useState('')
  return (
    <CommandDialog
      title={words.freeze}
      onClose={onClose}
      missing={[isAgain && reason.trim().length < 2 ? commonWords.reason : undefined]}
      command={freeze}
      input={() => ({ params: { roundId }, ifMatch: version, body: isAgain ? { reason } : {} })}
    >
      <p>{words.freezeText(waiting)}</p>
      {isAgain && (
        <TextField label={commonWords.reason} value={reason} rows={2} most={300} onChange={setReason} name="reason" />
      )}
    </CommandDialog>
  )
}

function DrawDialog(props: { roundId: string; version: number; of: number; onClose: () => void }) {
  const draw = useCommand(OPERATIONS.drawUnits)
  const [text, setText] = useState('')
  const count = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0
  return (
    <CommandDialog
      title={words.draw}
      onClose={props.onClose}
      missing={[count < 1 ? words.count : undefined]}
      command={draw}
      input={() => ({ params: { roundId: props.roundId }, ifMatch: props.version, body: { count } })}
    >
      <p>{words.drawText(props.of)}</p>
      <TextField label={words.count} value={text} most={4} onChange={setText} name="count" />
    </CommandDialog>
  )
}
