import { type Profiler, Session } from 'node:inspector/promises'

/** Where the time of one call went. */
export interface ProfiledCall {
  readonly what: string
  readonly milliseconds: number
  /** Functions by the time spent in them and not in what they call, longest first. */
  readonly functions: readonly { readonly name: string; readonly milliseconds: number }[]
}

interface Stretch {
  readonly what: string
  /** Microseconds of the machine's steady clock, which the profiler's samples go by as well. */
  readonly from: number
  readonly to: number
}

const SHOWN_CALLS = 3
const SHOWN_FUNCTIONS = 8
const SAMPLING_MICROSECONDS = 200

/** One profile over many calls, told apart by when each of them ran. */
export class SlowestCalls {
  readonly #session = new Session()
  readonly #stretches: Stretch[] = []

  async begin(): Promise<void> {
    this.#session.connect()
    await this.#session.post('Profiler.enable')
    await this.#session.post('Profiler.setSamplingInterval', { interval: SAMPLING_MICROSECONDS })
    await this.#session.post('Profiler.start')
  }

  async note<T>(what: string, call: () => Promise<T>): Promise<T> {
    const from = now()
    const value = await call()
    this.#stretches.push({ what, from, to: now() })
    return value
  }

  /** The slowest of what was noted, slowest first. */
  async end(): Promise<readonly ProfiledCall[]> {
    const { profile } = await this.#session.post('Profiler.stop')
    this.#session.disconnect()
    return this.#stretches
      .map((stretch) => readProfile(profile, stretch))
      .sort((one, other) => other.milliseconds - one.milliseconds)
      .slice(0, SHOWN_CALLS)
  }
}

const now = (): number => Number(process.hrtime.bigint() / 1000n)

function readProfile(
  { nodes, startTime, samples = [], timeDeltas = [] }: Profiler.Profile,
  { what, from, to }: Stretch,
): ProfiledCall {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
  const microseconds = new Map<string, number>()
  let at = startTime
  for (const [index, node] of samples.entries()) {
    const spent = timeDeltas[index] ?? 0
    at += spent
    const name = names.get(node) ?? ''
    if (at < from || at > to || name === '(idle)') continue
    microseconds.set(name, (microseconds.get(name) ?? 0) + spent)
  }
  const functions = [...microseconds]
    .map(([name, spent]) => ({ name, milliseconds: spent / 1000 }))
    .sort((one, other) => other.milliseconds - one.milliseconds)
  return { what, milliseconds: (to - from) / 1000, functions: functions.slice(0, SHOWN_FUNCTIONS) }
}

const nameOf = ({ functionName, url, lineNumber }: Profiler.Profile['nodes'][number]['callFrame']): string =>
  url === ''
    ? functionName
    : `${functionName === '' ? 'anonymous' : functionName} (${url.split('/').slice(-2).join('/')}:${lineNumber + 1})`

export const profileLines = ({ what, milliseconds, functions }: ProfiledCall): readonly string[] => [
  `${what}: ${milliseconds.toFixed(0)} ms`,
  ...functions.map((each) => `  ${each.milliseconds.toFixed(0).padStart(6)} ms  ${each.name}`),
]
