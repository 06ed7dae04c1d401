import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import { useState } from 'react'
import { runWords as words } from '../../../locales/zh-CN/runs.ts'
import { DecimalFigure, placesOf } from '../../../ui/DecimalFigure.tsx'
import { HeatFigure } from '../../../ui/HeatFigure.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { shortFigure } from '../../../ui/shortFigure.ts'
import { Tabs } from '../../../ui/Tabs.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../ui/table/tableColumn.ts'
import { usePrinting } from '../../../ui/usePrinting.ts'
import { heatOf, isTied } from './heat.ts'
import { IntervalBar } from './IntervalBar.tsx'
import { RankChange } from './RankChange.tsx'
import { SealNote } from './SealNote.tsx'
import './LeagueTable.css'

interface LeagueTableProps {
  readonly groups: readonly { readonly code: string; readonly name: string }[]
  readonly rows: readonly LeagueRow[]
  /** Subjects whose figures had not been settled. */
  readonly outstanding?: readonly string[]
  readonly notes: readonly string[]
  readonly seal: string | undefined
  readonly caption: string
  /** 县（市、区）, 乡镇（街道） … */
  readonly kindName: string
  /** Rows that may be opened; without it all of them. */
  readonly mayOpen?: (row: LeagueRow) => boolean
  readonly onOpen?: (row: LeagueRow) => void
  readonly onReceipt?: (row: LeagueRow, node: string) => void
}

/** Headings that fit beside rank, name and score on A4; more of them are printed on A3. */
const A4_COLUMNS = 12

/** 排名表: one row a subject, group by group; figures print exactly as they were ranked. On paper all groups, each with its heading on every sheet. */
export function LeagueTable({
  groups,
  rows,
  outstanding = [],
  notes,
  seal,
  caption,
  kindName,
  mayOpen,
  onOpen,
  onReceipt,
}: LeagueTableProps) {
  const present = groups.filter((group) => rows.some((row) => row.group === group.code))
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const group = chosen ?? present[0]?.code ?? ''
  const printing = usePrinting()
  const most = Math.max(0, ...rows.map((row) => row.levelOne.length))
  return (
    <section aria-label={caption} className={most > A4_COLUMNS ? 'sheet-wide' : 'sheet-landscape'}>
      {present.length > 1 && (
        <Tabs
          label={caption}
          chosen={group}
          onChoose={setChosen}
          tabs={present.map((each) => ({
            key: each.code,
            label: `${each.name}（${rows.filter((row) => row.group === each.code).length}）`,
          }))}
        />
      )}
      {present
        .filter((each) => printing || each.code === group)
        .map((each) => (
          <GroupTable
            key={each.code}
            caption={`${caption}　${each.name}`}
            rows={rows.filter((row) => row.group === each.code)}
            kindName={kindName}
            outstanding={outstanding}
            {...(mayOpen === undefined ? {} : { mayOpen })}
            {...(onOpen === undefined ? {} : { onOpen })}
            {...(onReceipt === undefined ? {} : { onReceipt })}
          />
        ))}
      {notes.length > 0 && (
        <p className="quiet small below">
          {words.notes}：{notes.join(words.noteJoin)}
        </p>
      )}
      {seal !== undefined && <SealNote seal={seal} />}
    </section>
  )
}

interface GroupTableProps extends Pick<LeagueTableProps, 'kindName' | 'mayOpen'> {
  readonly caption: string
  readonly rows: readonly LeagueRow[]
  readonly outstanding: readonly string[]
  readonly onOpen?: (row: LeagueRow) => void
  readonly onReceipt?: (row: LeagueRow, node: string) => void
}

