import { OPERATIONS } from '@anjie/contracts/operations/index'
import { useNavigate } from 'react-router'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { pathOf } from '../../../app/paths.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { roundWords } from '../../../locales/zh-CN/honours.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { Button } from '../../../ui/Button.tsx'
import { ListTable } from '../../../ui/ListTable.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'

const words = listWords.rounds

export default function RoundsPage() {
  const me = useMe()
  const navigate = useNavigate()
  const rounds = useRead(OPERATIONS.listRounds, {})
  return (
    <>
      <PageHead title={words.title}>
        {mayCall(me.roles, OPERATIONS.openRound) && (
          <Button isMain onClick={() => void navigate('/rounds/new')}>
            {words.create}
          </Button>
        )}
      </PageHead>
      <ReadState read={rounds}>
        {({ rows }) => (
          <ListTable
            caption={words.title}
            rows={rows}
            pathOf={pathOf}
            empty={words.empty}
            columns={[
              { key: 'honour', name: roundWords.honourColumn, text: (row) => row.fields.honourName },
              { key: 'year', name: roundWords.yearColumn, text: (row) => String(row.fields.year) },
              {
                key: 'opens',
                name: roundWords.opensOn,
                text: (row) => row.fields.opensOn,
                show: (row) => dayText(row.fields.opensOn),
              },
              { key: 'places', name: roundWords.placesColumn, text: (row) => String(row.fields.places), figure: true },
            ]}
          />
        )}
      </ReadState>
    </>
  )
}
