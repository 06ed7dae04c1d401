import { ok, type Result } from '@anjie/kernel'
import type { OpenPackage } from './expandPart.ts'
import { parseXml } from './parseXml.ts'
import { unescapedText } from './unescapedText.ts'
import type { ZipPart } from './zipDirectory.ts'

/** The texts that cells refer to by number. Runs of different type are one text; phonetic guides are left out. */
export async function readSharedStrings(
  { bytes, budget }: OpenPackage,
  part: ZipPart | undefined,
): Promise<Result<readonly string[], string>> {
  const strings: string[] = []
  if (part === undefined) return ok(strings)
  let text = ''
  let inText = false
  let phonetic = false
  const read = await parseXml(bytes, part, budget, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') inText = !phonetic
    },
    text: (piece) => {
      if (inText) text += piece
    },
    close: (name) => {
      if (name === 't') inText = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si') strings.push(unescapedText(text))
    },
  })
  return read.ok ? ok(strings) : read
}
