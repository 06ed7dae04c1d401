import { dynamoPublicReader } from '@anjie/function-public-site/dynamoPublicReader'
import { publicTitle } from '@anjie/projections/public/publicTitle'
import { publicKeys } from '@anjie/projections/publicKeys'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { expect, it } from 'vitest'
import { idOf, title } from '../projector/sampleFacts.ts'

it('one line that does not have its shape is left out and named; the list of the province stands', async () => {
  const ids = [1, 2, 3].map((number) => idOf('990101', number))
  const rows = ids.map((id) => ({ ...publicKeys.titleRow('990101', id), body: publicTitle(id, title(id)) }))
  const items = rows.map((row, index) => (index === 1 ? { ...row, body: { ...row.body, year: '二〇二六' } } : row))
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'us-east-1' }))
  // What is sent does not matter here.
  client.send = async () => ({ $metadata: {}, Items: items })
  const unreadable: string[] = []
  const reader = dynamoPublicReader(client, 'public', (row) => unreadable.push(row))
  expect((await reader.titlesOf('99')).map(({ titleId }) => titleId)).toEqual([ids[0], ids[2]])
  expect(unreadable).toEqual([`TITLES#99#990101#${ids[1]}#`])
})
