import { idOfLine } from '@anjie/contracts/vocabulary/public-log/idOfLine'
import { LOG_PAGE_LINES } from '@anjie/contracts/vocabulary/public-log/publicLog'
import type { Projection } from '../projection.ts'
import type { FactOf } from '../readFact.ts'
import { viewKeys } from '../viewKeys.ts'
import { orderAfterVersion, orderOfVersion, type Write } from '../write.ts'
import { logLineOf } from './logLine.ts'

/**
 * 待登记: what was published waits here for its line in the log, and goes when it has one. That the line is there is kept by its fact,
 * so that a fact that is projected once more becomes no second line.
 */
export const logViews: Projection = (fact) => {
  if (fact.kind === 'log-page') return logged(fact)
  const published = logLineOf(fact)
  if (published === undefined) return []
  const { province, ...candidate } = published
  return [
    {
      table: 'views',
      ...viewKeys.unloggedLine(province, fact.id),
      order: orderOfVersion(fact.version),
      content: { open: { key: `${fact.at}#${fact.id}#`, row: candidate } },
    },
  ]
}

function logged({ recordId, version, before, after }: FactOf<'log-page'>): readonly Write[] {
  const province = recordId.slice(0, recordId.indexOf('.'))
  const known = before?.lines.length ?? 0
  return after.lines.slice(known).flatMap((line, at) => {
    const id = idOfLine(line)
    if (id === undefined) return []
    const from = Number(id.slice(id.lastIndexOf('@') + 1))
    return [
      {
        table: 'views',
        ...viewKeys.unloggedLine(province, id),
        order: orderAfterVersion(from),
        content: null,
      },
      {
        table: 'views',
        ...viewKeys.loggedLine(province, id),
        order: orderOfVersion(version),
        content: { document: { line: after.number * LOG_PAGE_LINES + known + at } },
      },
    ] satisfies readonly Write[]
  })
}
