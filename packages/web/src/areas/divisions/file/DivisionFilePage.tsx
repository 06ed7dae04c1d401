import type { DivisionPlan } from '@anjie/domain/divisions/planDivisions'
import { planDivisions } from '@anjie/domain/divisions/planDivisions'
import { useMemo, useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { FileChoice } from '../../../app/files/FileChoice.tsx'
import { LeftOut } from '../../../app/files/LeftOut.tsx'
import { mayCall, useMe } from '../../../app/me.ts'
import { fileWords } from '../../../locales/zh-CN/common.ts'
import { divisionFileWords as words } from '../../../locales/zh-CN/divisions.ts'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { askFirst } from '../../../ui/dialog/question.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { tellDone } from '../../../ui/told.ts'
import type { Divisions } from '../changes/divisions.ts'
import { DivisionSteps } from './DivisionSteps.tsx'
import { DivisionTemplates } from './DivisionTemplates.tsx'
import { type DivisionFile, useDivisionFile } from './useDivisionFile.ts'

/** 用文件载入行政区划: a province's tree, or what it lacks, out of the common public form or a sheet. */
export default function DivisionFilePage() {
  const me = useMe()
  const divisions = useRead(OPERATIONS.getDivisions, {})
  return (
    <>
      <PageHead title={words.title} sub={me.jurisdictionName} back={{ to: '/divisions', label: words.back }} />
      <p className="quiet">{words.intro}</p>
      {mayCall(me.roles, OPERATIONS.addDivisions) && (
        <ReadState read={divisions}>{(found) => <FileSteps found={found} />}</ReadState>
      )}
    </>
  )
}

function FileSteps({ found }: { readonly found: Divisions }) {
  const { file, fault, isReading, read } = useDivisionFile(found.province.code)
  return (
    <div className="stack">
      <section className="panel stack">
        <h2>{words.stepTemplate}</h2>
        <DivisionTemplates found={found} />
      </section>
      <section className="panel stack">
        <h2>{words.stepFile}</h2>
        <FileChoice
          label={file === undefined ? words.choose : fileWords.chooseAnother}
          accept=".json,.xlsx,.csv,.txt"
          testId="division-file"
          isReading={isReading}
          fault={fault}
          onPick={(chosen) => void read(chosen)}
          told={file && fileWords.chosen(file.name)}
        />
      </section>
      {file !== undefined && <Preview file={file} found={found} />}
    </div>
  )
}

function Preview({ file, found }: { readonly file: DivisionFile; readonly found: Divisions }) {
  const planned = useMemo(() => planDivisions(found, file.listed, file.isWhole), [found, file])
  const add = useCommand(OPERATIONS.addDivisions)
  // What was confirmed is what is shown, also when the tree has it by then.
  const [done, setDone] = useState<DivisionPlan | undefined>(undefined)
  const plan = done ?? planned
  const { cities, counties, successors } = plan.additions
  const count = cities.length + counties.length + successors.length
  const start = async () => {
    const isSure = await askFirst({
      title: words.question,
      text: words.questionText(count),
      yes: words.yes,
      no: words.no,
    })
    if (!isSure) return
    const body = { cities: [...cities], counties: [...counties], successors: [...successors] }
    const reply = await add.run({ ifMatch: found.version, body })
    if (reply === undefined) return
    setDone(plan)
    tellDone(words.done(count))
  }
  return (
    <section className="panel stack" aria-label={words.preview}>
      <h2>{words.preview}</h2>
      <p role="status">{add.waiting ? words.working : done === undefined ? countsOf(plan) : words.done(count)}</p>
      <LeftOut title={words.leftOut(file.faults.length)} lines={file.faults} />
      {plan.fault !== undefined && (
        <Callout tone="stop" title={fileWords.notRead} isAlert>
          {plan.fault}
        </Callout>
      )}
      {add.problem !== undefined && <ProblemNotice problem={add.problem} onClose={add.clear} />}
      {done === undefined && count === 0 && <p className="quiet">{words.nothingNew}</p>}
      {done === undefined && count > 0 && plan.fault === undefined && (
        <Button isMain disabled={add.waiting} onClick={() => void start()}>
          {words.confirm(count)}
        </Button>
      )}
      <DivisionSteps steps={plan.steps} isDone={done !== undefined} />
    </section>
  )
}

const ACTS = ['add', 'former-names', 'settled', 'differs', 'absent', 'refused'] as const

const countsOf = ({ steps }: DivisionPlan): string =>
  ACTS.flatMap((act) => {
    const count = steps.filter((step) => step.act === act).length
    return count === 0 ? [] : [words.count(words.acts[act], count)]
  }).join('，') || words.nothing
