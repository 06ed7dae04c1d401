import { useRef, useState } from 'react'
import { tableWords as words } from '../../locales/zh-CN/tables.ts'
import { downloadFile } from '../downloadFile.ts'
import type { EveryRow, TableColumn } from './tableColumn.ts'
import './DataTable.css'

interface TableMenuSheetProps<R> {
  readonly caption: string
  readonly columns: readonly TableColumn<R>[]
  readonly shown: readonly TableColumn<R>[]
  readonly rows: readonly R[]
  readonly everyRow: EveryRow<R> | undefined
  readonly onToggle: (key: string) => void
  readonly onClose: () => void
}

/** What stands in the menu once it is opened: choosing columns, taking the table along as a file, printing it. */
export default function TableMenuSheet<R>({
  caption,
  columns,
  shown,
  rows,
  everyRow,
  onToggle,
  onClose,
}: TableMenuSheetProps<R>) {
  const [state, setState] = useState<'idle' | 'working' | 'failed'>('idle')
  const [gathered, setGathered] = useState(0)
  const going = useRef<AbortController | undefined>(undefined)
  const save = async (kind: 'xlsx' | 'csv') => {
    setState('working')
    setGathered(0)
    const stop = new AbortController()
    going.current = stop
    try {
      const { tableFile } = await import('./tableFile.ts')
      const content = await tableFile(
        kind,
        caption,
        shown.filter(({ isControl }) => isControl !== true),
        everyRow === undefined ? rows : await everyRow({ told: setGathered, signal: stop.signal }),
      )
      // What was called off is not handed over half.
      if (stop.signal.aborted) return
      downloadFile(`${caption}.${kind}`, kind, content)
      setState('idle')
      onClose()
    } catch (thrown) {
      if (stop.signal.aborted) return
      console.error(thrown)
      setState('failed')
    }
  }
  return (
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
          onClose()
          window.print()
        }}
      >
        {words.print}
      </button>
      {state === 'working' && (
        <>
          <span role="status">{words.gathering(gathered)}</span>
          <button
            type="button"
            className="plain"
            onClick={() => {
              going.current?.abort()
              setState('idle')
            }}
          >
            {words.stop}
          </button>
        </>
      )}
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
  )
}
