import { TITLE_LEVEL_NAMES } from '@anjie/domain/honours/titleNames'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { roundWords } from '../../../locales/zh-CN/honours.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'

const words = listWords.rounds

export default function RoundsPage() {
  return (
    <ListPage
      title={words.title}
      operation={OPERATIONS.listRounds}
      create={{ operation: OPERATIONS.openRound, to: '/rounds/new', label: words.create }}
      empty={words.empty}
      columns={[
        { key: 'honour', name: roundWords.honourColumn, text: (row) => row.fields.honourName, filtered: true },
        {
          key: 'level',
          name: roundWords.level,
          text: (row) => TITLE_LEVEL_NAMES[row.fields.level ?? 'province'],
          filtered: true,
        },
        { key: 'year', name: roundWords.yearColumn, text: (row) => String(row.fields.year), filtered: true },
        {
          key: 'opens',
          name: roundWords.opensOn,
          kind: 'day',
          text: (row) => row.fields.opensOn,
          show: (row) => dayText(row.fields.opensOn),
        },
        { key: 'places', name: roundWords.placesColumn, kind: 'figure', text: (row) => String(row.fields.places) },
      ]}
    />
  )
}
