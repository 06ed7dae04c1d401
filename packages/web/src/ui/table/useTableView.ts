import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { PLAIN_VIEW, type TableView, viewIn, withView } from './tableAddress.ts'

/** How a table is looked at: in the address for a table with a name, else with the page alone. */
export function useTableView(
  name: string | undefined,
  preset: Partial<TableView> = {},
): readonly [TableView, (next: TableView) => void] {
  const [search, setSearch] = useSearchParams()
  const [own, setOwn] = useState<TableView>({ ...PLAIN_VIEW, ...preset })
  if (name === undefined) return [own, setOwn]
  const asked = viewIn(search, name)
  const view = { ...asked, sort: asked.sort ?? preset.sort }
  return [
    view,
    (next) => {
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
