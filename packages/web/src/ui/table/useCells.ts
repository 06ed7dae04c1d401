import { pasteRows } from '@anjie/documents/pasteRows'
import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { tableWords as words } from '../../locales/zh-CN/tables.ts'
import { isComposing } from '../composition.ts'
import {
  type BlockEdges,
  type CellAt,
  type CellBlock,
  cellAlone,
  edgesOf,
  heldWithin,
  movedBy,
  nextStop,
  wholeGrid,
} from './cellBlock.ts'
import { htmlOf, tsvOf } from './cellClipboard.ts'
import { type PasteOutcome, pasteCells, type RefusedCell } from './pasteCells.ts'
import type { CellChange, TableColumn } from './tableColumn.ts'

interface CellsInput<R> {
  readonly rows: readonly R[]
  readonly columns: readonly TableColumn<R>[]
  readonly rowKey: (row: R) => string
  /** Everything that one key, paste or deletion changes, at once. */
  readonly onEdit?: ((changes: readonly CellChange<R>[]) => void) | undefined
  /** The row that one is in. */
  readonly onActivate?: ((row: R | undefined) => void) | undefined
  /** Escape, when there is nothing to call off. */
  readonly onLeave?: (() => void) | undefined
  /** Where the cells scroll. */
  readonly scroller: RefObject<HTMLElement | null>
  /** Brings a row on the screen that may not be drawn at the moment. */
  readonly showRow: (row: number) => void
  readonly pageRows: () => number
}

const ROOM = 'data-cell'
/** How a cell is found in the page again. */
export const cellMark = (row: number, column: number) => ({ [ROOM]: `${row}:${column}` })

const keyOf = <R>(rowKey: (row: R) => string, row: R, column: string): string => `${rowKey(row)}\n${column}`

/**
 * Cells like a spreadsheet's: one is active, a block can be picked by mouse and keys, copied and pasted. One text area has the
 * focus throughout and lies over the active cell, unseen until something is typed: an input method then starts on the cell itself,
 * and copying needs no permission of the browser.
 */
