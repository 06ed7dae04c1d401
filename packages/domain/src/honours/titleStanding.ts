import type { TITLE_STANDING_NAMES, Title } from '@anjie/contracts/vocabulary/honours/title'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { unreachable } from '@anjie/kernel'
import { TITLE_STATUS_NAMES } from './titleNames.ts'

/**
 * What everybody is told of a title, in the console, on the site, in files and under a certificate's number: a word and a shape, so that it is
 * readable in grey too. A title taken over from a published list stands as `listed`: the list says that it was named, and not that
 * it still holds.
 */
export const TITLE_STANDINGS = {
  valid: { word: TITLE_STATUS_NAMES.active, shape: '●', tone: 'good' },
  upcoming: { word: '续期待生效', shape: '◌', tone: 'good' },
  listed: { word: '名单所载', shape: '◇', tone: 'off' },
  recheck: { word: TITLE_STATUS_NAMES['under-recheck'], shape: '◐', tone: 'due' },
  rectify: { word: TITLE_STATUS_NAMES.rectify, shape: '▲', tone: 'due' },
  expired: { word: TITLE_STATUS_NAMES.expired, shape: '○', tone: 'off' },
  ended: { word: '单位已撤并', shape: '□', tone: 'off' },
  deregistered: { word: TITLE_STATUS_NAMES.deregistered, shape: '□', tone: 'off' },
  'taken-back': { word: TITLE_STATUS_NAMES['taken-back'], shape: '↩', tone: 'off' },
  revoked: { word: TITLE_STATUS_NAMES.revoked, shape: '×', tone: 'seal' },
} as const satisfies Record<
  (typeof TITLE_STANDING_NAMES)[number],
  { word: string; shape: string; tone: 'good' | 'due' | 'off' | 'seal' }
>

export type TitleStanding = keyof typeof TITLE_STANDINGS

/** What the standing of a title on a day follows from. */
export interface StandingFields extends Pick<Title, 'status'> {
  readonly validFrom?: string | undefined
  readonly validUntil?: string | undefined
  readonly source: { readonly kind: Title['source']['kind'] }
  /** What became of its unit, where somebody looked. */
  readonly unitNow?: { readonly endedOn?: string | undefined }
}

/**
 * 称号状态, the one function of it: on a day in Beijing. A term that has run out counts as run out, whether or not it was recorded yet, and one
 * that follows another has not begun before its day.
 */
export function titleStanding(title: StandingFields, today: PlainDate | string): TitleStanding {
  switch (title.status) {
    case 'revoked':
    case 'taken-back':
    case 'deregistered':
    case 'expired':
      return title.status
    case 'active':
    case 'retained':
    case 'under-recheck':
    case 'rectify':
      if (title.validUntil !== undefined && title.validUntil < today) return 'expired'
      // Somebody looks into the title already; before that its unit is no more, and the title stands for nobody.
      if (title.status === 'under-recheck') return 'recheck'
      if (title.status === 'rectify') return 'rectify'
      if (title.unitNow?.endedOn !== undefined && title.unitNow.endedOn < today) return 'ended'
      if (title.validFrom !== undefined && title.validFrom > today) return 'upcoming'
      // A re-check has looked at it, so more is known of it than that a list names it.
      return title.source.kind === 'public-listing' && title.status !== 'retained' ? 'listed' : 'valid'
    default:
      return unreachable(title.status)
  }
}
