import type { ComponentProps } from 'react'
import type { ApiProblem } from '../../ui/apiProblem.ts'
import { Dialog } from '../../ui/dialog/Dialog.tsx'

type DialogProps = ComponentProps<typeof Dialog>
type Own = 'open' | 'onConfirm' | 'waiting' | 'problem' | 'onLoadNewest'

/** What `useCommand` gives, of whatever operation. */
interface Command<Input, Answer> {
  run(input: Input): Promise<Answer | undefined>
  readonly waiting: boolean
  readonly problem: ApiProblem | undefined
  clear(): void
}

interface CommandDialogProps<Input, Answer> extends Omit<DialogProps, Own> {
  readonly command: Command<Input, Answer>
  /** What is sent, as it stands when the button is pressed; undefined while there is nothing to send. */
  readonly input: () => NoInfer<Input> | undefined
  /** After it was carried out; without it the dialog closes. */
  readonly onDone?: (answer: NoInfer<Answer>) => void
  /** Where the record may have moved on meanwhile: reads it anew, and what was typed stays. */
  readonly loadNewest?: () => void
}

/** A decision that one command carries out: its dialog waits with it, shows why it was refused, and is done when it is. */
export function CommandDialog<Input, Answer>(props: CommandDialogProps<Input, Answer>) {
  const { command, input, onDone, loadNewest, ...look } = props
  const send = async () => {
    const sent = input()
    if (sent === undefined) return
    const answer = await command.run(sent)
    if (answer === undefined) return
    if (onDone === undefined) look.onClose()
    else onDone(answer)
  }
  return (
    <Dialog
      {...look}
      open
      waiting={command.waiting}
      problem={command.problem}
      onConfirm={() => void send()}
      {...(loadNewest === undefined
        ? {}
        : {
            onLoadNewest: () => {
              command.clear()
              loadNewest()
            },
          })}
    />
  )
}
