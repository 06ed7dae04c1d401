import { colours, fonts } from '@anjie/tokens'
import { type ReactNode, useId, useRef, useState } from 'react'
import { chartWords as words } from '../locales/zh-CN/charts.ts'
import { downloadFile } from '../ui/downloadFile.ts'
import { Table } from '../ui/table/Table.tsx'
import type { TableColumn } from '../ui/table/tableColumn.ts'
import { type ChartTable, cellText, chartCsv } from './chartTable.ts'
import './charts.css'
import { picturePng, pictureText } from './pictureFile.ts'

interface ChartFrameProps {
  readonly title: string
  /** What the picture shows, for whoever does not see it and whoever does. */
  readonly description: string
  readonly table: ChartTable
  readonly width: number
  readonly height: number
  /** What is drawn, in SVG, with literal colours. */
  readonly children: ReactNode
  /** A table of the page's own in place of the plain one. */
  readonly ownTable?: ReactNode
  /** The table stands under the picture at all times, instead of behind a button. */
  readonly tableBelow?: boolean
}

/** Around every picture: title, description, the same figures as a table, and both to take away. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, description, table, width, height, children, ownTable, tableBelow = false } = props
  const id = useId()
  const drawn = useRef<SVGSVGElement>(null)
  const [view, setView] = useState<'picture' | 'table'>('picture')
  const [failed, setFailed] = useState(false)
  const shown = tableBelow ? 'picture' : view
  const takePicture = async (kind: 'svg' | 'png') => {
    if (drawn.current === null) return
    setFailed(false)
    const text = pictureText(drawn.current, title)
    try {
      if (kind === 'svg') downloadFile(`${title}.svg`, 'svg', text)
      else downloadFile(`${title}.png`, 'png', await picturePng(text))
    } catch (thrown) {
      console.error(thrown)
      setFailed(true)
    }
  }
  return (
    <figure className="chart" data-testid="chart">
      <figcaption>
        <h3>{title}</h3>
        <p className="quiet small">{description}</p>
      </figcaption>
      <div className="chart-tools no-print small">
        {!tableBelow && (
          <fieldset className="chart-views" aria-label={words.views}>
            {(['picture', 'table'] as const).map((each) => (
              <button
                key={each}
                type="button"
                className="plain"
                aria-pressed={view === each}
                onClick={() => setView(each)}
              >
                {words[each]}
              </button>
            ))}
          </fieldset>
        )}
        {shown === 'picture' && (
          <>
            <button type="button" className="plain" onClick={() => void takePicture('png')}>
              {words.downloadPng}
            </button>
            <button type="button" className="plain" onClick={() => void takePicture('svg')}>
              {words.downloadSvg}
            </button>
          </>
        )}
        <button type="button" className="plain" onClick={() => downloadFile(`${title}.csv`, 'csv', chartCsv(table))}>
          {words.downloadData}
        </button>
      </div>
      {failed && (
        <p className="error-text" role="alert">
          {words.failed}
        </p>
      )}
      {shown === 'picture' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture wider than the page is scrolled by key
        <section className="chart-scroll" aria-label={title} tabIndex={0}>
          <svg
            ref={drawn}
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            role="img"
            aria-labelledby={`${id}-title`}
            aria-describedby={`${id}-desc`}
            fontFamily={fonts.text}
            fontSize="12"
            fill={colours.ink}
          >
            <title id={`${id}-title`}>{title}</title>
            <desc id={`${id}-desc`}>{description}</desc>
            {children}
          </svg>
        </section>
      )}
      {(shown === 'table' || tableBelow) && (ownTable ?? <PlainTable caption={title} table={table} />)}
    </figure>
  )
}

type Line = ChartTable['rows'][number]

function PlainTable({ caption, table }: { caption: string; table: ChartTable }) {
  return (
    <Table
      caption={caption}
      isLow
      isFramed
      rows={table.rows}
      rowKey={(row) => row.slice(0, 2).map(cellText).join(' ')}
      columns={table.columns.map((name, at): TableColumn<Line> => {
        const isFigure = table.rows.some((row) => typeof row[at] === 'object')
        return {
          key: name,
          name,
          kind: isFigure ? 'figure' : 'text',
          isRowHead: at === 0,
          wraps: at > 0 && !isFigure,
          text: (row) => cellText(row[at] ?? ''),
        }
      })}
    />
  )
}
