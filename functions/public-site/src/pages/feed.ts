import { dayText } from '@anjie/calendar-cn/plainDays'
import type { PublicNoticeSummary } from '@anjie/contracts/vocabulary/publicRecords'
import { SITE_NAME } from '../words.ts'

const ENTRIES = 50

interface FeedFrame {
  readonly origin: string
  readonly today: string
  readonly demoProvince: string | undefined
}

interface Entry {
  /** For good: a reader knows by it what it has shown already. */
  readonly id: string
  readonly on: string
  readonly title: string
  readonly text: string
  readonly path: string
}

/**
 * Atom (RFC 4287): each notice from its first day on, and each naming. A list is two entries, because whoever may object wants to know of
 * the first and whoever looks titles up of the second.
 */
export function feedOf(notices: readonly PublicNoticeSummary[], { origin, today, demoProvince }: FeedFrame): string {
  const entries = notices
    .flatMap((notice) => [...noticeEntry(notice, today), ...namingEntry(notice)])
    .toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1))
    .slice(0, ENTRIES)
  const host = new URL(origin).hostname
  const about = demoProvince === undefined ? '' : `（“${demoProvince}”为虚构）`
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<title>${escaped(`${SITE_NAME}：公示与命名${about}`)}</title>`,
    `<id>tag:${host},2026:feed</id>`,
    `<link rel="self" href="${escaped(`${origin}/feed.xml`)}"/>`,
    `<link href="${escaped(`${origin}/notices`)}"/>`,
    `<updated>${instantOf(entries[0]?.on ?? '2026-01-01')}</updated>`,
    `<author><name>${escaped(SITE_NAME)}</name></author>`,
    ...entries.map(({ id, on, title, text, path }) =>
      [
        '<entry>',
        `<title>${escaped(title)}</title>`,
        `<id>tag:${host},2026:${escaped(id)}</id>`,
        `<link href="${escaped(`${origin}${path}`)}"/>`,
        `<updated>${instantOf(on)}</updated>`,
        `<summary>${escaped(text)}</summary>`,
        '</entry>',
      ].join('\n'),
    ),
    '</feed>',
    '',
  ].join('\n')
}

/** From its first day on: before, nobody's name is out. */
const noticeEntry = (
  { batchId, name, by, startsOn, endsOn, unitCount }: PublicNoticeSummary,
  today: string,
): readonly Entry[] =>
  startsOn > today
    ? []
    : [
        {
          id: `notice:${batchId}`,
          on: startsOn,
          title: `公示：${by ?? ''}${name}`,
          text: `${unitCount}个单位，公示至${dayText(endsOn)}。`,
          path: `/notices/${batchId}`,
        },
      ]

const namingEntry = ({ batchId, name, by, status, namedOn, documentNumber }: PublicNoticeSummary): readonly Entry[] =>
  status !== 'named' || namedOn === undefined
    ? []
    : [
        {
          id: `naming:${batchId}`,
          on: namedOn,
          title: `命名：${by ?? ''}${name}`,
          text: `${dayText(namedOn)}命名${documentNumber === undefined ? '' : `，文号${documentNumber}`}。`,
          path: `/titles?batch=${batchId}`,
        },
      ]

/** The first moment of a day in Beijing. */
const instantOf = (day: string): string => `${day}T00:00:00+08:00`

/** XML 1.0 holds no control characters, whatever somebody typed. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
