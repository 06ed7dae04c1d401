import type { TimelineEntry } from '@anjie/contracts/facts/envelope'
import { CatalogueCode } from '@anjie/contracts/vocabulary/catalogue/catalogueCode'
import { CertificateSerial } from '@anjie/contracts/vocabulary/ids'
import { commonWords, timelineWords } from '../locales/zh-CN/common.ts'
import { dayText, instantText } from '../locales/zh-CN/format.ts'
import { Button } from './Button.tsx'
import './Timeline.css'

interface TimelineProps {
  readonly entries: readonly TimelineEntry[]
  /** Asks for the steps before those that are shown; undefined when there are none. */
  readonly onEarlier?: (() => void) | undefined
  readonly isAsking?: boolean
}

/** Post, act, time, opinion of what was done to a case; newest first. */
export function Timeline({ entries, onEarlier, isAsking = false }: TimelineProps) {
  const newestFirst = entries.toSorted((a, b) => b.version - a.version)
  return (
    <section className="panel" aria-label={commonWords.timeline}>
      <h2>{commonWords.timeline}</h2>
      <ol className="timeline">
        {newestFirst.map((entry) => (
          <li key={entry.version}>
            <time dateTime={entry.at}>{instantText(entry.at)}</time>
            <div>
              <span className="act">{entry.name}</span>{' '}
              {entry.by === undefined ? (
                <span className="quiet">
                  {entry.jurisdictionName} {entry.post} {entry.personName}
                </span>
              ) : (
                <span className="quiet">{timelineWords[entry.by](entry.personName)}</span>
              )}
              <Details details={entry.details} />
            </div>
          </li>
        ))}
      </ol>
      {onEarlier !== undefined && (
        <Button isSmall onClick={onEarlier} disabled={isAsking}>
          {commonWords.earlierSteps}
        </Button>
      )}
    </section>
  )
}

/** A checksum is for programs that check; it stands beside what it belongs to. */
const HASH = /^[0-9a-f]{40,}$/

/** Numbers that people copy as they are: of a certificate, of an item of the catalogue, or of whatever calls itself one. */
const isCopied = (name: string, value: string): boolean =>
  name.endsWith('编号') || [CertificateSerial, CatalogueCode].some((schema) => schema.safeParse(value).success)

function Details({ details }: { details: TimelineEntry['details'] }) {
  const shown = details.filter(({ value }) => !HASH.test(value))
  if (shown.length === 0) return null
  return (
    <dl>
      {shown.map(({ name, value }) => (
        <div key={name} className="pair">
          <dt>{name}</dt>
          <dd {...(isCopied(name, value) ? { 'data-copied': true } : {})}>{dayText(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
