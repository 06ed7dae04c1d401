import { useEffect } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { cycleWords as words } from '../../../locales/zh-CN/cycles.ts'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'

const ASKS_EVERY_MS = 1500
/** Longer than the largest run takes; after that it was given up, and may be asked for again. */
const GIVEN_UP_MS = 15 * 60_000

/** 正在计分: how far the run is that is being worked out, and word of it as soon as it is complete. */
export function ScoringProgress({ cycleId, onDone }: { cycleId: string; onDone: (runId: string | null) => void }) {
  const scoring = useRead(OPERATIONS.getScoring, { params: { cycleId } }, { every: ASKS_EVERY_MS })
  const { data } = scoring
  useEffect(() => {
    if (data?.running === null) onDone(data.latestRun)
  }, [data, onDone])
  const running = data?.running
  if (running === undefined || running === null) return null
  const { done, all, startedAt } = running
  return (
    <div role="status" className="panel" data-testid="scoring-progress">
      <p>{words.scoring(done, all)}</p>
      <ProgressBar share={done / all} />
      <p className="small">
        {Date.now() - Date.parse(startedAt) > GIVEN_UP_MS ? words.scoringGivenUp : words.scoringGoesOn}
      </p>
    </div>
  )
}
