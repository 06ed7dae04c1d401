import type { getCalendar as operation } from '@anjie/contracts/operations/notices'
import { calendarId } from '@anjie/domain/honours/recordIds'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 已导入的节假日安排 of the province, for counting working days on the screen. */
export const getCalendar: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async ({ store, scope }) => {
  const loaded = await store.get('calendar', calendarId(scope.province))
  return ok({ plans: loaded?.state.plans ?? [] })
}
