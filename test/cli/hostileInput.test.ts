import { runScore, type ScoreIo } from '@anjie/local/commands/score'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { exampleBytes } from './exampleFiles.ts'
import { workbookOf } from './workbookOf.ts'

const FILES = {
  scheme: 'countyIndex.scheme.json',
  values: 'countyIndex.values.csv',
  groups: 'countyIndex.groups.csv',
}
type Files = Map<string, Uint8Array>

interface Outcome {
  readonly code: number
  readonly shown: string
  readonly reported: readonly string[]
  readonly written: Files
}

/** Runs the command on given files; a missing one fails as the system's own reader does. */
async function command(args: readonly string[], files: Files): Promise<Outcome> {
  const written: Files = new Map()
  const reported: string[] = []
  let shown = ''
  const io: ScoreIo = {
    read: async (file) => {
      const bytes = files.get(file)
      if (bytes === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
      return bytes
    },
    write: async (file, pieces) => {
      if (file.includes('/')) throw Object.assign(new Error('no such folder'), { code: 'ENOENT' })
      written.set(file, Buffer.concat(Array.from(pieces, (piece) => Buffer.from(piece))))
    },
    out: async (pieces) => {
      shown += Array.from(pieces).join('')
    },
    report: (text) => {
      reported.push(text)
    },
  }
  const code = await runScore(args, io)
  return { code, shown, reported, written }
}

const whole: readonly string[] = ['--scheme', 'scheme', '--values', 'values', '--groups', 'groups']
const good: Files = new Map()

beforeAll(async () => {
  for (const [name, file] of Object.entries(FILES)) good.set(name, exampleBytes(file))
  const { written, shown, code } = await command([...whole, '--archive', '档案', '--json'], good)
  expect(code).toBe(0)
  good.set('archive', written.get('档案') ?? new Uint8Array())
  good.set('previous', Buffer.from(shown))
  const rows = Buffer.from(exampleBytes(FILES.values)).toString('utf8').trim().split('\n')
  good.set('workbook', await workbookOf({ 数据: rows.map((row) => row.split(',')) }))
})

// What a terminal would obey, or would write backwards.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these must not get through
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** Whatever was asked: an exit code and Chinese sentences, nothing that a terminal obeys, and no stack. */
function expectAnswer({ code, shown, reported }: Outcome): void {
  expect([0, 1, 2]).toContain(code)
  if (code === 2) expect(reported[0]).toMatch(/^[^\n]*\p{Script=Han}[^\n]*\n\n用法：/u)
  if (code === 1) expect(reported.length + shown.length).toBeGreaterThan(0)
  for (const line of code === 2 ? [] : reported) expect(line).toMatch(/^[^\n]*\p{Script=Han}[^\n]*$/u)
  for (const text of [shown, ...reported]) {
    expect(text).not.toMatch(OBEYED)
    expect(text).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
    expect(text).not.toMatch(/\b(undefined|TypeError|RangeError|DecimalError)\b/)
  }
}

const HOSTILE = [
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', '', ' ', '第一', '-1', '0.5', '1e999', 'NaN', '1e5'],
  ...[
    '0',
    '9'.repeat(30),
    `0.${'0'.repeat(28)}1`,
    '9'.repeat(60),
    '字'.repeat(400),
    '\u001b[2J\u0007',
    '\u009b31m',
    '\u202e甲',
    '甲\n乙',
    '\ud800',
    '../../etc',
    '=1+1',
  ],
]

const hostileJson = fc.oneof(
  fc.constantFrom<unknown>(...HOSTILE, null, true, -1, 0, 1e21, [], {}, [[]], { code: 'x' }),
  fc.jsonValue({ maxDepth: 2 }),
)

/** Replaces, repeats or takes away what stands at a place of the document that the numbers choose. */
function mangled(document: unknown, places: readonly number[], value: unknown, how: 'set' | 'cut' | 'twice'): unknown {
  const [place, ...rest] = places
  const last = rest.length === 0 || typeof document !== 'object' || document === null
  if (place === undefined || typeof document !== 'object' || document === null) return value
  if (Array.isArray(document)) {
    const at = document.length === 0 ? 0 : place % document.length
    if (!last) return document.map((each: unknown, index) => (index === at ? mangled(each, rest, value, how) : each))
    if (how === 'cut') return document.filter((_, index) => index !== at)
    return how === 'twice' ? [...document, document[at]] : document.toSpliced(at, 1, value)
  }
  const entries = Object.entries(document)
  const at = entries.length === 0 ? 0 : place % entries.length
  if (last && how === 'cut') return Object.fromEntries(entries.filter((_, index) => index !== at))
  return Object.fromEntries(
    entries.map(([key, each], index) => [key, index === at ? (last ? value : mangled(each, rest, value, how)) : each]),
  )
}

const places = fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 9 })
const how = fc.constantFrom('set', 'cut', 'twice')

