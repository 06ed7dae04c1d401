import type { ProblemJson } from '@anjie/contracts/vocabulary/problemJson'
import { PROBLEMS, type Problem } from '@anjie/contracts/vocabulary/problems'
import { answerHeaders } from './answerHeaders.ts'

/** The one place where a refusal becomes an answer: RFC 9457, with the Chinese title of its kind and what to do about it. */
export function problemAnswer(problem: Problem, correlationId: string): Response {
  const { status, title, advice } = PROBLEMS[problem.code]
  const body: ProblemJson = {
    type: `urn:anjie:problem:${problem.code}`,
    title,
    status,
    detail: problem.detail,
    code: problem.code,
    advice,
    ...(problem.pointer === undefined ? {} : { pointer: problem.pointer }),
    ...(problem.errors === undefined || problem.errors.length === 0 ? {} : { errors: [...problem.errors] }),
    correlationId,
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...answerHeaders(correlationId),
      'content-type': 'application/problem+json; charset=utf-8',
      ...(problem.retryAfterSeconds === undefined ? {} : { 'retry-after': String(problem.retryAfterSeconds) }),
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    },
  })
}

/** Something that nobody foresaw: an id to ask about, and nothing of what went wrong. */
export const unexpectedAnswer = (correlationId: string): Response =>
  problemAnswer({ code: 'unexpected', detail: `请联系平台运维，并提供编号 ${correlationId}` }, correlationId)
