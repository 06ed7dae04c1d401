import type { Tone } from './stateTones.ts'

export interface Told {
  readonly id: number
  readonly tone: Exclude<Tone, 'off' | 'seal' | 'work'>
  readonly text: string
}

/** How long a line stays: long enough to be read twice; a failure stays until it is closed. */
const STAYS_MS = 5000

let lines: readonly Told[] = []
let last = 0
const listeners = new Set<() => void>()

const set = (next: readonly Told[]) => {
  lines = next
  for (const listener of listeners) listener()
}
const tell = (tone: Told['tone'], text: string) => {
  last += 1
  const id = last
  set([...lines.slice(-2), { id, tone, text }])
  if (tone !== 'stop') setTimeout(() => forgetTold(id), STAYS_MS)
}

/** Says in passing that something was done. What must be read stands on the page instead. */
export const tellDone = (text: string): void => tell('good', text)
export const tellWarning = (text: string): void => tell('due', text)
export const tellFailure = (text: string): void => tell('stop', text)
export const forgetTold = (id: number): void => set(lines.filter((line) => line.id !== id))

export const toldLines = {
  now: (): readonly Told[] => lines,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}
