import { OPERATIONS } from '@anjie/contracts/operations/index'
import { TITLE_STATUS_NAMES } from '@anjie/domain/honours/titleNames'
import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import { beijingDay } from '@anjie/kernel'
import { useRead } from '../../../app/api/useRead.ts'
import { useConfig } from '../../../app/configContext.ts'
import { publicLinks } from '../../../app/publicLinks.ts'
import { useListQuery } from '../../../app/useListQuery.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { FoundList } from '../../../ui/FoundList.tsx'
import { Choice } from '../../../ui/form/Choice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { usePlaceChoices } from '../placeChoices.ts'

const words = listWords.titles
const operation = OPERATIONS.listTitles
const statuses = Object.entries(TITLE_STATUS_NAMES).map(([value, label]) => ({ value, label }))
const honours = Object.values(HONOUR_TYPES).map(({ code, name }) => ({ value: code, label: name }))
/** The public lists that were taken over begin here. */
const FIRST_YEAR = 2010

export default function TitlesPage() {
  const { publicOrigin } = useConfig()
  const { query, isNarrowed, choose, pageAt } = useListQuery(['stage', 'status', 'place', 'honour', 'year', 'name'], {
    stage: 'open',
  })
  const asked = operation.query.safeParse(query)
  const titles = useRead(operation, { query: asked.data ?? {} }, { keepsShown: true })
  const places = usePlaceChoices()
  const thisYear = Number(beijingDay(new Date().toISOString()).slice(0, 4))
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, ago) => thisYear - ago)
  return (
    <>
      <PageHead title={words.title} />
      <ReadState read={titles}>
        {({ rows, cursor }) => (
          <FoundList
            caption={words.title}
            rows={rows}
            pathOf={() => undefined}
            nameOfTitle={words.unit}
            isNarrowed={isNarrowed}
            empty={words.empty}
            nextPage={cursor === undefined ? undefined : pageAt(cursor)}
            firstPage={query.cursor === undefined ? undefined : pageAt()}
            filters={
              <>
                <SearchField
                  initial={query.name ?? ''}
                  hint={listWords.nameHint}
                  onSearch={(text) => choose('name', text)}
                />
                <Choice
                  isInline
                  aria-label={words.standing}
                  value={query.stage ?? ''}
                  none={words.allStandings}
                  choices={words.standings}
                  onChange={(value) => choose('stage', value)}
                />
                <Choice
                  isInline
                  aria-label={words.honour}
                  value={query.honour ?? ''}
                  none={words.allHonours}
                  choices={honours}
                  onChange={(value) => choose('honour', value)}
                />
                <Choice
                  isInline
                  aria-label={words.year}
                  value={query.year ?? ''}
                  none={words.allYears}
                  choices={years.map((year) => ({ value: String(year), label: words.yearOf(year) }))}
                  onChange={(value) => choose('year', value)}
                />
                {places.length > 0 && (
                  <Choice
                    isInline
                    aria-label={listWords.place}
                    value={query.place ?? ''}
                    none={listWords.allPlaces}
                    choices={places}
                    onChange={(value) => choose('place', value)}
                  />
                )}
                <Choice
                  isInline
                  aria-label={listWords.status}
                  value={query.status ?? ''}
                  none={listWords.allStatuses}
                  choices={statuses}
                  onChange={(value) => choose('status', value)}
                />
              </>
            }
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
                      <span data-copied>{serial}</span>
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
