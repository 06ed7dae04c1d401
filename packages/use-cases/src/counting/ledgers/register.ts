import { type LedgerState, STANDING } from '@anjie/contracts/vocabulary/counting/ledger'
import { type Register, RegisterPeriod } from '@anjie/contracts/vocabulary/registers/register'
import { type FilledState, Holder } from '@anjie/contracts/vocabulary/registers/registerRow'
import type { LedgerDefinition } from '@anjie/domain/cycles/countedFindings'
import { columnsSeenBy } from '@anjie/domain/registers/columnsSeen'
import { periodsWithin } from '@anjie/domain/scoring/periods'
import { readRegister } from '../../registers/readRegister.ts'
import type { Ledger } from './ledger.ts'

const STATES = {
  filled: 'filled',
  'declared-none': 'none',
  'never-filled': 'unfilled',
} as const satisfies Record<FilledState, LedgerState>

/** Under which periods of the register these figures' rows are kept. */
const periodsOf = ({ term }: Register, periods: readonly string[]): readonly string[] =>
  term === 'standing' ? [STANDING] : [...new Set(periods.flatMap((period) => periodsWithin(period, term)))]

const outlineOf = ({ name, title, columns }: Register) => ({
  name,
  title,
  columns: columns.map(({ code, name: heading, type, choices }) => ({
    code,
    name: heading,
    type,
    ...(choices === undefined ? {} : { choices: choices.map((choice) => ({ code: choice.code, name: choice.name })) }),
  })),
})

const definitionOf = (register: Register): LedgerDefinition => ({
  ...outlineOf(register),
  isClosed: register.status === 'closed',
  rowsOf: register.rowsOf === 'county' ? 'county' : (register.unitKinds ?? []),
  term: register.term,
})

/** 台账 as a ledger that figures are counted from. */
export const register: Ledger<'register'> = {
  define: async (store, province, source) => {
    const found = await store.get('register', `${province}.${source.register}`)
    return found === undefined ? undefined : definitionOf(found.state)
  },

  read: async (store, source, holder, periods) => {
    const found = await store.get('register', `${holder.slice(0, 2)}.${source.register}`)
    if (found === undefined) return undefined
    const kept = periodsOf(found.state, periods)
    const readings = await Promise.all(
      kept.map(async (period) => ({
        period,
        read: await readRegister(store, {
          register: source.register,
          holder: Holder.parse(holder),
          period: RegisterPeriod.parse(period),
        }),
      })),
    )
    return {
      reading: {
        ...outlineOf(found.state),
        states: Object.fromEntries(readings.map(({ period, read }) => [period, STATES[read?.state ?? 'never-filled']])),
        rows: readings.flatMap(({ period, read }) =>
          (read?.rows ?? []).map(({ id, version, cells, names, from, until }) => ({
            id,
            version,
            cells,
            ...(names === undefined ? {} : { names }),
            ...(from === undefined ? {} : { from }),
            ...(until === undefined ? {} : { until }),
            ...(period === STANDING ? {} : { period }),
          })),
        ),
      },
      mark: readings
        .map(({ read }) => read?.mark ?? '')
        .filter((mark) => mark !== '')
        .join(' '),
    }
  },

  markOf: async (store, source, holder, periods) => {
    const found = await store.get('register', `${holder.slice(0, 2)}.${source.register}`)
    if (found === undefined) return ''
    const tallies = await Promise.all(
      periodsOf(found.state, periods).map((period) =>
        store.leafTallies({
          register: source.register,
          holder: Holder.parse(holder),
          period: RegisterPeriod.parse(period),
        }),
      ),
    )
    return tallies.flatMap((all) => all.map(({ leaf, version }) => `${leaf}@${version}`).sort()).join(' ')
  },

  columnsSeen: async (store, province, source, level) => {
    const found = await store.get('register', `${province}.${source.register}`)
    return new Set(found === undefined ? [] : columnsSeenBy(found.state, level).map(({ code }) => code))
  },

  isTitleSeen: async (store, province, source, level) => {
    const found = await store.get('register', `${province}.${source.register}`)
    return found !== undefined && columnsSeenBy(found.state, level).some(({ code }) => code === found.state.title)
  },
}
