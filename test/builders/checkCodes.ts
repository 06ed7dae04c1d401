const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const FIRST = 116

/** The last four characters of certificate numbers, drawn in order: 7K3M first, and none twice before a thousand. */
export function checkCodes(): () => string {
  let drawn = FIRST
  return () => {
    const code = `7K${SIGNS[(drawn >> 5) % 32]}${SIGNS[drawn % 32]}`
    drawn += 1
    return code
  }
}
