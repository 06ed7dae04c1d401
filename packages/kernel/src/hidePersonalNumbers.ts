const DIGIT = '[0-9０-９]'
const GAP = '[\\s-]?'
const NOT_BEFORE = `(?<!${DIGIT})`
const NOT_AFTER = `(?!${DIGIT})`
const times = (count: number): string => `(?:${DIGIT}${GAP}){${count}}`

/** 居民身份证号: 17 figures and a check character. */
const IDENTITY_NUMBER = new RegExp(`${NOT_BEFORE}${times(17)}[0-9０-９xXｘＸ]${NOT_AFTER}`, 'g')
const MOBILE_NUMBER = new RegExp(`${NOT_BEFORE}[1１]${GAP}[3-9３-９]${GAP}${times(8)}${DIGIT}${NOT_AFTER}`, 'g')

const HIDDEN = '（号码已隐去）'

/**
 * Public texts are names of places, units and lists, yet people type into them. Identity and mobile numbers are taken out
 * before anything is stored where the public reads.
 */
export const hidePersonalNumbers = (text: string): string =>
  text.replace(IDENTITY_NUMBER, HIDDEN).replace(MOBILE_NUMBER, HIDDEN)

/** An office may be reached at a mobile number that it gives for this purpose; an identity number is never a contact. */
export const hideIdentityNumbers = (text: string): string => text.replace(IDENTITY_NUMBER, HIDDEN)
