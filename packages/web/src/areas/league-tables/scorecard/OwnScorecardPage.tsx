import type { Receipt } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { appealWords } from '../../../locales/zh-CN/appeals.ts'
import { dayText, dueText } from '../../../locales/zh-CN/format.ts'
import { runWords as words } from '../../../locales/zh-CN/runs.ts'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { tellDone } from '../../../ui/told.ts'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import { TrendPanel } from '../trend/TrendPanel.tsx'
import { ScorecardView } from './ScorecardView.tsx'

/** The scorecard of the city, the county or one of its units, once the commission has shown it; while corrections are open, any of its points can be challenged. */
export default function OwnScorecardPage() {
  const { cycleId = '' } = useParams()
  const me = useMe()
  const unit = useSearchParams()[0].get('subject')
  const of = unit === null ? {} : { subject: unit }
  const scorecard = useRead(OPERATIONS.getOwnScorecard, { params: { cycleId }, query: of })
  const [challenged, setChallenged] = useState<Receipt | undefined>(undefined)
  const until = scorecard.data?.cycle.appealsUntil
  const open = until !== undefined && beijingDay(new Date().toISOString()) <= until
  const mayAppeal = open && mayCall(me.roles, OPERATIONS.fileAppeal)
  return (
    <ReadState read={scorecard}>
      {(found) => (
        <>
          <PageHead
            title={`${found.row.name} ${words.scorecard}`}
            sub={
              <>
                {found.cycle.name} · <Link to={`/schemes/${found.cycle.schemeId}/method`}>{words.method}</Link>
              </>
            }
            back={{ to: `/cycles/${cycleId}`, label: found.cycle.name }}
          />
          {until !== undefined && (
            <p className="panel" role="note">
              {appealWords.windowText(dueText(until), mayAppeal)} <Link to="/appeals">{appealWords.mine}</Link>
            </p>
          )}
          <ScorecardView
            scorecard={found}
            submissionId={found.submissionId}
            {...(mayAppeal ? { onAppeal: setChallenged } : {})}
          />
          {mayCall(me.roles, OPERATIONS.listCycles) && (
            <div className="no-print below">
              <TrendPanel cycle={found.cycle} rows={[found.row]} />
            </div>
          )}
          {challenged !== undefined && until !== undefined && (
            <AppealDialog
              cycleId={cycleId}
              of={of}
              receipt={challenged}
              until={until}
              onClose={() => setChallenged(undefined)}
            />
          )}
        </>
      )}
    </ReadState>
  )
}

interface AppealDialogProps {
  readonly cycleId: string
  readonly of: { readonly subject?: string }
  readonly receipt: Receipt
  readonly until: string
  readonly onClose: () => void
}

function AppealDialog({ cycleId, of, receipt, until, onClose }: AppealDialogProps) {
  const navigate = useNavigate()
  const [claim, setClaim] = useState('')
  const file = useCommand(OPERATIONS.fileAppeal)
  const error = useFieldErrors(file.problem)
  return (
    <CommandDialog
      title={appealWords.fileTitle(receipt.name)}
      onClose={onClose}
      disabled={claim.trim().length < 5}
      command={file}
      input={() => ({ params: { cycleId }, body: { ...of, node: receipt.node, claim } })}
      onDone={(reply) => {
        tellDone(appealWords.filed)
        void navigate(`/appeals/${reply.id}`)
      }}
    >
      <p>{appealWords.fileText(dayText(until))}</p>
      <TextField
        label={appealWords.claim}
        value={claim}
        rows={5}
        most={1000}
        onChange={setClaim}
        hint={appealWords.claimHint}
        error={error('claim')}
        autoFocus
      />
    </CommandDialog>
  )
}
