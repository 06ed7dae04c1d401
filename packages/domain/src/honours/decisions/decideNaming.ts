import { beijingDate, chineseDay, yearOf } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { DocumentNumber } from '@anjie/contracts/vocabulary/ids'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../../decision.ts'
import { standingEntries } from '../../notices/batchEntries.ts'
import { permitBatchAction } from '../../notices/batchTransitions.ts'

/**
 * 作出命名决定: the decision's number and date, after the notice's last day. The units are then named one by one, each in a
 * commit of its own.
 */
export function decideNaming(
  batch: Batch,
  member: Membership,
  decision: { readonly documentNumber: DocumentNumber; readonly namedOn: PlainDate },
  at: string,
): Result<Step<'batch'>, Problem> {
  const step = permitBatchAction(batch, 'decide-naming', member)
  if (!step.ok) return step
  const { documentNumber, namedOn } = decision
  if (batch.notice !== undefined && namedOn <= batch.notice.endsOn) {
    return err({
      code: 'invalid-input',
      detail: `公示至${chineseDay(batch.notice.endsOn)}结束，命名日期应在其后`,
      pointer: '/namedOn',
    })
  }
  // Titles and certificates bear this day and are never changed again.
  if (namedOn > beijingDate(at)) {
    return err({
      code: 'invalid-input',
      detail: '命名日期不能晚于今天，请在作出决定的当天或之后办理',
      pointer: '/namedOn',
    })
  }
  if (!documentNumber.includes(`〔${yearOf(namedOn)}〕`)) {
    return err({
      code: 'invalid-input',
      detail: `文号“${documentNumber}”的年份与命名日期${chineseDay(namedOn)}不一致`,
      pointer: '/documentNumber',
    })
  }
  return ok({
    next: { ...batch, status: step.value.to[0], documentNumber, namedOn, updatedAt: at },
    fact: {
      type: 'NamingDecided',
      details: { documentNumber, namedOn, units: String(standingEntries(batch).length) },
    },
  })
}
