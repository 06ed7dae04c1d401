import { faultText } from '@anjie/contracts/vocabulary/faultText'
import { readScheme } from '@anjie/contracts/vocabulary/schemes/readScheme'
import { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { DataPeriod, ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { PreviousTable, ScoreRun } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import type { ScoreArchive } from '@anjie/domain/scoring/archive'
import { canonicalPieces, err, ok, type Result } from '@anjie/kernel'
import { z } from 'zod'
import { readJson, schemaProblems } from './readJson.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/, '应为 64 位十六进制的 SHA-256')

const Archive = z.object({
  format: z.literal('anjie-archive/1', '不是计分档案（anjie-archive/1）'),
  engine: z.string(),
  scheme: Scheme,
  period: DataPeriod,
  subjects: z.array(z.object({ code: z.string(), name: z.string(), group: z.string() })),
  values: z.array(ItemValue),
  previous: PreviousTable.nullable(),
  result: ScoreRun,
  hashes: z.object({ scheme: Hash, period: Hash, subjects: Hash, values: Hash, previous: Hash, result: Hash }),
  valueHashes: z.array(z.object({ subject: z.string(), hash: Hash })),
  seal: Hash,
})

/** Compared in pieces: the archive of a province is longer than one text can be. */
function isSameContent(one: unknown, other: unknown): boolean {
  const pieces = canonicalPieces(other)
  for (const piece of canonicalPieces(one)) if (pieces.next().value !== piece) return false
  return pieces.next().done === true
}

/** An archive file whose every field is known; what it says is checked by recomputing it. */
export function readArchive(file: string, bytes: Uint8Array): Result<ScoreArchive, readonly string[]> {
  const json = readJson(file, bytes)
  if (!json.ok) return json
  const outline = z.object({ format: Archive.shape.format, scheme: z.unknown() }).safeParse(json.value, {
    error: faultText,
  })
  if (!outline.success) return err(schemaProblems(file, outline.error))
  // The scheme first: its own reader bounds it and names nodes.
  const scheme = readScheme(outline.data.scheme)
  if (!scheme.ok) return err(scheme.error.map(({ message }) => `${file}：${message}`))
  const archive = Archive.safeParse(json.value, { error: faultText })
  if (!archive.success) return err(schemaProblems(file, archive.error))
  if (!isSameContent(archive.data, json.value)) {
    return err([`${file}：档案里有不认识的字段，已被改动`])
  }
  return ok(archive.data)
}
