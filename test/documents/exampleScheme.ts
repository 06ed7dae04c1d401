import { readScheme } from '@anjie/contracts/vocabulary/schemes/readScheme'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { exampleJson } from '../cli/exampleFiles.ts'

/** A scheme of contracts/examples by its file name. */
export function exampleScheme(file: string): Scheme {
  const read = readScheme(exampleJson(file))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}
