import { useState } from 'react'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { disputeWords as words } from '../../../locales/zh-CN/disputes.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { tellDone } from '../../../ui/told.ts'
import { OriginsTable } from '../OriginsTable.tsx'

type Doubt = Answer<(typeof OPERATIONS)['listDisputeDoubts']>['doubts'][number]

/** 疑似同一纠纷: both sides beside each other, decided once. */
export default function DoubtsPage() {
  const read = useRead(OPERATIONS.listDisputeDoubts, {})
  const [done, setDone] = useState<readonly string[]>([])
  return (
    <ReadState read={read}>
      {({ doubts, waiting, systemNames }) => {
        const open = doubts.filter(({ id }) => !done.includes(id))
        return (
          <>
            <PageHead title={words.doubtsTitle} sub={words.doubtsSub} back={{ to: '/disputes', label: words.back }} />
            {open.length === 0 && <p className="quiet">{words.noDoubts}</p>}
            <div className="stack">
              {open.map((doubt) => (
                <Pair
                  key={doubt.id}
                  doubt={doubt}
                  nameOf={(system) => systemNames[system] ?? ''}
                  onDone={() => setDone((before) => [...before, doubt.id])}
                />
              ))}
            </div>
            {waiting > doubts.length && <p className="quiet">{words.stillWaiting(waiting - doubts.length)}</p>}
          </>
        )
      }}
    </ReadState>
  )
}

interface PairProps {
  readonly doubt: Doubt
  readonly nameOf: (system: string) => string
  readonly onDone: () => void
}

function Pair({ doubt, nameOf, onDone }: PairProps) {
  const decide = useCommand(OPERATIONS.decideDisputeDoubt)
  const [reason, setReason] = useState('')
  const answer = (given: 'same' | 'different') => {
    void decide
      .run({
        params: { doubtId: doubt.id },
        ifMatch: doubt.version,
        body: { answer: given, ...(reason.trim() === '' ? {} : { reason }) },
      })
      .then((reply) => {
        if (reply === undefined) return
        tellDone(words.decided)
        onDone()
      })
  }
  return (
    <section className="panel stack">
      <OriginsTable
        caption={`${words.speaks}：${doubt.reasons.join('、')}`}
        origins={doubt.sides.map(({ origin }) => origin)}
        nameOf={({ system }) => nameOf(system)}
      />
      <div className="row">
        {doubt.sides.map(({ disputeId, origin }) => (
          <Link key={origin.home} to={`/disputes/${disputeId}`}>
            {words.open} <code>{origin.caseNumber}</code>
          </Link>
        ))}
      </div>
      <TextField label={words.reason} name="reason" value={reason} most={200} onChange={setReason} />
      {decide.problem !== undefined && <ProblemNotice problem={decide.problem} />}
      <div className="row">
        <Button isMain waiting={decide.waiting} onClick={() => answer('same')}>
          {words.same}
        </Button>
        <Button waiting={decide.waiting} onClick={() => answer('different')}>
          {words.different}
        </Button>
      </div>
    </section>
  )
}
