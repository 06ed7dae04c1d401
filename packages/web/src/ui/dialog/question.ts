export interface Question {
  readonly title: string
  readonly text: string
  readonly yes: string
  readonly no: string
  readonly isDanger?: boolean
}

interface AskedQuestion extends Question {
  readonly answer: (yes: boolean) => void
}

let asked: AskedQuestion | undefined
const listeners = new Set<() => void>()
const set = (next: AskedQuestion | undefined) => {
  asked = next
  for (const listener of listeners) listener()
}

/** Asks over whatever is on the page; true when the person says yes. A new question answers an open one with no. */
export function askFirst(question: Question): Promise<boolean> {
  asked?.answer(false)
  return new Promise((resolve) => {
    set({
      ...question,
      answer: (yes) => {
        set(undefined)
        resolve(yes)
      },
    })
  })
}

export const openQuestion = {
  now: (): AskedQuestion | undefined => asked,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}
