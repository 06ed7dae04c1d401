const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
let counted = 0

/** Twenty-six characters of a ULID that grow with every call, so that tests can tell records by age. */
export function ulid(): string {
  counted += 1
  let text = ''
  for (let rest = counted; text.length < 12; rest = Math.floor(rest / 32)) text = `${CROCKFORD[rest % 32]}${text}`
  return `01J00000000000${text}`
}
