import { SUBJECT_KIND_NAMES } from '@anjie/contracts/vocabulary/schemes/subjectKindNames'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useApi } from '../../../app/api/ApiContext.ts'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { readKey } from '../../../app/api/useRead.ts'
import { pagesOf } from '../../../app/list/everyPage.ts'
import { cycleWords, figuresWords as words } from '../../../locales/zh-CN/cycles.ts'
import type { ApiProblem } from '../../../ui/apiProblem.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { figureColumns } from './figureColumns.tsx'
import type { FigureSheet, SheetRow } from './sheetCells.ts'

/** 各单位数据: one row a subject, one column a figure, gathered page by page and taken along as one workbook. */
export default function FiguresPage() {
  const { cycleId = '' } = useParams()
  const api = useApi()
  const [gathered, setGathered] = useState<{ readonly rows: number; readonly of: number } | undefined>(undefined)
  const input = { params: { cycleId }, query: {} }
  const read = useQuery<FigureSheet, ApiProblem>({
    queryKey: [...readKey(OPERATIONS.listCycleFigures, input), 'every page'],
    queryFn: async ({ signal }) => {
      const rows: SheetRow[] = []
      for await (const page of pagesOf(api, OPERATIONS.listCycleFigures, input, signal)) {
        rows.push(...page.rows)
        setGathered({ rows: rows.length, of: page.subjects })
        if (page.cursor === undefined) return { ...page, rows }
      }
      throw new Error('a list without a last page')
    },
  })
  return (
    <>
      {read.isPending && gathered !== undefined && (
        <div role="status">
          <p>{words.gathering(gathered.rows, gathered.of)}</p>
          <ProgressBar share={gathered.rows / gathered.of} />
        </div>
      )}
      <ReadState read={read}>{(sheet) => <Sheet cycleId={cycleId} sheet={sheet} />}</ReadState>
    </>
  )
}

function Sheet({ cycleId, sheet }: { readonly cycleId: string; readonly sheet: FigureSheet }) {
  const passed = sheet.rows.filter((row) => row.passed).length
  return (
    <>
      <PageHead
        title={words.title}
        sub={words.sub(sheet.rows.length, passed)}
        back={{ to: `/cycles/${cycleId}`, label: sheet.name }}
      />
      <DataTable<SheetRow>
        caption={`${sheet.name}${words.title}`}
        name=""
        isDense
        rows={sheet.rows}
        rowKey={({ subject }) => subject}
        columns={[
          {
            key: 'name',
            name: SUBJECT_KIND_NAMES[sheet.subjectKind],
            text: ({ name }) => name,
            isRowHead: true,
          },
          { key: 'group', name: cycleWords.group, text: ({ groupName }) => groupName, filtered: true },
          { key: 'status', name: cycleWords.stateColumn, text: ({ statusName }) => statusName, filtered: true },
          ...figureColumns(sheet),
        ]}
      />
      <p className="quiet small">{words.hint}</p>
    </>
  )
}
