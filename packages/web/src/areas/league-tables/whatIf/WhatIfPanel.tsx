import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import type { WhatIf } from '@anjie/domain/league-tables/index'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import { isMissingChunk } from '../../../app/missingChunk.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { whatIfWords as words } from '../../../locales/zh-CN/leagueTables.ts'
import { runWords } from '../../../locales/zh-CN/runs.ts'
import { Button } from '../../../ui/Button.tsx'
import { DecimalFigure, placesOf } from '../../../ui/DecimalFigure.tsx'
import { Choice } from '../../../ui/form/Choice.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { ArchiveProgressBar } from '../archive/ArchiveProgressBar.tsx'
import type { RunArchive } from '../archive/readRunArchive.ts'
import type { RunArchiveHandle } from '../archive/useRunArchive.ts'
import { IntervalBar } from '../table/IntervalBar.tsx'
import { RankChange } from '../table/RankChange.tsx'
import { agreesWithOfficial, compareWhatIf, factorsOf, movedCount, weightedNodes } from './compareWhatIf.ts'
import './WhatIfPanel.css'

interface WhatIfPanelProps {
  readonly groups: readonly { readonly code: string; readonly name: string }[]
  readonly rows: readonly LeagueRow[]
  /** Undefined where the reader may not see the figures of every county; the panel then says so. */
  readonly archive: RunArchiveHandle | undefined
}

interface Opened {
  readonly archive: RunArchive
  readonly whatIf: WhatIf
}

const MOST = 200
const STEP = 5

/** 权重试算: the table under other weights, in this browser alone, always beside the official one. */
export function WhatIfPanel({ groups, rows, archive }: WhatIfPanelProps) {
  const id = useId()
  const [shown, setShown] = useState(false)
  const [opened, setOpened] = useState<Opened | undefined>(undefined)
  const [failure, setFailure] = useState<string | undefined>(undefined)

  const open = async () => {
    setShown(true)
    if (opened !== undefined || archive === undefined) return
    setFailure(undefined)
    try {
      const [read, engine] = await Promise.all([archive.read(), import('@anjie/domain/league-tables/index')])
      if (read === undefined) return
      const { scheme, period, subjects, values, previous } = read.inputs
      const whatIf = engine.openWhatIf({
        scheme,
        period,
        subjects,
        values,
        ...(previous === null ? {} : { previous }),
      })
      setOpened({ archive: read, whatIf })
    } catch (thrown) {
      console.error(thrown)
      setFailure(isMissingChunk(thrown) ? commonWords.newVersion : words.failed)
    }
  }

  return (
    <section className="panel stack no-print" aria-label={words.title} data-testid="what-if">
      <div className="list-tools">
        <h2>{words.title}</h2>
        <Button
          aria-expanded={shown}
          aria-controls={`${id}-body`}
          aria-label={shown ? words.hide : words.show}
          aria-describedby={`${id}-why`}
          disabled={archive === undefined}
          data-testid="what-if-toggle"
          onClick={() => {
            if (shown) setShown(false)
            else void open()
          }}
        >
          {shown ? words.hide : words.show}
        </Button>
      </div>
      <p className="quiet small" id={`${id}-why`}>
        {archive === undefined ? words.notOffered : words.hint}
      </p>
      <div id={`${id}-body`} hidden={!shown}>
        {archive?.progress !== undefined && <ArchiveProgressBar progress={archive.progress} />}
        {archive?.problem !== undefined && <ProblemNotice problem={archive.problem} onRetry={() => void open()} />}
        {failure !== undefined && (
          <p className="error-text" role="alert">
            {failure}
          </p>
        )}
        {opened !== undefined && <Trial opened={opened} groups={groups} rows={rows} />}
      </div>
    </section>
  )
}

interface TrialProps {
  readonly opened: Opened
  readonly groups: WhatIfPanelProps['groups']
  readonly rows: readonly LeagueRow[]
}

const EMPTY: ReadonlyMap<string, number> = new Map()

