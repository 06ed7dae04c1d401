import type { OPERATIONS } from '@anjie/contracts/operations/index'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { AwaitedPanel } from './AwaitedPanel.tsx'
import { BelowPanel } from './BelowPanel.tsx'
import { OwnStandingPanel } from './OwnStandingPanel.tsx'
import './standing.css'

type Home = Answer<(typeof OPERATIONS)['getHome']>

/** How we stand: our own place, where those below us stand, and whose figures are missing. What a post has none of is left out. */
export function Standing({ standings: { own, below }, awaited }: Pick<Home, 'standings' | 'awaited'>) {
  return (
    <div className="standing">
      {own !== null && <OwnStandingPanel standing={own} />}
      {below !== null && <BelowPanel below={below} />}
      {awaited.rows.length > 0 && <AwaitedPanel awaited={awaited} />}
    </div>
  )
}
