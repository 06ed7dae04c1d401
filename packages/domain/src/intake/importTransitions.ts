import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { ImportBatch, ImportReading, ImportStatus } from '@anjie/contracts/vocabulary/intake/importBatch'
import { IMPORT_LISTS, type ImportListCode } from '@anjie/contracts/vocabulary/intake/importList'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'

export const IMPORT_STATUS_NAMES = {
  uploading: '待上传',
  reading: '读取中',
  refused: '文件不能导入',
  staged: '待确认',
  applying: '办理中',
  applied: '已导入',
  'putting-back': '撤回中',
  'put-back': '已撤回',
  discarded: '已放弃',
} as const satisfies Record<ImportStatus, string>

export const IMPORT_ACTIONS = ['read', 'plan', 'confirm', 'carry-on', 'put-back', 'discard'] as const
export type ImportAction = (typeof IMPORT_ACTIONS)[number]

const FROM: Readonly<Record<ImportAction, readonly ImportStatus[]>> = {
  read: ['uploading', 'reading'],
  // Once more from the rows that were read: what was shown may have become stale.
  plan: ['reading', 'staged'],
  // Under way, it is taken over by another person, in whose name the rest is done.
  confirm: ['staged', 'applying'],
  'carry-on': ['applying', 'putting-back'],
  'put-back': ['applied', 'putting-back'],
  discard: ['uploading', 'reading', 'staged'],
}

const ACTION_NAMES = {
  read: '读取',
  plan: '核对',
  confirm: '确认',
  'carry-on': '继续办理',
  'put-back': '撤回',
  discard: '放弃',
} as const satisfies Record<ImportAction, string>

/** Whether somebody may bring this list in: who may do by hand what its rows do. */
export const mayImport = (list: ImportListCode, { roles }: Pick<Membership, 'roles'>): boolean => {
  const allowed: readonly string[] = IMPORT_LISTS[list].roles
  return roles.some((role) => allowed.includes(role))
}

/** Why this step cannot be taken with a batch; undefined when it can. */
export function importFault(
  batch: ImportBatch,
  action: ImportAction,
  member: Pick<Membership, 'personId' | 'roles'>,
): Problem | undefined {
  if (!mayImport(batch.list, member))
    return { code: 'not-permitted', detail: `您的岗位不能导入“${IMPORT_LISTS[batch.list].name}”` }
  const refuse = (detail: string): Problem => ({ code: 'transition-not-allowed', detail })
  if (!FROM[action].includes(batch.status))
    return refuse(`这批导入${IMPORT_STATUS_NAMES[batch.status]}，不能${ACTION_NAMES[action]}`)
  if (action === 'confirm' && batch.plan !== undefined && batch.plan.new + batch.plan.changed === 0)
    return refuse('没有要改动的行，不必确认')
  if (action === 'confirm' && batch.status === 'applying' && batch.confirmed?.personId === member.personId)
    return refuse('您已经确认过，请继续办理')
  if (action === 'put-back' && (batch.applied?.done ?? 0) === 0) return refuse('没有生效的行，不必撤回')
  if (action === 'put-back' && batch.status === 'putting-back' && batch.putBack?.personId === member.personId)
    return refuse('您已经提出撤回，请继续办理')
  const responsible = batch.status === 'putting-back' ? batch.putBack : batch.confirmed
  // Rows are carried out in the name of whoever confirmed them, and by nobody else's right.
  if (action === 'carry-on' && responsible?.personId !== member.personId) {
    const verb = batch.status === 'putting-back' ? '撤回' : '确认'
    return refuse(`这批导入由${responsible?.personName ?? '他人'}${verb}；要接着办，请先${verb}，余下的行即由您办理`)
  }
  return undefined
}

/** The importer's own time, and a little more. */
const READING_SECONDS = 150

/** Whether a reading can be asked for again: the importer said that it was stopped, or says nothing for longer than it may take. */
export const isReadingOverdue = (
  { status, attempt, readingSince }: Pick<ImportBatch, 'status' | 'attempt' | 'readingSince'>,
  reading: Pick<ImportReading, 'attempt' | 'status'> | undefined,
  now: string,
): boolean => {
  if (status !== 'reading' || readingSince === undefined) return false
  if (reading?.attempt === attempt) return reading.status === 'interrupted'
  return Date.parse(now) - Date.parse(readingSince) > READING_SECONDS * 1000
}

/** What this person can do with a batch now, and why not where not. */
export const allowedImportActions = (
  batch: ImportBatch,
  member: Pick<Membership, 'personId' | 'roles'>,
): AllowedAction[] =>
  IMPORT_ACTIONS.map((action) => {
    const fault = importFault(batch, action, member)
    return fault === undefined ? { action, allowed: true } : { action, allowed: false, reason: fault.detail }
  })
