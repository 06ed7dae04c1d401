import type { Projection } from './projection.ts'
import { projectViews } from './projectViews.ts'
import { publicCalendar } from './public/publicCalendar.ts'
import { publicCertificates } from './public/publicCertificates.ts'
import { publicMethods } from './public/publicMethods.ts'
import { publicNotices } from './public/publicNotices.ts'
import { publicProvinces } from './public/publicProvinces.ts'
import { publicTitles } from './public/publicTitles.ts'
import type { AnyFact } from './readFact.ts'
import type { PartReader } from './released/releasedDocuments.ts'
import type { Write } from './write.ts'

/** Every projection into the public table. A new one is a file and a line here. */
const PUBLIC: readonly Projection[] = [
  publicTitles,
  publicCertificates,
  publicNotices,
  publicMethods,
  publicProvinces,
  publicCalendar,
]

/** All that one fact says about the projected tables. `parts` reads the immutable side documents of a score run. */
export async function projectFact(fact: AnyFact, parts: PartReader): Promise<readonly Write[]> {
  return [...(await projectViews(fact, parts)), ...PUBLIC.flatMap((projection) => projection(fact))]
}
