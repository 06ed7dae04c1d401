import { newWorkbook, workbookBytes } from '@anjie/documents/newWorkbook'
import { postsTemplate, readPastedPosts, readPostsFile } from '@anjie/documents/postsSheet'
import type { Result } from '@anjie/kernel'
import { describe, expect, test } from 'vitest'

const held = <T>(result: Result<T, string>): T => {
  if (!result.ok) throw new Error(result.error)
  return result.value
}
const fault = <T>(result: Result<T, string>): string => (result.ok ? '' : result.error)
const HEAD = '姓名,职务,所在单位,岗位,分管荣誉,有效期,登录名'
const bytes = (text: string) => new TextEncoder().encode(text)

describe('a list of posts in a file', () => {
  test('is read from the template that was filled in, with the number of each line and days as days', async () => {
    const workbook = await newWorkbook()
    await workbook.xlsx.load((await postsTemplate()) as never)
    const sheet = workbook.worksheets[0]
    if (sheet === undefined) throw new Error('the template has a sheet')
    sheet.getRow(2).values = ['甲', '专干', '霜台镇', '', '', '2027-12-31', '']
    sheet.getRow(5).values = ['乙', '审核人', '', '县级审核人', '平安医院', '', 'yi.shen']
    const cell = sheet.getCell(5, 6)
    cell.value = new Date(Date.UTC(2027, 5, 30))
    cell.numFmt = 'yyyy-mm-dd'
    expect(held(await readPostsFile(await workbookBytes(workbook)))).toEqual([
      {
        line: 2,
        row: { personName: '甲', post: '专干', unitNames: '霜台镇', roleNames: '', validUntil: '2027-12-31' },
      },
      {
        line: 5,
        row: {
          personName: '乙',
          post: '审核人',
          unitNames: '',
          roleNames: '县级审核人',
          honourNames: '平安医院',
          validUntil: '2027-06-30',
          accountName: 'yi.shen',
        },
      },
    ])
  })

  test('is read from CSV as offices save it: with a mark, in GBK, with quotes, columns in any order', async () => {
    const expected = [
      {
        line: 2,
        row: { personName: '甲', post: '专干', unitNames: '甲村、乙村', roleNames: '', validUntil: '2027-12-31' },
      },
    ]
    const text = '﻿有效期（必填）,姓名*,职务,所在单位\r\n2027-12-31,甲,专干,"甲村、乙村"\r\n,,,\r\n'
    expect(held(await readPostsFile(bytes(text)))).toEqual(expected)
    // 姓名,职务,有效期 / 甲,专干,2027-12-31 in GBK.
    const gbk = Uint8Array.from([
      0xd0,
      0xd5,
      0xc3,
      0xfb,
      0x2c,
      0xd6,
      0xb0,
      0xce,
      0xf1,
      0x2c,
      0xd3,
      0xd0,
      0xd0,
      0xa7,
      0xc6,
      0xda,
      0x0a,
      0xbc,
      0xd7,
      0x2c,
      0xd7,
      0xa8,
      0xb8,
      0xc9,
      0x2c,
      ...bytes('2027-12-31'),
    ])
    expect(held(await readPostsFile(gbk))[0]?.row).toMatchObject({ personName: '甲', post: '专干' })
  })

  test('is refused whole where it is none, with what to do: no heading, a missing column, nobody in it, another format, too large', async () => {
    expect(fault(await readPostsFile(bytes('甲,专干,霜台镇')))).toContain('没有找到表头“姓名”')
    expect(fault(await readPostsFile(bytes('姓名,所在单位\n甲,霜台镇')))).toContain('缺少“职务”、“有效期”')
    expect(fault(await readPostsFile(bytes(`${HEAD}\n`)))).toContain('没有名单')
    expect(fault(await readPostsFile(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])))).not.toBe('')
    expect(fault(await readPostsFile(bytes('%PDF-1.7')))).not.toBe('')
    expect(fault(await readPostsFile(new Uint8Array(6 * 1024 * 1024).fill(0x61)))).toContain('超过 5 MB')
  })
})

test('a pasted list needs no heading, and may have one', () => {
  const line = '甲\t专干\t霜台镇\t\t\t2027-12-31'
  const rows = held(readPastedPosts(line)).map(({ row }) => row)
  expect(rows).toMatchObject([{ personName: '甲', unitNames: '霜台镇', validUntil: '2027-12-31' }])
  expect(held(readPastedPosts(`${HEAD.replaceAll(',', '\t')}\n${line}`)).map(({ row }) => row)).toEqual(rows)
  expect(fault(readPastedPosts(' \n'))).toContain('没有名单')
})
