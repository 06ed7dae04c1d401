import { SubmissionId, type UnitId } from '@anjie/contracts/vocabulary/ids'
import { member } from './people.ts'
import { done, type Opened, type Province } from './province.ts'
import { countyScheme } from './scheme.ts'

/** A county's own assessment of two of its townships, open for their figures. */
export async function townshipCycle(province: Province, county: string) {
  const countyAdmin = member({ roles: ['county-admin'], jurisdiction: county })
  const units = [await province.register(county, '甲镇'), await province.register(county, '乙镇')] as const
  const scheme = countyScheme({ code: 'TOWN-2026', name: '乡镇考评方案', subjectKind: 'township' })
  const { id: schemeId } = done(await province.run(countyAdmin, 'draftScheme', { body: { scheme } }))
  const inForce = { params: { schemeId: schemeId as never }, body: { as: 'in-force' as const } }
  done(await province.run(countyAdmin, 'publishScheme', inForce, 1))
  const planned = done(
    await province.run(countyAdmin, 'planCycle', {
      body: {
        name: '2026年度乡镇考评',
        year: 2026,
        schemeId,
        dataFrom: '2026-01-01',
        dataTo: '2026-12-31',
        dueOn: '2027-01-31',
        subjects: units.map((code) => ({ code, group: 'G1' })),
      } as never,
    }),
  )
  const params = { cycleId: planned.id as Opened['cycleId'] }
  done(await province.run(countyAdmin, 'openCycle', { params }, 1))
  const { state } = done(await province.ask(countyAdmin, 'getCycle', { params }))
  return {
    countyAdmin,
    units,
    cycleId: params.cycleId,
    formOf: (unit: UnitId): SubmissionId => {
      const found = state.subjects.find(({ code }) => code === unit)?.submissionId
      if (found === undefined) throw new Error(`${unit} has a form`)
      return SubmissionId.parse(found)
    },
    reporterOf: (unit: UnitId) => member({ roles: ['unit-reporter'], jurisdiction: county, unit }),
  }
}
