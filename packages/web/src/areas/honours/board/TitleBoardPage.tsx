import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { TileGrid } from '../../../charts/charts.tsx'
import { stepIn } from '../../../charts/steps.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { boardWords as words } from '../../../locales/zh-CN/titleBoard.ts'
import { Button } from '../../../ui/Button.tsx'
import { downloadFile } from '../../../ui/downloadFile.ts'
import { Choice } from '../../../ui/form/Choice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { Table } from '../../../ui/table/Table.tsx'
import type { TableColumn } from '../../../ui/table/tableColumn.ts'
import { figureColumns, heldIn } from './boardColumns.ts'

type Board = Answer<(typeof OPERATIONS)['getTitleBoard']>
type Asked = Readonly<Record<'level' | 'honour' | 'year', string>>

/** 称号统计: each level's titles as they stand today, a level's by honour, and where they are. */
export default function TitleBoardPage() {
  const [asked, setAsked] = useState<Asked>({ level: 'province', honour: '', year: '' })
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''))
  const board = useRead(OPERATIONS.getTitleBoard, { query })
  return <ReadState read={board}>{(found) => <Found found={found} asked={asked} onAsk={setAsked} />}</ReadState>
}

interface FoundProps {
  readonly found: Board
  readonly asked: Asked
  readonly onAsk: (asked: Asked) => void
}

function Found({ found, asked, onAsk }: FoundProps) {
  const levelName = found.levels.find(({ level }) => level === found.level)?.name ?? ''
  const honours = found.honours.filter(({ level }) => level === found.level)
  const honourName = honours.find(({ honour }) => honour === asked.honour)?.name ?? words.allHonours
  const yearName = asked.year === '' ? words.allYears : words.yearOf(Number(asked.year))
  return (
    <>
      <PageHead title={words.title} back={{ to: '/titles', label: words.back }} sub={words.sub(dayText(found.today))}>
        <Choice
          isInline
          aria-label={words.year}
          value={asked.year}
          choices={[
            { value: '', label: words.allYears },
            ...found.years.map((year) => ({ value: String(year), label: words.yearOf(year) })),
          ]}
          onChange={(year) => onAsk({ ...asked, year })}
        />
        <ExportButton
          label={words.exportHonours}
          file={words.honoursFile(yearName)}
          columns={[
            { key: 'level', name: words.level, text: (row) => row.levelName },
            { key: 'honour', name: words.honour, text: (row) => row.name },
            ...figureColumns<Board['honours'][number]>(),
          ]}
          rows={found.honours}
        />
      </PageHead>
      <section className="panel">
        <h2>{words.levels}</h2>
        <Table
          caption={words.levels}
          isFramed
          rows={found.levels}
          rowKey={(row) => row.level}
          columns={[{ key: 'level', name: words.level, text: (row) => row.name, isRowHead: true }, ...figureColumns()]}
        />
        <p className="quiet small">{words.notes}</p>
      </section>
      <section className="panel stack">
        <div className="list-tools">
          <h2>{words.honours(levelName)}</h2>
          <Choice
            isInline
            aria-label={words.level}
            value={found.level}
            choices={found.levels.map(({ level, name }) => ({ value: level, label: name }))}
            onChange={(level) => onAsk({ ...asked, level, honour: '' })}
          />
        </div>
        <Table
          caption={words.honours(levelName)}
          isFramed
          rows={honours}
          rowKey={(row) => row.honour}
          empty={words.none}
          columns={[
            { key: 'honour', name: words.honour, text: (row) => row.name, isRowHead: true },
            ...figureColumns(),
          ]}
        />
      </section>
      <section className="panel stack">
        <div className="list-tools">
          <h2>{words.places}</h2>
          <Choice
            isInline
            aria-label={words.honour}
            value={asked.honour}
            choices={[
              { value: '', label: words.allHonours },
              ...honours.map(({ honour, name }) => ({ value: honour, label: name })),
            ]}
            onChange={(honour) => onAsk({ ...asked, honour })}
          />
          <ExportButton
            label={words.exportPlaces}
            file={words.placesFile(levelName, honourName, yearName)}
            columns={[
              { key: 'city', name: words.city, text: (row) => row.cityName },
              { key: 'county', name: words.county, text: (row) => row.name },
              ...figureColumns<Board['places'][number]>(),
            ]}
            rows={found.places}
          />
        </div>
        <Places places={found.places} title={words.tiles(levelName, honourName)} />
      </section>
    </>
  )
}

function Places({ places, title }: { readonly places: Board['places']; readonly title: string }) {
  const layout = useRead(OPERATIONS.getTiles, {})
  const step = stepIn(places.map((place) => String(heldIn(place))))
  const columns = figureColumns<Board['places'][number]>()
  return (
    <TileGrid
      title={title}
      description={words.tilesSay(places.filter((place) => heldIn(place) > 0).length, places.length)}
      tiles={places.map((place) => ({
        code: place.code,
        name: place.name,
        text: String(heldIn(place)),
        step: step(String(heldIn(place))),
      }))}
      layout={layout.data?.tiles ?? []}
      table={{
        columns: [words.county, words.city, words.held, ...columns.map(({ name }) => name)],
        rows: places.map((place) => [
          place.name,
          place.cityName,
          { figure: String(heldIn(place)) },
          ...columns.map((column) => ({ figure: column.text(place) })),
        ]),
      }}
    />
  )
}

interface ExportButtonProps<R> {
  readonly label: string
  readonly file: string
  readonly columns: readonly TableColumn<R>[]
  readonly rows: readonly R[]
}

function ExportButton<R>({ label, file, columns, rows }: ExportButtonProps<R>) {
  const save = async () => {
    const { tableFile } = await import('../../../ui/table/tableFile.ts')
    downloadFile(`${file}.xlsx`, 'xlsx', await tableFile('xlsx', file, columns, rows))
  }
  return <Button onClick={() => void save()}>{label}</Button>
}
