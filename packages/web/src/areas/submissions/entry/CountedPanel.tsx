import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import { CountedOrigin, type ShownCount } from './CountedOrigin.tsx'

/** 台账取数 of the cell that one is in: how it is counted, and what it would be today. */
export default function CountedPanel({ counted }: { counted: ShownCount | undefined }) {
  if (counted === undefined) return null
  return (
    <section className="panel">
      <h2>{words.counted.title}</h2>
      <p>{counted.words}</p>
      <p className="quiet small">
        {counted.drawing === undefined ? words.counted.asItStands : words.counted.asSubmitted}
      </p>
      {counted.now !== undefined && <p>{words.counted.now(counted.now.value ?? words.counted.none)}</p>}
      <p>
        <CountedOrigin counted={counted} />
      </p>
    </section>
  )
}
