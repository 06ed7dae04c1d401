import {
  PublicMethod,
  PublicMethodNode,
  PublicMethodPart,
  PublicMethodSummary,
} from '@anjie/contracts/vocabulary/publicRecords'
import { describeMethod } from '@anjie/domain/schemes/describeMethod'
import { beijingDay, hidePersonalNumbers } from '@anjie/kernel'
import type { Projection } from '../projection.ts'
import { publicKeys } from '../publicKeys.ts'
import { orderOfVersion, type Write } from '../write.ts'

/** DynamoDB holds 400 KB in an item; half of it leaves room for keys and the next character set. */
const PART_BYTES = 200_000

/**
 * 考评办法公开: a scheme in plain words from the day on which it is published, on trial or for good, and after it was closed.
 * A county's own scheme is for its townships and departments and is not published here. A draft leaves nothing; once published the rules never change, so neither does the number of parts.
 */
export const publicMethods: Projection = (fact) => {
  if (fact.kind !== 'scheme' || fact.after.status === 'draft' || fact.after.county !== undefined) return []
  const { province, status, scheme, publishedAt } = fact.after
  const { nodes, source, ...words } = describeMethod(scheme)
  const { url, ...sourceTexts } = source
  const method = PublicMethod.parse({
    ...withoutPersonalNumbers(words),
    source: { ...withoutPersonalNumbers(sourceTexts), url: webAddress(url) },
    schemeId: fact.recordId,
    province,
    status,
    version: fact.version,
    publishedOn: publishedAt === undefined ? undefined : beijingDay(publishedAt),
    nodeCount: nodes.length,
  })
  const order = orderOfVersion(fact.version)
  const row = { table: 'public', order } as const
  return [
    {
      ...row,
      ...publicKeys.methodRow(province, fact.recordId),
      content: { body: PublicMethodSummary.parse(method) },
    },
    { ...row, ...publicKeys.method(fact.recordId), content: { body: method } },
    ...partsOf(PublicMethodNode.array().parse(withoutPersonalNumbers(nodes))).map((part, index) => ({
      ...row,
      ...publicKeys.methodPart(fact.recordId, index + 1),
      content: { body: PublicMethodPart.parse({ number: index + 1, nodes: part }) },
    })),
  ] satisfies readonly Write[]
}

/** Only a web address is published as a source, because the page makes a link of it. */
const webAddress = (url: string | undefined): string | undefined =>
  url !== undefined && PublicMethod.shape.source.shape.url.safeParse(url).success ? url : undefined

/** With every text in it cleaned, however deep it lies. */
function withoutPersonalNumbers(value: object): object {
  const cleaned = (inner: unknown): unknown => {
    if (typeof inner === 'string') return hidePersonalNumbers(inner)
    return typeof inner === 'object' && inner !== null ? withoutPersonalNumbers(inner) : inner
  }
  return Array.isArray(value)
    ? value.map(cleaned)
    : Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleaned(inner)]))
}

/** The nodes in rows of bounded size. */
function partsOf(nodes: readonly PublicMethodNode[]): readonly PublicMethodNode[][] {
  const parts: PublicMethodNode[][] = []
  let bytes = PART_BYTES
  for (const node of nodes) {
    const size = Buffer.byteLength(JSON.stringify(node))
    bytes += size
    if (bytes > PART_BYTES) {
      parts.push([])
      bytes = size
    }
    parts.at(-1)?.push(node)
  }
  return parts
}
