import {
  MEASURE_KINDS,
  MEASURE_TRIGGERS,
  type Measure,
  type MeasureContent,
  type MeasureKind,
  type MeasureTrigger,
} from '@anjie/contracts/vocabulary/supervision/measure'
import { hasTerm, mayBar } from '@anjie/contracts/vocabulary/supervision/measureKinds'
import { MEASURE_KIND_NAMES, MEASURE_TRIGGER_NAMES } from '@anjie/domain/supervision/measureNames'
import { beijingDay } from '@anjie/kernel'
import { type ReactNode, useState } from 'react'
import { measureWords as words } from '../../../locales/zh-CN/supervision.ts'
import type { ApiProblem } from '../../../ui/apiProblem.ts'
import { Button } from '../../../ui/Button.tsx'
import { CheckField } from '../../../ui/form/CheckField.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'

interface TypedProblem {
  readonly key: number
  readonly text: string
  readonly workingDays: string
  readonly repeated: boolean
}

const KINDS = MEASURE_KINDS.map((value) => ({ value, label: MEASURE_KIND_NAMES[value] }))
const TRIGGERS = MEASURE_TRIGGERS.map((value) => ({ value, label: MEASURE_TRIGGER_NAMES[value] }))
const USUAL_DAYS = '15'

interface MeasureFormProps {
  readonly from?: Measure
  readonly waiting: boolean
  readonly problem: ApiProblem | undefined
  readonly label: string
  readonly onSend: (content: Readonly<Record<string, unknown>>) => void
  /** Whom it is on, where that can be chosen. */
  readonly children?: ReactNode
}

/** What a draft says, for a new one and for one that is changed. */
export function MeasureForm({ from, waiting, problem, label, onSend, children }: MeasureFormProps) {
  const [kind, setKind] = useState<MeasureKind>(from?.kind ?? 'inspection')
  const [matter, setMatter] = useState(from?.matter ?? '')
  const [trigger, setTrigger] = useState<MeasureTrigger>(from?.trigger ?? 'planned')
  const [on, setOn] = useState<string>(from?.on ?? beijingDay(new Date().toISOString()))
  const [documentNumber, setDocumentNumber] = useState<string>(from?.documentNumber ?? '')
  const [participants, setParticipants] = useState((from?.participants ?? []).join('、'))
  const [demands, setDemands] = useState(from?.demands ?? '')
  const [until, setUntil] = useState<string>(from?.until ?? '')
  const [barMonths, setBarMonths] = useState(from?.bars === undefined ? '' : String(from.bars.months))
  const [barBasis, setBarBasis] = useState(from?.bars?.basis ?? '')
  const [isPublished, setIsPublished] = useState(from?.isPublished ?? false)
  const [problems, setProblems] = useState<readonly TypedProblem[]>(
    (from?.problems ?? []).map(({ text, workingDays, repeated = false }, key) => ({
      key,
      text,
      workingDays: String(workingDays),
      repeated,
    })),
  )
  const error = useFieldErrors(problem)
  const change = (key: number, more: Partial<TypedProblem>) =>
    setProblems((before) => before.map((each) => (each.key === key ? { ...each, ...more } : each)))
  const content = (): Record<keyof MeasureContent, unknown> => ({
    kind,
    matter,
    trigger,
    on,
    documentNumber: documentNumber.trim() === '' ? undefined : documentNumber,
    participants: participants
      .split(/[、，,]/)
      .map((each) => each.trim())
      .filter((each) => each !== ''),
    demands,
    until: hasTerm(kind) && until !== '' ? until : undefined,
    isPublished: kind === 'listing' && isPublished,
    bars: mayBar(kind) && barMonths !== '' ? { months: Number(barMonths), basis: barBasis } : undefined,
    problems: problems.map(({ text, workingDays, repeated }) => ({
      text,
      workingDays: Number(workingDays),
      ...(repeated ? { repeated: true } : {}),
    })),
  })
  return (
    <Form className="panel stack" isNarrow problem={problem} onSubmit={() => onSend(content())}>
      <p className="quiet">{words.draftHint}</p>
      {children}
      <ChoiceField
        label={words.kind}
        name="kind"
        value={kind}
        choices={KINDS}
        onChange={(value) => setKind(MEASURE_KINDS.find((each) => each === value) ?? kind)}
      />
      <TextField label={words.matter} name="matter" value={matter} most={80} onChange={setMatter} />
      <ChoiceField
        label={words.trigger}
        name="trigger"
        value={trigger}
        choices={TRIGGERS}
        onChange={(value) => setTrigger(MEASURE_TRIGGERS.find((each) => each === value) ?? trigger)}
      />
      <DateField label={words.on} name="on" value={on} onChange={setOn} />
      <TextField
        label={words.number}
        name="documentNumber"
        value={documentNumber}
        hint={words.documentHint}
        onChange={setDocumentNumber}
      />
      {hasTerm(kind) && <DateField label={words.until} name="until" value={until} onChange={setUntil} />}
      {mayBar(kind) && (
        <>
          <TextField
            label={words.barMonths}
            value={barMonths}
            error={error('bars', 'months')}
            onChange={setBarMonths}
          />
          {barMonths !== '' && (
            <TextField label={words.barBasis} value={barBasis} error={error('bars', 'basis')} onChange={setBarBasis} />
          )}
        </>
      )}
      {kind === 'listing' && (
        <CheckField checked={isPublished} onChange={setIsPublished}>
          {words.isPublished}
        </CheckField>
      )}
      <TextField
        label={words.participants}
        name="participants"
        value={participants}
        hint={words.participantsHint}
        onChange={setParticipants}
      />
      <TextField label={words.demands} name="demands" value={demands} rows={4} most={1000} onChange={setDemands} />
      {problems.map(({ key, text, workingDays, repeated }, index) => (
        <fieldset key={key} className="stack">
          <legend>{words.problemNumber(index + 1)}</legend>
          <TextField
            label={words.problem}
            value={text}
            most={200}
            error={error('problems', index, 'text')}
            onChange={(value) => change(key, { text: value })}
          />
          <TextField
            label={words.workingDays}
            value={workingDays}
            error={error('problems', index, 'workingDays')}
            onChange={(value) => change(key, { workingDays: value })}
          />
          <CheckField checked={repeated} onChange={(value) => change(key, { repeated: value })}>
            {words.repeated}
          </CheckField>
          <span className="row">
            <Button isSmall onClick={() => setProblems((before) => before.filter((each) => each.key !== key))}>
              {words.removeProblem}
            </Button>
          </span>
        </fieldset>
      ))}
      <span className="row">
        <Button
          onClick={() =>
            setProblems((before) => [
              ...before,
              { key: (before.at(-1)?.key ?? -1) + 1, text: '', workingDays: USUAL_DAYS, repeated: false },
            ])
          }
        >
          {words.addProblem}
        </Button>
      </span>
      <span className="row end">
        <Button isMain submits waiting={waiting}>
          {label}
        </Button>
      </span>
    </Form>
  )
}
