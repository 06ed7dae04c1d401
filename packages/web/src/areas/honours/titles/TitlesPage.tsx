import { OPERATIONS } from '@anjie/contracts/operations/index'
import { useRead } from '../../../app/api/useRead.ts'
import { useConfig } from '../../../app/configContext.ts'
import { publicLinks } from '../../../app/publicLinks.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { ListTable } from '../../../ui/ListTable.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'

const words = listWords.titles

export default function TitlesPage() {
  const { publicOrigin } = useConfig()
  const titles = useRead(OPERATIONS.listTitles, {})
  return (
    <>
      <PageHead title={words.title} />
      <ReadState read={titles}>
        {({ rows }) => (
          <ListTable
            caption={words.title}
            rows={rows}
            pathOf={() => undefined}
            nameOfTitle={words.unit}
            withPlace
            empty={words.empty}
            columns={[
              { key: 'honour', name: words.honour, text: (row) => row.fields.honourName },
              { key: 'level', name: words.level, text: (row) => row.fields.levelName },
              { key: 'year', name: words.year, text: (row) => String(row.fields.year) },
              { key: 'document', name: words.document, text: (row) => row.fields.documentNumber ?? '' },
              {
                key: 'serial',
                name: words.serial,
                text: (row) => row.fields.serial ?? '',
                show: (row) => {
                  const serial = row.fields.serial
                  if (serial === undefined) return <span className="quiet">{words.noSerial}</span>
                  return (
                    <a
                      href={publicLinks.certificate(publicOrigin, serial)}
                      target="_blank"
                      rel="noreferrer"
                      title={words.check}
                    >
                      {serial}
                    </a>
                  )
                },
              },
              {
                key: 'valid',
                name: words.validUntil,
                text: (row) => row.fields.validUntil ?? '',
                show: (row) => {
                  const until = row.fields.validUntil
                  return until === undefined ? words.longTerm : dayText(until)
                },
              },
            ]}
          />
        )}
      </ReadState>
    </>
  )
}
