import { FINDING_GRAVITIES, type FindingGravity } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import { FINDING_GRAVITY_NAMES } from '@anjie/domain/procedure/procedureNames'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { paperWords as words } from '../../../locales/zh-CN/procedure.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { tellDone } from '../../../ui/told.ts'
import { mayFill, type PaperCase, type PaperProps } from './paperCase.ts'
import '../../../ui/form/criterion.css'

interface VisitProps extends PaperProps {
  readonly onUnsaved: (isUnsaved: boolean) => void
}

const TONES = { remark: 'work', problem: 'due', grave: 'stop' } as const satisfies Record<FindingGravity, string>

/** 实地考评: who goes, when, and what was found. */
export function Visit({ found, loadNewest, onUnsaved }: VisitProps) {
  const { visit } = found.state
  if (visit === undefined) return null
  return (
    <>
      <section className="panel">
        <h2>{words.visit}</h2>
        <dl className="facts">
          <dt>{words.team}</dt>
          <dd>{visit.team}</dd>
          <dt>{words.members}</dt>
          <dd>{visit.members.map(({ personName, post }) => `${personName}（${post}）`).join('、')}</dd>
          <dt>{words.on}</dt>
          <dd>{dayText(visit.on)}</dd>
        </dl>
      </section>
      {mayFill(found) ? (
        <Recording found={found} onUnsaved={onUnsaved} />
      ) : (
        <Findings found={found} loadNewest={loadNewest} />
      )}
    </>
  )
}

interface TypedFinding {
  readonly key: number
  readonly indicator: string
  readonly gravity: FindingGravity
  readonly text: string
}

function Recording({ found, onUnsaved }: Pick<VisitProps, 'found' | 'onUnsaved'>) {
  const [findings, setFindings] = useState<readonly TypedFinding[]>(() =>
    (found.state.visit?.findings ?? []).map(({ indicator, gravity, text }, key) => ({ key, indicator, gravity, text })),
  )
  const [isUnsaved, setIsUnsaved] = useState(false)
  const save = useCommand(OPERATIONS.saveFindings)
  useEffect(() => onUnsaved(isUnsaved), [isUnsaved, onUnsaved])
  const change = (next: (before: readonly TypedFinding[]) => readonly TypedFinding[]) => {
    setFindings(next)
    setIsUnsaved(true)
  }
  const alter = (key: number, more: Partial<TypedFinding>) =>
    change((before) => before.map((each) => (each.key === key ? { ...each, ...more } : each)))
  const indicators = (found.indicators ?? []).map(({ code, name }) => ({ value: code, label: name }))
  return (
    <Form
      className="panel stack"
      problem={save.problem}
      onSubmit={() => {
        const body = { findings: findings.map(({ key: _key, ...finding }) => finding) }
        void save
          .run({ params: { paperId: found.state.id }, ifMatch: found.version, body })
          .then((reply) => reply !== undefined && tellDone(words.saved))
      }}
    >
      <h2>{words.findings}</h2>
      {findings.map(({ key, indicator, gravity, text }, index) => (
        <fieldset key={key} className="criterion">
          <legend>{words.finding(index + 1)}</legend>
          <ChoiceField
            label={words.indicator}
            name={`findings/${index}/indicator`}
            value={indicator}
            choices={indicators}
            placeholder={words.indicator}
            onChange={(value) => alter(key, { indicator: value })}
          />
          <ChoiceField
            label={words.gravity}
            value={gravity}
            choices={FINDING_GRAVITIES.map((value) => ({ value, label: FINDING_GRAVITY_NAMES[value] }))}
            onChange={(value) => alter(key, { gravity: FINDING_GRAVITIES.find((each) => each === value) ?? gravity })}
          />
          <TextField
            label={words.text}
            name={`findings/${index}/text`}
            value={text}
            rows={2}
            most={200}
            onChange={(value) => alter(key, { text: value })}
          />
          <span className="row">
            <Button isSmall onClick={() => change((before) => before.filter((each) => each.key !== key))}>
              {words.removeFinding}
            </Button>
          </span>
        </fieldset>
      ))}
      <span className="row">
        <Button
          onClick={() =>
            change((before) => [
              ...before,
              { key: (before.at(-1)?.key ?? -1) + 1, indicator: '', gravity: 'problem', text: '' },
            ])
          }
        >
          {words.addFinding}
        </Button>
      </span>
      <span className="row end">
        <Button submits isMain={isUnsaved} waiting={save.waiting}>
          {words.verbs.save}
        </Button>
      </span>
    </Form>
  )
}

type Finding = NonNullable<PaperCase['state']['visit']>['findings'][number] & { readonly number: number }

function Findings({ found, loadNewest }: PaperProps) {
  const me = useMe()
  const [drafting, setDrafting] = useState<Finding | undefined>(undefined)
  const names = new Map<string, string>((found.indicators ?? []).map(({ code, name }) => [code, name]))
  const rows = (found.state.visit?.findings ?? []).map((each, index): Finding => ({ ...each, number: index + 1 }))
  const mayDraft = found.state.status === 'done' && mayCall(me.roles, OPERATIONS.draftFromFinding)
  if (rows.length === 0) return <p className="quiet">{words.noFindings}</p>
  return (
    <section className="panel" aria-label={words.findings}>
      <h2>{words.findings}</h2>
      <DataTable
        caption={words.findings}
        name=""
        isDense
        isPlain
        rows={rows}
        rowKey={({ number }) => String(number)}
        columns={[
          { key: 'text', name: words.text, text: ({ text }) => text, wraps: true, isRowHead: true },
          { key: 'indicator', name: words.indicator, text: ({ indicator }) => names.get(indicator) ?? indicator },
          {
            key: 'gravity',
            name: words.gravity,
            text: ({ gravity }) => FINDING_GRAVITY_NAMES[gravity],
            show: ({ gravity }) => <StateMark tone={TONES[gravity]}>{FINDING_GRAVITY_NAMES[gravity]}</StateMark>,
          },
          {
            key: 'measure',
            name: words.measure,
            isControl: true,
            text: () => '',
            show: (finding) =>
              finding.measureId !== undefined ? (
                <Link to={`/measures/${finding.measureId}`}>{words.measure}</Link>
              ) : (
                mayDraft && (
                  <Button isSmall onClick={() => setDrafting(finding)}>
                    {words.draft}
                  </Button>
                )
              ),
          },
        ]}
      />
      {drafting !== undefined && (
        <DraftDialog found={found} loadNewest={loadNewest} finding={drafting} onClose={() => setDrafting(undefined)} />
      )}
    </section>
  )
}

interface DraftDialogProps extends PaperProps {
  readonly finding: Finding
  readonly onClose: () => void
}

function DraftDialog({ found, loadNewest, finding, onClose }: DraftDialogProps) {
  const [workingDays, setWorkingDays] = useState('15')
  const draft = useCommand(OPERATIONS.draftFromFinding)
  return (
    <CommandDialog
      title={words.draft}
      command={draft}
      missing={[/^[1-9]\d{0,2}$/.test(workingDays) ? undefined : words.workingDays]}
      input={() => ({
        params: { paperId: found.state.id },
        ifMatch: found.version,
        body: { findingNumber: finding.number, workingDays: Number(workingDays) },
      })}
      onClose={onClose}
      loadNewest={loadNewest}
    >
      <p>{words.draftText(finding.text)}</p>
      <TextField label={words.workingDays} name="workingDays" value={workingDays} onChange={setWorkingDays} />
    </CommandDialog>
  )
}
