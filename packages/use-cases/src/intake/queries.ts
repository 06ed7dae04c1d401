import type {
  getImportBatch as getOperation,
  listImportBatches as listOperation,
  openImportFile as openOperation,
  listImportRows as rowsOperation,
  getImportSheet as sheetOperation,
} from '@anjie/contracts/operations/intake'
import { importParts } from '@anjie/contracts/vocabulary/intake/importBatch'
import { IMPORT_LISTS } from '@anjie/contracts/vocabulary/intake/importList'
import { codeOf } from '@anjie/domain/access/index'
import { importFileKey } from '@anjie/domain/intake/importFileKey'
import { importOwner } from '@anjie/domain/intake/importOwner'
import { allowedImportActions, isReadingOverdue, mayImport } from '@anjie/domain/intake/importTransitions'
import { err, ok } from '@anjie/kernel'
import { findRecord, notFound } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, QueryContext } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'
import { outcomesOf, pieceOf } from './carryImportOn.ts'
import { IMPORTED_LISTS } from './lists/index.ts'

/** 表样: what a template is made from. */
export const getImportSheet: Query<InputOf<typeof sheetOperation>, OutputOf<typeof sheetOperation>> = async (
  context,
  { query },
) => {
  if (!mayImport(query.list, context.member))
    return err({ code: 'not-permitted', detail: `您的岗位不能导入“${IMPORT_LISTS[query.list].name}”` })
  const sheet = await IMPORTED_LISTS[query.list].sheet(context, query.target)
  if (!sheet.ok) return sheet
  const { about, form, rows, given, defaults } = sheet.value
  return ok({
    about,
    form,
    rows: rows.map(({ values, lastYear }) => ({ values, ...(lastYear === undefined ? {} : { lastYear }) })),
    given: [...given],
    defaults: [...defaults],
  })
}

/** 导入批次 of the own jurisdiction, the newest first. */
export const listImportBatches: Query<InputOf<typeof listOperation>, OutputOf<typeof listOperation>> = async (
  { store, member },
  { query },
) => {
  const page = await store.find('import-batch', { stage: query.stage }, { cursor: query.cursor })
  // Whoever may not fill a list does not read what was sent for it: of posts, a file may say more than the list.
  return page.ok
    ? ok({ ...page.value, rows: page.value.rows.filter(({ fields }) => mayImport(fields.list, member)) })
    : page
}

async function findOwn(context: QueryContext, batchId: string) {
  const found = await findRecord(context, 'import-batch', batchId)
  if (!found.ok) return found
  const isOwn = importOwner(batchId) === codeOf(context.scope) && mayImport(found.value.state.list, context.member)
  return isOwn ? found : err(notFound('import-batch'))
}

export const getImportBatch: Query<InputOf<typeof getOperation>, OutputOf<typeof getOperation>> = async (
  context,
  { params },
) => {
  const { store, now, member } = context
  const found = await findOwn(context, params.batchId)
  if (!found.ok) return found
  const { state, version } = found.value
  const isReading = state.status === 'reading'
  const isUnderWay = state.status === 'applying' || state.status === 'putting-back'
  const [reading, pieces, finished, form, timeline] = await Promise.all([
    isReading ? store.get('import-reading', state.id) : undefined,
    isReading ? store.finishedPieces('import-reading', state.id) : undefined,
    isUnderWay ? store.finishedPieces('import-batch', state.id) : undefined,
    store.getPart('import-batch', state.id, importParts.form()),
    timelineOf(store, 'import-batch', state.id),
  ])
  if (form === undefined) throw new Error(`the form of import ${state.id} is not there`)
  const own = reading?.state.attempt === state.attempt ? reading.state : undefined
  return ok({
    state,
    version,
    allowed: allowedImportActions(state, member),
    ...timeline,
    ...(own === undefined
      ? {}
      : {
          reading: {
            status: own.status,
            rows: own.rows,
            leftOut: own.leftOut,
            updatedAt: own.updatedAt,
            ...(own.fault === undefined ? {} : { fault: own.fault }),
          },
        }),
    piecesRead: pieces?.size ?? 0,
    isOverdue: isReadingOverdue(state, own, now),
    rowsDone: finished === undefined ? 0 : await rowsDone(context, state, finished),
    template: form,
  })
}

/** Rows of the parts that are done, and those of the one that is not. */
async function rowsDone(
  { store }: QueryContext,
  { id, status, plan }: Parameters<typeof allowedImportActions>[0],
  finished: ReadonlySet<number>,
): Promise<number> {
  const way = status === 'putting-back' ? 'back' : 'applied'
  const parts = (plan?.parts.changing ?? []).map((rows, part) => ({ rows, part }))
  const done = parts.filter(({ part }) => finished.has(pieceOf(way, part)))
  const open = parts.filter(({ part }) => !finished.has(pieceOf(way, part)))
  const current = way === 'back' ? open.at(-1) : open[0]
  const partly = current === undefined ? {} : (await outcomesOf(store, id, way, current.part)).outcomes
  return done.reduce((sum, { rows }) => sum + rows, 0) + Object.keys(partly).length
}

/** 各行 of one kind, part by part, with what became of them. */
export const listImportRows: Query<InputOf<typeof rowsOperation>, OutputOf<typeof rowsOperation>> = async (
  context,
  { params, query },
) => {
  const { store } = context
  const found = await findOwn(context, params.batchId)
  if (!found.ok) return found
  const { plan, status } = found.value.state
  if (plan === undefined) return ok({ rows: [] })
  const { changing, same, refused } = plan.parts
  const first = { changing: 0, same: changing.length, refused: changing.length + same.length }[query.shown]
  const wanted = Number(query.part ?? '0')
  const parts = { changing, same, refused }[query.shown]
  if (wanted >= parts.length) return ok({ rows: [] })
  const hasOutcomes = query.shown === 'changing' && status !== 'staged'
  const [rows, applied, back] = await Promise.all([
    store.getPart('import-batch', params.batchId, importParts.planned(plan.id, first + wanted)),
    hasOutcomes ? outcomesOf(store, params.batchId, 'applied', wanted) : undefined,
    hasOutcomes ? outcomesOf(store, params.batchId, 'back', wanted) : undefined,
  ])
  return ok({
    rows: (rows ?? []).map(({ step: _step, stage: _stage, ...row }, at) => {
      const outcome = back?.outcomes[at] ?? applied?.outcomes[at]
      return { ...row, ...(outcome === undefined ? {} : { outcome }) }
    }),
    ...(wanted + 1 < parts.length ? { next: wanted + 1 } : {}),
  })
}

/** The file as it was sent, for who may import the list: it goes to the desk that opens it, and never through ours. */
export const openImportFile: Query<InputOf<typeof openOperation>, OutputOf<typeof openOperation>> = async (
  context,
  { params },
) => {
  const found = await findOwn(context, params.batchId)
  if (!found.ok) return found
  const { fileName } = found.value.state
  const url = await context.evidence.downloadUrl(importFileKey(params.batchId), fileName, 'application/octet-stream')
  return ok({ url, fileName })
}
