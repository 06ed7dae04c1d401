import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { type PlannedRow, planUnitRows } from '@anjie/domain/intake/planUnitRows'
import { unitForm } from '@anjie/domain/intake/unitForm'
import { beijingDay } from '@anjie/kernel'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useApi } from '../../../app/api/ApiContext.ts'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { FileChoice } from '../../../app/files/FileChoice.tsx'
import { mayCall, useMe } from '../../../app/me.ts'
import { fileWords } from '../../../locales/zh-CN/common.ts'
import { intakeWords as words } from '../../../locales/zh-CN/intake.ts'
import { Button } from '../../../ui/Button.tsx'
import { askFirst } from '../../../ui/dialog/question.ts'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { useLeaveGuard } from '../../../ui/useLeaveGuard.tsx'
import type { Units } from '../../units/list/units.ts'
import { applyPlan, type RowOutcome } from './applyPlan.ts'
import { countsOf } from './countsOf.ts'
import { PlanTable } from './PlanTable.tsx'
import { SheetAnswer } from './SheetAnswer.tsx'
import { TemplateButtons } from './TemplateButtons.tsx'
import { unitSheetRows } from './unitSheetRows.ts'
import { type SheetFile, useSheetFile } from './useSheetFile.ts'

/** 用表格登记和变动单位: template, file, preview of what will change, confirmation, progress, and the file back with its marks. */
export default function UnitSheetPage() {
  const me = useMe()
  const units = useRead(OPERATIONS.listUnits, { query: {} })
  return (
    <>
      <PageHead title={words.title} sub={me.jurisdictionName} back={{ to: '/units', label: words.back }} />
      <p className="quiet">{words.intro}</p>
      {mayCall(me.roles, OPERATIONS.registerUnit) && (
        <ReadState read={units}>{(data) => <UnitSheet units={data.units} />}</ReadState>
      )}
    </>
  )
}

function UnitSheet({ units }: { readonly units: Units }) {
  const today = beijingDay(new Date().toISOString())
  const [validFrom, setValidFrom] = useState<string>(today)
  const [on, setOn] = useState<string>(today)
  const [basis, setBasis] = useState('')
  const { file, fault, isReading, read } = useSheetFile(unitForm)
  return (
    <div className="stack">
      <section className="panel stack">
        <h2>{words.stepTemplate}</h2>
        <TemplateButtons units={units} />
      </section>
      <section className="panel stack">
        <h2>{words.stepDefaults}</h2>
        <div className="row top">
          <DateField label={words.validFrom} value={validFrom} onChange={setValidFrom} />
          <DateField label={words.on} value={on} onChange={setOn} />
          <TextField label={words.basis} value={basis} onChange={setBasis} hint={words.basisHint} most={80} />
        </div>
      </section>
      <section className="panel stack">
        <h2>{words.stepFile}</h2>
        <FileChoice
          label={file === undefined ? words.choose : fileWords.chooseAnother}
          accept=".xlsx,.csv,.txt"
          testId="unit-sheet-file"
          isReading={isReading}
          fault={fault}
          onPick={(chosen) => void read(chosen)}
          told={file && fileWords.chosen(file.name)}
        />
      </section>
      {file !== undefined && <PlannedSheet file={file} units={units} defaults={{ validFrom, on, basis }} />}
    </div>
  )
}

interface PlannedSheetProps {
  readonly file: SheetFile
  readonly units: Units
  readonly defaults: { readonly validFrom: string; readonly on: string; readonly basis: string }
}

function PlannedSheet({ file, units, defaults }: PlannedSheetProps) {
  const api = useApi()
  const queries = useQueryClient()
  const [outcomes, setOutcomes] = useState<ReadonlyMap<PlannedRow, RowOutcome>>(new Map())
  const [applied, setApplied] = useState<readonly PlannedRow[] | undefined>(undefined)
  const [isRunning, setRunning] = useState(false)
  const plan = useMemo(
    () => planOf(file, units, defaults),
    [file, units, defaults.validFrom, defaults.on, defaults.basis],
  )
  useLeaveGuard(isRunning, undefined, words)
  // Once it has begun, the register changes under the plan: what was confirmed is what is shown.
  const shown = applied ?? plan
  const work = shown.filter(({ step }) => step.act !== 'refused' && step.act !== 'settled')
  const start = async () => {
    const isSure = await askFirst({
      title: words.question,
      text: words.questionText(countsOf(work)),
      yes: words.yes,
      no: words.no,
    })
    if (!isSure) return
    setApplied(plan)
    setRunning(true)
    const versions = new Map(units.map(({ id, version }) => [id as string, version]))
    await applyPlan(api, work, versions, (row, outcome) => setOutcomes((before) => new Map(before).set(row, outcome)))
    setRunning(false)
    // The list follows the records by about a second.
    setTimeout(() => void queries.invalidateQueries({ queryKey: [OPERATIONS.listUnits.id] }), 1500)
  }
  return (
    <section className="panel stack" aria-label={words.preview}>
      <h2>{words.preview}</h2>
      <SheetAnswer file={file} plan={shown} outcomes={outcomes} />
      {applied === undefined && work.length > 0 && (
        <Button isMain onClick={() => void start()}>
          {words.confirm(work.length)}
        </Button>
      )}
      {applied !== undefined && (
        <div role="status">
          <ProgressBar share={work.length === 0 ? 1 : outcomes.size / work.length} />
          {words.progress(outcomes.size, work.length)}
          {isRunning && `　${words.wait}`}
        </div>
      )}
      <PlanTable plan={shown} outcomes={outcomes} />
    </section>
  )
}

function planOf(
  { reading }: SheetFile,
  units: Units,
  { validFrom, on, basis }: PlannedSheetProps['defaults'],
): readonly PlannedRow[] {
  const now = new Date().toISOString()
  const today = PlainDate.parse(beijingDay(now))
  const day = (text: string) => PlainDate.safeParse(text).data ?? today
  const defaults = { validFrom: day(validFrom), on: day(on), basis }
  return planUnitRows(unitSheetRows(reading.rows), units, defaults, { today, now })
}
