/** 空缺期限: days within which a vacant post is to be filled; no text states one (inf). */
export const VACANCY_DAYS = 60
/** 一人多岗: no cap was found; from three on it is pointed out (inf, practice §2). */
export const MANY_POSTS = 3
/** 村常职干部: four to six in a village after the mergers (seed report). */
export const USUAL_CADRES = { least: 4, most: 6 } as const
