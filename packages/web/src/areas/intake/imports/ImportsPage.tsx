import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { importWords as words } from '../../../locales/zh-CN/imports.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'

/** 导入批次 of the own jurisdiction. */
export default function ImportsPage() {
  return (
    <ListPage
      title={words.title}
      operation={OPERATIONS.listImportBatches}
      create={{ operation: OPERATIONS.beginImport, to: '/imports/new', label: words.create }}
      nameOfTitle={words.file}
      withPlace={false}
      empty={words.empty}
      columns={[
        { key: 'about', name: words.list, text: (row) => row.fields.about },
        { key: 'by', name: words.by, text: (row) => row.fields.by },
        { key: 'changing', name: words.changing, kind: 'figure', text: (row) => words.rows(row.fields.changing) },
        { key: 'refused', name: words.refused, kind: 'figure', text: (row) => words.rows(row.fields.refused) },
      ]}
      filters={[{ name: 'stage', label: listWords.stage, all: listWords.allStages, choices: listWords.stages }]}
    />
  )
}
