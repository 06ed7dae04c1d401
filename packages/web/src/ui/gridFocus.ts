import type { KeyboardEvent, MouseEvent } from 'react'
import { isComposing } from './composition.ts'

/**
 * Moves the focus through a table of inputs like through a spreadsheet. Cells are found by `data-row` and `data-column`
 * inside the element with `role="grid"`, so that any table can use it.
 */
export function moveFrom(event: KeyboardEvent<HTMLElement>, editing: boolean): boolean {
  if (isComposing(event)) return false
  const cell = event.currentTarget
  const row = Number(cell.dataset['row'])
  const column = Number(cell.dataset['column'])
  const step = stepOf(event, cell, editing)
  if (step === undefined) return false
  const grid = cell.closest('[role="grid"]')
  if (grid === null) return false
  const target = step.wrap ? wrapped(grid, row, column, step.columns) : at(grid, row + step.rows, column + step.columns)
  if (target === undefined) return false
  event.preventDefault()
  focusCell(target)
  return true
}

/**
 * A cell that one comes into is picked as a whole, so that typing replaces it; a press inside a cell that is being edited
 * sets the cursor as usual.
 */
export function pickWhole(editing: boolean) {
  return {
    onMouseDown: (event: MouseEvent<HTMLInputElement>) => {
      if (editing || document.activeElement === event.currentTarget) return
      event.preventDefault()
      focusCell(event.currentTarget)
    },
  }
}

export function focusCell(target: HTMLElement): void {
  target.focus()
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  if (target instanceof HTMLInputElement) target.select()
}

interface Step {
  readonly rows: number
  readonly columns: number
  readonly wrap: boolean
}

function stepOf(event: KeyboardEvent<HTMLElement>, cell: HTMLElement, editing: boolean): Step | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  const isSelect = cell instanceof HTMLSelectElement
  switch (event.key) {
    case 'ArrowUp':
      return isSelect ? undefined : { rows: -1, columns: 0, wrap: false }
    case 'ArrowDown':
      return isSelect ? undefined : { rows: 1, columns: 0, wrap: false }
    case 'ArrowLeft':
      return editing ? undefined : { rows: 0, columns: -1, wrap: false }
    case 'ArrowRight':
      return editing ? undefined : { rows: 0, columns: 1, wrap: false }
    case 'Enter':
      if (cell instanceof HTMLButtonElement) return undefined
      return { rows: event.shiftKey ? -1 : 1, columns: 0, wrap: false }
    case 'Tab':
      return { rows: 0, columns: event.shiftKey ? -1 : 1, wrap: true }
    default:
      return undefined
  }
}

function at(grid: Element, row: number, column: number): HTMLElement | undefined {
  const found = grid.querySelector(`[data-row="${row}"][data-column="${column}"]`)
  return found instanceof HTMLElement ? found : undefined
}

/** The next cell in reading order; undefined at either end, where Tab leaves the grid as usual. */
function wrapped(grid: Element, row: number, column: number, step: number): HTMLElement | undefined {
  const cells = [...grid.querySelectorAll('[data-row][data-column]')].filter((cell) => cell instanceof HTMLElement)
  const here = cells.findIndex(
    (cell) => cell.dataset['row'] === String(row) && cell.dataset['column'] === String(column),
  )
  return here === -1 ? undefined : cells[here + step]
}
