import type { SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { type DragEvent, type KeyboardEvent, memo, useRef, useState } from 'react'
import { schemeWords as words } from '../../../locales/zh-CN/schemes.ts'
import { mayMove, type Place, parentOf, sumCheck, visibleRows } from './tree.ts'

interface SchemeTreeProps {
  readonly root: SchemeNode
  readonly selected: string | undefined
  readonly editable: boolean
  /** Nodes with an error or warning of the integrity check. */
  readonly marked: ReadonlyMap<string, string>
  readonly onSelect: (code: string) => void
  readonly onMove: (code: string, target: string, place: Place) => void
  readonly onNudge: (code: string, direction: 'up' | 'down' | 'left' | 'right') => void
  readonly onAdd: (after: string) => void
  readonly onDelete: (code: string) => void
}

/** The indicator tree: code, name, points, and in the margin of each parent whether its children add up to it. */
export function SchemeTree(props: SchemeTreeProps) {
  const { root, selected, editable } = props
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => new Set())
  const [dragged, setDragged] = useState<string | undefined>(undefined)
  const [drop, setDrop] = useState<{ readonly target: string; readonly place: Place } | undefined>(undefined)
  const list = useRef<HTMLDivElement>(null)
  const rows = visibleRows(root, folded)
  const at = rows.findIndex((row) => row.node.code === selected)

  const fold = (code: string, wanted: boolean) => {
    const next = new Set(folded)
    if (wanted) next.add(code)
    else next.delete(code)
    setFolded(next)
  }
  const go = (code: string | undefined) => {
    if (code === undefined) return
    props.onSelect(code)
    const item = list.current?.querySelector(`[data-code="${CSS.escape(code)}"]`)
    if (item instanceof HTMLElement) item.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, node: SchemeNode) => {
    if (event.target !== event.currentTarget) return
    const moves = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const
    const direction = new Map(Object.entries(moves)).get(event.key)
    if (event.altKey && direction !== undefined) {
      event.preventDefault()
      if (editable) props.onNudge(node.code, direction)
      return
    }
    const index = rows.findIndex((row) => row.node.code === node.code)
    const handled = (() => {
      switch (event.key) {
        case 'ArrowDown':
          go(rows[index + 1]?.node.code)
          return true
        case 'ArrowUp':
          go(rows[index - 1]?.node.code)
          return true
        case 'Home':
          go(rows[0]?.node.code)
          return true
        case 'End':
          go(rows.at(-1)?.node.code)
          return true
        case 'ArrowRight':
          if (node.kind === 'branch' && folded.has(node.code)) fold(node.code, false)
          else if (node.kind === 'branch') go(node.children[0]?.code)
          return true
        case 'ArrowLeft':
          if (node.kind === 'branch' && !folded.has(node.code) && node.code !== root.code) fold(node.code, true)
          else go(parentOf(root, node.code)?.code)
          return true
        case 'Insert':
          if (editable) props.onAdd(node.code)
          return true
        case 'Delete':
          if (editable && node.code !== root.code) props.onDelete(node.code)
          return true
        default:
          return false
      }
    })()
    if (handled) event.preventDefault()
  }
  const placeOf = (event: DragEvent<HTMLElement>, node: SchemeNode): Place => {
    const box = event.currentTarget.getBoundingClientRect()
    const share = (event.clientY - box.top) / box.height
    if (node.kind === 'branch' && share > 0.3 && share < 0.7) return 'inside'
    return share < 0.5 ? 'before' : 'after'
  }

  return (
    <div ref={list} role="tree" aria-label={words.tree}>
      {rows.map(({ node, depth }, index) => (
        <div
          key={node.code}
          role="treeitem"
          aria-level={depth + 1}
          aria-selected={node.code === selected}
          {...(node.kind === 'branch' ? { 'aria-expanded': !folded.has(node.code) } : {})}
          data-code={node.code}
          tabIndex={node.code === selected || (at === -1 && index === 0) ? 0 : -1}
          onFocus={(event) => {
            if (event.target === event.currentTarget && node.code !== selected) props.onSelect(node.code)
          }}
          onKeyDown={(event) => onKeyDown(event, node)}
          draggable={editable && node.code !== root.code}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            event.dataTransfer.setData('text/plain', node.code)
            setDragged(node.code)
          }}
          onDragEnd={() => {
            setDragged(undefined)
            setDrop(undefined)
          }}
          onDragOver={(event) => {
            if (dragged === undefined) return
            const place = placeOf(event, node)
            if (!mayMove(root, dragged, node.code, place)) return setDrop(undefined)
            event.preventDefault()
            if (drop?.target !== node.code || drop.place !== place) setDrop({ target: node.code, place })
          }}
          onDrop={(event) => {
            event.preventDefault()
            if (dragged !== undefined && drop !== undefined) props.onMove(dragged, drop.target, drop.place)
            setDragged(undefined)
            setDrop(undefined)
          }}
        >
          <Row
            node={node}
            depth={depth}
            folded={folded.has(node.code)}
            drop={drop?.target === node.code ? drop.place : undefined}
            mark={props.marked.get(node.code)}
            onClick={() => go(node.code)}
            onFold={() => fold(node.code, !folded.has(node.code))}
          />
        </div>
      ))}
    </div>
  )
}

interface RowProps {
  readonly node: SchemeNode
  readonly depth: number
  readonly folded: boolean
  readonly drop: Place | undefined
  readonly mark: string | undefined
  readonly onClick: () => void
  readonly onFold: () => void
}

const Row = memo(
  function Row({ node, depth, folded, drop, mark, onClick, onFold }: RowProps) {
    const check = sumCheck(node)
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the tree item around it has the focus and the keys
      // biome-ignore lint/a11y/useKeyWithClickEvents: the tree item around it has the focus and the keys
      <div
        className={`tree-row indent-${depth} ${drop === undefined ? '' : `drop-${drop}`}`}
        title={mark}
        onClick={onClick}
      >
        <code className="code" title={node.code}>
          {node.code}
        </code>
        <span className="label">
          {node.kind === 'branch' ? (
            <button
              type="button"
              className="fold"
              tabIndex={-1}
              aria-label={folded ? words.unfold : words.fold}
              onClick={(event) => {
                event.stopPropagation()
                onFold()
              }}
            >
              {folded ? '▸' : '▾'}
            </button>
          ) : (
            <span className="fold" aria-hidden="true">
              {mark === undefined ? '·' : ''}
            </span>
          )}
          {mark !== undefined && (
            <span className="error-text" aria-hidden="true">
              ✕{' '}
            </span>
          )}
          {node.kind === 'branch' ? <strong>{nameText(node)}</strong> : nameText(node)}
        </span>
        <span className={`sum ${check?.agrees === false ? 'error-text' : 'quiet'}`}>
          {check !== null && sumText(check)}
        </span>
        <span className="points">{node.points ?? (node.weight === undefined ? '' : `×${node.weight}`)}</span>
      </div>
    )
  },
  (before, after) =>
    before.node === after.node &&
    before.depth === after.depth &&
    before.folded === after.folded &&
    before.drop === after.drop &&
    before.mark === after.mark,
)

function sumText(check: NonNullable<ReturnType<typeof sumCheck>>): string {
  if (check.stated === null) return words.sumAgrees(check.sum)
  return check.agrees ? words.sumAgrees(check.sum) : words.sumDiffers(check.sum, check.stated)
}

const nameText = ({ name }: SchemeNode): string => (name === '' ? words.unnamed : name)
