import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { dutyPostWords as words } from '../../../locales/zh-CN/dutyPosts.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { CoverageTable } from '../coverage/CoverageTable.tsx'
import { CoverageDialog, type CoverageStep } from './CoverageDialog.tsx'
import type { Listed } from './listed.ts'

type Own = NonNullable<Listed['own']>

/** 覆盖情况 of the county, its pilot, and what it published. */
export default function OwnCoverage({ own }: { own: Own }) {
  const me = useMe()
  const [asked, setAsked] = useState<CoverageStep | null>(null)
  const isOn = own.pilot !== undefined && own.pilot.to === undefined
  const may = mayCall(me.roles, OPERATIONS.startDutyPilot)
  const steps: readonly CoverageStep[] = [
    isOn ? 'endPilot' : 'startPilot',
    'publish',
    ...(own.publishedOn === undefined ? [] : (['withdraw'] as const)),
  ]
  return (
    <section className="panel" aria-label={words.coverage}>
      <h2>{words.coverage}</h2>
      <CoverageTable
        caption={`${words.coverage}（${words.coverageOn(dayText(beijingDay(new Date().toISOString())))}）`}
        figures={own.figures}
      />
      <p className="quiet">
        {isOn && own.pilot !== undefined ? words.pilotOn(dayText(own.pilot.from), own.pilot.basis) : words.pilotOff}
        {own.publishedOn === undefined ? '' : `；${words.publishedOn(dayText(own.publishedOn))}`}
      </p>
      {may && (
        <p className="row">
          {steps.map((step) => (
            <Button key={step} onClick={() => setAsked(step)}>
              {words[step]}
            </Button>
          ))}
        </p>
      )}
      {asked !== null && <CoverageDialog step={asked} version={own.version} onClose={() => setAsked(null)} />}
    </section>
  )
}