export function useCells<R>(input: CellsInput<R>) {
  const { rows, columns, rowKey, scroller } = input
  const sink = useRef<HTMLTextAreaElement>(null)
  const [picked, setPicked] = useState<CellBlock | undefined>(undefined)
  const [focused, setFocused] = useState(false)
  /** Text being typed into the active cell; undefined while none is. */
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const [refused, setRefused] = useState<ReadonlyMap<string, RefusedCell<R>>>(new Map())
  const [said, setSaid] = useState('')
  const dragging = useRef(false)
  const undo = useRef<(readonly CellChange<R>[])[]>([])
  /** Text that came in by F2 or a double click: the arrow keys then move in it. */
  const inText = useRef(false)

  const size = { rows: rows.length, columns: columns.length, page: 10 }
  const block = picked === undefined ? undefined : heldWithin(picked, size)
  const active = block?.active
  const rowAt = (cell: CellAt | undefined): R | undefined => (cell === undefined ? undefined : rows[cell.row])
  const isEditable = (cell: CellAt): boolean => {
    const row = rows[cell.row]
    const editing = columns[cell.column]?.editing
    return (
      input.onEdit !== undefined &&
      row !== undefined &&
      editing !== undefined &&
      editing.lockedBecause?.(row) === undefined
    )
  }
  const hasEditing = input.onEdit !== undefined && columns.some(({ editing }) => editing !== undefined)

  const pick = (next: CellBlock) => {
    setPicked(next)
    setSaid(describe(next))
    if (rowAt(next.active) !== rowAt(active)) input.onActivate?.(rowAt(next.active))
    input.showRow(next.active.row)
  }
  const describe = (next: CellBlock): string => {
    const { top, bottom, left, right } = edgesOf(next)
    if (top !== bottom || left !== right) return words.picked(bottom - top + 1, right - left + 1)
    const row = rows[next.active.row]
    const column = columns[next.active.column]
    if (row === undefined || column === undefined) return ''
    const fault = refused.get(keyOf(rowKey, row, column.key))
    const head = columns.find(({ isRowHead }) => isRowHead === true) ?? columns[0]
    const name = head === undefined || head === column ? '' : `${head.text(row)} `
    const text = column.text(row)
    return `${name}${column.name} ${text === '' ? words.blank : text}${fault === undefined ? '' : ` ${words.refusedHere(fault.text, fault.reason)}`}`
  }

  const note = (outcome: Pick<PasteOutcome<R>, 'taken' | 'refused'>) =>
    setRefused((before) => {
      const next = new Map(before)
      for (const { row, column } of outcome.taken) next.delete(keyOf(rowKey, row, column))
      for (const cell of outcome.refused) next.set(keyOf(rowKey, cell.row, cell.column), cell)
      return next
    })
  const change = (changes: readonly CellChange<R>[]) => {
    if (changes.length === 0 || input.onEdit === undefined) return
    undo.current.push(
      changes.map(({ row, column }) => ({
        row,
        column,
        text: columns.find(({ key }) => key === column)?.text(row) ?? '',
      })),
    )
    input.onEdit(changes)
  }
  const put = (texts: readonly (readonly string[])[], into: CellBlock): PasteOutcome<R> => {
    const outcome = pasteCells(texts, { rows, columns, block: into, lockedReason: words.locked })
    note(outcome)
    change(outcome.taken)
    return outcome
  }
  /** What was typed goes into its cell; a refused text is kept beside it with the reason. */
  const commit = () => {
    if (typed === undefined || active === undefined) return
    setTyped(undefined)
    inText.current = false
    const outcome = put([[typed.trim()]], cellAlone(active))
    const fault = outcome.refused[0]
    if (fault !== undefined) setSaid(words.refusedHere(fault.text, fault.reason))
  }
  const callOff = () => {
    setTyped(undefined)
    inText.current = false
  }
  const startEditing = (text: string, isWhole: boolean) => {
    if (active === undefined || !isEditable(active)) {
      if (active !== undefined && hasEditing) {
        const row = rows[active.row]
        const why = row === undefined ? undefined : columns[active.column]?.editing?.lockedBecause?.(row)
        setSaid(why ?? words.locked)
      }
      return
    }
    inText.current = isWhole
    setTyped(text)
  }
  const textOf = (cell: CellAt): string => {
    const row = rows[cell.row]
    const column = columns[cell.column]
    if (row === undefined || column === undefined) return ''
    return refused.get(keyOf(rowKey, row, column.key))?.text ?? column.text(row)
  }
  const cellElement = (cell: CellAt): HTMLElement | null =>
    scroller.current?.querySelector<HTMLElement>(`[${ROOM}="${cell.row}:${cell.column}"]`) ?? null

  const isInRoom = (target: EventTarget | null): boolean =>
    target instanceof Node && scroller.current?.contains(target) === true
  const focusCell = (cell: CellAt) => {
    // The focus first: on its own it begins at the first cell.
    sink.current?.focus({ preventScroll: true })
    pick(cellAlone(cell))
  }

  // The text area lies over the active cell: there the input method shows its candidates, and there one reads what one types.
  useLayoutEffect(() => {
    const area = sink.current
    const room = scroller.current
    if (area === null || room === null || active === undefined) return
    const cell = cellElement(active)
    if (cell === null) return
    const at = cell.getBoundingClientRect()
    const frame = room.getBoundingClientRect()
    area.style.top = `${at.top - frame.top + room.scrollTop - room.clientTop}px`
    area.style.left = `${at.left - frame.left + room.scrollLeft - room.clientLeft}px`
    area.style.width = `${at.width}px`
    area.style.height = `${at.height}px`
    if (typed !== undefined && inText.current && area.selectionStart === 0)
      area.setSelectionRange(typed.length, typed.length)
  })
  // A cell beside what is on the screen comes into it, clear of the frozen heading and column.
  useLayoutEffect(() => {
    if (active === undefined || !focused) return
    const cell = cellElement(active)
    const room = scroller.current
    if (cell === null || room === null) return
    reveal(cell, room)
  }, [active?.row, active?.column, focused])

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event) || block === undefined || active === undefined) return
    const modified = event.ctrlKey || event.metaKey
    if (typed !== undefined) {
      const leaves = event.key === 'Enter' || event.key === 'Tab' || (!inText.current && event.key.startsWith('Arrow'))
      if (event.key === 'Escape') {
        event.preventDefault()
        callOff()
      } else if (event.key === 'Enter' && event.altKey) {
        event.preventDefault()
        setTyped(`${typed}\n`)
      } else if (leaves) {
        event.preventDefault()
        commit()
        stepOn(event)
      }
      return
    }
    if (modified && (event.key === 'a' || event.key === 'A')) {
      event.preventDefault()
      pick(wholeGrid(size))
      return
    }
    if (modified && (event.key === 'z' || event.key === 'Z') && input.onEdit !== undefined) {
      event.preventDefault()
      const last = undo.current.pop()
      if (last !== undefined) {
        note({ taken: last, refused: [] })
        input.onEdit(last)
        setSaid(words.undone(last.length))
      }
      return
    }
    if (event.altKey) return
    const moved = movedBy({ key: event.key, shiftKey: event.shiftKey, toEdge: modified }, block, {
      ...size,
      page: input.pageRows(),
    })
    if (moved !== undefined) {
      event.preventDefault()
      pick(moved)
      return
    }
    switch (event.key) {
      case 'Tab':
      case 'Enter':
        stepOn(event)
        return
      case 'F2':
        event.preventDefault()
        if (!openChoice(cellElement(active))) startEditing(textOf(active), true)
        return
      case 'Delete':
      case 'Backspace':
        if (!hasEditing) return
        event.preventDefault()
        put([['']], block)
        return
      case 'Escape':
        event.preventDefault()
        if (block.anchor.row !== active.row || block.anchor.column !== active.column) pick(cellAlone(active))
        else input.onLeave?.()
        return
      case ' ': {
        const control = controlIn(cellElement(active))
        if (control === undefined) return
        event.preventDefault()
        if (!openChoice(cellElement(active))) control.click()
        return
      }
      default:
    }
  }
  /** Enter goes down and Tab on in a form; where nothing is filled in, Enter opens what the cell leads to and Tab leaves. */
  const stepOn = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (active === undefined) return
    if (event.key === 'Enter') {
      event.preventDefault()
      const control = controlIn(cellElement(active))
      if (!isEditable(active) && control !== undefined) control.click()
      else if (hasEditing || control === undefined) {
        const row = active.row + (event.shiftKey ? -1 : 1)
        if (row >= 0 && row < rows.length) pick(cellAlone({ row, column: active.column }))
      }
      return
    }
    if (event.key === 'Tab' && hasEditing) {
      const next = nextStop(active, event.shiftKey ? -1 : 1, size, isEditable)
      if (next === undefined) return
      event.preventDefault()
      pick(cellAlone(next))
      return
    }
    if (event.key.startsWith('Arrow')) {
      const moved = movedBy({ key: event.key, shiftKey: false, toEdge: false }, cellAlone(active), size)
      if (moved !== undefined) pick(moved)
    }
  }

  const copy = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    if (typed !== undefined || block === undefined) return
    event.preventDefault()
    const { top, bottom, left, right } = edgesOf(block)
    const cells = rows
      .slice(top, bottom + 1)
      .map((row) =>
        columns
          .slice(left, right + 1)
          .map((column) => ({ text: column.text(row), isFigure: column.kind === 'figure' })),
      )
    event.clipboardData.setData('text/plain', tsvOf(cells.map((row) => row.map(({ text }) => text))))
    event.clipboardData.setData('text/html', htmlOf(cells))
    setSaid(words.copied(bottom - top + 1, right - left + 1))
  }
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    if (typed !== undefined || block === undefined || !hasEditing) return
    event.preventDefault()
    const read = pasteRows(event.clipboardData.getData('text/plain'))
    if (!read.ok) {
      setSaid(read.error)
      return
    }
    const outcome = put(read.value, block)
    const { top, left, bottom, right } = outcome.covered
    setPicked({ anchor: { row: bottom, column: right }, active: { row: top, column: left } })
    setSaid(words.pasted(outcome.taken.length, outcome.refused.length, outcome.outside))
  }

  const cellOf = (target: EventTarget): CellAt | undefined => {
    const found = target instanceof Element ? target.closest(`[${ROOM}]`)?.getAttribute(ROOM) : undefined
    if (found === undefined || found === null) return undefined
    const [row = 0, column = 0] = found.split(':').map(Number)
    return { row, column }
  }
  const mouse = {
    onMouseDown: (event: MouseEvent<HTMLElement>) => {
      const cell = cellOf(event.target)
      if (cell === undefined || event.button !== 0) return
      if (controlIn(event.target instanceof HTMLElement ? event.target : null, true) !== undefined) return
      event.preventDefault()
      commit()
      sink.current?.focus({ preventScroll: true })
      pick(event.shiftKey && block !== undefined ? { anchor: block.anchor, active: cell } : cellAlone(cell))
      dragging.current = true
      window.addEventListener(
        'mouseup',
        () => {
          dragging.current = false
        },
        { once: true },
      )
    },
    onMouseOver: (event: MouseEvent<HTMLElement>) => {
      if (!dragging.current || block === undefined) return
      const cell = cellOf(event.target)
      if (cell !== undefined) setPicked({ anchor: block.anchor, active: cell })
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      if (event.target instanceof HTMLSelectElement && !isInRoom(event.relatedTarget)) setFocused(false)
    },
    onDoubleClick: () => {
      if (active === undefined || typed !== undefined) return
      if (columns[active.column]?.editing?.choices === undefined) startEditing(textOf(active), true)
    },
  }

  return {
    sink: {
      ref: sink,
      value: typed ?? '',
      readOnly: active === undefined || !isEditable(active),
      onChange: (text: string) => (typed === undefined ? startEditing(text, false) : setTyped(text)),
      onCompositionStart: () => {
        if (typed === undefined) startEditing('', false)
      },
      onKeyDown,
      onCopy: copy,
      onCut: (event: ClipboardEvent<HTMLTextAreaElement>) => {
        copy(event)
        if (typed === undefined && block !== undefined && hasEditing) put([['']], block)
      },
      onPaste: paste,
      onFocus: () => {
        setFocused(true)
        if (picked === undefined && rows.length > 0) pick(cellAlone({ row: 0, column: 0 }))
      },
      onBlur: (event: FocusEvent<HTMLElement>) => {
        commit()
        // The choice of the active cell has the focus now: the cell stays active.
        if (!(event.relatedTarget instanceof HTMLSelectElement && isInRoom(event.relatedTarget))) setFocused(false)
      },
    },
    mouse,
    /** Picked cells, while the table has the focus. */
    edges: (block === undefined ? undefined : edgesOf(block)) as BlockEdges | undefined,
    active: active as CellAt | undefined,
    focused,
    isTyping: typed !== undefined,
    /** Cells that refused a text, by row key and column. */
    refused,
    refusedAt: (row: R, column: string) => refused.get(keyOf(rowKey, row, column)),
    forget: () => setRefused(new Map()),
    /** What just happened, for the line under the table and for screen readers. */
    said,
    focusCell,
    /** Into the active cell, out of its choices. */
    choose: (text: string) => {
      if (active === undefined) return
      put([[text]], cellAlone(active))
      sink.current?.focus({ preventScroll: true })
    },
  }
}

