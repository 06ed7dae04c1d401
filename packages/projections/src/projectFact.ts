import type { PartReader } from './partReader.ts'
import type { Projection } from './projection.ts'
import { projectViews } from './projectViews.ts'
import { printable } from './public/printable.ts'
import { publicCalendar } from './public/publicCalendar.ts'
import { publicCertificates } from './public/publicCertificates.ts'
import { publicCounts } from './public/publicCounts.ts'
import { publicDutyCoverage } from './public/publicDutyCoverage.ts'
import { publicListings } from './public/publicListings.ts'
import { publicLog } from './public/publicLog.ts'
import { publicMethods } from './public/publicMethods.ts'
import { publicNotices } from './public/publicNotices.ts'
import { publicObjections } from './public/publicObjections.ts'
import { publicProvinces } from './public/publicProvinces.ts'
import { publicReadings } from './public/publicReadings.ts'
import { publicResults } from './public/publicResults.ts'
import { publicTitles } from './public/publicTitles.ts'
import { publicUnits } from './public/publicUnits.ts'
import type { AnyFact } from './readFact.ts'
import type { Write } from './write.ts'

/** Every projection into the public table. A new one is a file and a line here. */
const PUBLIC: readonly Projection[] = [
  publicTitles,
  publicCertificates,
  publicNotices,
  publicObjections,
  publicMethods,
  publicListings,
  publicDutyCoverage,
  publicResults,
  publicProvinces,
  publicUnits,
  publicCalendar,
  publicReadings,
  publicLog,
  publicCounts,
]

export interface Projected {
  readonly writes: readonly Write[]
  /** What projections threw. The writes of the others stand all the same. */
  readonly failures: readonly unknown[]
}

/** All that one fact says about the projected tables. `parts` reads the immutable side documents of a score run. */
export async function projectFact(fact: AnyFact, parts: PartReader): Promise<Projected> {
  const failures: unknown[] = []
  const writes: Write[] = []
  const attempt = async (project: () => readonly Write[] | Promise<readonly Write[]>): Promise<void> => {
    try {
      writes.push(...(await project()))
    } catch (error) {
      failures.push(error)
    }
  }
  await attempt(() => projectViews(fact, parts))
  for (const projection of PUBLIC) await attempt(() => projection(fact).map(printable))
  return { writes, failures }
}
