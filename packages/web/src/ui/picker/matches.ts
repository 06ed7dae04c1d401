import { readingOf } from './reading.ts'

export interface PickerOption {
  readonly value: string
  readonly label: string
  /** Small behind the name: a code, or the place that it belongs to. Found by, too. */
  readonly detail?: string
  /** Syllables apart by spaces, of a name that is not read as its characters usually are. */
  readonly reading?: string
  readonly group?: string
  /** Shown, but not to be chosen now. */
  readonly disabled?: boolean
}

interface Keys {
  readonly name: string
  readonly detail: string
  readonly syllables: string
  readonly initials: string
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

const known = new WeakMap<PickerOption, Keys>()
function keysOf(option: PickerOption): Keys {
  const kept = known.get(option)
  if (kept !== undefined) return kept
  const reading = option.reading ?? readingOf(option.label)
  const keys = {
    name: plain(option.label),
    detail: plain(option.detail ?? ''),
    syllables: reading.replaceAll(' ', ''),
    initials: reading
      .split(' ')
      // A number is typed whole.
      .map((syllable) => (/^\d/.test(syllable) ? syllable : syllable.slice(0, 1)))
      .join(''),
  }
  known.set(option, keys)
  return keys
}

/** How well an option answers: the beginning of the name first, then pinyin and initials, then what occurs inside; undefined if not at all. */
function rankOf(option: PickerOption, wanted: string): number | undefined {
  const { name, detail, syllables, initials } = keysOf(option)
  if (name.startsWith(wanted)) return 0
  if (syllables.startsWith(wanted) || initials.startsWith(wanted)) return 1
  if (detail.startsWith(wanted)) return 2
  if (name.includes(wanted) || detail.includes(wanted)) return 3
  if (wanted.length > 1 && (initials.includes(wanted) || syllables.includes(wanted))) return 4
  return undefined
}

/** Options that a text asks for, the best first; equals as they were given. Nothing typed asks for all. */
export function matches<O extends PickerOption>(options: readonly O[], typed: string): readonly O[] {
  const wanted = plain(typed)
  if (wanted === '') return options
  return options
    .flatMap((option, at) => {
      const rank = rankOf(option, wanted)
      return rank === undefined ? [] : [{ option, rank, at }]
    })
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ option }) => option)
}
