import type { LedgerColumn, LedgerOutline, LedgerRow } from '@anjie/contracts/vocabulary/counting/ledger'
import { type DisputeTally, gravityNames, tierNames } from '@anjie/contracts/vocabulary/disputes/dispute'
import { disputeKindNames } from '@anjie/contracts/vocabulary/disputes/disputeKind'
import { outcomeNames, outcomes } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { firstReceipt, townshipOf } from './tallyOfDispute.ts'

const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([code, name]) => ({ code, name }))

const COLUMNS: LedgerColumn[] = [
  { code: 'number', name: '编号', type: 'text' },
  { code: 'receivedOn', name: '受理日', type: 'date' },
  { code: 'township', name: '乡镇（街道）', type: 'text' },
  { code: 'kind', name: '纠纷类型', type: 'choice', choices: choicesOf(disputeKindNames) },
  { code: 'gravity', name: '难易', type: 'choice', choices: choicesOf(gravityNames) },
  { code: 'tier', name: '层级', type: 'choice', choices: choicesOf(tierNames) },
  { code: 'attempts', name: '调解次数', type: 'integer' },
  { code: 'systems', name: '所在系统数', type: 'integer' },
  { code: 'resolved', name: '化解', type: 'yesNo' },
  ...outcomes.map((code): LedgerColumn => ({ code, name: outcomeNames[code], type: 'yesNo' })),
]

/** 矛盾纠纷 as a ledger that figures are counted from, by the common definition: each once, resolved when agreed or performed. */
export const DISPUTE_LEDGER = {
  name: '矛盾纠纷',
  title: 'number',
  columns: COLUMNS,
} as const satisfies LedgerOutline

const yesNo = (is: boolean): string => (is ? 'yes' : 'no')

/** A dispute as a row of it. */
export function disputeRow(tally: DisputeTally): LedgerRow {
  const { entries, gravity, tier } = tally
  const receivedOn = firstReceipt(entries)
  const township = townshipOf(tally)
  const kind = entries.find((entry) => entry.kind !== null)?.kind ?? null
  const said = new Set(entries.flatMap((entry) => entry.said))
  return {
    id: tally.id,
    version: tally.version,
    ...(receivedOn === null ? {} : { from: receivedOn }),
    cells: {
      number: entries[0]?.caseNumber ?? '',
      ...(receivedOn === null ? {} : { receivedOn }),
      ...(township === '' ? {} : { township }),
      ...(kind === null ? {} : { kind }),
      ...(gravity === null ? {} : { gravity }),
      ...(tier === null ? {} : { tier }),
      attempts: String(tally.attempts),
      systems: String(new Set(entries.map(({ system }) => system)).size),
      resolved: yesNo(said.has('agreed') || said.has('performed')),
      ...Object.fromEntries(outcomes.map((outcome) => [outcome, yesNo(said.has(outcome))])),
    },
  }
}
