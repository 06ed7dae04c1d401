import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { readDivisionTree } from '@anjie/documents/divisions/readDivisionTree'
import { err, type Result } from '@anjie/kernel'
import { readJson } from '../score/readJson.ts'

/** A province's divisions out of a file; `province`: its code, where the file has several. */
export function readDivisionFile(
  file: string,
  bytes: Uint8Array,
  province?: string,
): Result<DivisionTree, readonly string[]> {
  const json = readJson(file, bytes)
  if (!json.ok) return json
  const tree = readDivisionTree(json.value, province)
  return tree.ok ? tree : err(tree.error.map((fault) => `${file}：${fault}`))
}
