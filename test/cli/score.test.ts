import { execFileSync } from 'node:child_process'
import { dirname } from 'node:path'
import { ScoreRun } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { fileIo, runScore, type ScoreIo } from '@anjie/local/commands/score'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { exampleBytes, exampleJson, examplePath, exampleText, withChange } from './exampleFiles.ts'

const town = ['--scheme', 'townshipDeductions.scheme.json', '--values', 'townshipDeductions.values.csv']
const county = [
  ...['--scheme', 'countyIndex.scheme.json', '--values', 'countyIndex.values.csv'],
  ...['--groups', 'countyIndex.groups.csv'],
]

interface Outcome {
  readonly code: number
  readonly out: string
  readonly reported: string
  readonly written: ReadonlyMap<string, string>
}

/** Runs the command on the committed examples, with some files replaced or added. */
async function command(args: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const own = new Map(Object.entries(files))
  const written = new Map<string, string>()
  let out = ''
  let reported = ''
  const io: ScoreIo = {
    read: async (file) => {
      const text = own.get(file)
      return text === undefined ? exampleBytes(file) : new TextEncoder().encode(text)
    },
    write: async (file, pieces) => {
      const parts = Array.from(pieces, (piece) => Buffer.from(piece))
      written.set(file, Buffer.concat(parts).toString('utf8'))
    },
    out: async (pieces) => {
      out += Array.from(pieces).join('')
    },
    report: (text) => {
      reported += `${text}\n`
    },
  }
  const code = await runScore(args, io)
  return { code, out, reported, written }
}

const runOf = (outcome: Outcome): ScoreRun => {
  expect(outcome.code).toBe(0)
  return ScoreRun.parse(JSON.parse(outcome.out))
}

