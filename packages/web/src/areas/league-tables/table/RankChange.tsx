import { changeText } from '@anjie/contracts/vocabulary/league-tables/leagueWords'
import './RankChange.css'

/** 升3 / 降2 / 持平 with an arrow of its own shape; 不可比 where there is no earlier rank to compare with. */
export function RankChange({ change }: { change: number | null | undefined }) {
  if (change === undefined) return null
  if (change === null || change === 0) return <span className="change quiet">{changeText(change)}</span>
  const up = change > 0
  return (
    <span className="change">
      <svg width="9" height="9" viewBox="0 0 9 9" aria-hidden="true" fill="currentColor">
        <path d={up ? 'M4.5 0 9 8H0z' : 'M4.5 9 0 1h9z'} fillOpacity={up ? 1 : 0} stroke="currentColor" />
      </svg>{' '}
      {changeText(change)}
    </span>
  )
}
