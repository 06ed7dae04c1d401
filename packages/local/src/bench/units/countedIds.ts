const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 26

/** Ids with the shape of a ULID that only count upwards: the same in every run, and in the order in which they were given. */
export function countedIds(): () => string {
  let given = 0
  return () => {
    given += 1
    let id = ''
    for (let rest = given; id.length < LENGTH; rest = Math.floor(rest / DIGITS.length)) {
      id = DIGITS.charAt(rest % DIGITS.length) + id
    }
    return id
  }
}
