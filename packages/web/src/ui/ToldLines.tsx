import { useSyncExternalStore } from 'react'
import { commonWords as words } from '../locales/zh-CN/common.ts'
import { Callout } from './Callout.tsx'
import './ToldLines.css'
import { forgetTold, toldLines } from './told.ts'

/** Where what was told in passing stands, once in the console. */
export function ToldLines() {
  const lines = useSyncExternalStore(toldLines.subscribe, toldLines.now)
  return (
    <div className="told-lines no-print" role="status">
      {lines.map(({ id, tone, text }) => (
        <Callout key={id} tone={tone} title={text} onClose={() => forgetTold(id)} closeLabel={words.close} />
      ))}
    </div>
  )
}
