import type { Finding } from '@anjie/contracts/vocabulary/schemes/scheme'
import { BURDEN_RULES } from '@anjie/domain/catalogue/burdenRules'
import { KNOWN_FROM_NAMES } from '@anjie/domain/submissions/burdenOf'
import { Decimal, plainText, roundDecimal } from '@anjie/kernel'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { burdenWords as words } from '../../../locales/zh-CN/catalogue.ts'
import { Button } from '../../../ui/Button.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Table } from '../../../ui/table/Table.tsx'
import { cellsOf } from './burdenLine.ts'
import { RatesDialog } from './RatesDialog.tsx'

type Burden = Answer<(typeof OPERATIONS)['getSchemeBurden']>

/** 填报负担: before a scheme is published, and on its page afterwards. It is counted for whoever opens it: a page asks once. */
export default function BurdenPanel({ schemeId }: { schemeId: string }) {
  const [isOpen, setOpen] = useState(false)
  const read = useRead(OPERATIONS.getSchemeBurden, { params: { schemeId } }, { enabled: isOpen })
  return (
    <details
      className="panel"
      aria-label={words.title}
      data-testid="burden"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <b>{words.title}</b> <span className="quiet small">{words.saved}</span>
      </summary>
      {isOpen && (
        <div className="stack">
          <ReadState read={read}>
            {(burden) => (
              <>
                <Sides burden={burden} />
                <Change burden={burden} />
                <Rules findings={burden.findings} />
                <Lines burden={burden} />
              </>
            )}
          </ReadState>
        </div>
      )}
    </details>
  )
}

function Sides({ burden }: { burden: Burden }) {
  const me = useMe()
  const [setting, setSetting] = useState(false)
  const { sides, units, rates, ratesVersion, comparable } = burden
  const [own] = sides
  return (
    <>
      <Table
        caption={words.perUnit}
        withCaption
        isFramed
        rows={sides}
        rowKey={(side) => `${side.filledBy} ${side.name}`}
        columns={[
          {
            key: 'side',
            name: words.side,
            text: (side) => (side.filledBy === 'subject' ? words.subject(side.name) : words.commission(side.name)),
            isRowHead: true,
          },
          { key: 'cells', name: words.cells, kind: 'figure', text: (side) => String(cellsOf(side)) },
          { key: 'typed', name: words.typed, kind: 'figure', text: (side) => String(side.typed) },
          { key: 'confirmed', name: words.confirmed, kind: 'figure', text: (side) => String(side.confirmed) },
          { key: 'drawn', name: words.drawn, kind: 'figure', text: (side) => String(side.drawn) },
          { key: 'evidence', name: words.evidence, kind: 'figure', text: (side) => String(side.evidence) },
          { key: 'minutes', name: words.minutes, kind: 'figure', text: (side) => side.minutes },
        ]}
      />
      {own !== undefined && (
        <p>
          {words.known(own.confirmed + own.drawn, cellsOf(own))}；{words.comparable(comparable)}
          {units !== undefined && <>；{words.total(units, own.name, hoursOf(own.minutes, units))}</>}
        </p>
      )}
      <p className="quiet small">
        {words.ratesText(rates.typed, rates.confirmed, rates.drawn, rates.evidence)}
        {ratesVersion === 0 ? words.ratesDefault : words.ratesSet}{' '}
        {mayCall(me.roles, OPERATIONS.setBurdenRates) && (
          <Button isSmall onClick={() => setSetting(true)}>
            {words.setRates}
          </Button>
        )}
      </p>
      {setting && <RatesDialog rates={rates} version={ratesVersion} onClose={() => setSetting(false)} />}
    </>
  )
}

/** An estimate, so to whole hours. */
const hoursOf = (minutes: string, units: number): string =>
  plainText(roundDecimal(new Decimal(minutes).times(units).div(60), 0, 'half-up'))

const signed = (text: string): string => (/^-|^0$/.test(text) ? text : `+${text}`)

function Change({ burden: { before, sides } }: { burden: Burden }) {
  const [own] = sides
  return (
    <>
      <h3>{words.before}</h3>
      {before === undefined || own === undefined ? (
        <p className="quiet">{words.noBefore}</p>
      ) : (
        <>
          <p className="quiet small">{words.against(before.name)}</p>
          <dl className="facts">
            <dt>{words.cellChange}</dt>
            <dd>{words.cellChangeText(before.cellsBefore, cellsOf(own), signed(String(before.cells)))}</dd>
            <dt>{words.evidenceChange}</dt>
            <dd>{words.evidenceChangeText(signed(String(before.evidence)))}</dd>
            <dt>{words.minuteChange}</dt>
            <dd>{words.minuteChangeText(signed(before.minutes))}</dd>
            {before.added.length > 0 && (
              <>
                <dt>{words.added}</dt>
                <dd>{before.added.join('、')}</dd>
              </>
            )}
            {before.removed.length > 0 && (
              <>
                <dt>{words.removed}</dt>
                <dd>{before.removed.join('、')}</dd>
              </>
            )}
          </dl>
        </>
      )}
    </>
  )
}

const TONES = { error: 'stop', warning: 'due', hint: 'off' } as const

/** Every rule, also the ones that are kept: what was looked at is said. */
function Rules({ findings }: { findings: readonly Finding[] }) {
  const of = (check: string) => findings.filter((finding) => finding.check === check)
  return (
    <>
      <h3>{words.rules}</h3>
      <Table
        caption={words.rules}
        isFramed
        rows={BURDEN_RULES}
        rowKey={(rule) => rule.check}
        columns={[
          {
            key: 'rule',
            name: words.rule,
            text: (rule) => rule.says,
            show: (rule) => (
              <>
                {rule.says}
                <div className="quiet small">{rule.source}</div>
              </>
            ),
            isRowHead: true,
            wraps: true,
          },
          {
            key: 'result',
            name: words.result,
            text: (rule) =>
              of(rule.check)
                .map(({ message }) => message)
                .join('；') || words.kept,
            show: (rule) => {
              const found = of(rule.check)
              return found.length === 0 ? (
                <StateMark tone="good">{words.kept}</StateMark>
              ) : (
                found.map(({ severity, node, message }) => (
                  <div key={`${node} ${message}`}>
                    <StateMark tone={TONES[severity]}>{words.broken[severity]}</StateMark>{' '}
                    {message.replace(`；依据：${rule.source}`, '')}
                  </div>
                ))
              )
            },
            wraps: true,
          },
        ]}
      />
    </>
  )
}

function Lines({ burden: { lines } }: { burden: Burden }) {
  return (
    <DataTable
      caption={words.lines}
      name="burden"
      rows={lines}
      rowKey={(line) => line.item}
      empty=""
      columns={[
        { key: 'item', name: words.item, text: (line) => line.name, isRowHead: true, wraps: true },
        {
          key: 'side',
          name: words.side,
          text: (line) => (line.filledBy === 'subject' ? words.sideNames.subject : words.sideNames.commission),
          filtered: true,
        },
        { key: 'cells', name: words.cells, kind: 'figure', text: (line) => String(line.cells) },
        {
          key: 'from',
          name: words.from,
          text: (line) => (line.known === null ? words.typedHere : KNOWN_FROM_NAMES[line.known]),
          filtered: true,
        },
        { key: 'where', name: words.where, text: (line) => line.where ?? '', wraps: true },
      ]}
    />
  )
}