function GroupTable({
  caption,
  kindName,
  rows,
  outstanding,
  mayOpen = () => true,
  onOpen,
  onReceipt,
}: GroupTableProps) {
  const levelOne = rows[0]?.levelOne ?? []
  const places = placesOf(rows.map((row) => row.publishedScore))
  const ranked = rows.filter((row) => row.rank !== null).length
  const withInterval = rows.some((row) => row.interval !== null)
  const withGrade = rows.some((row) => row.grade !== null)
  const pointsOf = (row: LeagueRow, code: string): string | null =>
    row.levelOne.find((each) => each.code === code)?.points ?? null
  const columns: readonly TableColumn<LeagueRow>[] = [
    {
      key: 'name',
      name: kindName,
      text: (row) => row.name,
      isRowHead: true,
      wraps: true,
      show: (row) => (
        <SubjectCell
          row={row}
          isOutstanding={outstanding.includes(row.subject)}
          {...(onOpen === undefined || !mayOpen(row) ? {} : { onOpen: () => onOpen(row) })}
        />
      ),
    },
    {
      key: 'rank',
      name: words.rank,
      kind: 'figure',
      text: (row) => String(row.rank ?? words.notRanked),
      show: (row) =>
        row.rank === null ? (
          <span className="quiet" title={row.notRankedReason ?? undefined}>
            {words.notRanked}
          </span>
        ) : (
          <span className="rank">
            {isTied(row, rows) && <span className="tied">{words.tied} </span>}
            {row.rank}
          </span>
        ),
    },
    {
      key: 'change',
      name: words.change,
      kind: 'figure',
      text: (row) => (row.rank === null ? '' : String(row.rankChange ?? '')),
      show: (row) => <RankChange change={row.rank === null ? undefined : row.rankChange} />,
    },
    {
      key: 'score',
      name: words.score,
      kind: 'figure',
      text: (row) => row.publishedScore ?? words.noScore,
      show: (row) =>
        row.publishedScore === null ? (
          <span className="quiet">{words.noScore}</span>
        ) : (
          <strong>
            <DecimalFigure value={row.publishedScore} places={places} />
          </strong>
        ),
    },
    ...(withInterval
      ? [
          {
            key: 'interval',
            name: words.interval,
            text: (row: LeagueRow) =>
              row.interval === null ? '' : words.intervalText(row.interval.from, row.interval.to),
            show: (row: LeagueRow) =>
              row.interval !== null &&
              row.rank !== null && <IntervalBar interval={row.interval} rank={row.rank} of={ranked} />,
          },
        ]
      : []),
    ...levelOne.map((node): TableColumn<LeagueRow> => {
      const points = rows.map((row) => pointsOf(row, node.code))
      const decimals = placesOf(points.map((each) => (each === null ? null : shortFigure(each))))
      return {
        key: node.code,
        name: node.name,
        kind: 'figure',
        text: (row) => pointsOf(row, node.code) ?? words.noScore,
        show: (row) => (
          <HeatCell
            points={pointsOf(row, node.code)}
            places={decimals}
            strength={heatOf(pointsOf(row, node.code), points)}
            label={words.openReceipt(row.name, node.name)}
            {...(onReceipt === undefined ? {} : { onPress: () => onReceipt(row, node.code) })}
          />
        ),
      }
    }),
    ...(withGrade
      ? [
          {
            key: 'grade',
            name: words.grade,
            text: (row: LeagueRow) => row.grade ?? words.noGrade,
            show: (row: LeagueRow) => (
              <>
                {row.grade ?? <span className="quiet">{words.noGrade}</span>}
                {row.streak !== undefined && row.streak.years > 1 && (
                  <div className="quiet small">{words.streak(row.streak.years)}</div>
                )}
              </>
            ),
          },
        ]
      : []),
  ]
  return (
    <div className="sheet">
      <DataTable
        caption={caption}
        sheetTitle={caption}
        isPlain
        isDense
        rows={rows}
        rowKey={(row) => row.subject}
        testId={(row) => `league-${row.subject}`}
        columns={columns}
      />
    </div>
  )
}

interface SubjectCellProps {
  readonly row: LeagueRow
  readonly isOutstanding: boolean
  readonly onOpen?: () => void
}

/** The name, which opens the scorecard, and what has to be known beside it. */
function SubjectCell({ row, isOutstanding, onOpen }: SubjectCellProps) {
  return (
    <>
      {onOpen === undefined ? (
        row.name
      ) : (
        <button type="button" className="plain" aria-label={words.openScorecard(row.name)} onClick={onOpen}>
          {row.name}
        </button>
      )}
      {isOutstanding && (
        <span className="small beside">
          <StateMark tone="due">{words.outstanding}</StateMark>
        </span>
      )}
      {row.rank === null && row.notRankedReason !== null && <div className="quiet small">{row.notRankedReason}</div>}
      {row.remarks?.map((remark) => (
        <div className="small" key={remark}>
          <StateMark tone="due">{remark}</StateMark>
        </div>
      ))}
    </>
  )
}

interface HeatCellProps {
  readonly points: string | null
  /** Decimal places of the column. */
  readonly places: number
  readonly strength: number
  readonly label: string
  readonly onPress?: () => void
}

/** A figure on a ground that is the stronger the better it stands in its group; the figure itself always says it. */
function HeatCell({ points, places, strength, label, onPress }: HeatCellProps) {
  const figure =
    points === null ? (
      <span className="heat quiet">{words.noScore}</span>
    ) : (
      <HeatFigure value={shortFigure(points)} places={places} strength={strength} title={words.fullFigure(points)} />
    )
  if (onPress === undefined) return figure
  return (
    <button type="button" className="heat-button" aria-label={`${label} ${points ?? words.noScore}`} onClick={onPress}>
      {figure}
    </button>
  )
}
