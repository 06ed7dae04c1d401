import type { HonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'
import type { RecordKind, RecordState } from '@anjie/contracts/vocabulary/records'

/** Another record that says it, where the record itself does not. */
export interface OtherRecord {
  readonly kind: RecordKind
  readonly id: string
}

/**
 * What a post that is bound to honour types sees of a kind. `shared`: what everybody works by. `hidden`: it is no business of such a
 * post. Otherwise the record is of one honour type, which its state says or another record's does; undefined is hidden as well.
 */
type HonourRule<K extends RecordKind> =
  | 'shared'
  | 'hidden'
  | ((state: RecordState<K>, id: string) => string | OtherRecord | undefined)

const HONOUR_OF: { readonly [K in RecordKind]: HonourRule<K> } = {
  divisions: 'shared',
  calendar: 'shared',
  unit: 'shared',
  // Posts and codes are managed by posts that are bound to nothing.
  membership: 'hidden',
  invitation: 'hidden',
  mailbox: 'shared',
  submission: 'hidden',
  appeal: 'hidden',
  'catalogue-item': 'hidden',
  'catalogue-edition': 'hidden',
  'burden-rates': 'hidden',
  scheme: 'hidden',
  cycle: 'hidden',
  'commission-values': 'hidden',
  run: 'hidden',
  application: ({ honour }) => honour,
  urging: ({ honour }) => honour,
  // Its code, or the name that a public list gives it.
  title: ({ honour }) => honour,
  // Notes beside a case, of which nothing is shown but with it: whoever does not see the case asks for none of them.
  'application-slot': 'shared',
  'unit-title': 'shared',
  quota: 'shared',
  draw: ({ honour }) => honour,
  // A bar keeps a unit from every honour.
  bars: 'shared',
  // What speaks against a unit speaks against each of its titles.
  incidents: 'shared',
  recheck: ({ honour }) => honour,
  campaign: ({ honour }) => honour,
  // What happens to a whole county is no business of one honour.
  'move-plan': 'hidden',
  // Supervision is no business of an honour.
  measure: 'hidden',
  procedure: 'hidden',
  'procedure-paper': 'hidden',
  rectification: 'hidden',
  'supervision-tally': 'hidden',
  'duty-post': 'hidden',
  'duty-coverage': 'hidden',
  'duty-lists': 'hidden',
  'duty-entries': 'hidden',
  'duty-event': 'hidden',
  'duty-training': 'hidden',
  round: ({ honour }) => honour,
  'honour-type': ({ code }) => code,
  'legal-basis': ({ honour }) => honour,
  'county-honour': 'hidden',
  'honour-counts': ({ honour }) => honour,
  batch: ({ honour }) => honour,
  objection: ({ honour }) => honour,
  'import-batch': 'hidden',
  'import-reading': 'hidden',
  'serial-counter': ({ honour }) => honour,
  'document-number': ({ batchId }) => ({ kind: batchId.includes('-') ? 'recheck' : 'batch', id: batchId }),
  // Registers are no business of an honour.
  register: 'hidden',
  'register-leaf': 'hidden',
  'register-key': 'hidden',
  'dispute-system': 'hidden',
  dispute: 'hidden',
  'dispute-doubt': 'hidden',
  // Of the function that signs alone.
  certificate: 'hidden',
  log: 'hidden',
  'log-page': 'hidden',
  'log-head': 'hidden',
  'signing-key': 'hidden',
}

/** What posts bound to honour types see of a kind as such: all, nothing, or those records that are of their types. */
export function honourRuleOf(kind: RecordKind): 'shared' | 'hidden' | 'by-honour' {
  const rule = HONOUR_OF[kind]
  return typeof rule === 'string' ? rule : 'by-honour'
}

/** To which honour type a record belongs, or which other record says so. */
export function honourOf<K extends RecordKind>(
  kind: K,
  id: string,
  state: RecordState<K>,
): string | OtherRecord | undefined {
  const rule: HonourRule<K> = HONOUR_OF[kind]
  return typeof rule === 'string' ? undefined : rule(state, id)
}

/** Does a post that is bound to these honour types see what is of that one? What says nothing is not seen. */
export const seesHonour = (honours: readonly HonourCode[], honour: unknown): boolean =>
  honours.some((code) => code === honour)
