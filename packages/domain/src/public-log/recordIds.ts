/** The one log of a province. */
export const logId = (province: string): string => `${province}.log`

export const logPageId = (province: string, number: number): string => `${province}.${String(number).padStart(8, '0')}`

/** One head a day. */
export const logHeadId = (province: string, day: string): string => `${province}.${day}`

export const signingKeyId = (province: string, kid: string): string => `${province}.${kid}`
