import { err, ok, type Result } from '@anjie/kernel'
import type { z } from 'zod'
import { decodeText } from './decodeText.ts'

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

/** Problems of a file that a machine wrote and somebody may have edited. */
export function schemaProblems(file: string, error: z.ZodError): readonly string[] {
  return error.issues.slice(0, 50).map((issue) => {
    const chinese = /\p{Script=Han}/u.test(issue.message) ? issue.message : '缺少或不符合格式'
    return `${file} 的 ${issue.path.length === 0 ? '最外层' : issue.path.join(' → ')}：${chinese}`
  })
}
