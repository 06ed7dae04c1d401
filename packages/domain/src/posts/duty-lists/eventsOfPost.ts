/** By which the negative events of a post in a year are found in lists, so that no earlier year is read. */
export const eventsOfPost = (postId: string, year: number | string): string => `${postId}-${year}`
