import { useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { unitKindWords } from '../../../locales/zh-CN/common.ts'
import { ladderWords as words } from '../../../locales/zh-CN/ladders.ts'
import { Callout } from '../../../ui/Callout.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { RungItem } from './RungItem.tsx'
import './LadderPage.css'
import '../../../ui/Empty.css'

/** 命名阶梯 of one unit: for each honour where it stands, the next rung, and what is missing for it. */
export default function LadderPage() {
  const { unitId = '' } = useParams()
  const me = useMe()
  const ladder = useRead(OPERATIONS.getLadder, { params: { unitId } })
  const back = mayCall(me.roles, OPERATIONS.getPlanner) ? { back: { to: '/ladders', label: words.planner } } : {}
  return (
    <ReadState read={ladder}>
      {({ unit, ladders }) => (
        <>
          <PageHead
            title={words.title(unit.name)}
            {...back}
            sub={[unit.parentName, unitKindWords[unit.kind]].filter((each) => each !== undefined).join(' · ')}
          />
          {unit.validTo !== undefined && <Callout tone="due" title={words.ended} />}
          {ladders.length === 0 && <p className="empty">{words.noLadder}</p>}
          {ladders.map(({ honour, honourName, rungs, criteria }) => {
            const top = rungs.findLastIndex(({ state }) => state === 'held')
            const next = rungs.findIndex(({ state }, at) => at > top && state !== 'passed')
            return (
              <section key={honour} className="panel" aria-label={honourName}>
                <h2>{honourName}</h2>
                <ol className="rungs">
                  {rungs.map((rung, at) => (
                    <RungItem
                      key={`${rung.level} ${rung.grade ?? ''}`}
                      rung={rung}
                      unitId={unit.id}
                      isNext={at === next}
                    />
                  ))}
                </ol>
                <details>
                  <summary>
                    {words.criteria}（{criteria.length}）
                  </summary>
                  <p className="quiet">{words.criteriaNote}</p>
                  <ol>
                    {criteria.map(({ code, name, clause }) => (
                      <li key={code}>
                        <strong>{name}</strong>：{clause}
                      </li>
                    ))}
                  </ol>
                </details>
              </section>
            )
          })}
        </>
      )}
    </ReadState>
  )
}
