import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { TileGrid } from '../../../charts/charts.tsx'
import { tileWords as words } from '../../../locales/zh-CN/divisions.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { tellDone } from '../../../ui/told.ts'
import type { Divisions } from '../changes/divisions.ts'
import { readTilesText, tilesText } from './tilesText.ts'

/** 方格图位置: where each county's tile stands in every tile grid of the province. */
export function TilesPanel({ found, mayArrange }: { found: Divisions; mayArrange: boolean }) {
  const [changing, setChanging] = useState(false)
  return (
    <section aria-label={words.title}>
      <div className="list-tools">
        <h2>{words.title}</h2>
        {mayArrange && <Button onClick={() => setChanging(true)}>{words.change}</Button>}
      </div>
      <p className="quiet">{found.tiles.length === 0 ? words.none : words.arranged(found.tiles.length)}</p>
      {changing && <TilesDialog found={found} onClose={() => setChanging(false)} />}
    </section>
  )
}

function TilesDialog({ found, onClose }: { found: Divisions; onClose: () => void }) {
  const [text, setText] = useState(() => tilesText(found.tiles, found.counties))
  const arrange = useCommand(OPERATIONS.arrangeTiles)
  const read = readTilesText(text, found.counties)
  const current = found.counties.filter(({ validTo }) => validTo === undefined)
  return (
    <CommandDialog
      title={words.title}
      width={1000}
      onClose={onClose}
      disabled={!read.ok}
      command={arrange}
      input={() => {
        if (!read.ok) return undefined
        return { ifMatch: found.version, body: { tiles: [...read.value] } }
      }}
      onDone={() => {
        tellDone(words.done)
        onClose()
      }}
    >
      <TextField label={words.field} value={text} rows={8} most={20_000} onChange={setText} hint={words.hint} />
      {!read.ok && (
        <ul className="error-text" role="alert">
          {read.error.slice(0, 8).map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      {read.ok && (
        <TileGrid
          title={words.previewTitle}
          description={words.previewSays}
          layout={read.value}
          tiles={current.map(({ code, name }) => ({ code, name, text: '', step: null }))}
          table={{ columns: [words.county, words.code], rows: current.map(({ code, name }) => [name, code]) }}
        />
      )}
    </CommandDialog>
  )
}
