import { importFileKey } from '@anjie/domain/intake/importFileKey'
import { importFile } from '@anjie/function-importer/importFile'
import { memoryPartyDigests } from '@anjie/store/memory/memoryPartyDigests'
import { expect, test } from 'vitest'
import { systemMark } from '../builders/context.ts'
import { CLERK, csv, desk } from './importing.ts'
import { officeFile } from './officeFile.ts'

const FILE = csv('乡镇（街道）,单位名称,类型\n,城关镇,乡镇（街道）\n')

/** A desk whose orders wait until the test hands them to an importer of its own. */
async function handed() {
  const orders: { batchId: string; attempt: number; mark: string }[] = []
  const here = await desk({ importOrders: { send: async (order) => void orders.push(order) } })
  const send = async (file: Uint8Array) => {
    const begun = await here.api.call('beginImport', {
      member: CLERK,
      body: { list: 'units', fileName: '表.xlsx', bytes: file.byteLength },
    })
    const { fields } = begun.body['upload'] as { fields: Record<string, string> }
    here.api.stores.evidence.upload(fields, fields['Content-Type'] ?? '', file)
    const id = String(begun.body['id'])
    await here.api.call('readImport', { member: CLERK, params: { batchId: id }, ifMatch: 1 })
    return id
  }
  const importOf = (order: (typeof orders)[number] | undefined, deliveries = 1, now = '2026-03-02T01:00:30.000Z') => {
    if (order === undefined) throw new Error('nothing was ordered')
    return importFile(order as Parameters<typeof importFile>[0], {
      store: here.api.stores.openPlatformStore('99', systemMark({ now })),
      fetchFile: async (key, mark) => here.api.stores.evidence.fetch(key, mark),
      removeFile: async (key) => here.api.stores.evidence.remove(key),
      partyDigests: memoryPartyDigests(),
      deliveries,
      now,
    })
  }
  return { here, orders, send, importOf }
}

test('an order that comes twice is read once', async () => {
  const { orders, send, importOf } = await handed()
  await send(FILE)
  expect(await importOf(orders[0])).toBe('read')
  expect(await importOf(orders[0], 2)).toBe('known')
})

test('a file that killed the function is not tried again by itself: the batch says that it was interrupted, and a person may ask once more', async () => {
  const { here, orders, send, importOf } = await handed()
  const id = await send(FILE)
  expect(await importOf(orders[0], 2)).toBe('interrupted')
  const asked = await here.api.call('getImportBatch', { member: CLERK, params: { batchId: id } })
  expect(asked.body).toMatchObject({ isOverdue: true, reading: { status: 'interrupted' } })
  expect((await here.step('planImport', id)).body['detail']).toContain('没有读完就中断')
  expect((await here.step('readImport', id)).status).toBe(202)
  expect(await importOf(orders[1])).toBe('read')
  expect((await here.step('planImport', id)).status).toBe(200)
})

test('an order that was lost can be given again after the importer’s time, and not before', async () => {
  const { here, send } = await handed()
  const id = await send(FILE)
  expect((await here.step('readImport', id)).body['detail']).toContain('正在读取')
  here.api.setNow('2026-03-02T01:03:00.000Z')
  expect((await here.step('readImport', id)).status).toBe(202)
})

test('a file that was put in the place of the one that was handed over is not read', async () => {
  const { here, orders, send, importOf } = await handed()
  const id = await send(FILE)
  here.api.stores.evidence.upload(
    { key: importFileKey(id), 'Content-Type': 'application/octet-stream' },
    'application/octet-stream',
    csv('乡镇（街道）,单位名称,类型\n,别的镇,乡镇（街道）\n'),
  )
  expect(await importOf(orders[0])).toBe('refused')
  await here.step('planImport', id)
  expect(await here.batch(id)).toMatchObject({ status: 'refused', fault: expect.stringContaining('更换') })
})

test.each<readonly [string, Uint8Array, RegExp]>([
  ['macros', officeFile([{ rows: [['单位名称'], ['甲村']] }], { parts: [['xl/vbaProject.bin', 'x']] }), /有宏/],
  ['a page of the web', new TextEncoder().encode('<html><body>x</body></html>'), /./],
  ['a sheet of something else', csv('姓名,电话\n林一,1\n'), /表头/],
])('%s is refused as a whole, in words, and nothing is staged', async (_what, file, words) => {
  const { here, orders, send, importOf } = await handed()
  const id = await send(file)
  expect(await importOf(orders[0])).toBe('refused')
  await here.step('planImport', id)
  const batch = await here.batch(id)
  expect(batch.status).toBe('refused')
  expect(batch.fault).toMatch(words)
  expect(batch.plan).toBeUndefined()
})
