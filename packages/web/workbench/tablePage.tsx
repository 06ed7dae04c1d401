import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, Link, RouterProvider } from 'react-router'
import { setCssVariables } from '../src/ui/cssVariables.ts'
import { OwnPhrases, OwnPhrasesContext } from '../src/ui/form/ownPhrases.ts'
import { DataTable } from '../src/ui/table/DataTable.tsx'
import type { TableColumn } from '../src/ui/table/tableColumn.ts'
import { FieldsPage } from './fieldsPage.tsx'
import { StatesPage } from './statesPage.tsx'
import '../src/ui/global.css'

const ROWS = 3000
const FIGURES = 18

interface Line {
  readonly code: string
  readonly name: string
  readonly status: string
  readonly figures: readonly string[]
}

const STATUSES: readonly string[] = ['数值', '未报', '不适用']

const lines = (): readonly Line[] =>
  Array.from({ length: ROWS }, (_, row) => ({
    code: String(row).padStart(6, '0'),
    name: `第${ROWS - row}村`,
    status: '数值',
    figures: Array.from({ length: FIGURES }, (__, column) =>
      (((row * 7919 + column * 104729) % 100003) / 100).toFixed(2),
    ),
  }))

const columns: readonly TableColumn<Line>[] = [
  {
    key: 'name',
    name: '单位',
    text: ({ name }) => name,
    show: ({ name, code }) => <Link to={`/units/${code}`}>{name}</Link>,
    isRowHead: true,
  },
  { key: 'code', name: '代码', text: ({ code }) => code },
  ...Array.from(
    { length: FIGURES },
    (_, at): TableColumn<Line> => ({
      key: `f${at}`,
      name: `指标${at + 1}`,
      unit: '件',
      kind: 'figure',
      text: ({ figures }) => figures[at] ?? '',
      total: (rows) => `${rows.length}行`,
      ...(at === 0
        ? {}
        : {
            editing: {
              lockedBecause: ({ code }) => (code === '000002' ? '已经报送' : undefined),
              read: (_row, typed) =>
                /^\d+(\.\d+)?$/.test(typed) ? { ok: true, text: typed } : { ok: false, reason: '要填不小于零的数' },
            },
          }),
    }),
  ),
  {
    key: 'status',
    name: '状态',
    width: 6,
    text: ({ status }) => status,
    editing: {
      read: (_row, typed) =>
        STATUSES.includes(typed) ? { ok: true, text: typed } : { ok: false, reason: '只能填数值、未报或不适用' },
      choices: STATUSES,
    },
  },
]

function TablePage() {
  const [rows, setRows] = useState(lines)
  return (
    <DataTable
      caption="各村指标"
      name=""
      rows={rows}
      columns={columns}
      rowKey={({ code }) => code}
      onEdit={(changes) =>
        setRows((before) => {
          const next = [...before]
          const places = new Map(before.map((row, at) => [row.code, at]))
          for (const { row, column, text } of changes) {
            const at = places.get(row.code) ?? -1
            const line = next[at]
            if (line !== undefined && column === 'status') next[at] = { ...line, status: text }
            else if (line !== undefined)
              next[at] = { ...line, figures: line.figures.map((each, index) => (`f${index}` === column ? text : each)) }
          }
          return next
        })
      }
    />
  )
}

const element = document.getElementById('root')
if (element === null) throw new Error('no #root')
setCssVariables(document.documentElement)
createRoot(element).render(
  <OwnPhrasesContext value={new OwnPhrases(window.localStorage, 'workbench')}>
    <RouterProvider
      router={createBrowserRouter([
        { path: '/', element: <TablePage /> },
        { path: '/fields', element: <FieldsPage /> },
        { path: '/states', element: <StatesPage /> },
        { path: '*', element: <p>另一页</p> },
      ])}
    />
  </OwnPhrasesContext>,
)
