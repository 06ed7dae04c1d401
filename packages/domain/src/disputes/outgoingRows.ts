import type { DisputeOrigin } from '@anjie/contracts/vocabulary/disputes/dispute'
import { disputeKindNames } from '@anjie/contracts/vocabulary/disputes/disputeKind'
import { type Outcome, outcomes, type SystemMapping } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { DISPUTE_COLUMNS, type DisputeColumn, headingsAs } from './disputeColumns.ts'

/** 导入文件 of one system: its own headings, and of each dispute that it lacks every column that we hold. */
export interface OutgoingSheet {
  readonly headings: readonly string[]
  /** Columns that name persons: not kept here, and filled from the clerk's own file. */
  readonly partyHeadings: readonly string[]
  readonly rows: readonly OutgoingRow[]
}

export interface OutgoingRow {
  /** Numbers by which the clerk's own file knows the dispute. */
  readonly numbers: readonly string[]
  readonly cells: readonly string[]
}

const PARTIES: ReadonlySet<DisputeColumn> = new Set(['parties', 'identityNumbers', 'phones'])

/** The first of a dispute's statements that says something of it. */
const firstSaid = (origins: readonly DisputeOrigin[], read: (origin: DisputeOrigin) => string): string =>
  origins.map(read).find((text) => text !== '') ?? ''

/** The system's own word for what we keep by ours; where it has none, ours. */
const wordOf = <Value>(words: Readonly<Record<string, Value>>, is: (value: Value) => boolean): string | undefined =>
  Object.entries(words).find(([, value]) => is(value))?.[0]

function outcomeWord(mapping: SystemMapping, stated: readonly Outcome[]): string {
  const same = wordOf(
    mapping.outcomes,
    (said) => said.length === stated.length && said.every((each) => stated.includes(each)),
  )
  // A word that says less than what is known is true; one that says more is not.
  const within = wordOf(mapping.outcomes, (said) => said.length > 0 && said.every((each) => stated.includes(each)))
  return same ?? within ?? ''
}

function cellOf(mapping: SystemMapping, column: DisputeColumn, origins: readonly DisputeOrigin[]): string {
  const dayOf = (outcome: Outcome): string => firstSaid(origins, (origin) => origin.outcomes[outcome].on ?? '')
  switch (column) {
    case 'caseNumber':
      // The system gives its own when it takes the row in.
      return ''
    case 'otherNumbers':
      return origins.map(({ caseNumber }) => caseNumber).join('、')
    case 'receivedOn':
      return origins.flatMap(({ receivedOn }) => receivedOn ?? []).toSorted()[0] ?? ''
    case 'kind': {
      const kind = origins.find((origin) => origin.kind !== null)?.kind ?? null
      if (kind === null) return ''
      return wordOf(mapping.kinds, (each) => each === kind) ?? disputeKindNames[kind]
    }
    case 'address':
      return firstSaid(origins, ({ township, village }) => `${township}${village}`)
    case 'outcome':
      return outcomeWord(
        mapping,
        outcomes.filter((outcome) => origins.some((origin) => origin.outcomes[outcome].stated)),
      )
    case 'agreedOn':
      return dayOf('agreed')
    case 'performedOn':
      return dayOf('performed')
    case 'closedOn':
      return dayOf('closed')
    case 'settledOn':
      return dayOf('settled')
    case 'parties':
    case 'identityNumbers':
    case 'phones':
      return ''
    default:
      return firstSaid(origins, (origin) => origin[column])
  }
}

export function outgoingSheet(
  mapping: SystemMapping,
  disputes: readonly { readonly origins: readonly DisputeOrigin[] }[],
): OutgoingSheet {
  const columns = DISPUTE_COLUMNS.flatMap((column) =>
    headingsAs(mapping.columns, column).map((heading, at) => ({ column, heading, at })),
  )
  return {
    headings: columns.map(({ heading }) => heading),
    partyHeadings: columns.filter(({ column }) => PARTIES.has(column)).map(({ heading }) => heading),
    rows: disputes.map(({ origins }) => ({
      numbers: origins.map(({ caseNumber }) => caseNumber),
      cells: columns.map(({ column, at }) => (at > 0 ? '' : cellOf(mapping, column, origins))),
    })),
  }
}

const PERSONS_UNKNOWN = '（待填）'

/**
 * The sheet with its party columns: from the clerk's own file, by any of the dispute's numbers. Runs where that file is, in the browser;
 * what is not found there is marked.
 */
export function withParties(
  { headings, partyHeadings, rows }: OutgoingSheet,
  known: ReadonlyMap<string, ReadonlyMap<string, string>>,
  keyOf: (number: string) => string,
): { readonly cells: readonly (readonly string[])[]; readonly open: number } {
  let open = 0
  const cells = rows.map((row) => {
    const found = row.numbers.flatMap((number) => known.get(keyOf(number)) ?? [])[0]
    if (found === undefined && partyHeadings.length > 0) open += 1
    return row.cells.map((cell, at) => {
      const heading = headings[at] ?? ''
      return partyHeadings.includes(heading) ? (found?.get(heading) ?? PERSONS_UNKNOWN) : cell
    })
  })
  return { cells, open }
}
