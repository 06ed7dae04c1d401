import { type Cycle, CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import { NOW } from './context.ts'
import { PLACES } from './people.ts'
import { ulid } from './ulid.ts'

/** A cycle of 2026 that is open for the first three counties of the test province. */
export function cycle(given: Partial<Cycle> = {}): CycleHead & Pick<Cycle, 'subjects'> {
  const own = ulid()
  const subject = ({ code, name }: { code: string; name: string }, group: string) => ({
    code,
    name,
    group,
    submissionId: `${code}.${own}`,
  })
  const head = CycleHead.parse({
    id: `${PLACES.province.code}.${own}`,
    province: PLACES.province.code,
    name: '2026年度平安建设考评',
    year: 2026,
    schemeId: `${PLACES.province.code}.${ulid()}`,
    schemeName: '2026年平安建设考评方案',
    status: 'open',
    dataFrom: '2026-01-01',
    dataTo: '2026-12-31',
    dueOn: '2027-01-31',
    subjects: [subject(PLACES.county, 'G1'), subject(PLACES.neighbourCounty, 'G1'), subject(PLACES.farCounty, 'G1')],
    updatedAt: NOW,
    ...given,
  })
  return { ...head, subjects: head.subjects ?? [] }
}
