import type { Desk } from '../../../desk.ts';
import type { ThreadPlace } from '../../job.ts';

/** The ts of what was posted under a key, by an earlier attempt say; asking leaves no trace where nothing was. */
export function knownPost(desk: Pick<Desk, 'posts'>, key: string, place: ThreadPlace): string | undefined {
  const known = desk.posts.begin(key, place);
  if (known.isNew) desk.posts.refused(key);
  return known.ts;
}
