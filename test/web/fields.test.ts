import { readDay } from '@anjie/calendar-cn/readDay'
import { matches } from '@anjie/web/ui/picker/matches'
import { readingOf } from '@anjie/web/ui/picker/reading'
import { describe, expect, test } from 'vitest'

describe('a day that is typed', () => {
  test.each([
    '2026年3月1日',
    '2026年03月01号',
    '2026-3-1',
    '2026.3.1',
    '2026/03/01',
    '20260301',
    '２０２６年３月１日',
    ' 2026 年 3 月 1 日 ',
    '二〇二六年三月一日',
    '二○二六年三月一日',
    '3月1日',
  ])('%s is 1 March 2026', (typed) => {
    expect(readDay(typed, 2026)).toEqual({ ok: true, day: '2026-03-01' })
  })
  test('in words of tens is read as officials write them', () => {
    expect(readDay('二〇二六年十二月三十一日', 2026)).toEqual({ ok: true, day: '2026-12-31' })
    expect(readDay('二〇二六年十月二十日', 2026)).toEqual({ ok: true, day: '2026-10-20' })
  })
  test('that the calendar does not have is told apart from what is no day', () => {
    expect(readDay('2026年2月29日', 2026)).toEqual({ ok: false, fault: 'no-such-day' })
    expect(readDay('2026-13-01', 2026)).toEqual({ ok: false, fault: 'no-such-day' })
    for (const typed of ['明天', '2026年3月', '2026-3.1', '1/3/2026', '2026030'])
      expect(readDay(typed, 2026), typed).toEqual({ ok: false, fault: 'unreadable' })
  })
})

describe('a picker', () => {
  const options = [
    { value: 'a', label: '东坝镇', detail: '榆陂县' },
    { value: 'b', label: '西坝镇', detail: '霜台县' },
    { value: 'c', label: '安居10村' },
    { value: 'd', label: '浚县', reading: 'xun xian' },
  ]
  const found = (typed: string) => matches(options, typed).map(({ value }) => value)
  test('reads names by the order of characters that every browser has', () => {
    expect(readingOf('榆陂县霜台镇')).toBe('yu pi xian shuang tai zhen')
    expect(readingOf('安居10村')).toBe('an ju 10 cun')
    expect(readingOf('平安Ａ区𠮷')).toBe('ping an a qu')
  })
  test('finds by the name, a part of it, pinyin, initials and what stands behind it', () => {
    expect(found('坝')).toEqual(['a', 'b'])
    expect(found('dongba')).toEqual(['a'])
    expect(found('DBZ')).toEqual(['a'])
    expect(found('霜台')).toEqual(['b'])
    expect(found('aj10')).toEqual(['c'])
    expect(found('')).toEqual(['a', 'b', 'c', 'd'])
    expect(found('没有')).toEqual([])
  })
  test('takes the reading that a name carries for its own', () => {
    expect(found('xunxian')).toEqual(['d'])
    expect(found('junxian')).toEqual([])
  })
  test('puts the beginning of a name before its inside', () => {
    const two = [
      { value: 'inside', label: '大安居村' },
      { value: 'first', label: '安居村' },
    ]
    expect(matches(two, '安居').map(({ value }) => value)).toEqual(['first', 'inside'])
  })
  test('answers over thousands without a pause that one notices', () => {
    const many = Array.from({ length: 5000 }, (_, at) => ({ value: String(at), label: `第${at}安居村` }))
    matches(many, 'x')
    const before = performance.now()
    expect(matches(many, 'd4999ajc')).toHaveLength(1)
    expect(performance.now() - before).toBeLessThan(200)
  })
})
