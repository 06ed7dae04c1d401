import type { Projection } from '../projection.ts'
import { publicKeys } from '../publicKeys.ts'
import { orderOfVersion } from '../write.ts'

/** 节假日安排: what the office loaded, so that the public counts the days of a notice as the office does. */
export const publicCalendar: Projection = (fact) => {
  if (fact.kind !== 'calendar') return []
  const [province = ''] = fact.recordId.split('.')
  return [
    {
      table: 'public',
      ...publicKeys.calendar(province),
      order: orderOfVersion(fact.version),
      content: { body: fact.after },
    },
  ]
}
