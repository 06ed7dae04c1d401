import type {
  getObjection as getOperation,
  listObjections as listOperation,
  openObjectionFile as openOperation,
} from '@anjie/contracts/operations/objections'
import { objectionFileKey } from '@anjie/domain/objections/material'
import { allowedObjectionActions } from '@anjie/domain/objections/objectionTransitions'
import { err, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'
import { materialOf } from './material.ts'

/** 异议列表 of who investigates. */
export const listObjections: Query<InputOf<typeof listOperation>, OutputOf<typeof listOperation>> = async (
  { store },
  { query },
) => {
  const { cursor, stage } = query
  const page = await store.find('objection', { stage }, { cursor })
  return page.ok ? ok({ ...page.value, rows: [...page.value.rows] }) : page
}

/** 异议 with what was said, for who investigates it. */
export const getObjection: Query<InputOf<typeof getOperation>, OutputOf<typeof getOperation>> = async (
  context,
  { params },
) => {
  const found = await findRecord(context, 'objection', params.objectionId)
  if (!found.ok) return found
  const { state } = found.value
  const [unit, material, timeline] = await Promise.all([
    state.about === undefined ? undefined : context.store.get('application', state.about.applicationId),
    materialOf(context, state),
    timelineOf(context.store, 'objection', params.objectionId),
  ])
  return ok({
    ...found.value,
    allowed: allowedObjectionActions(state, context.member, unit?.state),
    ...timeline,
    ...(material === undefined ? {} : { material }),
  })
}

/** A short-lived address of an attached file, as long as it is kept. */
export const openObjectionFile: Query<InputOf<typeof openOperation>, OutputOf<typeof openOperation>> = async (
  context,
  { params },
) => {
  const found = await findRecord(context, 'objection', params.objectionId)
  if (!found.ok) return found
  const file = (await materialOf(context, found.value.state))?.files[Number(params.at)]
  if (file === undefined) return err({ code: 'not-found', detail: '没有找到这份附件' })
  const key = objectionFileKey(params.objectionId, Number(params.at))
  return ok({ url: await context.evidence.downloadUrl(key, file.name, file.contentType), fileName: file.name })
}
