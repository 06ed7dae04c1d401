/** How many titles one file holds: an answer of this site may have 6 MB, with room for long names. */
export const TITLES_PER_FILE = 5000

/** One part of a list that does not fit one file: its number, from 1, and which lines of the list it holds. */
export interface TitleFile {
  readonly page: number
  readonly from: number
  readonly to: number
}

/** The parts in which so many titles are handed out; an empty list has one. */
export const titleFiles = (total: number): readonly TitleFile[] =>
  Array.from({ length: Math.max(1, Math.ceil(total / TITLES_PER_FILE)) }, (_, index) => ({
    page: index + 1,
    from: Math.min(total, index * TITLES_PER_FILE + 1),
    to: Math.min(total, (index + 1) * TITLES_PER_FILE),
  }))

/** The last line of a part, so that nobody takes it for the whole. */
export function partNote({ page, from, to }: TitleFile, total: number, next: string | undefined): string {
  const parts = titleFiles(total).length
  const here = `以上为第${page}部分（第${from}至${to}条），共${parts}部分、${total}条`
  return next === undefined ? `${here}；这是最后一部分` : `${here}；下一部分：${next}`
}
