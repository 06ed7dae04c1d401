import { createHash } from 'node:crypto'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import { makeArchive, type ScoreArchive, type ScoreInputs } from '@anjie/domain/scoring/archive'
import { scoreCycle } from '@anjie/domain/scoring/index'
import { canonicalJson } from '@anjie/kernel'
import { runScore, type ScoreIo } from '@anjie/local/commands/score'
import type { ApiClient } from '@anjie/web/app/api/apiClient'
import { archiveText } from '@anjie/web/areas/league-tables/archive/archiveFile'
import { readRunArchive } from '@anjie/web/areas/league-tables/archive/readRunArchive'
import { describe, expect, test } from 'vitest'
import { PLACES } from '../builders/people.ts'
import { admin, done, Province, reporterOf } from '../builders/province.ts'
import { countyScheme } from '../builders/scheme.ts'

const hash = async (content: unknown): Promise<string> =>
  createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex')

const score = ({ previous, ...inputs }: ScoreInputs) =>
  scoreCycle({ ...inputs, ...(previous === null ? {} : { previous }) })

/** The console's own way to the use cases: every answer through JSON and the contract's schema. */
const apiOf = (province: Province): ApiClient => ({
  call: async (operation, input) => {
    const answer = done(await province.ask(admin, operation.id as 'getRunArchive', input as never))
    const { success } = OPERATIONS[operation.id as 'getRunArchive']
    return success.body.parse(JSON.parse(JSON.stringify(answer))) as never
  },
})

/** A run that was published, its archive as the console hands it over, and what the public was told. */
async function published(province: Province, year: number, code: string) {
  const opened = await province.openCycle(countyScheme({ code, year }), year)
  const runId = (await province.score(opened, ['88', '96', '93'], year)) as never
  const params = { runId }
  const appealsUntil = `${year + 1}-12-31` as never
  done(await province.run(admin, 'previewRun', { params, body: { appealsUntil } }, 1))
  const preview = done(await province.ask(reporterOf(PLACES.county.code), 'getOwnScorecard', { params: opened }))
  done(await province.run(admin, 'publishRun', { params, body: { earlyReason: '各县无异议' } }, 2))
  const archive = await readRunArchive(apiOf(province), runId, new AbortController().signal, () => {})
  return {
    preview,
    archive: JSON.parse(await archiveText(archive)) as ScoreArchive,
    run: done(await province.ask(admin, 'getRun', { params })),
    table: OPERATIONS.getLeagueTable.success.body.parse(
      done(await province.ask(reporterOf(PLACES.county.code), 'getLeagueTable', { params: opened })),
    ),
    scorecard: done(await province.ask(reporterOf(PLACES.county.code), 'getOwnScorecard', { params: opened })),
  }
}

async function checked(archive: unknown, ...args: readonly string[]): Promise<{ code: number; said: string }> {
  let said = ''
  const io: ScoreIo = {
    read: async () => new TextEncoder().encode(canonicalJson(archive)),
    write: async () => {},
    out: async (pieces) => {
      said += Array.from(pieces).join('')
    },
    report: (text) => {
      said += `${text}\n`
    },
  }
  return { code: await runScore(['档案.json', ...args], io), said }
}

describe('the seal of a published run', () => {
  test('stands beside the table, on the scorecard and in the fact, and is that of the archive that anybody downloads', async () => {
    const province = new Province()
    for (const [year, code] of [
      [2026, 'COUNTY-2026'],
      [2027, 'COUNTY-2027'],
    ] as const) {
      // The second year has a previous table among its inputs.
      if (year === 2027) province.now = '2028-01-10T01:00:00.000Z'
      const { archive, run, table, scorecard, preview } = await published(province, year, code)
      expect(archive.previous === null).toBe(year === 2026)
      expect(archive.seal).toMatch(/^[0-9a-f]{64}$/)
      expect(archive.hashes.result).toBe(run.state.resultHash)
      const told = run.timeline.find(({ type }) => type === 'RunPublished')?.details
      expect([run.state.seal, table.seal, scorecard.seal, (told ?? []).map(({ value }) => value)]).toEqual([
        archive.seal,
        archive.seal,
        archive.seal,
        expect.arrayContaining([archive.seal]),
      ])
      expect(preview.seal).toBeUndefined()
      const outcome = await checked(archive, '--seal', archive.seal.toUpperCase())
      expect(outcome).toEqual({ code: 0, said: expect.stringContaining('封签与公布的相同') })
    }
  })

  test('finds a full forgery, which holds together by itself', async () => {
    const { archive, table } = await published(new Province(), 2026, 'COUNTY-2026')
    const values = archive.values.map((row) => (row.item === 'SAFETY' ? { ...row, value: '99' } : row))
    const inputs = { ...archive, values }
    const forged = await makeArchive(inputs, score(inputs), hash)
    const alone = await checked(forged)
    expect(alone.code).toBe(0)
    expect(alone.said).toContain('只核对了档案自身是否一致')
    expect(alone.said).toContain('--seal')
    const compared = await checked(forged, '--seal', table.seal ?? '')
    expect(compared.code).toBe(1)
    expect(compared.said).toContain('封签与公布的不同，这不是公布的那次计分的档案')
  })

  test('is not that of the same rows in another order, which is named as that', async () => {
    const { archive, table } = await published(new Province(), 2026, 'COUNTY-2026')
    const result = { ...archive.result, subjects: archive.result.subjects.toReversed() }
    const packed = await makeArchive(archive, result, hash)
    const { code, said } = await checked(packed, '--seal', table.seal ?? '')
    expect(code).toBe(1)
    expect(said).toContain('计分结果的内容没有变，只是次序被改动')
    expect(said).not.toContain('重算结果与档案不同的对象')
  })
})
