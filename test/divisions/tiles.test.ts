import type { DivisionTree, TilePlace } from '@anjie/contracts/vocabulary/divisions/divisions'
import { keepRecordedChanges } from '@anjie/domain/divisions/keepRecordedChanges'
import { readTilesText, tilesText } from '@anjie/web/areas/divisions/tiles/tilesText'
import { beforeEach, describe, expect, test } from 'vitest'
import { type TestApi, testApi } from '../api/testApi.ts'
import { everyRole, member } from '../builders/people.ts'

/** Counties of the test's province: 云溪县 990101 and 石塘县 990102 in one city, 柳泉区 990201 in another. */
const admin = member({ roles: ['province-admin'] })
let api: TestApi
beforeEach(async () => {
  api = await testApi()
  for (const each of everyRole()) api.join(each)
})
const arrange = (tiles: readonly object[], ifMatch = 1) =>
  api.call('arrangeTiles', { member: admin, body: { tiles }, ifMatch })

describe('方格图位置', () => {
  test('is arranged by the province and read by everybody who reads its tables; all taken away it is none again', async () => {
    const tiles = [
      { code: '990201', column: 0, row: 0 },
      { code: '990101', column: 2, row: 1 },
    ]
    expect(await arrange(tiles)).toMatchObject({ status: 200, body: { version: 2 } })
    const { body } = await api.call('getDivisions', { member: admin })
    expect(body).toMatchObject({ tiles, version: 2 })
    expect((body['timeline'] as object[]).at(-1)).toMatchObject({ type: 'TilesArranged' })
    api.setNow('2026-03-02T01:10:00.000Z')
    const county = member({ roles: ['county-reviewer'] })
    expect((await api.call('getTiles', { member: county })).body).toEqual({ tiles })
    await arrange([], 2)
    api.setNow('2026-03-02T01:20:00.000Z')
    expect((await api.call('getTiles', { member: county })).body).toEqual({ tiles: [] })
  })
  test('takes no county twice, no two at one place and none that there is not, and names them', async () => {
    const refused = await arrange([
      { code: '990101', column: 0, row: 0 },
      { code: '990102', column: 0, row: 0 },
      { code: '990101', column: 1, row: 0 },
      { code: '990999', column: 3, row: 0 },
    ])
    expect(refused).toMatchObject({
      status: 400,
      body: {
        errors: [
          { pointer: '/tiles/1', detail: '“石塘县”和“云溪县”放在同一格（第1行第1列），请移开一个' },
          { pointer: '/tiles/2', detail: '“云溪县”放了两处，请留一处' },
          { pointer: '/tiles/3', detail: '没有代码为990999的县（市、区）' },
        ],
      },
    })
  })
  test('stands when the tree is loaded anew', () => {
    const tree = { cities: [], counties: [] } as unknown as DivisionTree
    const tiles = [{ code: '990101', column: 0, row: 0 }] as TilePlace[]
    expect(keepRecordedChanges(tree, { ...tree, tiles })).toMatchObject({ tiles })
  })
})

describe('a block of names out of a spreadsheet', () => {
  const county = (code: string, name: string) => ({ code, name, city: code.slice(0, 4) })
  const counties = [
    county('990101', '云溪县'),
    county('990102', '城区'),
    county('990201', '城区'),
  ] as unknown as Parameters<typeof readTilesText>[1]
  test('is read cell by cell and written back the same; two of one name go by code', () => {
    const text = '\t云溪县\n990102\t\t990201'
    const read = readTilesText(text.replaceAll('\n', '\r\n'), counties)
    expect(read).toEqual({
      ok: true,
      value: [
        { code: '990101', column: 1, row: 0 },
        { code: '990102', column: 0, row: 1 },
        { code: '990201', column: 2, row: 1 },
      ],
    })
    expect(read.ok && tilesText(read.value, counties)).toBe(text)
  })
  test('with a name that is none, one that is several, or one twice is not taken, and each is named with its line', () => {
    expect(readTilesText('云溪\t城区\n云溪县\t云溪县', counties)).toEqual({
      ok: false,
      error: ['第1行的“云溪”不是现有县（市、区）的名称', '第1行的“城区”有多个，请写成区划代码', '“云溪县”写了两次'],
    })
  })
})
