import type { AnyStoredFact, Fact, FactDetails, StoredFactV1 } from './envelope.ts'
import { FACTS, type FactType } from './facts.ts'

/** The line of a stored fact. Throws when its details do not have the shape of its type. */
export function factOf(stored: AnyStoredFact): Fact {
  const { id, kind, recordId, version, type, at, actor, correlationId } = stored
  const given = stored.schemaVersion === 1 ? translated(type, stored.details) : stored.details
  // Facts of version 1 were written before details had a shape: what they lack stays away, and nothing is guessed.
  const schema = stored.schemaVersion === 1 ? FACTS[type].details.partial() : FACTS[type].details
  return { id, kind, recordId, version, type, at, actor, correlationId, details: schema.parse(given) as FactDetails }
}

/** Details by the names of today, from those of version 1: mostly Chinese ones, and each changed cell by its own name. */
function translated(type: FactType, details: StoredFactV1['details']): FactDetails {
  const names = new Map(detailNames(type).map(({ key, name }) => [name, key]))
  const known: Record<string, string> = {}
  const changes: Record<string, string> = {}
  for (const [name, value] of Object.entries(details)) {
    const key = Object.hasOwn(FACTS[type].details.shape, name) ? name : names.get(name)
    if (key === undefined) changes[name] = value
    else known[key] = value
  }
  return Object.keys(changes).length === 0 ? known : { ...known, changes }
}

export interface DetailName {
  readonly key: string
  /** In Chinese, as a timeline calls it. */
  readonly name: string
  /** The id of another record, which only an auditor's machine needs. */
  readonly isMachineWord: boolean
}

/** The details that a fact of this type may have, in the order in which they are shown. */
export const detailNames = (type: FactType): readonly DetailName[] =>
  Object.entries(FACTS[type].details.shape).map(([key, schema]) => {
    const inner = 'unwrap' in schema && typeof schema.unwrap === 'function' ? schema.unwrap() : schema
    const { title, machine } = inner.meta() ?? {}
    return { key, name: title ?? '', isMachineWord: machine === true }
  })

/** Every detail by its Chinese name; what a detail says of several things, by the name of each. */
export const shownDetails = (type: FactType, details: FactDetails): readonly { name: string; value: string }[] =>
  detailNames(type).flatMap(({ key, name, isMachineWord }) => {
    const value = details[key]
    if (value === undefined || value === '' || isMachineWord) return []
    if (typeof value === 'string') return [{ name, value }]
    return Object.entries(value).map(([each, text]) => ({ name: each, value: text }))
  })

/** The text of one detail, after a mark where there is one; empty when the fact does not say it. */
export function textOf(details: FactDetails, key: string, mark = ''): string {
  const text = details[key]
  return typeof text === 'string' && text !== '' ? `${mark}${text}` : ''
}