function Trial({ opened, groups, rows }: TrialProps) {
  const { archive, whatIf } = opened
  const nodes = useMemo(() => weightedNodes(archive.inputs.scheme, words.worth), [archive])
  const first = nodes.filter((node) => node.depth === 1)
  const [added, setAdded] = useState<readonly string[]>([])
  const [percents, setPercents] = useState(EMPTY)
  const later = useDeferredValue(percents)
  const trial = useMemo(() => whatIf.redraw(factorsOf(later)), [whatIf, later])
  const agrees = useMemo(() => agreesWithOfficial(rows, whatIf.redraw(EMPTY)), [rows, whatIf])
  const present = groups.filter((group) => rows.some((row) => row.group === group.code))
  const [chosen, setChosen] = useState('')
  const group = present.find((each) => each.code === chosen)?.code ?? present[0]?.code ?? ''
  const compared = useMemo(
    () =>
      compareWhatIf(
        rows.filter((row) => row.group === group),
        trial,
      ),
    [rows, group, trial],
  )
  const sliders = nodes.filter((node) => node.depth === 1 || added.includes(node.code))
  const others = nodes.filter((node) => node.depth > 1 && !added.includes(node.code))
  const changed = [...percents.values()].some((percent) => percent !== 100)
  return (
    <div className="stack">
      {!agrees && (
        <p role="status" className="error-text">
          {words.otherRules}
        </p>
      )}
      <div className="what-if-sliders">
        {sliders.map((node) => (
          <Slider
            key={node.code}
            code={node.code}
            name={node.name}
            worth={node.worth}
            percent={percents.get(node.code) ?? 100}
            onChange={(percent) => setPercents(new Map(percents).set(node.code, percent))}
          />
        ))}
      </div>
      <div className="row">
        <Button
          disabled={!changed}
          aria-label={words.reset}
          data-testid="what-if-reset"
          onClick={() => setPercents(EMPTY)}
        >
          {words.reset}
        </Button>
        {others.length > 0 && first.length > 0 && (
          <Choice
            isInline
            aria-label={words.addNode}
            value=""
            data-testid="what-if-add"
            none={words.addNode}
            choices={others.map((node) => ({
              value: node.code,
              label: `${'　'.repeat(node.depth - 1)}${node.name}`,
            }))}
            onChange={(code) => setAdded([...added, code])}
          />
        )}
        <span role="status" className="small" data-testid="what-if-moved">
          {words.moved(movedCount(compared), compared.length)}
        </span>
      </div>
      {present.length > 1 && (
        <div className="narrow-form">
          <ChoiceField
            label={words.group}
            value={group}
            choices={present.map((each) => ({ value: each.code, label: each.name }))}
            onChange={setChosen}
          />
        </div>
      )}
      <ComparedTable rows={compared} />
    </div>
  )
}

interface SliderProps {
  readonly code: string
  readonly name: string
  readonly worth: string
  readonly percent: number
  readonly onChange: (percent: number) => void
}

function Slider({ code, name, worth, percent, onChange }: SliderProps) {
  const id = useId()
  return (
    <div className="what-if-slider">
      <label htmlFor={id}>
        {name} {worth !== '' && <span className="quiet small">{worth}</span>}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={MOST}
        step={STEP}
        value={percent}
        aria-valuetext={words.percent(percent)}
        data-testid={`what-if-${code}`}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <output htmlFor={id} className={percent === 100 ? 'figure quiet' : 'figure'}>
        {words.percent(percent)}
      </output>
    </div>
  )
}

type ComparedRow = ReturnType<typeof compareWhatIf>[number]

function ComparedTable({ rows }: { rows: ReturnType<typeof compareWhatIf> }) {
  const places = placesOf(rows.flatMap((row) => [row.officialScore, row.ownScore]))
  const ranked = rows.filter((row) => row.officialRank !== null).length
  const withInterval = rows.some((row) => row.interval !== null)
  return (
    <DataTable
      caption={words.title}
      isPlain
      isDense
      rows={rows}
      rowKey={(row) => row.subject}
      tableTestId="what-if-table"
      testId={(row) => `what-if-row-${row.subject}`}
      columns={[
        { key: 'county', name: words.county, text: (row) => row.name, isRowHead: true },
        {
          key: 'officialRank',
          name: words.officialRank,
          kind: 'figure',
          text: (row) => String(row.officialRank ?? words.notRanked),
        },
        {
          key: 'ownRank',
          name: words.ownRank,
          kind: 'figure',
          text: (row) => String(row.ownRank ?? words.notRanked),
          show: (row) => <strong>{row.ownRank ?? words.notRanked}</strong>,
        },
        {
          key: 'change',
          name: words.change,
          kind: 'figure',
          text: (row) => String(row.moved ?? ''),
          show: (row) => <RankChange change={row.moved ?? undefined} />,
        },
        {
          key: 'officialScore',
          name: words.officialScore,
          kind: 'figure',
          text: (row) => row.officialScore ?? words.noScore,
          show: (row) =>
            row.officialScore === null ? words.noScore : <DecimalFigure value={row.officialScore} places={places} />,
        },
        {
          key: 'ownScore',
          name: words.ownScore,
          kind: 'figure',
          text: (row) => row.ownScore ?? words.noScore,
          show: (row) => (
            <strong>
              {row.ownScore === null ? words.noScore : <DecimalFigure value={row.ownScore} places={places} />}
            </strong>
          ),
        },
        ...(withInterval
          ? [
              {
                key: 'interval',
                name: words.interval,
                text: (row: ComparedRow) =>
                  row.interval === null ? '' : runWords.intervalText(row.interval.from, row.interval.to),
                show: (row: ComparedRow) =>
                  row.interval !== null &&
                  row.officialRank !== null && (
                    <IntervalBar interval={row.interval} rank={row.officialRank} of={ranked} />
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}
