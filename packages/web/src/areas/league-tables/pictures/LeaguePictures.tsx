import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import { useId, useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { DistributionChart, HeatTable, TileGrid } from '../../../charts/charts.tsx'
import { pictureWords as words } from '../../../locales/zh-CN/leagueTables.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { type PictureKind, picturesOf, tilesOf } from './picturesOf.ts'

interface LeaguePicturesProps {
  readonly cycleName: string
  readonly groups: readonly { readonly code: string; readonly name: string }[]
  readonly rows: readonly LeagueRow[]
  /** 县（市、区）, 乡镇（街道） … */
  readonly kindName: string
  /** A tile grid shows counties only. */
  readonly ofCounties: boolean
  /** Whose place in the distribution is marked. */
  readonly own?: string
}

/** 图示 of a league table: everybody's points as a heat table, the scores' distribution, and the counties as tiles. */
export function LeaguePictures({ cycleName, groups, rows, kindName, ofCounties, own }: LeaguePicturesProps) {
  const id = useId()
  const [shown, setShown] = useState(false)
  const [kind, setKind] = useState<PictureKind>('heat')
  const present = groups.filter(({ code }) => rows.some((row) => row.group === code))
  const [chosen, setChosen] = useState('')
  const group = present.find(({ code }) => code === chosen) ?? present[0]
  const [figure, setFigure] = useState('')
  if (group === undefined) return null
  const kinds = (['heat', 'distribution', ...(ofCounties ? (['tiles'] as const) : [])] as const).map((value) => ({
    value,
    label: words.kinds[value],
  }))
  const inGroup = rows.filter((row) => row.group === group.code)
  return (
    <section className="panel stack no-print" aria-label={words.title} data-testid="league-pictures">
      <div className="list-tools">
        <h2>{words.title}</h2>
        <Button aria-expanded={shown} aria-controls={`${id}-body`} onClick={() => setShown(!shown)}>
          {shown ? words.hide : words.show}
        </Button>
      </div>
      {shown && (
        <div id={`${id}-body`} className="stack">
          <div className="row">
            <ChoiceField
              label={words.kind}
              value={kind}
              choices={kinds}
              onChange={(value) => setKind(kinds.find((each) => each.value === value)?.value ?? 'heat')}
            />
            {kind !== 'tiles' && present.length > 1 && (
              <ChoiceField
                label={words.group}
                value={group.code}
                choices={present.map(({ code, name }) => ({ value: code, label: name }))}
                onChange={setChosen}
              />
            )}
            {kind === 'tiles' && (
              <ChoiceField
                label={words.figure}
                value={figure}
                placeholder={words.score}
                choices={picturesOf(rows).columns.map(({ code, name }) => ({ value: code, label: name }))}
                onChange={setFigure}
              />
            )}
          </div>
          {kind === 'heat' && (
            <HeatTable
              title={words.heat(cycleName, group.name)}
              description={words.heatSays(kindName)}
              rowHeading={kindName}
              columns={[words.score, ...picturesOf(inGroup).columns.map(({ name }) => name)]}
              rows={picturesOf(inGroup).rows}
            />
          )}
          {kind === 'distribution' && (
            <DistributionChart
              title={words.distribution(cycleName, group.name)}
              description={words.distributionSays(kindName)}
              members={inGroup.map(({ name, publishedScore }) => ({ name, value: publishedScore }))}
              {...markedOf(inGroup, own)}
            />
          )}
          {kind === 'tiles' && <Tiles cycleName={cycleName} rows={rows} figure={figure} />}
        </div>
      )}
    </section>
  )
}

function Tiles({ cycleName, rows, figure }: { cycleName: string; rows: readonly LeagueRow[]; figure: string }) {
  const name = picturesOf(rows).columns.find(({ code }) => code === figure)?.name ?? words.score
  const tiles = tilesOf(rows, figure)
  const layout = useRead(OPERATIONS.getTiles, {})
  if (layout.isPending) return <Loading />
  return (
    <TileGrid
      title={words.tiles(cycleName, name)}
      description={words.tilesSay}
      tiles={tiles.map(({ value, ...tile }) => ({ ...tile, text: value ?? words.noScore }))}
      layout={layout.data?.tiles ?? []}
      table={{
        columns: [words.county, words.group, name],
        rows: tiles.map((tile, index) => [
          tile.name,
          rows[index]?.groupName ?? '',
          tile.value === null ? words.noScore : { figure: tile.value },
        ]),
      }}
    />
  )
}

function markedOf(rows: readonly LeagueRow[], own: string | undefined) {
  const row = rows.find(({ subject }) => subject === own)
  return row === undefined ? {} : { marked: { name: row.name, value: row.publishedScore } }
}
