/** 16 characters of Crockford's base 32: 80 random bits, more than anybody can try. */
export const CODE_LENGTH = 16
const CHARACTERS = /^[0-9A-HJKMNP-TV-Z]{16}$/
const OWNER = /^(\d{2}|\d{4}|\d{4}[0-9A-Z]\d)$/

/** `990110-7K3M-9QWX-2HFD-PV5T`: whose it is, and the secret in groups that can be read out on the telephone. */
export const printCode = (owner: string, secret: string): string => [owner, ...(secret.match(/.{4}/g) ?? [])].join('-')

/** A code as somebody typed it: any case, with or without dashes, O for 0 and I or L for 1. Undefined for what cannot be one. */
export function readCode(typed: string): { readonly owner: string; readonly code: string } | undefined {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
  const owner = text.slice(0, -CODE_LENGTH)
  const secret = text.slice(-CODE_LENGTH).replaceAll('O', '0').replace(/[IL]/g, '1')
  if (!OWNER.test(owner) || !CHARACTERS.test(secret)) return undefined
  return { owner, code: printCode(owner, secret) }
}
