import { DisputeMapping } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { numberKey, numbersInText } from '@anjie/domain/disputes/caseNumbers'
import { identityDigests, partyDigests } from '@anjie/domain/disputes/partyDigests'
import { readDay } from '@anjie/domain/disputes/readDay'
import { readEntry, readySystem } from '@anjie/domain/disputes/readEntry'
import { readPlace } from '@anjie/domain/disputes/readPlace'
import { expect, test } from 'vitest'
import { fourMappings } from './fourExports.ts'

const plain = (text: string): string => text

test.each([
  ['2025-03-02', '2025-03-02'],
  ['2025/3/2 10:22', '2025-03-02'],
  ['2025年3月2日', '2025-03-02'],
  ['２０２５．３．２', '2025-03-02'],
  ['20250302', '2025-03-02'],
  ['20250302102200', '2025-03-02'],
  ['2025-03-02T10:22:00', '2025-03-02'],
  ['45718', '2025-03-02'],
  ['45718.4375', '2025-03-02'],
  ['25/3/2', '2025-03-02'],
  ['二〇二五年三月二日', '2025-03-02'],
  ['二零二五年十二月二十一日', '2025-12-21'],
  ['2025年3月2日上午', '2025-03-02'],
  ['2025-03-02（星期日）', '2025-03-02'],
  ['3/2/2025', '2025-03-02'],
  ['31/12/2025', '2025-12-31'],
  ['', null],
  ['—', null],
  ['2025-02-30', undefined],
  ['三月初', undefined],
  ['12345678', undefined],
])('a day as exports write it: %s', (cell, day) => {
  expect(readDay(cell)).toBe(day)
})

test.each([
  [{ township: '城关镇', village: '河口村', address: '' }, '城关', '河口'],
  [{ township: '城关镇人民政府', village: '河口村村民委员会', address: '' }, '城关', '河口'],
  [{ township: '', village: '', address: '安宁县城关镇河口村三组' }, '城关', '河口'],
  [{ township: '', village: '', address: '城关镇河口村' }, '城关', '河口'],
  [{ township: '安宁县城关镇河口村', village: '', address: '' }, '城关', '河口'],
  [{ township: '东门街道办事处', village: '东门街道双塘社区居委会', address: '' }, '东门', '双塘'],
  [{ township: '', village: '', address: '安寧縣龍泉鎮雙橋社區' }, '龙泉', '双桥'],
  [{ township: '龍泉鎮', village: '雙橋居委會', address: '' }, '龙泉', '双桥'],
  [{ township: '', village: '', address: '' }, '', ''],
])('a place is the same however it is written: %j', (cells, township, village) => {
  expect(readPlace(cells, new Map())).toEqual({ township, village })
})

test('a number is the same with other brackets, width and case, and is found in a text', () => {
  expect(numberKey('（2025）城关人调字第12号')).toBe(numberKey('[2025]城关人调字12号'))
  expect(numbersInText('已由zf2025-0012办理，卷宗〔2025〕城关人调字第12号')).toEqual([
    numberKey('ZF2025-0012'),
    numberKey('（2025）城关人调字第12号'),
  ])
  expect(numbersInText('赔偿12345元，住3组')).toEqual([])
})

test('parties are told apart by digests alone: one wrong sign, a masked name, a company, a mark beside the name', () => {
  const [whole] = partyDigests('张建国', plain)
  const [wrong] = partyDigests('张建囯', plain)
  const [masked] = partyDigests('张某某', plain)
  expect(whole?.near.some((near) => wrong?.near.includes(near))).toBe(true)
  expect(masked).toEqual({ name: null, near: [], masked: whole?.masked })
  expect(partyDigests('张建国（乙方）、李四 等2人', plain).map(({ name }) => name)).toEqual(['n:张建国', 'n:李四'])
  expect(partyDigests('安宁县某某建筑有限公司', plain)).toHaveLength(1)
  for (const cell of [
    '張建國與李四',
    '原告：张建国；被告：李四',
    '张建国和李四',
    '张建国（男，45岁，农民）、李四',
    '张建国 李四等二人',
    '张建国510101199001011234，李四',
  ])
    expect(
      partyDigests(cell, plain).map(({ name }) => name),
      cell,
    ).toEqual(['n:张建国', 'n:李四'])
  expect(partyDigests('李和平', plain).map(({ name }) => name)).toEqual(['n:李和平'])
  expect(identityDigests('证件 51010119900101123x，电话１３９ 0000', plain)).toEqual(['i:51010119900101123X'])
})

const mapping = DisputeMapping.parse(fourMappings)
const [province] = mapping.systems
if (province === undefined) throw new Error('no system')
const row = (cells: Record<string, string>) =>
  readEntry(readySystem(province), 7, (heading) => cells[heading] ?? '', plain)

test('closed, agreed, performed and settled are four things: a word says only what the mapping gives it', () => {
  const closed = row({ 纠纷编号: 'ZF1', 办理结果: '调解不成功', 结案时间: '2025-02-01' }).entry
  expect(closed?.outcomes).toEqual({
    agreed: { stated: false, on: null },
    performed: { stated: false, on: null },
    closed: { stated: true, on: '2025-02-01' },
    settled: { stated: false, on: null },
  })
})

test('what cannot be read is told with its column and what to do; the rest of the row is kept', () => {
  const { entry, faults } = row({ 纠纷编号: 'ZF1', 受理时间: '去年', 纠纷类型: '稀奇', 办理结果: '不知道' })
  expect(entry?.receivedOn).toBeNull()
  expect(entry?.kind).toBeNull()
  expect(faults.map(({ column }) => column)).toEqual(['受理时间', '纠纷类型', '办理结果'])
  expect(faults.map(({ reason }) => reason).join()).toContain('请在对照的“纠纷类型”里补上')
})

test('a row without its number has its line alone, a sum is left out whole, and an end before the beginning is told', () => {
  expect(row({ 受理时间: '2025-01-01' })).toMatchObject({
    entry: { line: 7, caseNumber: '', receivedOn: '2025-01-01' },
    faults: [{ column: '纠纷编号', reason: expect.stringContaining('请补上编号') }],
  })
  expect(row({ 纠纷编号: '合计', 乡镇: '3321' }).entry).toBeUndefined()
  const { entry, faults } = row({
    纠纷编号: 'ZF1',
    受理时间: '2025-03-01',
    结案时间: '2025-02-01',
    办理结果: '调解成功',
  })
  expect(entry?.outcomes.closed.on).toBe('2025-02-01')
  expect(faults).toEqual([{ column: '结案时间', reason: '办结日早于受理日 2025年3月1日，请核对' }])
})
