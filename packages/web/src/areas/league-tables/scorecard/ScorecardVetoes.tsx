import type { Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import { beijingDay } from '@anjie/kernel'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { runWords as words } from '../../../locales/zh-CN/runs.ts'

/** 一票否决 that was triggered, with what follows, and the listing with its document where one stands behind it. */
export function ScorecardVetoes({ vetoes }: { vetoes: NonNullable<Scorecard['vetoes']> }) {
  const me = useMe()
  const isLinked = mayCall(me.roles, OPERATIONS.getMeasure)
  return (
    <section className="panel">
      <h2>{words.vetoes}</h2>
      {vetoes.map(({ veto, name, consequence, measures = [] }) => (
        <div key={veto}>
          <p>
            <strong>{name}</strong>：{consequence}
          </p>
          <ul>
            {measures.map(({ measure, issuerName, document, matter, missedOn, decidedAt }) => (
              <li key={measure}>
                {isLinked ? <Link to={`/measures/${measure}`}>{document}</Link> : document}　
                {words.vetoed(issuerName, matter, dayText(missedOn), dayText(beijingDay(decidedAt)))}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
