import { ListRow } from '@anjie/contracts/vocabulary/listRow'
import { RECORD_KINDS, type RecordKind } from '@anjie/contracts/vocabulary/records'
import { ownerLevelsOf } from '@anjie/domain/access/index'
import { LIST_ORDERS, rowKeyIn } from '@anjie/projections/lists/listOrders'
import { orderKeysOf } from '@anjie/projections/lists/orderKeys'
import { viewKeys } from '@anjie/projections/viewKeys'
import { factSk, partSk, receiptPk, recordPk } from '@anjie/store/keys'
import { expect, test } from 'vitest'

const ULID = '01J00000000000000000000001'
const OWNERS = { county: '990101', city: '9901', province: '99' } as const
const LETTERS = { county: 'T', city: 'Z', province: 'P' } as const

test('each kind of record has its key in its owner’s partition, and every part ends with its delimiter', () => {
  for (const kind of Object.keys(RECORD_KINDS) as RecordKind[]) {
    for (const level of ownerLevelsOf(kind)) {
      const id = `${OWNERS[level]}.${ULID}`
      expect(recordPk(kind, id)).toBe(`${LETTERS[level]}#${OWNERS[level]}#${kind}#${id}#`)
    }
    expect(recordPk(kind, ULID)).toBeUndefined()
  }
})

test('the formats are these', () => {
  const county = { level: 'county', county: '990101', city: '9901', province: '99' } as const
  expect(factSk(7)).toBe('FACT#0000000007#')
  expect(partSk('receipt-990101')).toBe('PART#receipt-990101#')
  expect(receiptPk(county, 'k')).toBe('T#990101#idempotency#k#')
  expect(receiptPk({ level: 'city', city: '9901', province: '99' }, 'k')).toBe('Z#9901#idempotency#k#')
  expect(receiptPk({ level: 'province', province: '99' }, 'k')).toBe('P#99#idempotency#k#')
  expect(receiptPk({ level: 'platform', province: '99' }, 'k')).toBe('P#99#idempotency#k#')
  const ofCounty = { level: 'county', code: '990101' } as const
  const ofProvince = { level: 'province', code: '99' } as const
  expect(viewKeys.list({ level: 'city', code: '9901' }, 'submission')).toBe('Z#9901#submission#list#')
  expect(viewKeys.listRow(ofCounty, 'submission', '990101.X')).toEqual({
    pk: 'T#990101#submission#list#',
    sk: '990101.X#',
  })
  expect(viewKeys.scorecard(ofCounty, '99.X', '990101')).toEqual({ pk: 'T#990101#scorecard#99.X#', sk: '990101#' })
  expect(viewKeys.leagueTable(ofProvince, '99.X')).toEqual({ pk: 'P#99#league-table#99.X#', sk: 'DOC#' })
})

test('a list’s other orders are keys within its own partition, and each ends with the row’s own key', () => {
  const row = ListRow.parse({
    kind: 'title',
    id: `990101.${ULID}`,
    version: 1,
    title: '马方坝村',
    place: '某县',
    status: 'active',
    statusName: '有效',
    queue: null,
    nextVerb: null,
    dueOn: null,
    updatedAt: '2026-03-02T01:00:00.000Z',
    fields: {
      honour: 'six#no',
      honourName: '六无',
      level: 'province',
      levelName: '省级',
      year: 2026,
      county: '990101',
      city: '9901',
      cityName: '某市',
      countyName: '某县',
      unitKind: 'village',
      source: 'named-here',
    },
  })
  const keys = orderKeysOf(row, 'province')
  expect(Object.keys(keys)).toEqual([...LIST_ORDERS])
  for (const key of Object.values(keys)) {
    expect(key).toMatch(/^open#/)
    expect(rowKeyIn(key)).toBe(viewKeys.listRow({ level: 'province', code: '99' }, 'title', row.id).sk)
  }
  const time = String(8_640_000_000_000_000 - Date.parse(row.updatedAt))
  expect(keys).toEqual({
    byTime: `open#${time}#${row.id}#`,
    byStatus: `open#active#990101#${time}#${row.id}#`,
    byPlace: `open#990101#${time}#${row.id}#`,
    byGroup: `open#sixno#990101#${time}#${row.id}#`,
    byYear: `open#2026#990101#${time}#${row.id}#`,
    byName: `open#马方坝村#${row.id}#`,
    byReading: `open#mafangbacun#mfbc#${row.id}#`,
    byInitials: `open#mfbc#${row.id}#`,
  })
})

test('facts sort by version as text', () => {
  const versions = [1, 2, 9, 10, 99, 100, 1_000_000]
  expect(versions.map(factSk).toSorted()).toEqual(versions.map(factSk))
})

test('a part’s name cannot leave its place', () => {
  for (const name of ['', 'a#b', 'a/b', '名', 'a b', 'a'.repeat(201)]) expect(() => partSk(name)).toThrow()
})

test('no key comes near the byte limits of the table', () => {
  const longest = recordPk('document-number', `99.${'平'.repeat(120)}`) ?? ''
  expect(Buffer.byteLength(longest)).toBeLessThan(2048)
  expect(recordPk('document-number', `99.${'平'.repeat(121)}`)).toBeUndefined()
})
