import type { PatchOperation } from '@anjie/contracts/facts/envelope'
import { jsonPointer, pathOfPointer } from '@anjie/contracts/vocabulary/jsonPointer'
import { applyPatch, createPatch, type Operation } from 'rfc6902'

/** A part of a record that is copied within it is worth naming from this length on. */
const COPY_FROM_LENGTH = 200
/** Copies are looked for at the top of a record and one level below: the figures that a level approved. */
const COPY_DEPTH = 2

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * What leads from one state of a record to the next, as a JSON Patch (RFC 6902). `undefined`: there was none before. The same two
 * states always give the same patch, and it is never longer than the state itself.
 */
export function changeBetween(before: unknown, after: unknown): PatchOperation[] {
  const whole: PatchOperation[] = [{ op: before === undefined ? 'add' : 'replace', path: '', value: after }]
  if (before === undefined) return whole
  const { copies, base } = copiesWithin(before as Json, after as Json)
  const change = [...copies, ...createPatch(base, after, arraysFromTheirEnds).map(ours)]
  return JSON.stringify(change).length < JSON.stringify(whole).length ? change : whole
}

/** The state after a change. `before` is left as it is. */
export function applyChange(before: unknown, change: readonly PatchOperation[]): unknown {
  const [first, ...others] = change
  if (first !== undefined && first.path === '') {
    if (others.length > 0 || !('value' in first)) throw new Error('a change of the whole stands alone')
    return structuredClone(first.value)
  }
  const state = structuredClone(before)
  const faults = applyPatch(state, structuredClone(change) as Operation[]).filter((fault) => fault !== null)
  if (faults.length > 0) throw new Error(`a change does not fit the state before it: ${faults[0]?.message}`)
  return state
}

/** Only these four are ever written. */
function ours(operation: Operation): PatchOperation {
  switch (operation.op) {
    case 'add':
    case 'replace':
      return { op: operation.op, path: operation.path, value: operation.value }
    case 'remove':
      return { op: 'remove', path: operation.path }
    default:
      throw new Error(`no change of ours has the operation ${operation.op}`)
  }
}

/**
 * What two arrays share at their ends stays; of equally many in between each is compared with its partner, otherwise those in
 * between are exchanged. An edit distance would be shorter and takes quadratic time, which a form of 3,000 cells does not have.
 */
const arraysFromTheirEnds: Parameters<typeof createPatch>[2] = (input, output, at) => {
  if (!Array.isArray(input) || !Array.isArray(output)) return undefined
  const [old, next] = [input.map((each) => JSON.stringify(each)), output.map((each) => JSON.stringify(each))]
  const shorter = Math.min(old.length, next.length)
  let start = 0
  while (start < shorter && old[start] === next[start]) start += 1
  let end = 0
  while (end < shorter - start && old.at(-1 - end) === next.at(-1 - end)) end += 1
  const [oldEnd, nextEnd] = [old.length - end, next.length - end]
  const operations: Operation[] = []
  const pathOf = (index: number): string => at.add(String(index)).toString()
  if (oldEnd === nextEnd) {
    for (let index = start; index < oldEnd; index++) {
      if (old[index] === next[index]) continue
      const within = createPatch(input[index], output[index], arraysFromTheirEnds)
      operations.push(...within.map((each) => ({ ...each, path: pathOf(index) + each.path }) as Operation))
    }
    return operations
  }
  for (let index = oldEnd - 1; index >= start; index--) operations.push({ op: 'remove', path: pathOf(index) })
  for (let index = start; index < nextEnd; index++) {
    operations.push({ op: 'add', path: pathOf(index), value: output[index] })
  }
  return operations
}

/** Parts of the next state that stood elsewhere in the one before, and the state before with these copies made. */
function copiesWithin(before: Json, after: Json): { copies: PatchOperation[]; base: Json } {
  const places = new Map<string, string>()
  walk(before, '', COPY_DEPTH, (path, part) => {
    const text = JSON.stringify(part)
    if (text.length >= COPY_FROM_LENGTH && !places.has(text)) places.set(text, path)
  })
  const copies: PatchOperation[] = []
  walk(after, '', COPY_DEPTH, (path, part) => {
    const text = JSON.stringify(part)
    const from = places.get(text)
    if (from === undefined || from === path || path.startsWith(`${from}/`) || from.startsWith(`${path}/`)) return
    const parent = partAt(before, path.slice(0, path.lastIndexOf('/')))
    if (parent === undefined || JSON.stringify(partAt(before, path)) === text) return
    copies.push({ op: 'copy', from, path })
  })
  return { copies, base: copies.length === 0 ? before : (applyChange(before, copies) as Json) }
}

/** Every member of an object, and of the objects in it, down to a depth. Members of arrays have no lasting place. */
function walk(part: Json, path: string, depth: number, visit: (path: string, part: Json) => void): void {
  if (depth === 0 || part === null || typeof part !== 'object' || Array.isArray(part)) return
  for (const [key, inner] of Object.entries(part)) {
    const at = path + jsonPointer([key])
    visit(at, inner)
    walk(inner, at, depth - 1, visit)
  }
}

function partAt(whole: Json, path: string): Json | undefined {
  let part: Json | undefined = whole
  for (const token of pathOfPointer(path)) {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return undefined
    const members: { readonly [key: string]: Json } = part as { readonly [key: string]: Json }
    part = members[token]
  }
  return part
}
