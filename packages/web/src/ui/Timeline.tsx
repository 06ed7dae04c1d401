import type { TimelineEntry } from '@anjie/contracts/facts/envelope'
import { commonWords, factDetailWords } from '../locales/zh-CN/common.ts'
import { dayText, instantText } from '../locales/zh-CN/format.ts'

/** Post, act, time, opinion of everything that was done to a case; newest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const newestFirst = entries.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  return (
    <section className="panel" aria-label={commonWords.timeline}>
      <h2>{commonWords.timeline}</h2>
      <ol className="timeline">
        {newestFirst.map((entry) => (
          <li key={`${entry.at} ${entry.type}`}>
            <time dateTime={entry.at}>{instantText(entry.at)}</time>
            <div>
              <span className="act">{entry.name}</span>{' '}
              <span className="quiet">
                {entry.jurisdictionName} {entry.post} {entry.personName}
              </span>
              <Details details={entry.details} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A record's own id is a machine's word: whoever needs the record opens it from its page. */
const RECORD_ID = /^\d{2,6}[0-9A-Z]*\.[0-9A-HJKMNP-TV-Z]{26}/

const readable = (value: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? dayText(value) : value)

function Details({ details }: { details: TimelineEntry['details'] }) {
  const shown = Object.entries(details).flatMap(([name, value]) => {
    // Facts name their details in Chinese, or by a field that has a word here.
    const word = /\p{Script=Han}/u.test(name) ? name : factDetailWords[name]
    return word === undefined || value === '' || RECORD_ID.test(value) ? [] : [{ word, value: readable(value) }]
  })
  if (shown.length === 0) return null
  return (
    <dl>
      {shown.map(({ word, value }) => (
        <div key={word} style={{ display: 'contents' }}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
