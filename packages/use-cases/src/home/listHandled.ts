import type { listHandled as operation } from '@anjie/contracts/operations/home'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

const PAGE = 50

/** 已办 of the caller's own jurisdiction, a page at a time. */
export const listHandled: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  { store, now },
  { query },
) => {
  const { submissionId, applicationId } = query
  const asked = [
    ...(submissionId === undefined ? [] : [store.findHandled('submission', submissionId)]),
    ...(applicationId === undefined ? [] : [store.findHandled('application', applicationId)]),
  ]
  if (asked.length > 0) {
    const found = await Promise.all(asked)
    return ok({ rows: found.filter((row) => row !== undefined), more: false })
  }
  const rows = await store.handledRows(query.before ?? `${now}~`, PAGE + 1)
  return ok({ rows: rows.slice(0, PAGE), more: rows.length > PAGE })
}
