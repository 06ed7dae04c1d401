import { useRef, useState } from 'react'
import { tableWords as words } from '../../locales/zh-CN/tables.ts'
import { downloadFile } from '../downloadFile.ts'
import type { TableColumn } from './tableColumn.ts'

interface TableMenuProps<R> {
  readonly caption: string
  readonly columns: readonly TableColumn<R>[]
  readonly shown: readonly TableColumn<R>[]
  readonly rows: readonly R[]
  readonly everyRow: (() => Promise<readonly R[]>) | undefined
  readonly onToggle: (key: string) => void
}

/** What is done with a table seldom: choosing columns, taking it along as a file, printing it. */
export function TableMenu<R>({ caption, columns, shown, rows, everyRow, onToggle }: TableMenuProps<R>) {
  const [state, setState] = useState<'idle' | 'working' | 'failed'>('idle')
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => menu.current?.removeAttribute('open')
  const save = async (kind: 'xlsx' | 'csv') => {
    setState('working')
    try {
      const { tableFile } = await import('./tableFile.ts')
      const content = await tableFile(
        kind,
        caption,
        shown.filter(({ isControl }) => isControl !== true),
        everyRow === undefined ? rows : await everyRow(),
      )
      downloadFile(`${caption}.${kind}`, kind, content)
      setState('idle')
      close()
    } catch (thrown) {
      console.error(thrown)
      setState('failed')
    }
  }
  return (
    <details
      ref={menu}
      className="table-menu"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        close()
        event.currentTarget.querySelector('summary')?.focus()
      }}
    >
      <summary>{words.more}</summary>
      <div className="table-menu-sheet">
        <button type="button" className="plain" disabled={state === 'working'} onClick={() => void save('xlsx')}>
          {words.excel}
        </button>
        <button type="button" className="plain" disabled={state === 'working'} onClick={() => void save('csv')}>
          {words.csv}
        </button>
        <button
          type="button"
          className="plain"
          onClick={() => {
            close()
            window.print()
          }}
        >
          {words.print}
        </button>
        {state === 'failed' && <p role="alert">{words.exportFailed}</p>}
        {columns.length > 2 && (
          <fieldset>
            <legend>{words.columns}</legend>
            {columns
              .slice(1)
              .filter(({ isControl }) => isControl !== true)
              .map(({ key, name }) => (
                <label key={key}>
                  <input
                    type="checkbox"
                    checked={shown.some((each) => each.key === key)}
                    onChange={() => onToggle(key)}
                  />
                  {name}
                </label>
              ))}
          </fieldset>
        )}
      </div>
    </details>
  )
}
