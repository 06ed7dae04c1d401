import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import { useState } from 'react'
import { runWords as words } from '../../../locales/zh-CN/cycles.ts'
import { DecimalFigure, placesOf } from '../../../ui/DecimalFigure.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { shortFigure } from '../../../ui/shortFigure.ts'
import { Tabs } from '../../../ui/Tabs.tsx'
import { usePrinting } from '../../../ui/usePrinting.ts'
import { heatOf, isTied } from './heat.ts'
import { IntervalBar } from './IntervalBar.tsx'
import { RankChange } from './RankChange.tsx'
import { SealNote } from './SealNote.tsx'

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
        <p className="quiet small" style={{ marginTop: 8 }}>
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
  const columns = levelOne.map((node) =>
    rows.map((row) => row.levelOne.find((each) => each.code === node.code)?.points ?? null),
  )
  return (
    <div className="table-scroll sheet">
      <table className="list dense league">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr className="sheet-title">
            <th colSpan={4 + (withInterval ? 1 : 0) + levelOne.length + (withGrade ? 1 : 0)}>{caption}</th>
          </tr>
          <tr>
            <th scope="col" className="figure">
              {words.rank}
            </th>
            <th scope="col">{words.change}</th>
            <th scope="col">{kindName}</th>
            <th scope="col" className="figure">
              {words.score}
            </th>
            {withInterval && <th scope="col">{words.interval}</th>}
            {levelOne.map((node) => (
              <th scope="col" className="figure" key={node.code} title={node.name}>
                {node.name}
              </th>
            ))}
            {withGrade && <th scope="col">{words.grade}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.subject} data-testid={`league-${row.subject}`}>
              <td className="figure rank">
                {row.rank === null ? (
                  <span className="quiet" title={row.notRankedReason ?? undefined}>
                    {words.notRanked}
                  </span>
                ) : (
                  <>
                    {isTied(row, rows) && <span className="tied">{words.tied} </span>}
                    {row.rank}
                  </>
                )}
              </td>
              <td>
                <RankChange change={row.rank === null ? undefined : row.rankChange} />
              </td>
              <th scope="row">
                {onOpen === undefined || !mayOpen(row) ? (
                  row.name
                ) : (
                  <button
                    type="button"
                    className="plain"
                    aria-label={words.openScorecard(row.name)}
                    onClick={() => onOpen(row)}
                  >
                    {row.name}
                  </button>
                )}
                {outstanding.includes(row.subject) && (
                  <span className="small" style={{ marginLeft: 6 }}>
                    <StateMark tone="due">{words.outstanding}</StateMark>
                  </span>
                )}
                {row.rank === null && row.notRankedReason !== null && (
                  <div className="quiet small">{row.notRankedReason}</div>
                )}
                {row.remarks?.map((remark) => (
                  <div className="small" key={remark}>
                    <StateMark tone="due">{remark}</StateMark>
                  </div>
                ))}
              </th>
              <td className="figure">
                {row.publishedScore === null ? (
                  <span className="quiet">{words.noScore}</span>
                ) : (
                  <strong>
                    <DecimalFigure value={row.publishedScore} places={places} />
                  </strong>
                )}
              </td>
              {withInterval && (
                <td>
                  {row.interval !== null && row.rank !== null && (
                    <IntervalBar interval={row.interval} rank={row.rank} of={ranked} />
                  )}
                </td>
              )}
              {levelOne.map((node, column) => {
                const points = row.levelOne.find((each) => each.code === node.code)?.points ?? null
                return (
                  <td key={node.code} style={{ padding: 2 }}>
                    <HeatCell
                      points={points}
                      places={placesOf(
                        (columns[column] ?? []).map((each) => (each === null ? null : shortFigure(each))),
                      )}
                      strength={heatOf(points, columns[column] ?? [])}
                      label={words.openReceipt(row.name, node.name)}
                      {...(onReceipt === undefined ? {} : { onPress: () => onReceipt(row, node.code) })}
                    />
                  </td>
                )
              })}
              {withGrade && (
                <td>
                  {row.grade ?? <span className="quiet">{words.noGrade}</span>}
                  {row.streak !== undefined && row.streak.years > 1 && (
                    <div className="quiet small">{words.streak(row.streak.years, row.streak.honour)}</div>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
      <span
        className="heat"
        style={{ background: `color-mix(in srgb, var(--work) ${Math.round(strength * 22)}%, transparent)` }}
        title={words.fullFigure(points)}
      >
        <DecimalFigure value={shortFigure(points)} places={places} />
      </span>
    )
  if (onPress === undefined) return figure
  return (
    <button type="button" className="heat-button" aria-label={`${label} ${points ?? words.noScore}`} onClick={onPress}>
      {figure}
    </button>
  )
}
