import { outcomeNames, outcomes, type SystemMapping } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import {
  DISPUTE_COLUMNS,
  type DisputeColumn,
  disputeColumnNames,
  headingsAs,
} from '@anjie/domain/disputes/disputeColumns'
import {
  kindLines,
  outcomeLines,
  placeLines,
  readKindLines,
  readOutcomeLines,
  readPlaceLines,
} from '@anjie/domain/disputes/mappingText'
import { useState } from 'react'
import { useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { whenShown } from '../../../app/whenShown.tsx'
import { disputeWords as words } from '../../../locales/zh-CN/disputes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { CheckField } from '../../../ui/form/CheckField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { tellDone } from '../../../ui/told.ts'

type InUse = Answer<(typeof OPERATIONS)['listDisputeSystems']>['systems'][number]

const Sample = whenShown(() => import('./Sample.tsx'))

/** 字段对照 of one system: which column holds what, what its words mean, and what a sample file becomes by it. */
export default function SystemPage() {
  const { system = '' } = useParams()
  const read = useRead(OPERATIONS.listDisputeSystems, {})
  return (
    <ReadState read={read}>
      {({ systems }) => {
        const found = systems.find(({ mapping }) => mapping.system === system) ?? systems[0]
        return found === undefined ? null : <Mapping key={`${system} ${found.version} ${found.of}`} found={found} />
      }}
    </ReadState>
  )
}

const SEVERAL: ReadonlySet<DisputeColumn> = new Set(['otherNumbers', 'parties', 'identityNumbers', 'phones'])

function columnsOf(typed: Readonly<Record<string, string>>): SystemMapping['columns'] {
  const entries = DISPUTE_COLUMNS.flatMap((column): [string, string | string[]][] => {
    const headings = (typed[column] ?? '')
      .split('、')
      .map((heading) => heading.trim())
      .filter((heading) => heading !== '')
    const [first] = headings
    if (first === undefined) return []
    return [[column, SEVERAL.has(column) ? headings : first]]
  })
  // Checked by the operation's own schema when it is sent.
  return { caseNumber: '', ...Object.fromEntries(entries) }
}

function Mapping({ found }: { readonly found: InUse }) {
  const me = useMe()
  const { mapping } = found
  const save = useCommand(OPERATIONS.mapDisputeSystem)
  const mayEdit = mayCall(me.roles, OPERATIONS.mapDisputeSystem)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(DISPUTE_COLUMNS.map((column) => [column, headingsAs(mapping.columns, column).join('、')])),
  )
  const [kinds, setKinds] = useState(() => kindLines(mapping.kinds))
  const [results, setResults] = useState(() => outcomeLines(mapping.outcomes))
  const [places, setPlaces] = useState(() => placeLines(mapping.places))
  const [resolved, setResolved] = useState<readonly string[]>(mapping.resolved)
  const [reason, setReason] = useState('')
  const [readKinds, readResults, readPlaces] = [readKindLines(kinds), readOutcomeLines(results), readPlaceLines(places)]
  const faults = [...readKinds.faults, ...readResults.faults, ...readPlaces.faults]
  const edited: SystemMapping = {
    system: mapping.system,
    name: mapping.name,
    columns: columnsOf(typed),
    kinds: readKinds.table,
    outcomes: readResults.table,
    places: readPlaces.table,
    resolved: outcomes.filter((outcome) => resolved.includes(outcome)),
  }
  const submit = () => {
    const body = {
      mapping: edited,
      startsFrom: found.ownVersion,
      ...(reason.trim() === '' ? {} : { reason }),
    }
    void save.run({ params: { system: mapping.system }, body: body as never }).then((reply) => {
      if (reply !== undefined) tellDone(words.saved)
    })
  }
  return (
    <>
      <PageHead
        title={words.mappingOf(mapping.name)}
        sub={words.of[found.of]}
        back={{ to: '/dispute-systems', label: words.systemsTitle }}
      />
      <div className="stack">
        <Sample mapping={edited} />
        <Form className="panel stack" problem={save.problem} onSubmit={submit}>
          <h2>{words.headings}</h2>
          <p className="quiet">{words.headingsHint}</p>
          {DISPUTE_COLUMNS.map((column) => (
            <TextField
              key={column}
              label={disputeColumnNames[column]}
              value={typed[column] ?? ''}
              disabled={!mayEdit}
              onChange={(value) => setTyped((before) => ({ ...before, [column]: value }))}
            />
          ))}
          <TextField
            label={words.kindWords}
            hint={words.kindWordsHint}
            value={kinds}
            rows={6}
            disabled={!mayEdit}
            onChange={setKinds}
          />
          <TextField
            label={words.outcomeWords}
            hint={words.outcomeWordsHint}
            value={results}
            rows={5}
            disabled={!mayEdit}
            onChange={setResults}
          />
          <TextField
            label={words.placeWords}
            hint={words.placeWordsHint}
            value={places}
            rows={3}
            disabled={!mayEdit}
            onChange={setPlaces}
          />
          <fieldset className="plain">
            <legend>{words.countsAsResolved}</legend>
            {outcomes.map((outcome) => (
              <CheckField
                key={outcome}
                checked={resolved.includes(outcome)}
                disabled={!mayEdit}
                onChange={(isOn) =>
                  setResolved((before) => (isOn ? [...before, outcome] : before.filter((each) => each !== outcome)))
                }
              >
                {outcomeNames[outcome]}
              </CheckField>
            ))}
          </fieldset>
          {faults.map((line) => (
            <Callout key={line} tone="stop" title={words.badLine(line)} />
          ))}
          {mayEdit && (
            <>
              <TextField label={words.reason} name="reason" value={reason} most={200} onChange={setReason} />
              {save.problem !== undefined && <ProblemNotice problem={save.problem} />}
              <div className="row">
                <Button
                  isMain
                  submits
                  waiting={save.waiting}
                  disabled={faults.length > 0 || resolved.length === 0 || (typed['caseNumber'] ?? '').trim() === ''}
                >
                  {words.saveMapping}
                </Button>
              </div>
            </>
          )}
        </Form>
      </div>
    </>
  )
}
