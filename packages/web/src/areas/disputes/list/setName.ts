import { disputeWords as words } from '../../../locales/zh-CN/disputes.ts'

const NAMES: Readonly<Record<string, string>> = {
  found: words.found,
  resolved: words.resolved,
  unresolved: words.isOpen,
  agreed: words.agreed,
  performed: words.performed,
  closed: words.closed,
  settled: words.settled,
  'in-all': words.inAll,
  'in-several': words.inSeveral,
  'in-one': words.inOne,
  'in-none': words.inNone,
  'no-day': words.noDay,
  'system-found': words.entriesOf,
  'system-resolved': words.resolved,
  'only-here': words.onlyHere,
  'missing-here': words.missingHere,
  ...words.differences,
}

/** What the disputes of a list have in common. */
export const setName = (set: string, systemName: string | undefined): string =>
  `${systemName === undefined ? '' : `${systemName} `}${NAMES[set] ?? words.listTitle}`
