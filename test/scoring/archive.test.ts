import { createHash } from 'node:crypto'
import { readScheme } from '@anjie/contracts/vocabulary/schemes/readScheme'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { ScoreRun } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { checkArchive, makeArchive, type ScoreInputs } from '@anjie/domain/scoring/archive'
import { canonicalJson } from '@anjie/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleJson } from '../cli/exampleFiles.ts'

const sha256 = async (content: unknown): Promise<string> =>
  createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex')

const scheme = readScheme(exampleJson('townshipDeductions.scheme.json'))
if (!scheme.ok) throw new Error('the example is a scheme')

const value = (subject: string, item: string, text: string): ItemValue => ({
  subject,
  item,
  period: '2026',
  status: 'reported',
  value: text,
})

const inputs: ScoreInputs = {
  scheme: scheme.value,
  period: '2026',
  subjects: [
    { code: '乙', name: '乙', group: 'ALL' },
    { code: '甲', name: '甲', group: 'ALL' },
  ],
  values: [value('乙', 'AQG', '90'), value('甲', 'PC', '3'), value('甲', 'AQG', '97.5')],
  previous: null,
}

/** A stand-in for the engine: every figure shows in the result, whatever order it came in. */
function score(given: ScoreInputs): ScoreRun {
  return {
    scheme: given.scheme.code,
    schemeName: given.scheme.name,
    period: given.period,
    engine: 'test-1',
    groups: [],
    notes: [],
    subjects: given.subjects
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ code, name, group }) => ({
        subject: code,
        name,
        group,
        exact: given.values
          .filter((one) => one.subject === code)
          .map((one) => `${one.item} ${one.value}`)
          .sort()
          .join(' '),
        published: null,
        parts: null,
        rank: null,
        rankedOf: 0,
        rankChange: null,
        grade: null,
        vetoes: [],
        notRanked: null,
        dataShare: '1',
        nodes: [],
      })),
  }
}

const pack = (given: ScoreInputs) => makeArchive(given, score(given), sha256)

describe('a score archive', () => {
  test('recomputes to the same bytes', async () => {
    const report = await checkArchive(await pack(inputs), score, sha256)
    expect(report).toMatchObject({
      sound: true,
      sameResult: true,
      sealBroken: false,
      changedParts: [],
      changedSubjects: [],
    })
  })

  test('is the same, to the byte, in whatever order the inputs came', async () => {
    const one = canonicalJson(await pack(inputs))
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), async (order) => {
        const values = order.flatMap((index) => inputs.values[index] ?? [])
        expect(canonicalJson(await pack({ ...inputs, values, subjects: inputs.subjects.toReversed() }))).toBe(one)
      }),
    )
  })

  test('names the part and the subject whose figures were changed', async () => {
    const archive = await pack(inputs)
    const values = archive.values.map((row) => (row.subject === '乙' ? { ...row, value: '99' } : row))
    expect(await checkArchive({ ...archive, values }, score, sha256)).toMatchObject({
      sound: false,
      changedParts: ['values'],
      changedSubjects: ['乙'],
      sameResult: false,
      differingRows: ['乙'],
    })
    const fewer = archive.values.filter((row) => row.subject !== '甲')
    expect(await checkArchive({ ...archive, values: fewer }, score, sha256)).toMatchObject({ changedSubjects: ['甲'] })
    const renamed = { ...archive.scheme, name: '另一个方案' }
    expect(await checkArchive({ ...archive, scheme: renamed }, score, sha256)).toMatchObject({
      sound: false,
      changedParts: ['scheme'],
    })
  })

  test('cannot be made to fit by editing its result or its hashes: the seal tells', async () => {
    const archive = await pack(inputs)
    const result = { ...archive.result, subjects: archive.result.subjects.map((row) => ({ ...row, exact: '100' })) }
    expect(await checkArchive({ ...archive, result }, score, sha256)).toMatchObject({
      sound: false,
      changedParts: ['result'],
      sameResult: false,
    })
    const forged = { ...archive, result, hashes: { ...archive.hashes, result: await sha256(result) } }
    expect(await checkArchive(forged, score, sha256)).toMatchObject({
      sound: false,
      changedParts: [],
      sealBroken: true,
    })
  })
})

describe('canonical JSON', () => {
  test('is one text per content: key order and absent fields do not show', () => {
    expect(canonicalJson({ b: 1, a: [undefined, { d: 'x', c: null }], e: undefined })).toBe(
      '{"a":[null,{"c":null,"d":"x"}],"b":1}',
    )
  })

  test('reads back as what it was written from', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(JSON.parse(canonicalJson(json))).toEqual(JSON.parse(JSON.stringify(json)))
      }),
    )
  })
})
