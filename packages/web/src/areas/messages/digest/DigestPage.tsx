import { DIGEST_CHANNELS, type DigestChannel } from '@anjie/contracts/vocabulary/messages/digestChannel'
import { DIGEST_CHANNEL_NAMES } from '@anjie/domain/messages/digestChannelNames'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { digestWords as words } from '../../../locales/zh-CN/digests.ts'
import { instantText } from '../../../locales/zh-CN/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { tellDone } from '../../../ui/told.ts'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'

type Setting = Answer<(typeof OPERATIONS)['getDigestSetting']>

/** 汇总设置: whether and where this post is sent its messages in the morning, and what it was sent last. */
export default function DigestPage() {
  const setting = useRead(OPERATIONS.getDigestSetting, {})
  return (
    <>
      <PageHead title={words.title} sub={words.sub} back={{ to: '/messages', label: words.back }} />
      <ReadState read={setting}>
        {(found) => (
          <div className="stack">
            <Choice found={found} />
            <Sent found={found} />
          </div>
        )}
      </ReadState>
    </>
  )
}

function Choice({ found }: { found: Setting }) {
  const [channel, setChannel] = useState<DigestChannel>(found.channel)
  const [address, setAddress] = useState(found.address)
  const set = useCommand(OPERATIONS.setDigestSetting)
  const error = useFieldErrors(set.problem)
  return (
    <section className="panel stack" aria-label={words.choice}>
      <h2>{words.choice}</h2>
      <ChoiceField
        label={words.channel}
        value={channel}
        choices={DIGEST_CHANNELS.map((value) => ({ value, label: DIGEST_CHANNEL_NAMES[value] }))}
        onChange={(value) => setChannel(DIGEST_CHANNELS.find((each) => each === value) ?? 'none')}
      />
      {channel !== 'none' && (
        <TextField
          label={words.address[channel]}
          value={address}
          onChange={setAddress}
          hint={words.addressHint}
          error={error('address')}
        />
      )}
      {set.problem !== undefined && <ProblemNotice problem={set.problem} onClose={set.clear} />}
      <p>
        <Button
          isMain
          disabled={set.waiting || (channel !== 'none' && address.trim() === '')}
          onClick={() => {
            const body = channel === 'none' ? { channel } : { channel, address: address.trim() }
            void set.run({ body }).then((reply) => {
              if (reply !== undefined) tellDone(words.saved)
            })
          }}
        >
          {words.save}
        </Button>
      </p>
    </section>
  )
}

function Sent({ found }: { found: Setting }) {
  return (
    <section className="panel" aria-label={words.sent}>
      <h2>{words.sent}</h2>
      {found.sent.length === 0 ? (
        <p className="quiet">{words.noneSent}</p>
      ) : (
        found.sent.map(({ number, at, emergency, lines }) => (
          <article key={number}>
            <h3>{words.letter(number, instantText(at), emergency)}</h3>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </article>
        ))
      )}
    </section>
  )
}
