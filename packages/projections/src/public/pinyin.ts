import { plainSyllables } from '@anjie/contracts/vocabulary/divisions/placeReading'
import { pinyin } from 'pinyin-pro'

/**
 * Lower-case syllables without tones, separated by spaces; ü is written v; what is not Chinese stays if it is a letter or a figure.
 * Names with a reading of their own are read so, wherever they stand in the text. The library's own list of exceptions is not
 * used: it would hold for every place of that spelling in the country, and inside of other words.
 */
export function pinyinOf(text: string, readings: ReadonlyMap<string, string> = new Map()): string {
  const plain = text.normalize('NFKC')
  for (const [name, reading] of readings) {
    const at = plain.indexOf(name)
    if (at < 0) continue
    const parts = [plain.slice(0, at), plain.slice(at + name.length)].map((rest) => pinyinOf(rest, readings))
    return [parts[0], plainSyllables(reading), parts[1]].filter((part) => part !== '').join(' ')
  }
  const syllables = pinyin(plain, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
  return syllables
    .flatMap((syllable) => syllable.toLowerCase().split(/[^a-z0-9]+/))
    .filter((syllable) => syllable !== '')
    .join(' ')
}

/** First letters of the syllables: `ma fang ba` → `mfb`. */
export const initialsOf = (syllables: string): string =>
  syllables
    .split(' ')
    .map((syllable) => syllable.slice(0, 1))
    .join('')
