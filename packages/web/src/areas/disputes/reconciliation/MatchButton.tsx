import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { disputeWords as words } from '../../../locales/zh-CN/disputes.ts'
import { Button } from '../../../ui/Button.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { tellDone } from '../../../ui/told.ts'

/** Calls until nothing is left; each call joins what it has time for. */
export function MatchButton({ from, to }: { readonly from: string; readonly to: string }) {
  const match = useCommand(OPERATIONS.matchDisputes)
  const [working, setWorking] = useState(false)
  const run = async () => {
    setWorking(true)
    let [joined, asked] = [0, 0]
    for (let before = Number.POSITIVE_INFINITY; ; ) {
      const answer = await match.run({ body: { from, to } as never })
      if (answer === undefined) break
      joined += answer.joined ?? 0
      asked += answer.asked ?? 0
      const left = answer.left ?? 0
      // What is left and does not get less waits for others: the next press takes it up.
      if (left === 0 || left >= before) {
        tellDone(words.matched(joined, asked))
        break
      }
      before = left
    }
    setWorking(false)
  }
  return (
    <>
      <Button waiting={working} onClick={() => void run()}>
        {words.match}
      </Button>
      {match.problem !== undefined && <ProblemNotice problem={match.problem} />}
    </>
  )
}
