/** Full-width digits and signs, as input methods write them, in plain form. */
export const narrowed = (typed: string): string =>
  typed.trim().replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
