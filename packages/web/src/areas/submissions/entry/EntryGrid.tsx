import { ITEM_VALUE_STATUSES, ItemValueStatus } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { Form } from '@anjie/domain/submissions/form'
import { type KeyboardEvent, memo, useRef, useState } from 'react'
import { periodText } from '../../../locales/zh-CN/format.ts'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import { isComposing } from '../../../ui/composition.ts'
import { moveFrom, pickWhole } from '../../../ui/gridFocus.ts'
import { ItemFigure } from '../../../ui/ItemFigure.tsx'
import { isShallowEqual } from '../../../ui/isShallowEqual.ts'
import { usePrinting } from '../../../ui/usePrinting.ts'
import { type CellDraft, draftOf, tidied, typeInto } from './cellDraft.ts'
import { type EntryRow, isSameEntry } from './formDraft.ts'
import './EntryGrid.css'

export const entryCellId = (key: string): string => `cell-${key.replace('\n', '-')}`

interface EntryGridProps {
  readonly form: Form
  readonly rows: readonly EntryRow[]
  readonly editable: boolean
  readonly activeKey: string | undefined
  /** Items with a finding of the cross-checks. */
  readonly remarked: ReadonlyMap<string, string>
  readonly evidenceCounts: ReadonlyMap<string, number>
  readonly onActivate: (key: string) => void
  readonly onEdit: (row: EntryRow, draft: CellDraft) => void
  readonly onLeave: () => void
}

/** The form as a spreadsheet: arrow keys, Enter and Tab move; each cell says by a mark and a word in what state it is. */
export function EntryGrid(props: EntryGridProps) {
  const { form, rows, activeKey } = props
  // A field that one types in is cut at its edge on paper.
  const editable = usePrinting() ? false : props.editable
  return (
    <div className="table-scroll entry-scroll sheet-landscape">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a data grid on a table, whose cells then are gridcells */}
      <table className="grid" role="grid" aria-label={words.gridLabel} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col" className="sticky">
              {words.item}
            </th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.definition}</th>
            <th scope="col" style={{ width: 116 }}>
              {words.value}
            </th>
            <th scope="col" style={{ width: 96 }}>
              {words.status}
            </th>
            <th scope="col" style={{ minWidth: 170 }}>
              {words.note}
            </th>
            <th scope="col" style={{ width: 64 }}>
              {words.evidence}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <GridRow
              key={row.key}
              row={row}
              index={index}
              name={nameOf(row, form)}
              isFirst={index === 0}
              active={row.key === activeKey}
              hasActive={activeKey !== undefined}
              editable={editable}
              remark={props.remarked.get(row.cell.item.code)}
              evidenceCount={props.evidenceCounts.get(row.cell.item.code) ?? 0}
              testId={row.cell.period === form.period ? row.cell.item.code : `${row.cell.item.code}-${row.cell.period}`}
              onActivate={props.onActivate}
              onEdit={props.onEdit}
              onLeave={props.onLeave}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** An item that is filled several times in the cycle is named with its period. */
const nameOf = (row: EntryRow, form: Form): string =>
  row.cell.period === form.period ? row.cell.item.name : `${row.cell.item.name}（${periodText(row.cell.period)}）`

interface GridRowProps {
  readonly row: EntryRow
  readonly index: number
  readonly name: string
  readonly isFirst: boolean
  readonly active: boolean
  readonly hasActive: boolean
  readonly editable: boolean
  readonly remark: string | undefined
  readonly evidenceCount: number
  readonly testId: string
  readonly onActivate: (key: string) => void
  readonly onEdit: (row: EntryRow, draft: CellDraft) => void
  readonly onLeave: () => void
}

