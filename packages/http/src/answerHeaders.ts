/** On every answer: never kept by anybody in between, never taken for another type. The gateway adds those for other origins. */
export const answerHeaders = (correlationId: string): Record<string, string> => ({
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-correlation-id': correlationId,
})
