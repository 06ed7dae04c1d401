import { useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { PLAIN_VIEW, type TableView, viewIn, withView } from './tableAddress.ts'

/** How a table is looked at: in the address for a table with a name, else with the page alone. */
export function useTableView(
  name: string | undefined,
  preset: Partial<TableView> = {},
): readonly [TableView, (change: Partial<TableView>) => void] {
  const [search, setSearch] = useSearchParams()
  const [own, setOwn] = useState<TableView>({ ...PLAIN_VIEW, ...preset })
  const asked = name === undefined ? own : viewIn(search, name)
  const view = name === undefined ? own : { ...asked, sort: asked.sort ?? preset.sort }
  // The router shows a new address a moment later: what is changed meanwhile goes on from the last change, not from the screen.
  const latest = useRef(view)
  const shown = useRef(search)
  if (shown.current !== search) {
    shown.current = search
    latest.current = view
  }
  return [
    view,
    (change) => {
      const next = { ...latest.current, ...change }
      latest.current = next
      if (name === undefined) return setOwn(next)
      setSearch((before) => withView(before, isPreset(next, preset) ? { ...next, sort: undefined } : next, name), {
        replace: true,
        preventScrollReset: true,
      })
    },
  ]
}

/** What is preset stands in the address only when it is left. */
const isPreset = (view: TableView, preset: Partial<TableView>): boolean =>
  view.sort?.column === preset.sort?.column && view.sort?.down === preset.sort?.down
