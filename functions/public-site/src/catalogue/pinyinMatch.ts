/**
 * Whether typed letters spell a run of neighbouring syllables, each written out or cut short after its first letters:
 * `mafangba`, `mfb` and `mafb` all find `ma fang ba she qu`. A syllable is never begun in its middle.
 */
export function matchesPinyin(typed: string, syllables: readonly string[]): boolean {
  if (typed === '') return true
  return syllables.some((_, first) => spells(typed, 0, syllables, first))
}

function spells(typed: string, from: number, syllables: readonly string[], index: number): boolean {
  if (from === typed.length) return true
  const syllable = syllables[index]
  if (syllable === undefined) return false
  let shared = 0
  while (shared < syllable.length && from + shared < typed.length && syllable[shared] === typed[from + shared])
    shared += 1
  for (let taken = shared; taken > 0; taken -= 1) {
    if (spells(typed, from + taken, syllables, index + 1)) return true
  }
  return false
}
