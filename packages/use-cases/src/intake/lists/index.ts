import type { ImportListCode } from '@anjie/contracts/vocabulary/intake/importList'
import { disputes } from './disputes.ts'
import { dutyPosts } from './dutyPosts.ts'
import { figures } from './figures.ts'
import { form } from './form.ts'
import type { ImportList } from './importList.ts'
import { places } from './places.ts'
import { posts } from './posts.ts'
import { register } from './register.ts'
import { titles } from './titles.ts'
import { units } from './units.ts'

/** Every list that can be brought in as a table; one that has its line in the contracts and none here does not compile. */
export const IMPORTED_LISTS: { readonly [Code in ImportListCode]: ImportList } = {
  units,
  disputes,
  form,
  figures,
  places,
  register,
  'duty-posts': dutyPosts,
  posts,
  titles,
}
