import { seed } from '@anjie/local/seed/seed'
import { readStackFacts } from '@anjie/local/stackFacts'
import { expect, test } from 'vitest'

// Guarantee: whoever starts `pnpm dev` again finds the demo as they left it. By then units have moved and files are accepted, so that
// filling it once more would be refused at its first step.
test('a second start finds the demo filled and does nothing to it', async () => {
  const facts = await readStackFacts('test')
  const { wasThere, logIns } = await seed(facts, true)
  expect({ wasThere, hasLogIns: logIns.length > 0 }).toEqual({ wasThere: true, hasLogIns: true })
})
