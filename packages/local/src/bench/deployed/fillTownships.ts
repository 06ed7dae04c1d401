import { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import type { BenchApi } from '../units/benchApi.ts'
import type { BenchStaff } from '../units/benchProvince.ts'
import { benchScheme } from '../units/fillCycle.ts'

const YEAR = 2026
/** Forms that one commit takes. */
const FORMS_A_COMMIT = 40

/** A cycle of the province that assesses townships, with every form accepted. The forms are not passed on step by step: it is the run that is measured. */
export async function fillTownships(
  { api, staff }: { readonly api: BenchApi; readonly staff: BenchStaff },
  townships: readonly string[],
  indicators: number,
): Promise<void> {
  const { provinceAdmin } = staff
  const { scheme, valuesOf, groupOf } = benchScheme(YEAR, townships.length, indicators)
  api.now = `${YEAR}-02-03T01:00:00.000Z`
  const drafted = await api.call(provinceAdmin, 'draftScheme', {
    body: {
      scheme: {
        ...scheme,
        code: `BENCH-TOWNSHIPS-${YEAR}`,
        name: `${YEAR}年乡镇平安建设考评方案`,
        subjectKind: 'township',
        items: scheme.items.map((item) => ({ ...item, filledBy: 'subject' as const })),
      },
    },
  })
  await api.call(provinceAdmin, 'publishScheme', {
    params: { schemeId: drafted.id },
    body: { as: 'in-force' },
    ifMatch: drafted.version,
  })
  const { id: cycleId, version } = await api.call(provinceAdmin, 'planCycle', {
    body: {
      name: `${YEAR}年度乡镇平安建设考评`,
      year: YEAR,
      schemeId: drafted.id,
      dataFrom: `${YEAR}-01-01`,
      dataTo: `${YEAR}-12-31`,
      dueOn: `${YEAR}-12-15`,
      subjects: townships.map((code, at) => ({ code, group: groupOf(at) })),
    },
  })
  await api.call(provinceAdmin, 'openCycle', { params: { cycleId }, ifMatch: version })
  const { state } = await api.call(provinceAdmin, 'getCycle', { params: { cycleId } })
  const valuesByCode = new Map(
    townships.map((code, at) => [code, [...valuesOf(at, 'subject'), ...valuesOf(at, 'commission')]]),
  )
  const ids = state.subjects.flatMap(({ submissionId }) => submissionId ?? [])
  for (let from = 0; from < ids.length; from += FORMS_A_COMMIT) {
    const store = api.stores.openPlatformStore('99', api.platformMark())
    const forms = await store.getMany('submission', ids.slice(from, from + FORMS_A_COMMIT))
    const written = await store.commit(
      [...forms].map(([id, form]) => {
        const values = valuesByCode.get(form.state.subject?.code ?? '') ?? []
        return {
          kind: 'submission',
          id,
          expectedVersion: form.version,
          next: Submission.parse({ ...form.state, values, status: 'accepted', approved: { accepted: values } }),
          fact: { type: 'SubmissionAccepted', details: {} },
        }
      }),
    )
    if (!written.ok) throw new Error(written.error.detail)
  }
}
