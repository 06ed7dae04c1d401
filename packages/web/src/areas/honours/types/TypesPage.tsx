import { rungName } from '@anjie/domain/honours/ladder'
import { Link, useNavigate } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { typeWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'

/** 荣誉类型: what there is, by whose setting. */
export default function TypesPage() {
  const me = useMe()
  const navigate = useNavigate()
  const types = useRead(OPERATIONS.listHonourTypes, {})
  return (
    <>
      <PageHead title={words.title}>
        {mayCall(me.roles, OPERATIONS.setHonourType) && (
          <Button isMain onClick={() => void navigate('/honour-types/new')}>
            {words.create}
          </Button>
        )}
      </PageHead>
      <ReadState read={types}>
        {(data) => (
          <DataTable
            caption={words.title}
            rows={data.types}
            rowKey={(row) => row.code}
            empty={words.empty}
            columns={[
              {
                key: 'name',
                name: words.name,
                text: (row) => row.name,
                show: (row) => <Link to={`/honour-types/${row.code}`}>{row.name}</Link>,
              },
              { key: 'ladder', name: words.ladder, text: (row) => row.ladder.map(rungName).join(' → ') },
              {
                key: 'criteria',
                name: words.criteriaCount,
                kind: 'figure',
                text: (row) => String(row.criteria.length),
              },
              {
                key: 'valid',
                name: words.validYears,
                text: (row) => (row.validYears === null ? words.long : words.years(row.validYears)),
              },
              { key: 'set', name: words.setting, text: (row) => (row.version === 0 ? words.untouched : words.varied) },
            ]}
          />
        )}
      </ReadState>
    </>
  )
}
