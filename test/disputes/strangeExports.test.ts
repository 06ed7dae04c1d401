import { runDisputes } from '@anjie/local/commands/disputes'
import { expect, test } from 'vitest'
import { type StrangeSet, type StrangeSettings, strange, strangeExports } from './strangeExports.ts'

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

interface Answer {
  readonly pairs: readonly { readonly a: Place; readonly b: Place }[]
  readonly refused: readonly { readonly column: string; readonly reason: string }[]
}
interface Place {
  readonly system: string
  readonly line: number
}

async function answerOf({ mapping, files }: StrangeSet): Promise<Answer> {
  const texts = new Map(
    files.map(({ name, headings, rows }) => [
      name,
      [headings, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(quoted).join(',')).join('\r\n'),
    ]),
  )
  const out: string[] = []
  const io = {
    read: async (file: string) =>
      new TextEncoder().encode(file === 'm.json' ? JSON.stringify(mapping) : `\uFEFF${texts.get(file)}`),
    write: async () => undefined,
    out: async (pieces: Iterable<string>) => void out.push(...pieces),
    report: () => undefined,
  }
  await runDisputes(['match', '--mapping', 'm.json', ...files.map(({ name }) => name), '--json'], io)
  return JSON.parse(out.join(''))
}

const pairOf = (one: string, other: string): string => [one, other].toSorted().join(' ')

async function judged(settings: StrangeSettings) {
  const set = strangeExports(settings)
  const { pairs, refused } = await answerOf(set)
  const rowsOf = new Map<number, string[]>()
  for (const [system, { rows }] of set.files.entries())
    for (const [row, { truth }] of rows.entries())
      for (const id of truth) rowsOf.set(id, [...(rowsOf.get(id) ?? []), `${'abcd'[system]}${row + 2}`])
  const wanted = new Set(
    [...rowsOf.values()].flatMap((rows) =>
      rows.flatMap((one, at) => rows.slice(at + 1).map((other) => pairOf(one, other))),
    ),
  )
  const found = pairs.map(({ a, b }) => pairOf(`${a.system}${a.line}`, `${b.system}${b.line}`))
  const right = found.filter((pair) => wanted.has(pair)).length
  return { precision: right / found.length, recall: right / wanted.size, refused, wanted: wanted.size }
}

/** How much of what belongs together is found; what is found is right in 99 of 100 wherever names are told in every system. */
const worlds: Record<string, readonly [settings: Partial<StrangeSettings>, precision: number, recall: number]> = {
  'as it comes': [{}, 0.99, 0.98],
  'four times as many': [{ disputes: 6000, seed: 5 }, 0.99, 0.98],
  'texts that say no more than the kind': [{ formulaic: 1, seed: 3 }, 0.99, 0.98],
  'a name in seven misspelt, a third of the kinds other, no number quoted': [
    { wrongSign: 0.15, otherKind: 0.3, quoted: 0, seed: 11 },
    0.99,
    0.98,
  ],
  'nearly all days off, one in twenty by a year or missing': [
    { later: 0.9, wrongYear: 0.04, noDay: 0.05, seed: 10 },
    0.99,
    0.98,
  ],
  'every name hidden': [{ hidden: 1, seed: 4 }, 0.99, 0.95],
  'one system without names: of its disputes many are a question': [{ nameless: true, seed: 6 }, 0.98, 0.88],
}

for (const [world, [more, precision, recall]] of Object.entries(worlds))
  test(`exports of other firms, in their own days, signs and places, are read and matched: ${world}`, async () => {
    const found = await judged({ ...strange, ...more })
    const shown = `seed ${more.seed ?? strange.seed}: precision ${found.precision.toFixed(4)}, recall ${found.recall.toFixed(4)} of ${found.wanted} pairs`
    console.log(`${world}, ${shown}`)
    expect(found.precision, shown).toBeGreaterThanOrEqual(precision)
    expect(found.recall, shown).toBeGreaterThanOrEqual(recall)
    // Every day, kind, outcome and place of them is understood; what is told are slips of the pen.
    expect(found.refused.filter(({ reason }) => !/没有编号|早于受理日/.test(reason))).toEqual([])
  }, 120_000)