const textOf = (name: string): string => Buffer.from(good.get(name) ?? []).toString('utf8')

const withFile = (name: string, content: string | Uint8Array): Files =>
  new Map([...good, [name, typeof content === 'string' ? Buffer.from(content, 'utf8') : content]])

describe('whatever it is given, the command answers in Chinese with an exit code and never throws', () => {
  test('a JSON file with any part replaced, taken away or repeated', async () => {
    const called: Readonly<Record<string, readonly string[]>> = {
      scheme: [...whole, '--receipt', '990101'],
      archive: ['archive'],
      previous: [...whole, '--previous', 'previous'],
    }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('scheme', 'archive', 'archive', 'previous'),
        places,
        hostileJson,
        how,
        async (name, at, value, way) => {
          const content = JSON.stringify(mangled(JSON.parse(textOf(name)), at, value, way))
          expectAnswer(await command(called[name] ?? [], withFile(name, content)))
        },
      ),
      { numRuns: 400 },
    )
  })

  test('a sheet with cells replaced by anything', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('values', 'groups'),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }))), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.constantFrom([], ['--json'], ['--receipt', 'constructor'], ['--csv', '表.csv']),
        async (name, changes, more) => {
          const rows = textOf(name)
            .trim()
            .split('\n')
            .map((row) => row.split(','))
          for (const [row, column, value] of changes) {
            const cells = rows[row % rows.length] ?? []
            cells[column % (cells.length + 1)] = `"${value.replaceAll('"', '""')}"`
          }
          const content = rows.map((row) => row.join(',')).join('\n')
          expectAnswer(await command([...whole, ...more], withFile(name, content)))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('any file with bytes changed, put in or cut off', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('scheme', 'values', 'groups', 'archive', 'workbook'),
        fc.nat(),
        fc.uint8Array({ maxLength: 12 }),
        fc.nat({ max: 2000 }),
        async (name, place, inserted, taken) => {
          const bytes = good.get(name) ?? new Uint8Array()
          const at = place % (bytes.length + 1)
          const content = Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + taken)])
          const args = name === 'archive' ? ['archive'] : whole.with(3, name === 'workbook' ? 'workbook' : 'values')
          expectAnswer(await command(args, withFile(name, content)))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('any arguments', async () => {
    const word = fc.oneof(
      fc.constantFrom('--scheme', '--values', '--groups', '--previous', '--period', '--sheet', '--receipt', '--csv'),
      fc.constantFrom('--archive', '--seal', '--json', '--help', '--', '-', '-x', '--json=1', '--no-json', '--seal='),
      fc.constantFrom(
        'scheme',
        'values',
        'groups',
        'archive',
        'previous',
        'workbook',
        '没有',
        '没有/档案.json',
        '2026',
      ),
      fc.constantFrom(...HOSTILE),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.array(word, { maxLength: 8 }),
          fc.array(word, { maxLength: 3 }).map((more) => [...whole, ...more]),
          fc.array(word, { maxLength: 2 }).map((more) => ['archive', ...more]),
        ),
        async (args) => expectAnswer(await command(args, good)),
      ),
      { numRuns: 400 },
    )
  })
})
