/**
 * The outcome of a decision that can be refused for a reason the caller must see.
 * Broken assumptions are thrown instead: they show the user a correlation id and nothing else.
 */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error })