const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, name, editable, testId } = props
  const { item } = row.cell
  const [editing, setEditing] = useState(false)
  const before = useRef<CellDraft>(row.draft)
  const mark = markOf(props)
  const reachable = props.active || (!props.hasActive && props.isFirst)
  const cell = (column: number) => ({
    'data-row': index,
    'data-column': column,
    tabIndex: reachable ? 0 : -1,
    onFocus: () => {
      before.current = row.draft
      setEditing(false)
      props.onActivate(row.key)
    },
  })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event)) return
    if (event.key === 'Escape') {
      event.preventDefault()
      if (editing) {
        props.onEdit(row, before.current)
        setEditing(false)
      } else props.onLeave()
      return
    }
    if (event.key === 'F2') {
      setEditing(true)
      return
    }
    moveFrom(event, editing)
  }
  const tidy = () => {
    const next = tidied(row.draft, item)
    if (next !== row.draft && next.text !== row.draft.text) props.onEdit(row, next)
  }
  const errorId = row.fault === null ? undefined : `fault-${testId}`

  return (
    <tr className={props.active ? 'active' : ''} id={entryCellId(row.key)}>
      <th scope="row" className="sticky" title={item.definition}>
        {name}
      </th>
      <td className="quiet">{item.unit}</td>
      <td className="definition" title={item.definition}>
        {item.definition}
      </td>
      <td
        className={`figure ${editable ? '' : 'locked'}`}
        style={{ position: 'relative' }}
        title={mark?.reason}
        {...(editable ? {} : { ...cell(0), onKeyDown, 'data-testid': `cell-${testId}` })}
      >
        {mark !== undefined && <span className={`mark ${mark.kind}`} aria-hidden="true" />}
        {editable ? (
          <input
            {...cell(0)}
            className={`blank-${row.draft.status === '' ? 'missing' : row.draft.status}`}
            data-testid={`cell-${testId}`}
            aria-label={words.valueOf(name)}
            aria-invalid={row.fault !== null}
            {...(errorId === undefined ? {} : { 'aria-errormessage': errorId })}
            {...pickWhole(editing)}
            inputMode="decimal"
            autoComplete="off"
            value={row.draft.status === 'reported' ? row.draft.text : ''}
            placeholder={words.statuses[row.draft.status === 'reported' ? '' : row.draft.status]}
            onChange={(event) => {
              setEditing(true)
              props.onEdit(row, typeInto(row.draft, event.target.value))
            }}
            onBlur={tidy}
            onKeyDown={onKeyDown}
          />
        ) : row.draft.status === '' ? (
          <span className="value-missing">{words.unfilled}</span>
        ) : (
          <ItemFigure status={row.draft.status} value={row.draft.text} note={row.draft.note} />
        )}
        {row.fault !== null && (
          <span className="visually-hidden" id={errorId} role="alert">
            {row.fault}
          </span>
        )}
      </td>
      <td>
        {editable ? (
          <select
            {...cell(1)}
            data-testid={`status-${testId}`}
            aria-label={words.statusOf(name)}
            value={row.draft.status}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              const chosen = ItemValueStatus.safeParse(event.target.value)
              props.onEdit(row, {
                ...row.draft,
                status: chosen.success ? chosen.data : '',
                text: chosen.success && chosen.data === 'reported' ? row.draft.text : '',
              })
            }}
          >
            <option value="">{words.statuses['']}</option>
            {ITEM_VALUE_STATUSES.map((status) => (
              <option key={status} value={status}>
                {words.statuses[status]}
              </option>
            ))}
          </select>
        ) : (
          words.statuses[row.draft.status]
        )}
      </td>
      <td>
        {editable ? (
          <input
            {...cell(2)}
            data-testid={`note-${testId}`}
            {...pickWhole(editing)}
            aria-label={words.noteOf(name)}
            value={row.draft.note}
            placeholder={noteWanted(row.draft) ? words.needsNote : ''}
            autoComplete="off"
            onChange={(event) => {
              setEditing(true)
              props.onEdit(row, { ...row.draft, note: event.target.value })
            }}
            onKeyDown={onKeyDown}
          />
        ) : (
          row.draft.note
        )}
      </td>
      <td>
        <button
          type="button"
          className="plain"
          {...cell(3)}
          aria-label={words.evidenceOf(name, props.evidenceCount)}
          onClick={() => props.onActivate(row.key)}
          onKeyDown={onKeyDown}
        >
          {words.evidenceCount(props.evidenceCount)}
        </button>
      </td>
    </tr>
  )
}, isSameRow)

/** A key pressed in one row must not draw the others anew: rows are made afresh each time, but most say the same. */
function isSameRow(before: GridRowProps, after: GridRowProps): boolean {
  const { row: a, ...restBefore } = before
  const { row: b, ...restAfter } = after
  return isSameEntry(a, b) && isShallowEqual(restBefore, restAfter)
}

const noteWanted = (draft: CellDraft): boolean =>
  (draft.status === 'missing' || draft.status === 'not-applicable' || draft.status === 'invalid') &&
  draft.note.trim() === ''

/** The one mark at a cell's left edge: the worst thing that there is to say about it. */
function markOf({ row, editable, remark }: Pick<GridRowProps, 'row' | 'editable' | 'remark'>) {
  if (row.conflict) return { kind: 'changed', reason: words.marks.changed }
  if (row.fault !== null) return { kind: 'wrong', reason: row.fault }
  if (row.edited) return { kind: 'waiting', reason: words.marks.waiting }
  if (remark !== undefined) return { kind: 'remarked', reason: remark }
  if (!editable) return { kind: 'locked', reason: words.marks.locked }
  return undefined
}

/** The draft that shows what another person has saved. */
export const theirs = (row: EntryRow): CellDraft => draftOf(row.saved)
