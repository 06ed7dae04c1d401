import { customPinyin, pinyin } from 'pinyin-pro'

/** Place names that are read otherwise than their characters usually are. */
const PLACE_READINGS: Readonly<Record<string, string>> = {
  新都: 'xīn dū',
  郫都: 'pí dū',
  什邡: 'shí fāng',
  筠连: 'jūn lián',
  阆中: 'làng zhōng',
  夹江: 'jiā jiāng',
  朝天区: 'cháo tiān qū',
}
customPinyin({ ...PLACE_READINGS })

/** Lower-case syllables without tones, separated by spaces; ü is written v; what is not Chinese stays if it is a letter or a figure. */
export function pinyinOf(text: string): string {
  const syllables = pinyin(text.normalize('NFKC'), { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
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
