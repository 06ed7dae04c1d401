import type { TableSort } from './cellOrder.ts'

/** How somebody looks at a table: it stands in the address, so that Back leads to the same rows. */
export interface TableView {
  readonly search: string
  /** Column → the value that it is narrowed to. */
  readonly filters: Readonly<Record<string, string>>
  readonly sort: TableSort | undefined
  /** Columns that are shown though usually left out, or left out though usually shown. */
  readonly toggled: readonly string[]
  /** The first row on the screen, of a long table that was scrolled. */
  readonly from: number
}

export const PLAIN_VIEW: TableView = { search: '', filters: {}, sort: undefined, toggled: [], from: 0 }

const NAMES = { search: 'q', sort: 'sort', toggled: 'columns', from: 'from', filter: 'f.' } as const

/** The view that an address asks for. `table` tells two tables of one page apart. */
export function viewIn(address: URLSearchParams, table = ''): TableView {
  const at = (name: string) => address.get(`${table}${name}`) ?? ''
  const sort = at(NAMES.sort)
  const from = at(NAMES.from)
  const start = `${table}${NAMES.filter}`
  return {
    search: at(NAMES.search),
    sort: sort === '' ? undefined : { column: sort.replace(/^-/, ''), down: sort.startsWith('-') },
    filters: Object.fromEntries(
      [...address].flatMap(([name, value]) =>
        name.startsWith(start) && value !== '' ? [[name.slice(start.length), value]] : [],
      ),
    ),
    toggled: at(NAMES.toggled)
      .split(',')
      .filter((key) => key !== ''),
    from: /^\d{1,6}$/.test(from) ? Number(from) : 0,
  }
}

/** The address for a view; whatever else stands in it stays, and what is as usual is left out. */
export function withView(address: URLSearchParams, view: TableView, table = ''): URLSearchParams {
  const next = new URLSearchParams(address)
  const set = (name: string, value: string) => {
    if (value === '') next.delete(`${table}${name}`)
    else next.set(`${table}${name}`, value)
  }
  set(NAMES.search, view.search)
  set(NAMES.sort, view.sort === undefined ? '' : `${view.sort.down ? '-' : ''}${view.sort.column}`)
  set(NAMES.toggled, view.toggled.join(','))
  set(NAMES.from, view.from === 0 ? '' : String(view.from))
  for (const name of [...next.keys()]) if (name.startsWith(`${table}${NAMES.filter}`)) next.delete(name)
  for (const [column, value] of Object.entries(view.filters)) set(`${NAMES.filter}${column}`, value)
  return next
}
