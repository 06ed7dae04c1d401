/**
 * A text without what the eye does not see or takes for the same: width, spaces, marks that combine, characters without a
 * shape. Two units whose codes are the same here are one unit, spelt twice.
 */
export const lookAlikeKey = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\s\p{M}\p{Cc}\p{Cf}\p{Zs}\p{Default_Ignorable_Code_Point}]/gu, '')
    .normalize('NFKC')

/** Why these codes cannot stand side by side, in Chinese: each code with the first that looks the same. */
export function lookAlikes(codes: Iterable<string>): readonly { readonly code: string; readonly message: string }[] {
  const seen = new Map<string, string>()
  const found: { code: string; message: string }[] = []
  for (const code of codes) {
    const key = lookAlikeKey(code)
    const first = seen.get(key)
    if (first === undefined) seen.set(key, code)
    else if (first !== code)
      found.push({
        code,
        message: `对象“${code}”与“${first}”只差全角半角、空格、附加符号或看不见的字符，应是同一单位；请统一写法`,
      })
  }
  return found
}
