import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { dueText, isOverdue } from '../../../locales/zh-CN/format.ts'
import { standingWords as words } from '../../../locales/zh-CN/home.ts'
import { UrgeButton } from '../../messages/UrgeButton.tsx'

type Awaited = Answer<(typeof OPERATIONS)['getHome']>['awaited']

/** 未报单位: cycle by cycle how far reporting is, and who is late, the oldest day first. */
export function AwaitedPanel({ awaited: { rows, more, all } }: { awaited: Awaited }) {
  const me = useMe()
  const mayUrge = mayCall(me.roles, OPERATIONS.urgeCase)
  const cycles = [...Map.groupBy(rows, ({ cycleId, title, dueOn }) => JSON.stringify([cycleId, title, dueOn])).values()]
  return (
    <section className="panel stack" aria-label={words.awaited}>
      <h2>{words.awaited}</h2>
      {cycles.map((forms) => {
        const [first] = forms
        if (first === undefined) return null
        const total = all.find(({ cycleId }) => cycleId === first.cycleId)?.forms
        const { dueOn } = first
        return (
          <div key={`${first.cycleId} ${dueOn}`} className="stack">
            <div className="small">
              <Link to={`/cycles/${first.cycleId ?? ''}`}>{first.title}</Link>
              <div>
                {words.reported(forms.length, more, total)}
                {dueOn !== null && <span className={isOverdue(dueOn) ? 'error-text' : 'quiet'}> {dueText(dueOn)}</span>}
              </div>
            </div>
            <ul className="awaited-names">
              {forms.map((row) => (
                <li key={row.id}>
                  {row.place}
                  {mayUrge && <UrgeButton kind="submission" id={row.id} name={row.place} />}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      {more && <p className="small quiet">{words.awaitedMore}</p>}
    </section>
  )
}
