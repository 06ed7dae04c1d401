/** The page of the rows that a counted figure stands for. */
export const countedPath = (
  submissionId: string,
  { item, period, drawing }: { readonly item: string; readonly period: string; readonly drawing?: string | undefined },
): string =>
  `/submissions/${submissionId}/counted/${encodeURIComponent(item)}/${period}${drawing === undefined ? '' : `?drawing=${drawing}`}`
