import { createHash } from 'node:crypto'
import { LOG_PAGE_LINES, LOG_TILE_LEVELS } from '@anjie/contracts/vocabulary/public-log/publicLog'
import { bytesOfHex, hexOf } from '@anjie/kernel'
import {
  consistencyRanges,
  inclusionRanges,
  type LeafRange,
  leafHash,
  nodesOfRange,
  rootOfLeaves,
  rootOfNodes,
  type Sha256,
  type TreeNode,
} from '@anjie/kernel/merkle'
import type { PublicReader } from './publicReader.ts'

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest()

export type LogReader = Pick<PublicReader, 'logPage' | 'logTiles'>

/** 包含证明: the hashes by which anybody works out the root of the first `size` lines from line `index`. */
export const inclusionProof = (reader: LogReader, province: string, index: number, size: number): Promise<string[]> =>
  hashesOf(reader, province, inclusionRanges(index, size))

/** 一致性证明 between the first `from` and the first `to` lines. */
export const consistencyProof = (reader: LogReader, province: string, from: number, to: number): Promise<string[]> =>
  hashesOf(reader, province, consistencyRanges(from, to))

/** The roots of some ranges out of pages and stored tiles: a few of each, however long the log is. */
async function hashesOf(reader: LogReader, province: string, ranges: readonly LeafRange[]): Promise<string[]> {
  const pages = new Map<number, Promise<readonly Uint8Array[]>>()
  const leavesOn = (number: number): Promise<readonly Uint8Array[]> => {
    const found = pages.get(number) ?? reader.logPage(province, number).then((lines) => leavesOf(lines ?? []))
    pages.set(number, found)
    return found
  }
  const nodeOf = async ({ level, index }: TreeNode): Promise<Uint8Array> => {
    const under = level - (level % LOG_TILE_LEVELS)
    const count = 2 ** (level - under)
    const hashes =
      under === 0
        ? await leavesOn(Math.floor((index * count) / LOG_PAGE_LINES)).then((leaves) =>
            leaves.slice((index * count) % LOG_PAGE_LINES, ((index * count) % LOG_PAGE_LINES) + count),
          )
        : (await reader.logTiles(province, under, index * count, count)).map(bytesOfHex)
    if (hashes.length !== count) throw new Error(`the log of ${province} lacks a part of its tree`)
    return rootOfLeaves(sha256, hashes)
  }
  return Promise.all(
    ranges.map(async (range) => hexOf(rootOfNodes(sha256, await Promise.all(nodesOfRange(range).map(nodeOf))))),
  )
}

const leavesOf = (lines: readonly string[]): readonly Uint8Array[] =>
  lines.map((line) => leafHash(sha256, new TextEncoder().encode(line)))
