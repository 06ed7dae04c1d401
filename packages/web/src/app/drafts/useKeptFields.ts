import { type ReactNode, useState } from 'react'
import { useKeptDraft } from './useKeptDraft.tsx'

type Texts = Readonly<Record<string, string>>

interface KeptFields<T extends Texts> {
  /** What was typed or chosen, laid over what the form starts with. */
  readonly fields: T
  /** Only what was typed or chosen. */
  readonly typed: Partial<T>
  readonly set: (change: Partial<T>) => void
  readonly offer: ReactNode
  readonly settle: () => void
}

/** The fields of a form that has no record yet, guarded and kept like any unsaved work. */
export function useKeptFields<T extends Texts>(form: string, start: T): KeptFields<T> {
  const [typed, setTyped] = useState<Partial<T>>({})
  const { offer, settle } = useKeptDraft<Partial<T>>({
    form,
    unsaved: Object.keys(typed).length > 0,
    content: typed,
    read: (kept) => textsOf(kept, start),
    restore: setTyped,
  })
  return {
    fields: { ...start, ...typed },
    typed,
    set: (change) => setTyped((before) => ({ ...before, ...change })),
    offer,
    settle,
  }
}

/** Those kept texts that the form still has a field for. */
function textsOf<T extends Texts>(kept: unknown, start: T): Partial<T> | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const known = Object.entries(kept).filter(([name, text]) => name in start && typeof text === 'string')
  // The names are the form's own, the values are texts.
  return known.length === 0 ? undefined : (Object.fromEntries(known) as Partial<T>)
}

/** A list of texts by key as one field: places by city, groups by county. */
export const textOfMap = (map: ReadonlyMap<string, string>): string => JSON.stringify(Object.fromEntries(map))

export function textMap(text: string): ReadonlyMap<string, string> {
  const read: unknown = JSON.parse(text)
  return new Map(
    Object.entries(read ?? {}).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  )
}