describe('scoring from files', () => {
  test('gives the scores that the example works out to by hand, with ranks, grades and vetoes', async () => {
    const outcome = await command([...town, '--json'])
    expect(outcome.code).toBe(0)
    // 乙镇: 40 − 6×2 − 2×4 = 20; 117/120×100×0.4 = 39; 20 − 5 = 15. 丙乡 had no disputes: not applicable, full marks.
    expect(
      runOf(outcome).subjects.map(({ subject, exact, published, rank, grade }) => [
        subject,
        exact,
        published,
        rank,
        grade?.name,
      ]),
    ).toEqual([
      ['丁街道', '100', '100.00', '2', '良好'],
      ['丙乡', '101', '101.00', '1', '优秀'],
      ['乙镇', '74', '74.00', '4', '合格'],
      ['甲镇', '98.4', '98.40', '3', '优秀'],
    ])
  })

  test('explains every node of every subject: raw value, points, status and clause', async () => {
    for (const row of runOf(await command([...county, '--json'])).subjects) {
      expect(row.nodes.map(({ node }) => node)).toEqual(['ROOT', 'I1', 'I2', 'I3'])
      for (const node of row.nodes) {
        expect(node.clause).toMatch(/\p{Script=Han}/u)
        if (node.status === 'scored') expect(node.points).not.toBeNull()
        else expect(node.figures.map(({ label }) => label)).toContain('未计分原因')
      }
      expect(row.nodes.find(({ node }) => node === 'I3')?.raw[0]?.name).toBe('群众满意度')
    }
  })

  test('ranks each group by itself and shows a table that people can read', async () => {
    const { code, out } = await command(county)
    expect(code).toBe(0)
    expect(out).toMatch(/【一类县】 4 个对象，4 个参加排名\n.*\n1 {5}990103 示例三县 {2}88\.68/)
    expect(out).toContain('【二类县】 2 个对象')
  })

  test('shows rank changes against an earlier result of any accepted form', async () => {
    const earlier = await command([...county, '--json'])
    const before = runOf(earlier)
    const swapped = exampleText('countyIndex.values.csv').replace('990103,MYD,2026,97.2', '990103,MYD,2026,85')
    const previous = {
      period: '2025',
      rows: before.subjects.map(({ subject, group, rank, published }) => ({ subject, group, rank, score: published })),
      successors: [],
    }
    const yearBefore = JSON.stringify({ ...JSON.parse(earlier.out), period: '2025' })
    for (const table of [yearBefore, JSON.stringify(previous)]) {
      const args = [...county, '--previous', '上期.json', '--json']
      const changes = runOf(await command(args, { '上期.json': table, 'countyIndex.values.csv': swapped })).subjects
      expect(changes.map(({ subject, rankChange }) => [subject, rankChange])).toEqual([
        ['990101', '0'],
        ['990102', '1'],
        ['990103', '-1'],
        ['990201', '0'],
        ['990202', '0'],
        ['990203', '0'],
      ])
    }
  })

  test('refuses a previous table that is none: of the same or a later year, a subject twice, a rank in words', async () => {
    const refusedWith = async (over: object) => {
      const table = {
        period: '2025',
        rows: [{ subject: '990101', rank: '1', score: null }],
        successors: [],
        ...over,
      }
      const outcome = await command([...county, '--previous', '上期.json'], { '上期.json': JSON.stringify(table) })
      expect(outcome.code).toBe(1)
      expect(outcome.out).toBe('')
      return outcome.reported.trim().split('\n')
    }
    const row = (rank: string) => ({ subject: '990101', rank, score: null })
    expect(await refusedWith({ period: '2027' })).toEqual([
      '上期.json：上期榜单的期间是2027，不早于本期2026；请给出更早一期的榜单',
    ])
    expect(await refusedWith({ period: '2026' })).toHaveLength(1)
    expect(await refusedWith({ rows: [row('1'), row('2')] })).toEqual([
      '上期.json：上期榜单中“990101”出现了不止一次，不知道以哪个名次为准；请只留一行',
    ])
    expect(await refusedWith({ rows: [row('0')] })).toEqual([
      '上期.json：上期榜单中“990101”的名次“0”应为从1起的数字；没有名次的请留空',
    ])
    expect(await refusedWith({ rows: [row('第一')] })).toEqual(['上期.json 的 rows → 0 → rank：应为数字，如 98.5'])
    expect(await refusedWith({ successors: [{ from: '990101', to: '990101' }] })).toEqual([
      '上期.json：上期榜单说“990101”由自己承接；请删去这一条',
    ])
  })

  test('prints the same bytes whatever the order of the rows', async () => {
    const { out } = await command([...county, '--json'])
    const shuffledFile = (name: string) =>
      fc
        .constant(exampleText(name).trim().split('\n'))
        .chain(([header = '', ...rows]) =>
          fc.shuffledSubarray(rows, { minLength: rows.length }).map((shuffled) => [header, ...shuffled].join('\n')),
        )
    await fc.assert(
      fc.asyncProperty(
        shuffledFile('countyIndex.values.csv'),
        shuffledFile('countyIndex.groups.csv'),
        async (values, groups) => {
          const files = { 'countyIndex.values.csv': values, 'countyIndex.groups.csv': groups }
          expect((await command([...county, '--json'], files)).out).toBe(out)
        },
      ),
      { numRuns: 20 },
    )
  })

  test('JSON names every indicator and its weight, as the group has them', async () => {
    const Named = z.object({
      subjects: z.array(
        z.object({
          group: z.string(),
          nodes: z.array(z.object({ node: z.string(), name: z.string(), weight: z.string().nullable() })),
        }),
      ),
    })
    const { subjects } = Named.parse(JSON.parse((await command([...county, '--json'])).out))
    const nodes = (group: string) => subjects.find((row) => row.group === group)?.nodes ?? []
    expect(nodes('G1').map(({ node, name }) => `${node} ${name}`)).toEqual([
      'ROOT 平安指数',
      'I1 万人刑事发案率',
      'I2 命案破案率',
      'I3 群众满意度',
    ])
    const weights = (group: string) => nodes(group).map(({ weight }) => weight)
    expect([weights('G1'), weights('G2')]).toEqual([
      [null, '4', '2', '4'],
      [null, '4', '2', '6'],
    ])
  })

  test('one receipt alone, by code or name, with data, rule, steps and points of each indicator', async () => {
    for (const asked of ['990103', '示例三县']) {
      const { code, out } = await command([...county, '--receipt', asked])
      expect(code).toBe(0)
      expect(out).toContain('示例三县 990103：88.68，第 1 名（共 4 个）')
      for (const word of ['数据：', '规则：', '过程：', '权重']) expect(out).toContain(word)
      expect(out).not.toContain('990101')
    }
    const { out } = await command([...county, '--receipt', '990103', '--json'])
    expect(JSON.parse(out)).toMatchObject({ subject: '990103', published: '88.68' })
    const { code, reported, written } = await command([...county, '--receipt', '没有', '--csv', '表.csv'])
    expect([code, reported, written.size]).toEqual([1, '没有对象“没有”\n', 0])
  })

  test('the table as CSV that a spreadsheet opens: figures as figures, names that look like formulas as text', async () => {
    const groups = exampleText('countyIndex.groups.csv').replace('示例三县', '"=1+1"')
    const { code, written } = await command([...county, '--csv', '表.csv'], { 'countyIndex.groups.csv': groups })
    expect(code).toBe(0)
    const [head, first] = (written.get('表.csv') ?? '').split('\r\n')
    expect(head).toBe('\ufeff分组,名次,代码,名称,得分,等次,升降,万人刑事发案率,命案破案率,群众满意度,说明')
    expect(first).toMatch(/^一类县,1,990103,'=1\+1,88\.68,/)
  })

  test('control characters in names and file names never reach a terminal', async () => {
    const scheme = exampleText('countyIndex.scheme.json').replaceAll('群众满意度', '群众满意度\\u009b31m')
    const groups = exampleText('countyIndex.groups.csv').replace('示例三县', '\u001b[2J示例三县\u0007')
    for (const files of [{ 'countyIndex.scheme.json': scheme }, { 'countyIndex.groups.csv': groups }])
      for (const more of [[], ['--json'], ['--receipt', '990103'], ['--previous', '\u001b[31m.json']]) {
        const { out, reported } = await command([...county, ...more], files)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not get through
        expect(out + reported).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
        expect((out + reported).length).toBeGreaterThan(0)
      }
  })

  test('a file that cannot be read or written is named, in one sentence', async () => {
    const folder = dirname(examplePath('countyIndex.scheme.json'))
    const files = county.map((one) => (one.startsWith('--') ? one : examplePath(one)))
    for (const [args, said] of [
      [files.with(1, folder), `${folder}：是文件夹，不是文件`],
      [files.with(3, `${folder}/没有/数据.csv`), `${folder}/没有/数据.csv：没有这个文件或文件夹`],
      [[...files, '--archive', `${folder}/没有/档案.json`], `${folder}/没有/档案.json：没有这个文件或文件夹`],
      [[...files, '--csv', folder], `${folder}：是文件夹，不是文件`],
    ] as const) {
      const reported: string[] = []
      const io: ScoreIo = { ...fileIo, out: async () => {}, report: (text) => reported.push(text) }
      expect([await runScore(args, io), reported]).toEqual([1, [said]])
    }
  })

  test('runs as a program with nothing else running, and prints the same under another locale and time zone', async () => {
    const program = new URL('../../packages/local/src/commands/anjie.ts', import.meta.url).pathname
    const args = town.map((one) => (one.startsWith('--') ? one : examplePath(one)))
    const { out } = await command([...town, '--json'])
    for (const locale of ['C', 'tr_TR.UTF-8']) {
      const printed = execFileSync(process.execPath, [program, 'score', ...args, '--json'], {
        encoding: 'utf8',
        env: { LC_ALL: locale, LANG: locale, TZ: 'Pacific/Apia' },
      })
      expect(printed).toBe(out)
    }
  })
})

describe('an archive', () => {
  async function archived(): Promise<string> {
    const { code, reported, written } = await command([...county, '--archive', '档案.json'])
    expect(code).toBe(0)
    expect(reported).toMatch(/封签 [0-9a-f]{64}/)
    return written.get('档案.json') ?? ''
  }

  test('recomputes byte for byte', async () => {
    const { code, out } = await command(['档案.json'], { '档案.json': await archived() })
    expect([code, out]).toEqual([0, expect.stringContaining('档案内部一致：重算结果与档案逐字节一致。')])
  })

  test('is the same file for the same inputs', async () => {
    expect(await archived()).toBe(await archived())
  })

  test('a changed input is named, and the exit code says so', async () => {
    const text = (await archived()).replace('"subject":"990101","value":"96.31"', '"subject":"990101","value":"97.31"')
    const { code, out } = await command(['档案.json'], { '档案.json': text })
    expect(code).toBe(1)
    expect(out).toContain('“数据”与当时的哈希不符')
    expect(out).toContain('数据被改动的对象：990101')
    expect(out).toContain('重算结果与档案不同的对象：990101')
  })

  test.each([
    ['{}', '不是计分档案'],
    ['[1', '不是正确的 JSON'],
    ['{"format":"anjie-archive/1","scheme":{}}', '字段 format：只能是 “anjie-scheme/1”'],
  ])('a file that is none is refused: %s', async (text, reason) => {
    const { code, reported } = await command(['档案.json'], { '档案.json': text })
    expect(code).toBe(1)
    expect(reported).toContain(reason)
  })

  test('is checked as at entry: what would not have been taken is named and nothing is recomputed', async () => {
    const archive: unknown = JSON.parse(await archived())
    const own = (path: readonly (string | number)[], value: unknown) => JSON.stringify(withChange(archive, path, value))
    for (const [text, said] of [
      [own(['subjects', 1, 'code'], '990101'), '对象“990101”出现了不止一次'],
      [own(['subjects', 0, 'group'], 'G9'), '对象“990101”的分组“G9”不在方案中'],
      [own(['values', 0, 'item'], 'ZZ'), '方案中没有数据项“ZZ”'],
      [own(['values', 0, 'value'], '999999'), '大于最大值'],
      [own(['values', 0, 'subject'], '990999'), '“990999”不在考评对象中'],
      [own(['period'], '2026-05'), '期间“2026-05”与方案的考评周期不符'],
      [own(['scheme', 'root', 'children', 0, 'scoring', 'item'], 'ZZ'), '方案〔I1〕'],
      [
        own(['previous'], {
          period: '2025',
          rows: Array(2).fill({ subject: 'x', rank: '1', score: null }),
          successors: [],
        }),
        '上期榜单中“x”出现了不止一次',
      ],
    ] as const) {
      const { code, out } = await command(['档案.json'], { '档案.json': text })
      expect([code, out]).toEqual([1, expect.stringContaining(said)])
      expect(out).toContain('输入有问题，没有重算')
    }
    const ranked = { period: '2025', rows: [{ subject: 'x', rank: '第一', score: null }], successors: [] }
    const { code, reported } = await command(['档案.json'], { '档案.json': own(['previous'], ranked) })
    expect([code, reported]).toEqual([1, '档案.json 的 previous → rows → 0 → rank：应为数字，如 98.5\n'])
  })

  test('an added field does not pass unseen', async () => {
    const text = (await archived()).replace('"previous":null', '"previous":null,"extra":1')
    const { code, reported } = await command(['档案.json'], { '档案.json': text })
    expect(code).toBe(1)
    expect(reported).toContain('不认识的字段')
  })
})

describe('a faulty input gives no result, a reason for each fault and exit code 1', () => {
  const SCHEME = 'townshipDeductions.scheme.json'
  const VALUES = 'townshipDeductions.values.csv'

  async function refused(files: Readonly<Record<string, string>>, args: readonly string[] = town): Promise<string> {
    const { code, out, reported, written } = await command([...args, '--json', '--archive', '档案.json'], files)
    expect([code, out, written.size]).toEqual([1, '', 0])
    return reported
  }

  const scheme = (path: readonly (string | number)[], value: unknown) => ({
    [SCHEME]: JSON.stringify(withChange(exampleJson(SCHEME), path, value)),
  })

  test('a malformed scheme file', async () => {
    expect(await refused({ [SCHEME]: '{"format": "anjie-scheme/1",\n "code": }' })).toContain('不是正确的 JSON')
    expect(await refused({ [SCHEME]: 'PK\u0003\u0004' })).toContain('不是正确的 JSON')
    expect(await refused(scheme(['root', 'children', 1, 'points'], '1e5'))).toContain('指标“矛盾化解”（B）')
  })

  test('unknown items, in the scheme and in the values', async () => {
    expect(await refused(scheme(['root', 'children', 0, 'children', 0, 'scoring', 'item'], 'ZZ'))).toMatch(/A1.*ZZ/)
    expect(await refused(scheme(['vetoes', 0, 'item'], 'ZZ'))).toMatch(/V1.*ZZ/)
    expect(await refused({ [VALUES]: `${exampleText(VALUES)}甲镇,ZZ,2026,1,reported\n` })).toContain(
      '第 17 行：方案中没有数据项“ZZ”',
    )
  })

  test('formulas that cannot be read, name unknown items or run in a circle', async () => {
    const text = ['root', 'children', 1, 'children', 0, 'scoring', 'text']
    expect(await refused(scheme(text, '[化解率] ×'))).toMatch(/B1.*第 8 个字符/s)
    expect(await refused(scheme(text, '[化解绿] × 0.4'))).toMatch(/B1.*化解绿/s)
    expect(await refused(scheme(['items', 3, 'formula'], '[化解率] + 1'))).toMatch(/HJL.*循环/s)
    const circle = withChange(exampleJson(SCHEME), ['items', 3, 'formula'], '[化解成功数] ÷ [甲] × 100')
    const loop = (name: string, formula: string) => ({ ...itemLike(circle), code: name, name, formula })
    const items = [...itemsOf(circle), loop('甲', '[乙] + 1'), loop('乙', '[化解率] + 1')]
    expect(await refused({ [SCHEME]: JSON.stringify(withChange(circle, ['items'], items)) })).toMatch(/循环/)
  })

  test('wrong units, percent against fraction, text in numbers, 40-digit numbers', async () => {
    const faulty = exampleText(VALUES)
      .replace('甲镇,PC,2026,50', '甲镇,PC,2026,50人')
      .replace('甲镇,HJ,2026,48', '甲镇,HJ,2026,四十八')
      .replace('乙镇,AQG,2026,88', `乙镇,AQG,2026,${'8'.repeat(40)}`)
      .replace('乙镇,PC,2026,120', '乙镇,PC,2026,120%')
    const reported = await refused({ [VALUES]: faulty })
    expect(reported.trim().split('\n')).toEqual([
      `${VALUES} 第 3 行：数据项“排查纠纷数”的数值“50人”单位“人”与本项单位“件”不符`,
      `${VALUES} 第 4 行：数据项“化解成功数”的数值“四十八”不是数字`,
      `${VALUES} 第 5 行：数据项“群众安全感”的数值“${'8'.repeat(40)}”有 40 位数字，最多 30 位`,
      `${VALUES} 第 6 行：数据项“排查纠纷数”的数值“120%”单位“%”与本项单位“件”不符`,
    ])
    const shares = exampleText(VALUES).replaceAll(/(AQG,2026),([\d.]+)/g, '$1,0.95')
    expect(await refused({ [VALUES]: shares })).toContain('是否填成了小数')
  })

  test('a tree of ten thousand nodes', async () => {
    const leaf = { kind: 'leaf', code: 'L', name: '叶' }
    expect(await refused(scheme(['root', 'children'], Array(10_000).fill(leaf)))).toContain('指标树超过 2000 个节点')
  })

  test('subjects that the groups file lacks, and missing files', async () => {
    const groups = 'subject,group\n990101,G1\n'
    expect(await refused({ 'countyIndex.groups.csv': groups }, county)).toContain('“990102”不在考评对象中')
    expect(await refused({}, ['--scheme', '没有.json', '--values', VALUES])).toBe('没有.json：没有这个文件或文件夹\n')
    expect(await refused({}, county.slice(0, 4))).toContain('请用 --groups')
    expect(await refused({}, [...town, '--period', '2026-05'])).toContain('考评周期不符')
  })

  test('wrong usage shows how to call it', async () => {
    for (const [args, said] of [
      [[], '要有 --scheme 和 --values，或一个档案文件'],
      [['--scheme', 'x'], '要有 --scheme 和 --values，或一个档案文件'],
      [['--what'], '没有选项“--what”'],
      [['-x'], '没有选项“-x”'],
      [['--scheme'], '选项 --scheme 后面要有值'],
      [['--scheme', '--json'], '选项 --scheme 后面要有值'],
      [['--json=1'], '选项 --json 后面不带值'],
      [['--scheme=', '--values', 'x'], '选项 --scheme 的值是空的'],
      [['a.json', 'b.json'], '核对档案时只给一个档案文件，可另加 --seal 和 --json'],
      [['a.json', '--scheme', 'x'], '核对档案时只给一个档案文件，可另加 --seal 和 --json'],
      [['a.json', '--seal', 'abc'], '--seal 应为 64 位十六进制的封签，照公布的抄全'],
      [[...town, '--seal', 'a'.repeat(64)], '--seal 用于核对档案，请给出档案文件'],
    ] as const) {
      const { code, reported } = await command(args)
      expect([code, reported.split('\n')[0]]).toEqual([2, said])
      expect(reported).toContain('用法：')
    }
    expect((await command(['--help'])).code).toBe(0)
  })
})

function itemsOf(scheme: unknown): readonly unknown[] {
  const items: unknown = Object.entries(typeof scheme === 'object' && scheme !== null ? scheme : {}).find(
    ([key]) => key === 'items',
  )?.[1]
  return Array.isArray(items) ? items : []
}

function itemLike(scheme: unknown): object {
  const item = itemsOf(scheme)[3]
  return typeof item === 'object' && item !== null ? item : {}
}
