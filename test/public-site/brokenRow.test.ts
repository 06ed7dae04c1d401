import { refreshSheet } from '@anjie/function-projector/refreshSheet'
import { dynamoPublicReader } from '@anjie/function-public-site/dynamoPublicReader'
import { publicTitle } from '@anjie/projections/public/publicTitle'
import { packSheet } from '@anjie/projections/public/sheets/packedSheet'
import { sheetOf } from '@anjie/projections/public/sheets/sheetOf'
import { publicKeys } from '@anjie/projections/publicKeys'
import { digest } from '@anjie/store/digest'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { expect, it } from 'vitest'
import { memoryProjectionTables } from '../projector/memoryProjectionTables.ts'
import { idOf, title } from '../projector/sampleFacts.ts'
import { readerOf } from './publishedSite.ts'

it('one title that does not have its shape is left out and named; the list of its county stands', async () => {
  const tables = memoryProjectionTables()
  const ids = [1, 2, 3].map((number) => idOf('990101', number))
  for (const [index, id] of ids.entries()) {
    const body = publicTitle(id, title(id))
    const content = { body: index === 1 ? { ...body, year: '二〇二六' } : body }
    await tables.apply({ table: 'public', ...publicKeys.titleRow('990101', id), order: '1', content })
  }
  const unreadable: string[] = []
  const { county } = publicTitle(idOf('990101', 1), title(idOf('990101', 1)))
  await refreshSheet({ tables, onUnreadable: (row) => unreadable.push(row) }, county)
  const [sheet] = await readerOf(tables).sheetsOf('99')
  expect(sheet?.parts[0]?.tallies.map(({ count }) => count)).toEqual([2])
  expect(unreadable).toEqual([`TITLES#99#990101#${ids[1]}#`])
})

it('one sheet that cannot be read is left out and named; the lists of other counties stand', async () => {
  const [one, other] = ['990101', '990102'].map((code) =>
    publicTitle(idOf(code, 1), title(idOf(code, 1), { county: code })),
  )
  if (one === undefined || other === undefined) return expect.fail()
  const items = [one, other].map((each) => ({
    ...publicKeys.sheet(each.county),
    body: { digest: each.county, packed: packSheet(sheetOf(each.county, [each], digest).sheet) },
  }))
  const broken = { ...items[1], body: { digest: 'broken', packed: Uint8Array.of(1, 2, 3) } }
  // Whatever it is sent.
  const client = Object.assign(DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'local' })), {
    send: async () => ({ Items: [items[0], broken] }),
  })
  const unreadable: string[] = []
  const reader = dynamoPublicReader(client, 'public', (row) => unreadable.push(row))
  expect((await reader.sheetsOf('99')).map(({ county }) => county)).toEqual(['990101'])
  expect(unreadable).toEqual(['SHEETS#99#990102#'])
})
