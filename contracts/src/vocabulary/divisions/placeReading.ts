import { z } from 'zod'
import { line } from '../text.ts'

const SYLLABLES = /^[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹ]+( [a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹ]+)*$/

/**
 * 地名读音: how a place is read where its characters are usually read otherwise (单县 shàn xiàn), and who says so. By division
 * code and not by characters alone: the same two characters elsewhere are read as always.
 */
export const PlaceReading = z
  .strictObject({
    /** Of the city or county that is called so, or in which the place lies. */
    code: z.string().regex(/^\d{4}([0-9A-Z]\d)?$/, '代码应为市级4位或县级6位'),
    name: line({ min: 2, max: 30 }),
    /** With tones, one syllable for each character. */
    reading: line({ min: 2, max: 200 }).refine(
      (text) => SYLLABLES.test(text),
      '读音应为带声调的小写拼音，音节之间空一格，如“shàn xiàn”',
    ),
    source: line({ min: 2, max: 200 }),
  })
  .refine(({ name, reading }) => [...name].length === reading.split(' ').length, {
    path: ['reading'],
    message: '读音应一字一个音节',
  })
export type PlaceReading = z.infer<typeof PlaceReading>

/** `shàn xiàn` → `shan xian`, as people type it; ü is written v. */
export const plainSyllables = (reading: string): string =>
  reading
    .normalize('NFD')
    .replaceAll('u\u0308', 'v')
    .replace(/[\u0300-\u036f]/g, '')
