/** Pages of the sign-in itself: to come back there would go in circles. */
const SIGN_IN_PAGES = ['/signed-in', '/signed-out', '/signing-out']

// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop control characters from an address, so `/\t/host` would become another host
const UNSAFE = /[\\\u0000-\u001f\u007f]/

/**
 * The address to open after signing in, or `/` for anything that could lead to another host: a full address, two
 * slashes, a backslash or a control character, plain or percent-encoded. Checked again when it is read back.
 */
export function safeReturnAddress(given: unknown, origin: string): string {
  if (typeof given !== 'string' || !given.startsWith('/') || given.length > 2000) return '/'
  let decoded: string
  try {
    decoded = decodeURIComponent(given)
  } catch {
    return '/'
  }
  if (UNSAFE.test(given) || UNSAFE.test(decoded) || decoded.startsWith('//') || given.startsWith('//')) return '/'
  const address = new URL(given, origin)
  if (address.origin !== new URL(origin).origin || SIGN_IN_PAGES.includes(address.pathname)) return '/'
  return `${address.pathname}${address.search}${address.hash}`
}
