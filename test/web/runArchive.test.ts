import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { ScoreRun } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { checkArchive, type ScoreInputs } from '@anjie/domain/scoring/archive'
import { scoreCycle } from '@anjie/domain/scoring/index'
import { readArchive } from '@anjie/local/score/readArchive'
import type { ApiClient } from '@anjie/web/app/api/apiClient'
import { archiveName, archiveText, sha256Hex } from '@anjie/web/areas/league-tables/archive/archiveFile'
import { type ArchiveProgress, readRunArchive } from '@anjie/web/areas/league-tables/archive/readRunArchive'
import { safeFileName } from '@anjie/web/ui/downloadFile'
import { expect, test } from 'vitest'
import { smallRun } from './smallRun.ts'

const score = ({ previous, ...inputs }: ScoreInputs): ScoreRun =>
  scoreCycle({ ...inputs, ...(previous === null ? {} : { previous }) })

const paramsOf = (input: { readonly params?: unknown }): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(input.params ?? {}))

/** The API over one finished run, answering out of order as a network does. */
function apiOf(inputs: ScoreInputs, result: ScoreRun): ApiClient & { readonly calls: string[] } {
  const calls: string[] = []
  const { subjects: rows, ...head } = result
  const answer = (operation: { readonly id: string }, params: Readonly<Record<string, unknown>>): unknown => {
    calls.push(operation.id)
    if (operation.id === 'getRunArchive')
      return {
        scheme: inputs.scheme,
        period: inputs.period,
        subjects: inputs.subjects.toReversed(),
        previous: inputs.previous,
        result: head,
      }
    const county = String(params['subject'])
    return {
      values: inputs.values.filter((value) => value.subject === county),
      score: rows.find((row) => row.subject === county),
    }
  }
  return {
    calls,
    call: async (operation, input) => {
      const body = answer(operation, paramsOf(input))
      if (operation.id === 'getRunArchivePart' && calls.length % 2 === 0) await Promise.resolve()
      // Through the contract's own schema, as the real client does; it names what `Answer` means.
      return OPERATIONS[operation.id as 'getRunArchive'].success.body.parse(body) as never
    },
  }
}

test('the archive that the page hands over is read and found sound by the offline command', async () => {
  const { inputs, result } = smallRun()
  const progress: ArchiveProgress[] = []
  const api = apiOf(inputs, result)
  const archive = await readRunArchive(api, 'run', new AbortController().signal, (each) => progress.push(each))
  expect(archive.result).toEqual(result)
  const file = new TextEncoder().encode(await archiveText(archive))
  const read = readArchive('run.archive.json', file)
  if (!read.ok) throw new Error(read.error.join('\n'))
  const report = await checkArchive(read.value, score, sha256Hex)
  expect(report).toMatchObject({ sound: true, changedParts: [], changedSubjects: [], sealBroken: false })

  const all = inputs.subjects.length
  expect(progress[0]).toEqual({ done: 0, all })
  expect(progress.at(-1)).toEqual({ done: all, all })
  expect(api.calls.filter((id) => id === 'getRunArchivePart')).toHaveLength(all)
})

test('a figure that was changed in the file is found, with the county that it belongs to', async () => {
  const { inputs, result } = smallRun()
  const text = await archiveText({ inputs, result })
  const [first] = inputs.values
  if (first?.value === undefined) throw new Error('the run has figures')
  const content: { values: { value?: string }[] } = JSON.parse(text)
  const changed = content.values[0]
  if (changed === undefined) throw new Error('the archive has figures')
  changed.value = '1'
  const read = readArchive('run.archive.json', new TextEncoder().encode(JSON.stringify(content)))
  if (!read.ok) throw new Error(read.error.join('\n'))
  const report = await checkArchive(read.value, score, sha256Hex)
  expect(report.sound).toBe(false)
  expect(report.changedSubjects).toHaveLength(1)
})

test('a county that is refused ends the collecting, and nothing is handed over', async () => {
  const { inputs, result } = smallRun()
  const api = apiOf(inputs, result)
  const refusing: ApiClient = {
    call: (operation, input) =>
      operation.id === 'getRunArchivePart' ? Promise.reject(new Error('refused')) : api.call(operation, input),
  }
  await expect(readRunArchive(refusing, 'run', new AbortController().signal, () => {})).rejects.toThrow('refused')
})

test('file names keep their words and endings and lose what file systems forbid', () => {
  expect(archiveName('2026年度考评', 'RUN1')).toBe('2026年度考评-RUN1.archive.json')
  expect(safeFileName('2026/上半年: "考评".archive.json')).toBe('2026-上半年- -考评-.archive.json')
  expect(safeFileName(`${'长'.repeat(300)}.xlsx`)).toBe(`${'长'.repeat(120)}.xlsx`)
  expect(safeFileName('..')).not.toMatch(/^\./)
})
