import { OBJECTION_CHANNEL_NAMES } from '@anjie/domain/objections/objectionTransitions'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { objectionWords as words } from '../../../locales/zh-CN/objections.ts'

/** 异议 for who investigates: what waits first. */
export default function ObjectionsPage() {
  return (
    <ListPage
      title={words.title}
      operation={OPERATIONS.listObjections}
      create={{ operation: OPERATIONS.enterObjection, to: '/objections/new', label: words.enter }}
      nameOfTitle={words.unit}
      withPlace
      empty={words.empty}
      columns={[
        { key: 'batch', name: words.list, text: (row) => row.fields.batchName },
        {
          key: 'number',
          name: words.number,
          text: (row) => row.fields.number,
          show: (row) => <span data-copied>{row.fields.number}</span>,
        },
        {
          key: 'who',
          name: words.who,
          text: (row) =>
            `${OBJECTION_CHANNEL_NAMES[row.fields.channel]} · ${row.fields.anonymous ? words.anonymous : words.named}`,
        },
      ]}
      filters={[
        {
          name: 'stage',
          label: listWords.stage,
          all: listWords.allStages,
          choices: listWords.stages,
          preset: 'open',
        },
      ]}
    />
  )
}
