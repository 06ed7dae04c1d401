import { yearOf } from '@anjie/calendar-cn'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { RunBasis, ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { DecidedVeto } from '@anjie/contracts/vocabulary/supervision/tally'
import { cyclePeriod } from '@anjie/domain/cycles/cyclePeriod'
import { countedVetoes } from '@anjie/domain/supervision/countedVetoes'
import type { RecordStore } from '../ports.ts'

const COUNTY_CODE = 6

/** 督导否决次数 of everybody in a cycle, and the measures that a run was made with. */
export interface VetoFigures {
  readonly bySubject: ReadonlyMap<string, readonly ItemValue[]>
  readonly basis: Pick<RunBasis, 'vetoed'>
}

/** Never filled: counted from the tallies of the counties, which hold each 否决 from the commit that decided it. None is nought. */
export async function vetoFigures(
  store: Pick<RecordStore, 'getMany'>,
  cycle: CycleHead,
  subjects: readonly string[],
  scheme: Scheme,
  tableBefore: string | undefined,
): Promise<VetoFigures> {
  const items = scheme.items.filter(({ fromVetoes }) => fromVetoes === true)
  if (items.length === 0) return { bySubject: new Map(), basis: {} }
  const vetoes = await vetoesOf(store, cycle, subjects, tableBefore)
  const period = cyclePeriod(scheme.cycle, cycle)
  return {
    bySubject: new Map(
      subjects.map((subject) => {
        const own = (vetoes.get(subject) ?? []).map(({ target: _target, ...proof }) => proof)
        return [
          subject,
          items.map(({ code }) => ({
            subject,
            item: code,
            period,
            status: 'reported',
            value: String(own.length),
            ...(own.length === 0 ? {} : { vetoed: own }),
          })),
        ]
      }),
    ),
    basis: { vetoed: measuresOf(vetoes, subjects) },
  }
}

/** Names of those whose 否决 changed since a run was made: decided meanwhile, or taken back. */
export async function newVetoes(
  store: Pick<RecordStore, 'get' | 'getMany'>,
  cycle: CycleHead,
  { basis, previousRun, rows }: ScoreRunRecord,
): Promise<string[]> {
  if (basis?.vetoed === undefined) return []
  const before = previousRun === undefined ? undefined : await store.get('run', previousRun)
  const subjects = rows.map(({ subject }) => subject)
  const vetoes = await vetoesOf(store, cycle, subjects, before?.state.computedAt)
  const then = new Map(Object.entries(basis.vetoed))
  const now = measuresOf(vetoes, subjects)
  return rows
    .filter(({ subject }) => (then.get(subject) ?? []).join() !== (now[subject] ?? []).join())
    .map(({ name }) => name)
}

async function vetoesOf(
  store: Pick<RecordStore, 'getMany'>,
  cycle: CycleHead,
  subjects: readonly string[],
  tableBefore: string | undefined,
): Promise<ReadonlyMap<string, readonly DecidedVeto[]>> {
  const counties = new Set(subjects.filter(({ length }) => length >= COUNTY_CODE).map(countyCodeOf))
  // A listing ends within the window, and is decided until the year after.
  const years = Array.from(
    { length: yearOf(cycle.dataTo) - yearOf(cycle.dataFrom) + 2 },
    (_, at) => yearOf(cycle.dataFrom) + at,
  )
  const tallies = await store.getMany(
    'supervision-tally',
    [...counties].flatMap((county) => years.map((year) => `${county}.${year}`)),
  )
  return countedVetoes(
    [...tallies.values()].flatMap(({ state }) => state.vetoed),
    cycle,
    tableBefore,
  )
}

function measuresOf(
  vetoes: ReadonlyMap<string, readonly DecidedVeto[]>,
  subjects: readonly string[],
): Record<string, string[]> {
  return Object.fromEntries(
    subjects.flatMap((subject) => {
      const own = vetoes.get(subject)
      return own === undefined ? [] : [[subject, own.map(({ measure }) => measure).toSorted()]]
    }),
  )
}
