import { lists } from './projections/lists.ts'
import type { Projection } from './projections/projection.ts'
import { publicCertificates } from './projections/publicCertificates.ts'
import { publicMethods } from './projections/publicMethods.ts'
import { publicNotices } from './projections/publicNotices.ts'
import { publicProvinces } from './projections/publicProvinces.ts'
import { publicTitles } from './projections/publicTitles.ts'
import { type PartReader, releasedDocuments } from './projections/releasedDocuments.ts'
import type { AnyFact } from './readFact.ts'
import type { Write } from './write.ts'

/** Every projection that needs nothing but the fact. A new one is a file and a line here. */
const PROJECTIONS: readonly Projection[] = [
  lists,
  publicTitles,
  publicCertificates,
  publicNotices,
  publicMethods,
  publicProvinces,
]

/** All that one fact says about the projected tables. `parts` reads the immutable side documents of a score run. */
export async function projectFact(fact: AnyFact, parts: PartReader): Promise<readonly Write[]> {
  return [...PROJECTIONS.flatMap((projection) => projection(fact)), ...(await releasedDocuments(fact, parts))]
}
