import { idOfLine } from '@anjie/contracts/vocabulary/public-log/idOfLine'
import { LOG_PAGE_LINES } from '@anjie/contracts/vocabulary/public-log/publicLog'
import type { Projection } from '../projection.ts'
import { publicKeys } from '../publicKeys.ts'
import { orderOfVersion, type Write } from '../write.ts'
import { packSheet } from './sheets/packedSheet.ts'

const provinceOf = (recordId: string): string => recordId.slice(0, recordId.indexOf('.'))

/** 公开日志: pages of lines as they are hashed, roots of full tiles, signed heads, the keys they were signed with, and where a record's lines stand. */
export const publicLog: Projection = (fact) => {
  const row = { table: 'public', order: orderOfVersion(fact.version) } as const
  switch (fact.kind) {
    case 'log-page': {
      const province = provinceOf(fact.recordId)
      const { number, lines, completed = [] } = fact.after
      const known = fact.before?.lines.length ?? 0
      return [
        { ...row, ...publicKeys.logPage(province, number), content: { body: { packed: packSheet(lines) } } },
        ...completed.map((subtree) => ({
          ...row,
          ...publicKeys.logTile(province, subtree.level, subtree.index),
          content: { body: subtree },
        })),
        ...lines.slice(known).flatMap((line, at) => {
          const id = idOfLine(line)
          if (id === undefined) return []
          return {
            ...row,
            ...publicKeys.logLineOf(id.slice(0, id.lastIndexOf('@')), id),
            content: { body: { line: number * LOG_PAGE_LINES + known + at } },
          }
        }),
      ] satisfies readonly Write[]
    }
    case 'log':
      return [{ ...row, ...publicKeys.log(provinceOf(fact.recordId)), content: { body: { size: fact.after.size } } }]
    case 'log-head':
      return [
        { ...row, ...publicKeys.logHead(provinceOf(fact.recordId), fact.after.day), content: { body: fact.after } },
      ]
    case 'signing-key':
      return [
        { ...row, ...publicKeys.signingKey(provinceOf(fact.recordId), fact.after.kid), content: { body: fact.after } },
      ]
    case 'certificate':
      return [{ ...row, ...publicKeys.certificatePayload(fact.after.serial), content: { body: fact.after } }]
    default:
      return []
  }
}
