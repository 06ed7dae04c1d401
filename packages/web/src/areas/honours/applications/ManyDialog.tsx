import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { useRef, useState } from 'react'
import { useApi } from '../../../app/api/ApiContext.ts'
import { randomKey } from '../../../app/api/intentKeys.ts'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { applicationWords, manyWords as words } from '../../../locales/zh-CN/honours.ts'
import { asApiProblem } from '../../../ui/apiProblem.ts'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
import { CheckField } from '../../../ui/form/CheckField.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'

type Row = ListRowOf<'application'>
type Verb = 'recommend' | 'return' | 'hold' | 'release' | 'reject'
type Outcome = { readonly done: true } | { readonly done: false; readonly why: string }

const COMMANDS = {
  recommend: OPERATIONS.recommendApplication,
  return: OPERATIONS.returnApplication,
  hold: OPERATIONS.holdApplication,
  release: OPERATIONS.releaseApplication,
  reject: OPERATIONS.rejectApplication,
} as const satisfies Record<Verb, unknown>
const VERBS = Object.keys(COMMANDS) as readonly Verb[]

/** To where many are sent back: the applicant, or the step below the one that they wait at. */
const BACK = { submitted: 'draft', recommended: 'submitted', accepted: 'recommended' } as const

/**
 * Several cases with one opinion. Each is a decision of its own, at the version that this list showed, and has an answer of its own:
 * one that is refused leaves the others as they are.
 */
export function ManyDialog({ onClose }: { onClose: () => void }) {
  const me = useMe()
  const api = useApi()
  const list = useRead(OPERATIONS.listApplications, { query: { stage: 'open' } })
  const mine = (list.data?.rows ?? []).filter(
    ({ queue }) => queue !== null && queue.code === me.jurisdiction.code && me.roles.includes(queue.role),
  )
  const verbs = VERBS.filter((verb) => mayCall(me.roles, COMMANDS[verb]))
  const [verb, setVerb] = useState<Verb | undefined>(undefined)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const [waiting, setWaiting] = useState(false)
  /** A case keeps its key until it has a definite answer, so that pressing again after a cut line does nothing twice. */
  const keys = useRef(new Map<string, string>())
  const open = mine.filter(({ id }) => chosen.has(id) && outcomes.get(id)?.done !== true)

  const call = (row: Row, by: Verb, idempotencyKey: string) => {
    const at = { params: { applicationId: row.id }, ifMatch: row.version }
    switch (by) {
      case 'recommend':
        return api.call(OPERATIONS.recommendApplication, { ...at, body: { opinion: text } }, { idempotencyKey })
      case 'release':
        return api.call(OPERATIONS.releaseApplication, { ...at, body: { opinion: text } }, { idempotencyKey })
      case 'hold':
        return api.call(OPERATIONS.holdApplication, { ...at, body: { reason: text } }, { idempotencyKey })
      case 'reject':
        return api.call(OPERATIONS.rejectApplication, { ...at, body: { reason: text } }, { idempotencyKey })
      case 'return': {
        const to = BACK[row.status as keyof typeof BACK] ?? 'draft'
        return api.call(OPERATIONS.returnApplication, { ...at, body: { reason: text, to } }, { idempotencyKey })
      }
    }
  }
  const send = async (by: Verb) => {
    setWaiting(true)
    for (const row of open) {
      const intent = JSON.stringify([row.id, row.version, by, text])
      const key = keys.current.get(intent) ?? randomKey()
      keys.current.set(intent, key)
      const outcome: Outcome = await call(row, by, key).then(
        () => ({ done: true }),
        (thrown) => ({ done: false, why: asApiProblem(thrown).body.detail }),
      )
      setOutcomes((known) => new Map([...known, [row.id, outcome]]))
    }
    setWaiting(false)
  }

  return (
    <Dialog
      title={words.title}
      open
      width={760}
      onClose={onClose}
      cancelLabel={commonWords.close}
      confirmLabel={words.confirm(open.length)}
      danger={verb === 'reject'}
      waiting={waiting}
      missing={[
        verb === undefined ? words.verb : undefined,
        text.trim().length < 2 ? commonWords.opinion : undefined,
        open.length === 0 ? words.cases : undefined,
      ]}
      onConfirm={() => verb !== undefined && void send(verb)}
    >
      <p className="quiet">{words.hint}</p>
      <ChoiceField
        label={words.verb}
        value={verb ?? ''}
        placeholder={words.verb}
        choices={verbs.map((each) => ({ value: each, label: applicationWords.verbs[each] }))}
        onChange={(value) => setVerb(verbs.find((each) => each === value))}
      />
      <TextField label={commonWords.opinion} value={text} rows={2} most={500} onChange={setText} />
      {mine.length === 0 ? (
        <p className="quiet">{list.data === undefined ? '' : words.none}</p>
      ) : (
        <ul className="plain-list" aria-label={words.cases}>
          {mine.map((row) => {
            const outcome = outcomes.get(row.id)
            return (
              <li key={row.id}>
                <CheckField
                  checked={chosen.has(row.id)}
                  disabled={waiting || outcome?.done === true}
                  onChange={(isOn) =>
                    setChosen((known) => new Set(isOn ? [...known, row.id] : [...known].filter((id) => id !== row.id)))
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
      )}
    </Dialog>
  )
}
