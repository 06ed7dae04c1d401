const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const begun = Date.now()
let counted = 0

/** A ULID that grows with every call: the moment of the test run, so that two runs on one stack never meet, and a count. */
export function ulid(): string {
  counted += 1
  return `${base32(begun, 10)}${base32(counted, 16)}`
}

function base32(value: number, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = `${CROCKFORD[rest % 32]}${text}`
  return text
}
