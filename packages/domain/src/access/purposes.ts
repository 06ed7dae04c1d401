import type { RecordKind } from '@anjie/contracts/vocabulary/records'

/**
 * The kinds of records that a purpose may write; facts lie with their records, so whoever only reads, or is here for something else,
 * has no right to overwrite one. What a post may write at all stands in `ACCESS`; both must agree.
 */
const WRITTEN = {
  read: [],
  access: [],
  home: [],
  messages: ['urging', 'mailbox'],
  divisions: ['divisions'],
  // Posts of a unit end with it and follow its name.
  units: ['unit', 'incidents', 'duty-post', 'duty-coverage'],
  posts: ['duty-post', 'duty-coverage', 'duty-lists', 'duty-entries', 'duty-event', 'duty-training'],
  people: ['membership', 'invitation'],
  catalogue: ['catalogue-item', 'catalogue-edition', 'burden-rates'],
  schemes: ['scheme'],
  cycles: ['cycle', 'submission', 'procedure-paper'],
  submissions: ['submission', 'commission-values'],
  'league-tables': ['run', 'cycle', 'appeal'],
  appeals: ['appeal'],
  notices: ['batch'],
  registers: ['register', 'register-leaf', 'register-key'],
  disputes: ['dispute-system', 'dispute', 'dispute-doubt'],
  objections: ['objection', 'application'],
  intake: ['import-batch'],
  procedure: ['procedure', 'procedure-paper', 'cycle', 'measure'],
  supervision: ['measure', 'rectification', 'supervision-tally', 'bars', 'document-number'],
  honours: [
    'honour-type',
    'legal-basis',
    'county-honour',
    'honour-counts',
    'bars',
    'incidents',
    'round',
    'application',
    'application-slot',
    'quota',
    'draw',
    'batch',
    'document-number',
    'serial-counter',
    'title',
    'unit-title',
  ],
  moves: ['move-plan', 'unit', 'title', 'unit-title', 'application', 'application-slot', 'quota', 'membership'],
  aftercare: ['recheck', 'incidents', 'campaign', 'title', 'unit-title', 'document-number'],
} as const satisfies Readonly<Record<string, readonly RecordKind[]>>

/** What a session is taken on for: to read, or to carry out one command of an area of operations. */
export type Purpose = keyof typeof WRITTEN
export const PURPOSES: Readonly<Record<Purpose, readonly RecordKind[]>> = WRITTEN

/** The session tag that says it. */
export const PURPOSE_TAG = 'purpose'

/** Purposes for which a file of evidence is taken in. */
export const EVIDENCE_PURPOSES: readonly Purpose[] = ['submissions', 'honours', 'supervision', 'procedure']
