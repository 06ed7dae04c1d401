import { openIntake, readIntake } from '@anjie/documents/intake/readIntake'
import { expect, test } from 'vitest'
import { zipOf } from '../documents/zipOf.ts'
import { countyForm } from './oddForms.ts'
import { type OfficeSheet, officeFile } from './officeFile.ts'

const HEAD = ['县（市、区）', '排查纠纷数'] as const
const good: OfficeSheet = { rows: [HEAD, ['甲县', 1]] }

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const reading = await readIntake(bytes, countyForm)
  if (!reading.ok) return reading.error
  return reading.value.refusals.map(({ message }) => message).join('\n')
}

test.each<readonly [string, () => Uint8Array, RegExp]>([
  ['macros', () => officeFile([good], { parts: [['xl/vbaProject.bin', 'x']] }), /有宏.*另存为/],
  [
    'links to other files',
    () => officeFile([good], { parts: [['xl/externalLinks/externalLink1.xml', '<a/>']] }),
    /引用了别的文件.*断开链接/,
  ],
  ['queries', () => officeFile([good], { parts: [['xl/connections.xml', '<a/>']] }), /外部数据查询/],
  ['controls', () => officeFile([good], { parts: [['xl/activeX/activeX1.xml', '<a/>']] }), /ActiveX/],
  [
    'entities of its own',
    () => officeFile([good], { doctype: '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]>' }),
    /自定义的实体声明/,
  ],
  [
    'a file of the outside as entity',
    () => officeFile([good], { doctype: '<!DOCTYPE a SYSTEM "file:///etc/passwd">' }),
    /自定义的实体声明/,
  ],
  [
    'more parts than any workbook',
    () => zipOf(Array.from({ length: 6_000 }, (_, at) => [`a${at}`, ''] as const)),
    /6000 个部件/,
  ],
  ['a directory that lies about a size', () => zipOf([['_rels/.rels', '<a/>']], 10), /已损坏|没有工作簿/],
  [
    'a row beyond the last',
    () => officeFile([{ ...good, raw: '<row r="99999999"><c><v>1</v></c></row>' }]),
    /行号不对/,
  ],
  ['cut off half-way', () => officeFile([good]).subarray(0, 300), /已损坏/],
  [
    'a password',
    () =>
      new Uint8Array(
        Buffer.concat([
          Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
      ),
    /设了打开密码.*取消密码/,
  ],
  ['the old format', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), /旧版 \.xls/],
  ['a PDF', () => new TextEncoder().encode('%PDF-1.7'), /PDF/],
  ['a picture', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47), /图片/],
  ['a zip of something else', () => zipOf([['a.txt', 'a']]), /压缩包，里面没有工作簿/],
])('%s: refused in words with a remedy', async (_, make, refusal) => {
  expect(await refusalOf(make())).toMatch(refusal)
})

test('a bomb of 300 MB is refused before it is expanded, in bounded memory', async () => {
  const cell = '<c t="inlineStr"><is><t>a</t></is></c>'
  // Packed once and declared honestly: the budget of expansion decides.
  const bomb = officeFile([{ rows: [], raw: `<row r="1">${cell}</row>`.repeat(2_600_000) }])
  expect(bomb.byteLength).toBeLessThan(2_000_000)
  const before = process.memoryUsage().rss
  const opened = await openIntake(bomb)
  expect(opened.ok ? '' : opened.error).toMatch(/展开后超过 128 MB|单元格超过/)
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
})

test('a bomb that lies about its size is stopped while it expands', async () => {
  const long = ' '.repeat(140 * 1024 * 1024)
  const bytes = zipOf(
    [
      [
        '_rels/.rels',
        '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      ],
      ['xl/workbook.xml', `<workbook>${long}</workbook>`],
    ],
    1_000,
  )
  expect(await refusalOf(bytes)).toMatch(/展开后超过|已损坏/)
})

test('a sheet merged and formatted to its last cell costs nothing', async () => {
  const rows = [HEAD, ...Array.from({ length: 40 }, (_, at) => [`${at}县`, at] as const)]
  const bytes = officeFile([
    { rows, merges: ['A100:XFD1048576', 'Z1:Z1048576'], raw: '<row r="1048576"><c r="XFD1048576" s="0"/></row>' },
  ])
  const started = performance.now()
  const reading = await readIntake(bytes, countyForm)
  expect(reading.ok && reading.value.rows.length).toBe(40)
  expect(performance.now() - started).toBeLessThan(5_000)
})

test('more cells than anybody fills in are refused', async () => {
  const rows = [HEAD, ...Array.from({ length: 151_000 }, (_, at) => [`${at}县`, at] as const)]
  expect(await refusalOf(officeFile([{ rows }]))).toMatch(/单元格超过 300000 个/)
  const csv = rows.map((row) => row.join(',')).join('\n')
  expect(await refusalOf(new TextEncoder().encode(csv))).toMatch(/单元格超过 300000 个/)
})

test('headings and sheets named like members of a prototype are unknown columns and pollute nothing', async () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__proto__']
  const bytes = officeFile([
    {
      name: '__proto__',
      rows: [
        [...HEAD, ...names],
        ['甲县', 1, ...names.map(() => 'polluted')],
      ],
    },
  ])
  const csv = new TextEncoder().encode(
    `${[...HEAD, ...names].join(',')}\n甲县,1,${names.map(() => 'polluted').join(',')}\n`,
  )
  for (const file of [bytes, csv]) {
    const reading = await readIntake(file, countyForm)
    if (!reading.ok) throw new Error(reading.error)
    expect(reading.value.rows.map(({ values }) => [...values])).toEqual([
      [
        ['county', '甲县'],
        ['found', '1'],
      ],
    ])
    expect(reading.value.refusals.map(({ heading }) => heading)).toEqual(names)
  }
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})
