import type { trySchemeOnCycle as operation } from '@anjie/contracts/operations/schemes'
import { compareTrial } from '@anjie/domain/schemes/compareTrial'
import { checkScheme, scoreCycle } from '@anjie/domain/scoring/index'
import { err, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import { readArchivedValues, readArchiveHead } from '../league-tables/readArchive.ts'
import type { Query } from '../ports.ts'

/** Applies a scheme, draft or not, to the figures of a cycle's newest run, and says who would move. Nothing is stored. */
export const trySchemeOnCycle: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params, query },
) => {
  const draft = await findRecord(context, 'scheme', params.schemeId)
  if (!draft.ok) return draft
  const cycle = await findRecord(context, 'cycle', query.cycleId)
  if (!cycle.ok) return cycle
  const runId = cycle.value.state.publishedRun ?? cycle.value.state.latestRun
  if (runId === undefined) return err({ code: 'run-invalid', detail: `“${cycle.value.state.name}”还没有计过分` })
  const official = await findRecord(context, 'scheme', cycle.value.state.schemeId)
  if (!official.ok) return official
  const head = await readArchiveHead(context.store, runId)
  if (!head.ok) return head

  const { scheme } = draft.value.state
  const findings = checkScheme(scheme)
  const errors = findings.filter((finding) => finding.severity === 'error')
  if (errors.length > 0)
    return err({
      code: 'run-invalid',
      detail: '草稿还有错误，改正后才能试算',
      errors: errors.map((finding) => ({ pointer: `/scheme/${finding.node}`, detail: finding.message })),
    })
  const { period, subjects, previous, result } = head.value
  const archived = await readArchivedValues(
    context.store,
    runId,
    subjects.map((subject) => subject.code),
  )
  const trial = scoreCycle({
    scheme,
    subjects,
    values: archived.values,
    period,
    explain: 'points',
    ...(previous === null ? {} : { previous }),
  })
  return ok({
    cycleName: cycle.value.state.name,
    findings,
    rows: compareTrial({ ...result, subjects: archived.scores }, trial, official.value.state.scheme, scheme),
  })
}