/** Opens the choice that stands in the cell, if it holds one. */
function openChoice(cell: HTMLElement | null): boolean {
  const choice = cell?.querySelector('select')
  if (choice === null || choice === undefined) return false
  try {
    choice.showPicker()
  } catch {
    // Not in answer to a press, or an older browser: it has the focus then and opens by key.
    choice.focus()
  }
  return true
}

/** What a cell leads to: its link or button. With `within`, what lies around an element that was pressed. */
function controlIn(element: HTMLElement | null, within = false): HTMLElement | undefined {
  const pattern = 'a[href], button, input, select, summary, label'
  const found = within ? element?.closest<HTMLElement>(pattern) : element?.querySelector<HTMLElement>(pattern)
  return found ?? undefined
}

/** Scrolls no further than needed, and leaves the frozen heading and first column out of the room that there is. */
function reveal(cell: HTMLElement, room: HTMLElement): void {
  const at = cell.getBoundingClientRect()
  const frame = room.getBoundingClientRect()
  const head = room.querySelector('thead')?.getBoundingClientRect().height ?? 0
  const frozen = room.querySelector<HTMLElement>('thead .frozen')
  const side = frozen === null || cell.classList.contains('frozen') ? 0 : frozen.getBoundingClientRect().width
  if (at.left < frame.left + side) room.scrollLeft -= frame.left + side - at.left
  else if (at.right > frame.right && !cell.classList.contains('frozen')) room.scrollLeft += at.right - frame.right
  if (room.scrollHeight > room.clientHeight) {
    const foot = room.querySelector('tfoot')?.getBoundingClientRect().height ?? 0
    if (at.top < frame.top + head) room.scrollTop -= frame.top + head - at.top
    else if (at.bottom > frame.bottom - foot - 16) room.scrollTop += at.bottom - frame.bottom + foot + 16
  }
  const top = room.getBoundingClientRect().top
  const foot = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) || 0
  if (top < 0 || cell.getBoundingClientRect().bottom > window.innerHeight - foot)
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
