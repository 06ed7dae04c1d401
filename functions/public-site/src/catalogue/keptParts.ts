import { type PublicSheet, PublicSheetPart, type PublicTitleLine } from '@anjie/contracts/vocabulary/publicRecords'
import { unpackSheet } from '@anjie/projections/public/sheets/packedSheet'
import { tallyKey } from '@anjie/projections/public/sheets/sheetOf'
import { type SearchedLines, searchedLines } from './wordMatch.ts'

/** Parts of sheets that were read, by their digests: what a digest names never changes, so none is read twice. */
export interface KeptParts {
  get(sheet: PublicSheet, digest: string): Promise<KeptPart>
  /** Drops what no sheet holds any more. */
  keepOnly(sheets: readonly PublicSheet[]): void
}

export interface KeptPart {
  readonly lines: () => PartLines
  readonly searched: () => SearchedLines
}

export interface PartLines {
  /** In which of the part's tallies each line is counted. */
  readonly tallyOf: Uint16Array
  /** 乡镇（街道） of each line; empty where its list names none. */
  readonly townships: readonly string[]
  /** The lines at these places, by their shape, which drops whatever the allow-list does not name. */
  readonly at: (places: readonly number[]) => readonly PublicTitleLine[]
}

/** So many of them stay, some seventy kilobytes each with what searches look through; of a longer list those that were asked for last. */
const KEPT_PARTS = 600
/** Parts whose lines stay unpacked, some twelve megabytes: those that pages show just now. */
const UNPACKED_PARTS = 100

/**
 * Keeps parts packed, some sixty bytes a title, and what searches look through once there was one. A page that is not searched reads the
 * one or two parts that it shows.
 */
export function keptParts(read: (county: string, digest: string) => Promise<Uint8Array | undefined>): KeptParts {
  const kept = new Map<string, Promise<KeptPart>>()
  const unpacked = new Map<string, PartLines>()

  const load = async ({ county, groups, parts }: PublicSheet, digest: string): Promise<KeptPart> => {
    const packed = await read(county, digest)
    const tallies = parts.find((part) => part.digest === digest)?.tallies
    if (packed === undefined || tallies === undefined) throw new Error(`a part of the sheet of ${county} is not there`)
    const tallyAt = new Map(tallies.map(({ group, endedOn }, at) => [tallyKey(group, endedOn), at]))
    // Made by the projector from rows of this very shape. What is shown of it is parsed once more.
    const unpack = () => unpackSheet(packed) as PublicSheetPart
    const tallyOf = (lines: PublicSheetPart): Uint16Array =>
      Uint16Array.from(lines, ({ group, unitNow }) => tallyAt.get(tallyKey(group, unitNow?.endedOn)) ?? 0)
    let searched: SearchedLines | undefined
    return {
      lines: () => {
        const known = unpacked.get(digest)
        if (known !== undefined) return known
        const lines = unpack()
        const made: PartLines = {
          tallyOf: tallyOf(lines),
          townships: lines.map(({ townshipName = '' }) => townshipName),
          at: (places) => PublicSheetPart.parse(places.map((place) => lines[place])),
        }
        unpacked.set(digest, made)
        const [oldest] = unpacked.keys()
        if (unpacked.size > UNPACKED_PARTS && oldest !== undefined) unpacked.delete(oldest)
        return made
      },
      searched: () => {
        if (searched === undefined) {
          const lines = unpack()
          searched = searchedLines(groups, tallyOf(lines), lines)
        }
        return searched
      },
    }
  }

  return {
    get: (sheet, digest) => {
      const part = kept.get(digest) ?? load(sheet, digest)
      // To the end of the line.
      kept.delete(digest)
      kept.set(digest, part)
      part.catch(() => kept.delete(digest))
      const [oldest] = kept.keys()
      if (kept.size > KEPT_PARTS && oldest !== undefined) kept.delete(oldest)
      return part
    },
    keepOnly: (sheets) => {
      const digests = new Set(sheets.flatMap(({ parts }) => parts.map(({ digest }) => digest)))
      for (const digest of kept.keys()) if (!digests.has(digest)) kept.delete(digest)
      for (const digest of unpacked.keys()) if (!digests.has(digest)) unpacked.delete(digest)
    },
  }
}
