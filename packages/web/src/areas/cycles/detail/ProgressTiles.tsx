import type { SubmissionStatus } from '@anjie/contracts/vocabulary/submissions/submission'
import { SUBMISSION_STATUS_NAMES } from '@anjie/domain/submissions/submissionStatusNames'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { TileGrid } from '../../../charts/charts.tsx'
import { cycleWords as words } from '../../../locales/zh-CN/cycles.ts'
import { Button } from '../../../ui/Button.tsx'

type ProgressRow = Answer<(typeof OPERATIONS)['getCycleProgress']>['rows'][number]

/** The further a form has come, the darker its tile. */
const STEP: Readonly<Record<SubmissionStatus, number | null>> = {
  draft: 0,
  submitted: 1,
  verified: 2,
  accepted: 4,
  'called-back': null,
}

/** Where each county's form is, as one tile a county: who is late is seen at once. */
export function ProgressTiles({ cycleName, rows }: { cycleName: string; rows: readonly ProgressRow[] }) {
  const [shown, setShown] = useState(false)
  const layout = useRead(OPERATIONS.getTiles, {}, { enabled: shown })
  const settled = rows.filter(({ status }) => status === 'accepted').length
  const late = rows.filter(({ overdue }) => overdue).length
  const textOf = (row: ProgressRow) => (row.overdue ? words.overdue : row.statusName)
  return (
    <section className="panel stack no-print" aria-label={words.progressTiles}>
      <div className="list-tools">
        <h2>{words.progressTiles}</h2>
        <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? words.hideTiles : words.showTiles}
        </Button>
      </div>
      {shown && !layout.isPending && (
        <TileGrid
          title={words.tilesTitle(cycleName)}
          description={words.tilesSay(settled, rows.length, late)}
          tiles={rows.map((row) => ({
            code: row.subject,
            name: row.name,
            text: textOf(row),
            step: row.status === null ? null : STEP[row.status],
          }))}
          layout={layout.data?.tiles ?? []}
          legend={(['draft', 'submitted', 'verified', 'accepted'] as const).map((status) => ({
            step: STEP[status],
            label: SUBMISSION_STATUS_NAMES[status],
          }))}
          table={{
            columns: [words.county, words.stateColumn, words.overdue],
            rows: rows.map((row) => [row.name, row.statusName, row.overdue ? words.overdue : '']),
          }}
        />
      )}
    </section>
  )
}
