import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runCommand } from '../runCommand.ts'

export interface CalcOutcome {
  readonly seconds: number
  /** Total, rounded total and rank of each row, as Calc worked them out. */
  readonly rows: readonly (readonly string[])[]
}

/** Lets LibreOffice Calc open a workbook without a window, recalculate it and write its first sheet; undefined without `soffice`. */
export async function runCalc(workbook: string): Promise<CalcOutcome | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'anjie-bench-'))
  try {
    await writeFile(join(folder, 'province.fods'), workbook)
    // A profile of its own: an office that is already open would take the job over and end at once.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const convert = () =>
      runCommand('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'csv',
        '--outdir',
        folder,
        join(folder, 'province.fods'),
      ])
    const first = await convert()
    if (first.exitCode !== 0) return undefined
    // The first start also makes the profile; the second is the one to measure.
    const begun = performance.now()
    await convert()
    const seconds = (performance.now() - begun) / 1000
    const csv = await readFile(join(folder, 'province.csv'), 'utf8')
    return {
      seconds,
      rows: csv
        .trim()
        .split('\n')
        .map((line) => line.split(',')),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
