import {
  type PublicSheet,
  type PublicSheetPart,
  PublicTitleGroup,
  type PublicTitleLine,
  type TitleToday,
} from '@anjie/contracts/vocabulary/publicRecords'
import { canonicalJson } from '@anjie/kernel'

/** So many lines are read, unpacked and looked through in a few milliseconds. */
export const TITLES_PER_PART = 250

export interface MadeSheet {
  readonly sheet: PublicSheet
  /** By their digests. */
  readonly parts: ReadonlyMap<string, PublicSheetPart>
}

/** The sheet of a county from all of its titles, in the one order that every page, file and list keeps. */
export function sheetOf(
  county: PublicSheet['county'],
  titles: readonly TitleToday[],
  digest: (content: unknown) => string,
): MadeSheet {
  const ordered = titles.toSorted(inOrder)
  const places = new Map<string, number>()
  const groups: PublicTitleGroup[] = []
  const lines = ordered.map((title): PublicTitleLine => {
    const group = PublicTitleGroup.parse(title)
    const key = canonicalJson(group)
    const place = places.get(key) ?? groups.push(group) - 1
    places.set(key, place)
    return lineOf(title, place)
  })
  const parts = new Map<string, PublicSheetPart>()
  const heads: PublicSheet['parts'] = []
  for (let start = 0; start < lines.length; start += TITLES_PER_PART) {
    const part = lines.slice(start, start + TITLES_PER_PART)
    // With what its groups say, so that a part of this name means the same wherever it is kept.
    const used = [...new Set(part.map(({ group }) => group))].map((place) => [place, groups[place]])
    const name = digest([used, part]).slice(0, DIGEST_LENGTH)
    parts.set(name, part)
    heads.push({ digest: name, tallies: talliesOf(part) })
  }
  return { sheet: { county, groups, parts: heads }, parts }
}

const DIGEST_LENGTH = 32

/** A title again from its line and its group. */
export function titleOf({ group: _place, ...line }: PublicTitleLine, group: PublicTitleGroup): TitleToday {
  return { ...group, ...line, initials: initialsOf(line.pinyin) } as TitleToday
}

const initialsOf = (pinyin: string): string => pinyin.replace(/([a-z0-9])[a-z0-9]* ?/g, '$1')

function lineOf(title: TitleToday, group: number): PublicTitleLine {
  const {
    titleId,
    townshipName,
    unitName,
    unitId,
    serial,
    certificateHash,
    pinyin,
    placePinyin,
    unitNow,
    namesake,
    takenBack,
    mendBy,
    revoked,
    restored,
    deregistered,
    otherNames,
    placeNow,
  } = title
  return {
    group,
    titleId,
    unitName,
    pinyin,
    placePinyin,
    ...(townshipName === undefined ? {} : { townshipName }),
    ...(unitId === undefined ? {} : { unitId }),
    ...(serial === undefined ? {} : { serial }),
    ...(certificateHash === undefined ? {} : { certificateHash }),
    ...(takenBack === undefined ? {} : { takenBack }),
    ...(mendBy === undefined ? {} : { mendBy }),
    ...(revoked === undefined ? {} : { revoked }),
    ...(restored === undefined ? {} : { restored }),
    ...(deregistered === undefined ? {} : { deregistered }),
    ...(placeNow === undefined ? {} : { placeNow }),
    ...(unitNow === undefined ? {} : { unitNow }),
    ...(namesake === undefined ? {} : { namesake }),
    ...(otherNames === undefined ? {} : { otherNames: [...otherNames] }),
  }
}

function talliesOf(lines: readonly PublicTitleLine[]): PublicSheet['parts'][number]['tallies'] {
  const tallies = new Map<string, PublicSheet['parts'][number]['tallies'][number]>()
  for (const { group, unitNow } of lines) {
    const key = tallyKey(group, unitNow?.endedOn)
    const known = tallies.get(key)
    if (known !== undefined) known.count += 1
    else tallies.set(key, { group, count: 1, ...(unitNow?.endedOn === undefined ? {} : { endedOn: unitNow.endedOn }) })
  }
  return [...tallies.values()]
}

/** Which tally a line is counted in. */
export const tallyKey = (group: number, endedOn: string | undefined): string => `${group} ${endedOn ?? ''}`

/** Codes and pinyin are plain ASCII, so comparing code units gives the same order on every machine and in every locale. */
const inOrder = (a: TitleToday, b: TitleToday): number => compare(a.pinyin, b.pinyin) || compare(a.titleId, b.titleId)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
