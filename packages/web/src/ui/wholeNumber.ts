/** Typed text as a whole number, full-width digits included; undefined for anything else. */
export function wholeNumber(typed: string): number | undefined {
  const text = typed.trim().replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
