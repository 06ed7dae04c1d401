import { projectorIo, runRebuild } from '@anjie/local/commands/rebuild'
import { clientOptions } from '@anjie/local/emulator'
import { readStackFacts, type StackFacts } from '@anjie/local/stackFacts'
import { DeleteItemCommand, DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { beforeAll, expect, test } from 'vitest'

let facts: StackFacts

beforeAll(async () => {
  facts = await readStackFacts('test')
})

/** Every item of a table by its key, as text. */
async function contents(table: string): Promise<Map<string, string>> {
  const client = new DynamoDBClient(clientOptions(facts.endpoint))
  const items = new Map<string, string>()
  let from: Record<string, never> | undefined
  do {
    const page = await client.send(
      new ScanCommand({ TableName: table, ...(from === undefined ? {} : { ExclusiveStartKey: from }) }),
    )
    for (const item of page.Items ?? []) {
      const { made: _made, ...content } = item
      // Sheets say how often they were made, and the book of rebuilds how far one has come.
      if (/^(SHEET|REBUILD)/.test(item['pk']?.S ?? '')) continue
      const sorted = Object.fromEntries(Object.entries(content).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      items.set(`${item['pk']?.S ?? ''} ${item['sk']?.S ?? ''}`, JSON.stringify(sorted))
    }
    // The emulator's cursor has the shape of a key; nothing else is done with it.
    from = page.LastEvaluatedKey as typeof from
  } while (from !== undefined)
  return items
}

/** What the stream has brought so far, once it brings nothing more. */
async function settled(table: string): Promise<Map<string, string>> {
  let before = await contents(table)
  await expect
    .poll(
      async () => {
        const now = await contents(table)
        const same = now.size === before.size && [...now].every(([key, item]) => before.get(key) === item)
        before = now
        return same
      },
      { interval: 2_000, timeout: 60_000 },
    )
    .toBe(true)
  return before
}

/** Loses one list row and adds one that no fact accounts for. */
async function damage(table: string, lost: string): Promise<void> {
  const client = new DynamoDBClient(clientOptions(facts.endpoint))
  const [pk = '', sk = ''] = lost.split(' ')
  await client.send(new DeleteItemCommand({ TableName: table, Key: { pk: { S: pk }, sk: { S: sk } } }))
  await client.send(new PutItemCommand({ TableName: table, Item: { pk: { S: pk }, sk: { S: 'nobody#' } } }))
}

test('anjie rebuild makes every list and every public page anew exactly as the stream had made them', async () => {
  const { views, public: published } = facts.tables
  const live = { views: await settled(views), published: await settled(published) }
  expect(live.views.size).toBeGreaterThan(100)
  expect(live.published.size).toBeGreaterThan(20)
  await damage(views, [...live.views.keys()].find((key) => key.includes('#submission#list#')) ?? '')
  await damage(published, [...live.published.keys()].find((key) => key.startsWith('TITLES#')) ?? '')

  const said: string[] = []
  const say = (text: string) => void said.push(text)
  const code = await runRebuild(['--stack', 'test'], { ...projectorIo, out: say, report: say })
  expect(said.join('\n')).toMatch(/清除2项/)
  expect(code).toBe(0)
  expect(await contents(views)).toEqual(live.views)
  expect(await contents(published)).toEqual(live.published)
}, 300_000)
