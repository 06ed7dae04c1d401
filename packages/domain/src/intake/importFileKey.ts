/** Where the file of a batch lies: under its id, which begins with its owner's code. */
export const importFileKey = (batchId: string): string => `imports/${batchId}`
