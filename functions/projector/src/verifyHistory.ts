import type { AnyStoredFact } from '@anjie/contracts/facts/envelope'
import { digest } from '@anjie/store/digest'
import { storedFactOf } from '@anjie/store/factItem'
import { brokenLink, stateAfter } from '@anjie/store/history'
import { FACT_SK_PREFIX, STATE_SK } from '@anjie/store/keys'
import { unpack } from '@anjie/store/packed'

type Item = Readonly<Record<string, unknown>>

export interface AuditReport {
  readonly records: number
  readonly facts: number
  /** What does not agree with itself, by the record's key. */
  readonly broken: readonly { readonly record: string; readonly reason: string }[]
}

export interface AuditSources {
  /** Every fact and state of the table, those of one record together in the order of their sort keys. */
  readonly items: () => AsyncIterable<Item>
  /** Facts and state of one record as they are now. */
  readonly itemsOf: (pk: string) => Promise<readonly Item[]>
  readonly onBroken: (record: string, reason: string) => void
}

/**
 * Checks every record: its facts from the first to the last, each hash right and linked to the one before, and the state that they
 * lead to against the state that is stored. People go on working meanwhile: what does not agree is looked at once more by itself.
 */
export async function verifyHistory({ items, itemsOf, onBroken }: AuditSources): Promise<AuditReport> {
  const broken: { record: string; reason: string }[] = []
  let records = 0
  let facts = 0
  const check = async (pk: string, found: readonly Item[]): Promise<void> => {
    records += 1
    facts += found.filter(isFactItem).length
    if (faultOf(found) === undefined) return
    const reason = faultOf(await itemsOf(pk))
    if (reason === undefined) return
    broken.push({ record: pk, reason })
    onBroken(pk, reason)
  }
  let current: { readonly pk: string; readonly found: Item[] } | undefined
  for await (const item of items()) {
    const { pk } = item
    if (typeof pk !== 'string') continue
    if (current !== undefined && current.pk !== pk) await check(current.pk, current.found)
    if (current?.pk === pk) current.found.push(item)
    else current = { pk, found: [item] }
  }
  if (current !== undefined) await check(current.pk, current.found)
  return { records, facts, broken }
}

const isFactItem = ({ sk }: Item): boolean => typeof sk === 'string' && sk.startsWith(FACT_SK_PREFIX)

/** What is wrong with a record; undefined when nothing is. */
function faultOf(items: readonly Item[]): string | undefined {
  const stored = items.find(({ sk }) => sk === STATE_SK)
  const history: AnyStoredFact[] = []
  for (const item of items.filter(isFactItem)) {
    try {
      history.push(storedFactOf(item))
    } catch {
      return `第${history.length + 1}步的记录读不懂`
    }
  }
  const link = brokenLink(history)
  if (link !== undefined) return `第${link}步起记录不再相接：被改动、缺失或者调换过`
  const last = history.at(-1)
  if (last === undefined) return '有现状而没有任何记录'
  if (stored === undefined) return '有记录而没有现状'
  if (stored['version'] !== last.version) return `记录有${last.version}步，现状却是第${String(stored['version'])}步的`
  if (stored['headHash'] !== last.hash) return '现状所记的校验值与最后一步的不同'
  const state = history.reduce<unknown>(stateAfter, undefined)
  return digest(state) === digest(unpack(stored['state'])) ? undefined : '现状与各步记录推出的不同'
}
