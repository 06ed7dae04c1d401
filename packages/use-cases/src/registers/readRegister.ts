import type { LeafTally } from '@anjie/contracts/vocabulary/registers/leafTally'
import type { Register } from '@anjie/contracts/vocabulary/registers/register'
import type {
  FilledState,
  RegisterLeaf,
  RegisterRef,
  RegisterRow,
} from '@anjie/contracts/vocabulary/registers/registerRow'
import { leafRows } from '@anjie/domain/registers/leafRows'
import { leafIdOf } from '@anjie/domain/registers/registerIds'
import type { RecordStore, Versioned } from '../ports.ts'

/** All rows of a register at a moment. */
export interface RegisterReading {
  readonly definition: Register
  /** Version of the definition. */
  readonly edition: number
  readonly state: FilledState
  readonly rows: readonly RegisterRow[]
  /** Changes with every change of a row and of a declaration: the versions of the leaves, in their order. */
  readonly mark: string
}

/**
 * Every row of a register, in a county (those of its units with them) or of one unit, as it was written last: some sixty rows an item, so
 * that 10,000 rows are about 160 of them. Undefined where there is no such register. What lags by about a second is only whether
 * a unit has begun: rows of a unit that never had any, of that very second, may not be there yet.
 */
export async function readRegister(store: RecordStore, ref: RegisterRef): Promise<RegisterReading | undefined> {
  const register = await store.get('register', `${ref.holder.slice(0, 2)}.${ref.register}`)
  if (register === undefined) return undefined
  const { state: definition, version: edition } = register
  const leaves = await readLeaves(store, ref, definition)
  const rows = leaves.flatMap(({ state }) => leafRows(state))
  const declared = leaves.some(({ state }) => state.declaredNone !== undefined)
  return {
    definition,
    edition,
    state: rows.length > 0 ? 'filled' : declared ? 'declared-none' : 'never-filled',
    rows,
    mark: leaves.map(({ state, version }) => `${state.id}@${version}`).join(' '),
  }
}

/** The leaves of a register, holder by holder, each in its order. */
export async function readLeaves(
  store: RecordStore,
  ref: RegisterRef,
  { rowsOf }: Pick<Register, 'rowsOf'>,
): Promise<readonly Versioned<RegisterLeaf>[]> {
  const holders =
    rowsOf === 'county' || ref.holder.includes('.') ? [ref.holder] : holdersOf(await store.leafTallies(ref))
  const firsts = await leavesById(
    store,
    holders.map((holder) => leafIdOf({ ...ref, holder }, 1)),
  )
  const others = await leavesById(
    store,
    firsts.flatMap(({ state }) => furtherLeaves({ ...ref, holder: state.holder }, state)),
  )
  return [...firsts, ...others].sort((a, b) => (a.state.id < b.state.id ? -1 : 1))
}

const holdersOf = (tallies: readonly LeafTally[]): readonly string[] => [
  ...new Set(tallies.map(({ holder }) => holder)),
]

const furtherLeaves = (ref: RegisterRef, { leaves = 1 }: RegisterLeaf): readonly string[] =>
  Array.from({ length: leaves - 1 }, (_, at) => leafIdOf(ref, at + 2))

async function leavesById(store: RecordStore, ids: readonly string[]): Promise<readonly Versioned<RegisterLeaf>[]> {
  return ids.length === 0 ? [] : [...(await store.getMany('register-leaf', ids)).values()]
}
