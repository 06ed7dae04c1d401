/** The record of one edition of an item, `99.PA-017.3`. */
export const editionId = (itemId: string, edition: number): string => `${itemId}.${edition}`
