import { dayText } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application, Confirmation } from '@anjie/contracts/vocabulary/honours/application'
import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok } from '@anjie/kernel'
import type { Decided } from '../applicationDecision.ts'
import { permitApplicationAction } from '../applicationTransitions.ts'
import { askedCriteria } from '../askedCriteria.ts'
import { CONFIRMING_OFFICE_NAMES } from '../confirmingOfficeNames.ts'

/**
 * 部门核实: the county writes down which office said, on which day and by which paper, that nothing of the kind happened. Offices
 * answer one after the other, so each saving adds to those of before.
 */
export function confirm(
  application: Application,
  confirmations: readonly Confirmation[],
  type: HonourType,
  member: Membership,
  today: PlainDate,
  at: string,
): Decided {
  const step = permitApplicationAction(application, 'confirm', member, {})
  if (!step.ok) return step
  const errors = confirmations.flatMap((each, index) => faultOf(each, index, confirmations, type, today))
  const [first] = errors
  if (first !== undefined) return err({ code: 'invalid-input', ...first, errors })
  const made = confirmations.flatMap((each) => {
    const criterion = askedCriteria(type).find(({ code }) => code === each.criterion)
    if (criterion?.office === undefined) return []
    return [{ ...each, office: CONFIRMING_OFFICE_NAMES[criterion.office], by: member.personName, name: criterion.name }]
  })
  const others = (application.confirmations ?? []).filter(
    ({ criterion }) => !made.some((each) => each.criterion === criterion),
  )
  return ok({
    application: {
      next: {
        ...application,
        confirmations: [...others, ...made.map(({ name: _shown, ...kept }) => kept)],
        updatedAt: at,
      },
      fact: {
        type: 'CriteriaConfirmed',
        details: { confirmed: made.map(({ name, office, on }) => `${name}：${office}${dayText(on)}`).join('；') },
      },
    },
  })
}

function faultOf(
  { criterion, on }: Confirmation,
  index: number,
  all: readonly Confirmation[],
  type: HonourType,
  today: PlainDate,
): NonNullable<Problem['errors']>[number][] {
  const at = `/confirmations/${index}`
  const found = askedCriteria(type).find(({ code }) => code === criterion)
  if (found?.office === undefined) return [{ pointer: `${at}/criterion`, detail: '这项创建条件不由部门核实' }]
  if (all.findIndex((each) => each.criterion === criterion) !== index)
    return [{ pointer: `${at}/criterion`, detail: `“${found.name}”填写了两次` }]
  return on > today ? [{ pointer: `${at}/on`, detail: `“${found.name}”的核实日期不能晚于今天` }] : []
}
