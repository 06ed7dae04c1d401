import { ok, type Result } from '@anjie/kernel'
import type { OpenPackage } from './expandPart.ts'
import { parseXml } from './parseXml.ts'
import type { ZipPart } from './zipDirectory.ts'

/** The formats that every spreadsheet program knows by number (ECMA-376, part 1, 18.8.30), as far as they matter here. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [49, '@'],
])
/** Dates and times, those of East Asian editions included. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

export const GENERAL = 'General'

/** For each cell style its number format; a date's is `yyyy-mm-dd`, whatever it looks like. */
export async function readNumberFormats(
  { bytes, budget }: OpenPackage,
  part: ZipPart | undefined,
): Promise<Result<readonly string[], string>> {
  const formats: string[] = []
  if (part === undefined) return ok(formats)
  const own = new Map<number, string>()
  const styles: number[] = []
  let inCellStyles = false
  const read = await parseXml(bytes, part, budget, {
    open: (name, attribute) => {
      if (name === 'cellXfs') inCellStyles = true
      else if (name === 'numFmt') own.set(Number(attribute('numFmtId')), attribute('formatCode') ?? GENERAL)
      else if (name === 'xf' && inCellStyles) styles.push(Number(attribute('numFmtId') ?? '0'))
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  if (!read.ok) return read
  for (const id of styles) {
    const code = own.get(id) ?? BUILT_IN.get(id) ?? (isBuiltInDate(id) ? DATE : GENERAL)
    formats.push(looksLikeDate(code) ? DATE : code)
  }
  return ok(formats)
}

const DATE = 'yyyy-mm-dd'
export const isDateFormat = (format: string): boolean => format === DATE

/** Letters of days and times that stand outside quotes, brackets and escapes. */
const looksLikeDate = (code: string): boolean =>
  code !== GENERAL && /[ymdhs年月日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '').replace(/general/gi, ''))
