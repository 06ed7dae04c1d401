import { TITLE_STATUS_NAMES } from '@anjie/domain/honours/titleNames'
import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useConfig } from '../../../app/configContext.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { mayCall, useMe } from '../../../app/me.ts'
import { publicLinks } from '../../../app/publicLinks.ts'
import { termWords } from '../../../locales/zh-CN/aftercare.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { Button } from '../../../ui/Button.tsx'
import { useHonourNames } from '../honourNames.ts'
import { usePlaceChoices } from '../placeChoices.ts'
import { CorrectTitle } from './CorrectTitle.tsx'
import { SetTerm } from './SetTerm.tsx'

const words = listWords.titles
const statuses = Object.entries(TITLE_STATUS_NAMES).map(([value, label]) => ({ value, label }))
/** The public lists that were taken over begin here. */
const FIRST_YEAR = 2010

type Row = Answer<(typeof OPERATIONS)['listTitles']>['rows'][number]

export default function TitlesPage() {
  const me = useMe()
  const [correcting, setCorrecting] = useState<Row | undefined>(undefined)
  const [settingTerm, setSettingTerm] = useState<Row | undefined>(undefined)
  const maySetTerm = (row: Row) =>
    mayCall(me.roles, OPERATIONS.setTitleTerm) &&
    row.fields.source === 'public-listing' &&
    (row.status === 'active' || row.status === 'retained')
  const honours = useHonourNames().choices
  const { publicOrigin } = useConfig()
  const places = usePlaceChoices()
  const thisYear = Number(beijingDay(new Date().toISOString()).slice(0, 4))
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, ago) => thisYear - ago)
  const mayCorrect = (row: Row) =>
    mayCall(me.roles, OPERATIONS.correctTitle) &&
    row.fields.serial !== undefined &&
    row.fields.level === me.jurisdiction.level &&
    row.status === 'active'
  return (
    <>
      <ListPage
        title={words.title}
        operation={OPERATIONS.listTitles}
        tools={mayCall(me.roles, OPERATIONS.getTitleBoard) && <Link to="/titles/board">{words.board}</Link>}
        nameOfTitle={words.unit}
        linkTo={(row) =>
          row.fields.unitId !== undefined && mayCall(me.roles, OPERATIONS.getUnit)
            ? `/units/${row.fields.unitId}`
            : undefined
        }
        empty={words.empty}
        filters={[
          { name: 'name', label: words.unit },
          {
            name: 'stage',
            label: words.standing,
            all: words.allStandings,
            choices: words.standings,
            preset: 'open',
          },
          { name: 'honour', label: words.honour, all: words.allHonours, choices: honours },
          {
            name: 'year',
            label: words.year,
            all: words.allYears,
            choices: years.map((year) => ({ value: String(year), label: words.yearOf(year) })),
          },
          { name: 'place', label: listWords.place, all: listWords.allPlaces, choices: places },
          { name: 'status', label: listWords.status, all: listWords.allStatuses, choices: statuses },
        ]}
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
            kind: 'day',
            text: (row) => row.fields.validUntil ?? '',
            show: (row) => {
              const until = row.fields.validUntil
              return until === undefined ? words.longTerm : dayText(until)
            },
          },
          {
            key: 'recheck',
            name: termWords.recheck,
            text: (row) => (row.fields.openRecheck === undefined ? '' : termWords.recheck),
            show: (row) =>
              row.fields.openRecheck === undefined ? null : (
                <Link to={`/rechecks/${row.fields.openRecheck}`}>{termWords.recheck}</Link>
              ),
          },
          ...(mayCall(me.roles, OPERATIONS.correctTitle)
            ? [
                {
                  key: 'correct',
                  name: words.correct,
                  text: () => '',
                  show: (row: Row) =>
                    mayCorrect(row) ? (
                      <Button isSmall onClick={() => setCorrecting(row)}>
                        {words.correct}
                      </Button>
                    ) : maySetTerm(row) ? (
                      <Button isSmall onClick={() => setSettingTerm(row)}>
                        {termWords.set}
                      </Button>
                    ) : null,
                },
              ]
            : []),
        ]}
      />
      {settingTerm !== undefined && <SetTerm title={settingTerm} onClose={() => setSettingTerm(undefined)} />}
      {correcting !== undefined && <CorrectTitle title={correcting} onClose={() => setCorrecting(undefined)} />}
    </>
  )
}
