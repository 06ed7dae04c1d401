import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { commonWords } from '../../locales/zh-CN/common.ts'
import { tableWords as words } from '../../locales/zh-CN/tables.ts'
import { Loading } from '../Loading.tsx'
import type { EveryRow, TableColumn } from './tableColumn.ts'

interface TableMenuProps<R> {
  readonly caption: string
  readonly columns: readonly TableColumn<R>[]
  readonly shown: readonly TableColumn<R>[]
  readonly rows: readonly R[]
  readonly everyRow: EveryRow<R> | undefined
  readonly onToggle: (key: string) => void
}

/** Its sheet is fetched when it is first opened: few do. */
const Sheet = lazy(() =>
  import('./TableMenuSheet.tsx').catch(() => ({ default: () => <p role="alert">{commonWords.newVersion}</p> })),
) as unknown as <R>(props: TableMenuProps<R> & { readonly onClose: () => void }) => ReactNode

/** What is done with a table seldom: choosing columns, taking it along as a file, printing it. */
export function TableMenu<R>(props: TableMenuProps<R>) {
  const [isOpened, setOpened] = useState(false)
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => menu.current?.removeAttribute('open')
  return (
    <details
      ref={menu}
      className="table-menu"
      onToggle={() => setOpened(true)}
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
      {isOpened && (
        <Suspense fallback={<Loading />}>
          <Sheet {...props} onClose={close} />
        </Suspense>
      )}
    </details>
  )
}
