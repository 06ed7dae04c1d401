import { beijingDate, chineseDay, yearOf } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import type { DocumentNumber } from '@anjie/contracts/vocabulary/ids'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../../decision.ts'
import { permitBatchAction } from '../../notices/batchTransitions.ts'

type Stepped = Result<Step<'batch'>, Problem>

/** 提出撤回命名: a decision was entered wrongly. One person says so, with the reason; another decides. */
export function proposeTakeBack(batch: Batch, member: Membership, reason: string, at: string): Stepped {
  const step = permitBatchAction(batch, 'propose-take-back', member)
  if (!step.ok) return step
  return ok({
    next: {
      ...batch,
      status: step.value.to[0],
      takeBack: { reason, proposedBy: member.personId, proposerName: member.personName, proposedAt: at },
      updatedAt: at,
    },
    fact: { type: 'TakeBackProposed', details: { reason } },
  })
}

/** 撤回命名: the second decision, with a number and a day of its own. Titles are then taken back as they were conferred, group by group. */
export function decideTakeBack(
  batch: Batch,
  member: Membership,
  { documentNumber, decidedOn }: { readonly documentNumber: DocumentNumber; readonly decidedOn: PlainDate },
  at: string,
): Stepped {
  const step = permitBatchAction(batch, 'decide-take-back', member)
  if (!step.ok) return step
  const { takeBack, namedOn } = batch
  if (takeBack === undefined) throw new Error(`nobody proposed to take ${batch.id} back`)
  if (decidedOn > beijingDate(at) || (namedOn !== undefined && decidedOn < namedOn))
    return err({
      code: 'invalid-input',
      detail: `撤回日期应在命名日期${chineseDay(namedOn ?? decidedOn)}至今天之间`,
      pointer: '/decidedOn',
    })
  if (!documentNumber.includes(`〔${yearOf(decidedOn)}〕`))
    return err({
      code: 'invalid-input',
      detail: `文号“${documentNumber}”的年份与撤回日期${chineseDay(decidedOn)}不一致`,
      pointer: '/documentNumber',
    })
  return ok({
    next: {
      ...batch,
      status: step.value.to[0],
      takeBack: { ...takeBack, documentNumber, decidedOn },
      updatedAt: at,
    },
    fact: {
      type: 'NamingTakenBack',
      details: { documentNumber, decidedOn, was: batch.documentNumber ?? '', reason: takeBack.reason },
    },
  })
}

/** One unit of a decision that is taken back: its title ends without stigma, its certificate stays as it was, its case waits in the list again. */
export function takeBackTitle(
  batch: Batch,
  application: Application,
  title: Title,
  at: string,
): { readonly application: Step<'application'>; readonly title: Step<'title'> } {
  const { documentNumber, decidedOn, reason } = batch.takeBack ?? {}
  if (batch.status !== 'taking-back' || documentNumber === undefined || decidedOn === undefined || reason === undefined)
    throw new Error(`${batch.id} is not being taken back`)
  const { titleId: _title, certificateSerial: _serial, ...rest } = application
  return {
    application: {
      next: { ...rest, status: 'proposed', updatedAt: at },
      fact: { type: 'ApplicationNamingTakenBack', details: { documentNumber, reason } },
    },
    title: {
      next: { ...title, status: 'taken-back', takenBack: { documentNumber, on: decidedOn, reason }, updatedAt: at },
      fact: { type: 'TitleTakenBack', details: { documentNumber, reason } },
    },
  }
}

/** 撤回完成: the list stands where it stood before the decision, and says which one was taken back; another can be made. */
export function completeTakeBack(batch: Batch, at: string): Step<'batch'> {
  const { takeBack, documentNumber, namedOn, namedCount, ...rest } = batch
  if (batch.status !== 'taking-back' || takeBack?.documentNumber === undefined || takeBack.decidedOn === undefined)
    throw new Error(`${batch.id} is not being taken back`)
  if (documentNumber === undefined || namedOn === undefined) throw new Error(`${batch.id} was not named`)
  return {
    next: {
      ...rest,
      status: 'notice-closed',
      entries: batch.entries.map(({ namedAs: _as, ...entry }) => entry),
      namedCount: 0,
      takenBack: [
        ...(batch.takenBack ?? []),
        {
          documentNumber,
          namedOn,
          units: namedCount,
          by: takeBack.documentNumber,
          on: takeBack.decidedOn,
          reason: takeBack.reason,
        },
      ],
      updatedAt: at,
    },
    fact: { type: 'TakeBackCompleted', details: { was: documentNumber, units: String(namedCount) } },
  }
}
