import { createContext, type ReactNode, useCallback, useContext, useEffect, useId, useMemo, useState } from 'react'
import type { ApiProblem } from '../apiProblem.ts'
import { fieldErrorsOf } from '../fieldErrors.ts'

/** A field as the list of faults leads to it. */
export interface KnownField {
  readonly id: string
  readonly label: string
}

interface FormFaults {
  /** What the server said of a field. */
  readonly messageAt: (name: string) => string | undefined
  readonly register: (name: string, field: KnownField) => () => void
  readonly fields: ReadonlyMap<string, KnownField>
}

const FormFaultsContext = createContext<FormFaults | undefined>(undefined)

/** Below it each field shows what the last refusal says of it, at its place; `ProblemNotice` lists the fields by their labels. */
export function FormProblem({ problem, children }: { problem: ApiProblem | undefined; children: ReactNode }) {
  const [fields, setFields] = useState<ReadonlyMap<string, KnownField>>(new Map())
  const messages = useMemo(
    () =>
      new Map(
        problem === undefined ? [] : fieldErrorsOf(problem.body).map(({ path, message }) => [path.join('/'), message]),
      ),
    [problem],
  )
  const register = useCallback((name: string, field: KnownField) => {
    setFields((before) => new Map(before).set(name, field))
    return () =>
      setFields((before) => {
        const next = new Map(before)
        next.delete(name)
        return next
      })
  }, [])
  const faults = useMemo(
    () => ({ messageAt: (name: string) => messages.get(name), register, fields }),
    [messages, register, fields],
  )
  return <FormFaultsContext value={faults}>{children}</FormFaultsContext>
}

/** The id of a field and what is wrong with it: what the page found itself, else what the server said of its name. */
export function useField(label: string, name: string | undefined, own: string | undefined) {
  const id = useId()
  const faults = useContext(FormFaultsContext)
  const register = faults?.register
  useEffect(
    () => (name === undefined || register === undefined ? undefined : register(name, { id, label })),
    [name, register, id, label],
  )
  return { id, error: own ?? (name === undefined ? undefined : faults?.messageAt(name)) }
}

/** The fields of the form around, by name. */
export const useFormFields = (): ReadonlyMap<string, KnownField> => useContext(FormFaultsContext)?.fields ?? new Map()
