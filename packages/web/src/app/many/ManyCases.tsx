import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { manyWords as words } from '../../locales/zh-CN/actions.ts'
import { commonWords } from '../../locales/zh-CN/common.ts'
import { Dialog } from '../../ui/dialog/Dialog.tsx'
import { CheckField } from '../../ui/form/CheckField.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useMe } from '../me.ts'
import { ManyDecisions, type Outcome } from './sendMany.ts'

export interface ManyRow {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly place: string
  readonly status: string
  readonly statusName: string
  readonly queue: { readonly code: string; readonly role: string } | null
}

export interface ManyVerb<R extends ManyRow> {
  readonly label: string
  /** A reason that must be written; otherwise an opinion that may be. */
  readonly wantsText: boolean
  readonly isDanger?: boolean
  readonly call: (row: R, text: string, idempotencyKey: string) => Promise<unknown>
}

interface ManyCasesProps<R extends ManyRow> {
  /** All open cases, whichever page of the list they stand on; undefined until they are here. */
  readonly rows: readonly R[] | undefined
  readonly verbs: readonly ManyVerb<R>[]
  readonly onClose: () => void
}

/** 批量办理: those cases that wait for this post, one decision for all that are chosen, each with an answer of its own. */
export function ManyCases<R extends ManyRow>({ rows, verbs, onClose }: ManyCasesProps<R>) {
  const me = useMe()
  const queries = useQueryClient()
  const [decisions] = useState(() => new ManyDecisions())
  const [label, setLabel] = useState('')
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const [progress, setProgress] = useState<{ readonly done: number; readonly all: number } | undefined>(undefined)
  // Kept as they were when they came: a case that is done stays in sight with its answer.
  const [shown, setShown] = useState<readonly R[] | undefined>(undefined)
  if (rows !== undefined && shown === undefined)
    setShown(
      rows.filter(
        ({ queue }) =>
          queue !== null && queue.code === me.jurisdiction.code && me.roles.some((role) => role === queue.role),
      ),
    )
  const mine = shown ?? []
  const verb = verbs.find((each) => each.label === label)
  const open = mine.filter(({ id }) => chosen.has(id) && outcomes.get(id)?.done !== true)
  const left = mine.filter(({ id }) => outcomes.get(id)?.done !== true)
  const waiting = progress !== undefined

  const send = async (by: ManyVerb<R>) => {
    setProgress({ done: 0, all: open.length })
    let done = 0
    await decisions.send(
      open,
      JSON.stringify([by.label, text]),
      (row, key) => by.call(row, text.trim(), key),
      (row, outcome) => {
        done += 1
        setProgress({ done, all: open.length })
        setOutcomes((known) => new Map([...known, [row.id, outcome]]))
      },
    )
    setProgress(undefined)
  }
  const close = () => {
    if (outcomes.size > 0) void queries.invalidateQueries()
    onClose()
  }

  return (
    <Dialog
      title={words.title}
      open
      width={760}
      onClose={close}
      cancelLabel={commonWords.close}
      confirmLabel={words.confirm(open.length)}
      danger={verb?.isDanger === true}
      waiting={waiting}
      missing={[
        verb === undefined ? words.verb : undefined,
        verb?.wantsText === true && text.trim().length < 2 ? commonWords.opinion : undefined,
        open.length === 0 ? words.cases : undefined,
      ]}
      onConfirm={() => verb !== undefined && void send(verb)}
    >
      <p className="quiet">{words.hint}</p>
      <ChoiceField
        label={words.verb}
        value={label}
        placeholder={words.verb}
        choices={verbs.map((each) => ({ value: each.label, label: each.label }))}
        onChange={setLabel}
      />
      <TextField label={commonWords.opinion} value={text} rows={2} most={500} onChange={setText} />
      {mine.length === 0 ? (
        <p className="quiet">{rows === undefined ? words.coming : words.none}</p>
      ) : (
        <>
          <CheckField
            checked={left.length > 0 && left.every(({ id }) => chosen.has(id))}
            disabled={waiting || left.length === 0}
            onChange={(isOn) => setChosen(new Set(isOn ? left.map(({ id }) => id) : []))}
          >
            {words.all(left.length)}
          </CheckField>
          <p className="small quiet" role="status">
            {progress === undefined ? '' : words.progress(progress.done, progress.all)}
          </p>
          <ul className="plain-list" aria-label={words.cases}>
            {mine.map((row) => {
              const outcome = outcomes.get(row.id)
              return (
                <li key={row.id}>
                  <CheckField
                    checked={chosen.has(row.id)}
                    disabled={waiting || outcome?.done === true}
                    onChange={(isOn) =>
                      setChosen(
                        (known) => new Set(isOn ? [...known, row.id] : [...known].filter((id) => id !== row.id)),
                      )
                    }
                  >
                    {row.title} <span className="quiet small">{`${row.place} ${row.statusName}`}</span>
                  </CheckField>
                  {outcome !== undefined && (
                    <p className="small" role="status">
                      <StateMark tone={outcome.done ? 'good' : 'stop'}>
                        {outcome.done ? words.done : words.refused}
                      </StateMark>
                      {!outcome.done && ` ${outcome.why}`}
                    </p>
                  )}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </Dialog>
  )
}
