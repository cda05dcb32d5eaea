import type { Desk } from '../../../desk.ts';

/** The ts of what was posted under a key, by an earlier attempt say. */
export function knownPost(desk: Pick<Desk, 'posts'>, key: string): string | undefined {
  return desk.posts.find(key)?.ts;
}
