import { MAX_ROWS_AT_ONCE } from '@anjie/contracts/vocabulary/registers/registerRow'
import { periodName } from '@anjie/domain/registers/periods'
import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useApi } from '../../../app/api/ApiContext.ts'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useKeptDraft } from '../../../app/drafts/useKeptDraft.tsx'
import { everyPage } from '../../../app/list/everyPage.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { registerWords as words } from '../../../locales/zh-CN/registers.ts'
import { Button } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/form/Choice.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { EveryRow } from '../../../ui/table/tableColumn.ts'
import { tellDone, tellWarning } from '../../../ui/told.ts'
import { ImportLink } from '../../intake/imports/ImportLink.tsx'
import { stateOf } from '../registerState.ts'
import { ClassLine } from './ClassLine.tsx'
import { gridColumns } from './gridColumns.tsx'
import {
  changedRows,
  emptyRows,
  type GridRow,
  givenRow,
  gridRows,
  keptRows,
  type RowsAnswer,
  readKeptRows,
  rowTitleOf,
  type StoredRow,
  withTyped,
} from './gridRows.ts'
import { RowHistory } from './RowHistory.tsx'

const FILTERS = ['column', 'value', 'missing', 'text'] as const
const ADDED_AT_ONCE = 20

/** A register's rows: found, filled, pasted, taken out; page by page. */
export default function RegisterPage() {
  const { registerId = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const given = (name: string) => search.get(name) ?? undefined
  const asked = Object.fromEntries(
    ['holder', 'period', ...FILTERS].flatMap((name) => {
      const value = given(name)
      return value === undefined || value === '' ? [] : [[name, value] as const]
    }),
  )
  // A column without its value narrows nothing yet.
  const { column, value, ...others } = asked
  const narrowed = { ...others, ...(column !== undefined && value !== undefined ? { column, value } : {}) }
  const [cursors, setCursors] = useState<readonly string[]>([])
  const cursor = cursors.at(-1)
  const read = useRead(
    OPERATIONS.listRegisterRows,
    { params: { registerId }, query: { ...narrowed, ...(cursor === undefined ? {} : { cursor }) } },
    { keepsShown: true },
  )
  const ask = (changes: Readonly<Record<string, string | undefined>>) => {
    setCursors([])
    setSearch(
      Object.fromEntries(
        Object.entries({ ...asked, ...changes }).filter((entry): entry is [string, string] => {
          const [, text] = entry
          return text !== undefined && text !== ''
        }),
      ),
    )
  }
  return (
    <ReadState read={read}>
      {(data) => (
        <Register
          // A page of rows, a filter and an edition begin with nothing typed.
          key={`${JSON.stringify(asked)} ${cursor ?? ''} ${data.edition} ${data.period} ${data.holder}`}
          registerId={registerId}
          data={data}
          asked={asked}
          onAsk={ask}
          page={cursors.length + 1}
          onPrevious={cursors.length === 0 ? undefined : () => setCursors(cursors.slice(0, -1))}
          onNext={data.cursor === undefined ? undefined : () => setCursors([...cursors, data.cursor ?? ''])}
          query={narrowed}
          onSaved={() => void read.refetch()}
        />
      )}
    </ReadState>
  )
}

interface RegisterProps {
  readonly registerId: string
  readonly data: RowsAnswer
  readonly asked: Readonly<Record<string, string>>
  readonly onAsk: (changes: Readonly<Record<string, string | undefined>>) => void
  readonly page: number
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
  readonly query: Readonly<Record<string, string>>
  readonly onSaved: () => void
}

function Register({ registerId, data, asked, onAsk, page, onPrevious, onNext, query, onSaved }: RegisterProps) {
  const { register, mayFill, totals, holder, period } = data
  const [added, setAdded] = useState<readonly GridRow[]>([])
  const [touched, setTouched] = useState<ReadonlyMap<string, GridRow>>(new Map())
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [removing, setRemoving] = useState(false)
  const [history, setHistory] = useState<GridRow | undefined>(undefined)
  const save = useCommand(OPERATIONS.saveRegisterRows)
  const declare = useCommand(OPERATIONS.declareRegisterNone)
  const api = useApi()
  const today = beijingDay(new Date().toISOString())
  const rows = [...gridRows(data.rows).map((row) => keptOver(row, touched.get(row.key))), ...added]
  const changed = changedRows(rows)
  const titleColumn = register.columns.find(({ code }) => code === register.title)
  const ofUnits = register.rowsOf === 'unit' && !holder.includes('.')
  const isNarrowed = FILTERS.some((name) => asked[name] !== undefined)
  const params = { registerId }

  const { offer } = useKeptDraft<readonly GridRow[]>({
    form: `register/${registerId}/${holder}/${period}`,
    unsaved: changed.length > 0,
    content: keptRows(rows),
    read: (kept) => readKeptRows(kept, data.rows),
    restore: (kept) => putAll(kept),
  })

  const putAll = (next: readonly GridRow[]) => {
    setAdded(next.filter(({ stored }) => stored === undefined))
    setTouched(new Map(next.filter(({ stored }) => stored !== undefined).map((row) => [row.key, row] as const)))
  }
  const saveAll = async () => {
    let [saved, refused] = [0, 0]
    let now: readonly GridRow[] = rows
    for (let from = 0; from < changed.length; from += MAX_ROWS_AT_ONCE) {
      const some = changed.slice(from, from + MAX_ROWS_AT_ONCE)
      const answer = await save.run({
        params,
        body: {
          holder,
          period,
          rows: some.map((row) => ({
            ...(row.stored === undefined ? {} : { row: row.stored.id, version: row.stored.version }),
            ...givenRow(row),
          })),
        } as never,
      })
      if (answer === undefined) break
      const results = answer.results ?? []
      for (const [at, row] of some.entries()) {
        const result = results[at]
        if (result?.result === 'refused') {
          refused += 1
          const faults = Object.fromEntries((result.faults ?? []).map(({ column = '', detail }) => [column, detail]))
          now = now.map((each) => (each.key === row.key ? { ...each, faults } : each))
        } else {
          saved += 1
          // What was saved comes back with the page; an empty line that became a row is no line of its own.
          now = now.filter(({ key }) => key !== row.key)
        }
      }
    }
    putAll(now.filter(({ typed, stored }) => stored === undefined || Object.keys(typed).length > 0))
    onSaved()
    if (refused > 0) tellWarning(words.savedSome(saved, refused))
    else if (saved > 0) tellDone(words.saved(saved))
  }
  const everyRow: EveryRow<GridRow> = async (gathering) =>
    gridRows(await everyPage(api, OPERATIONS.listRegisterRows, { params, query } as never, gathering))
  const state = stateOf(totals, data.dueOn, today)
  return (
    <>
      <PageHead
        title={register.name}
        sub={`${data.holderName} ${periodName(period)}${data.dueOn === undefined ? '' : `，${words.due}${dayText(data.dueOn)}`}。${register.about}`}
        back={{ to: '/registers', label: words.back }}
      >
        {data.periods.length > 1 && (
          <Choice
            isInline
            aria-label={words.period}
            value={period}
            choices={data.periods.map((each) => ({ value: each, label: periodName(each) }))}
            onChange={(next) => onAsk({ period: next })}
          />
        )}
        {mayFill && <ImportLink list="register" target={`${registerId}@${period}`} />}
        <Link className="button" to={`/registers/${registerId}/definition`}>
          {words.definition}
        </Link>
        {ofUnits && (
          <Link className="button" to={`/registers/${registerId}/holders?period=${period}`}>
            {words.holders}
          </Link>
        )}
        {mayFill && data.state === 'never-filled' && !ofUnits && (
          <Button
            waiting={declare.waiting}
            onClick={() => {
              void declare
                .run({ params, body: { holder, period } as never })
                .then((reply) => reply !== undefined && tellDone(words.declared))
            }}
          >
            {words.declare}
          </Button>
        )}
      </PageHead>
      {declare.problem !== undefined && <ProblemNotice problem={declare.problem} />}
      {offer}
      {totals !== undefined && (
        <ClassLine
          columns={register.columns}
          totals={totals}
          status={state}
          onMissing={(missing) => onAsk({ missing, column: undefined, value: undefined })}
        />
      )}
      <DataTable<GridRow>
        caption={`${data.holderName} ${register.name} ${periodName(period)}`}
        rows={rows}
        rowKey={({ key }) => key}
        isServed
        isDense
        countText={
          totals === undefined || isNarrowed
            ? words.countFound(data.rows.length)
            : words.countOf(data.rows.length, totals.rows)
        }
        empty={isNarrowed ? words.countFound(0) : words.stateTexts[data.state] || words.untouched}
        everyRow={everyRow}
        columns={gridColumns({
          columns: register.columns,
          holderNames: ofUnits ? data.holderNames : undefined,
          mayFill,
          term: register.term,
          titleCode: register.title,
          totals: isNarrowed ? undefined : totals,
          onHistory: setHistory,
        })}
        tools={<Filters columns={register.columns} asked={asked} isNarrowed={isNarrowed} onAsk={onAsk} />}
        {...(mayFill
          ? {
              onEdit: (changes) => putAll(withTyped(rows, changes, register.columns)),
              picking: {
                picked,
                onPick: (keys, isPicked) =>
                  setPicked((before) =>
                    isPicked
                      ? new Set([...before, ...keys])
                      : new Set([...before].filter((key) => !keys.includes(key))),
                  ),
                labelOf: (row: GridRow) =>
                  row.stored === undefined ? undefined : words.pick(rowTitleOf(titleColumn, row)),
                allLabel: words.pickAll,
              },
            }
          : {})}
      />
      {save.problem !== undefined && <ProblemNotice problem={save.problem} />}
      <div className="row no-print">
        {mayFill && (
          <>
            {ofUnits ? (
              <span className="quiet small">{words.addUnitFirst}</span>
            ) : (
              <Button onClick={() => setAdded([...added, ...emptyRows(added.length, ADDED_AT_ONCE)])}>
                {words.add}
              </Button>
            )}
            <Button isMain disabled={changed.length === 0} waiting={save.waiting} onClick={() => void saveAll()}>
              {words.save(changed.length)}
            </Button>
            {changed.length > 0 && (
              <Button
                onClick={() => {
                  setAdded([])
                  setTouched(new Map())
                }}
              >
                {words.discard}
              </Button>
            )}
            <Button isDanger disabled={picked.size === 0} onClick={() => setRemoving(true)}>
              {words.remove}
            </Button>
          </>
        )}
        {(onPrevious !== undefined || onNext !== undefined) && (
          <>
            <Button disabled={onPrevious === undefined || changed.length > 0} onClick={() => onPrevious?.()}>
              {words.previous}
            </Button>
            <span className="quiet small">{words.page(page)}</span>
            <Button disabled={onNext === undefined || changed.length > 0} onClick={() => onNext?.()}>
              {words.next}
            </Button>
          </>
        )}
      </div>
      {history?.stored !== undefined && (
        <RowHistory
          rowId={history.stored.id}
          title={rowTitleOf(titleColumn, { ...history, typed: {} })}
          onClose={() => setHistory(undefined)}
        />
      )}
      {removing && (
        <RemoveRows
          registerId={registerId}
          whose={{ holder, period }}
          rows={rows.flatMap(({ key, stored }) => (stored !== undefined && picked.has(key) ? [stored] : []))}
          onClose={() => setRemoving(false)}
          onDone={() => {
            setPicked(new Set())
            setRemoving(false)
            onSaved()
          }}
        />
      )}
    </>
  )
}

const keptOver = (row: GridRow, own: GridRow | undefined): GridRow =>
  own === undefined ? row : { ...row, typed: own.typed, faults: own.faults }

interface FiltersProps extends Pick<RegisterProps, 'asked' | 'onAsk'> {
  readonly columns: RowsAnswer['register']['columns']
  readonly isNarrowed: boolean
}

/** Narrowed by the server: one column's choice, what is missing in a column, and a text. */
function Filters({ columns, asked, isNarrowed, onAsk }: FiltersProps) {
  const chosen = columns.filter(({ type }) => type === 'choice' || type === 'yesNo')
  const column = chosen.find(({ code }) => code === asked['column'])
  const values =
    column?.type === 'yesNo'
      ? [
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]
      : (column?.choices ?? []).map(({ code, name }) => ({ value: code, label: name }))
  const missing = asked['missing']
  return (
    <>
      <SearchField
        initial={asked['text'] ?? ''}
        label={words.find}
        hint={words.find}
        onSearch={(text) => onAsk({ text })}
      />
      <Choice
        isInline
        aria-label={words.filterBy}
        none={words.noFilter}
        value={missing === undefined ? (asked['column'] ?? '') : `missing:${missing}`}
        choices={[
          ...chosen.map(({ code, name }) => ({ value: code, label: name })),
          ...columns.map(({ code, name }) => ({ value: `missing:${code}`, label: words.missingIn(name) })),
        ]}
        onChange={(next) =>
          next.startsWith('missing:')
            ? onAsk({ missing: next.slice(8), column: undefined, value: undefined })
            : onAsk({ column: next, value: undefined, missing: undefined })
        }
      />
      {column !== undefined && (
        <Choice
          isInline
          aria-label={column.name}
          none={words.anyValue}
          value={asked['value'] ?? ''}
          choices={values}
          onChange={(value) => onAsk({ value })}
        />
      )}
      {isNarrowed && (
        <Button
          isSmall
          onClick={() => onAsk({ column: undefined, value: undefined, missing: undefined, text: undefined })}
        >
          {words.clear}
        </Button>
      )}
    </>
  )
}

interface RemoveRowsProps {
  readonly registerId: string
  readonly whose: { readonly holder: string; readonly period: string }
  readonly rows: readonly StoredRow[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** 撤行: twenty at once, each with the version that is seen here. */
function RemoveRows({ registerId, whose, rows, onClose, onDone }: RemoveRowsProps) {
  const [reason, setReason] = useState('')
  const remove = useCommand(OPERATIONS.removeRegisterRows)
  const some = rows.slice(0, 20)
  return (
    <CommandDialog
      title={words.removeTitle(some.length)}
      danger
      onClose={onClose}
      confirmLabel={words.remove}
      missing={[reason.trim().length < 2 ? words.reason : undefined]}
      command={remove}
      input={() => ({
        params: { registerId },
        body: { ...whose, reason, rows: some.map(({ id, version }) => ({ row: id, version })) } as never,
      })}
      onDone={() => {
        tellDone(words.removed(some.length))
        onDone()
      }}
    >
      <p>{words.removeText}</p>
      <TextField label={words.reason} name="reason" value={reason} most={200} onChange={setReason} autoFocus />
    </CommandDialog>
  )
}
