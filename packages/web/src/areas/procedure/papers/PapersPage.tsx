import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { paperWords as words } from '../../../locales/zh-CN/procedure.ts'

/** 程序材料 that this post or its unit owes, or its commission asked for. */
export default function PapersPage() {
  return (
    <ListPage
      title={words.listTitle}
      operation={OPERATIONS.listProcedurePapers}
      nameOfTitle={words.unit}
      empty={words.empty}
      linkTo={(row) => `/procedure-papers/${row.id}`}
      filters={[
        {
          name: 'stage',
          label: listWords.stage,
          all: listWords.allStages,
          choices: listWords.stages,
          preset: 'open',
        },
      ]}
      columns={[
        { key: 'step', name: words.step, text: (row) => row.fields.stepName },
        { key: 'cycle', name: words.cycle, text: (row) => row.fields.cycleName, wraps: true },
      ]}
    />
  )
}
