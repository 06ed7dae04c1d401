import { decodeText } from '@anjie/documents/decodeText'
import { err, ok, type Result } from '@anjie/kernel'
import type { z } from 'zod'

/** The JSON of a file, or in Chinese where it breaks off. */
export function readJson(file: string, bytes: Uint8Array): Result<unknown, readonly string[]> {
  const decoded = decodeText(bytes)
  if (decoded === undefined) return err([`${file}：不是 UTF-8 编码的文本`])
  const { text } = decoded
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    const place = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    const line = place === undefined ? '' : `（第 ${text.slice(0, Number(place)).split('\n').length} 行附近）`
    return err([`${file}：不是正确的 JSON${line}`])
  }
}

/** Faults of a file that a machine wrote and somebody may have edited; it was parsed with `faultText`. */
export function schemaProblems(file: string, error: z.ZodError): readonly string[] {
  return error.issues
    .slice(0, 50)
    .map(({ path, message }) => `${file} 的 ${path.length === 0 ? '最外层' : path.join(' → ')}：${message}`)
}
