import type { Post, PostStore } from '../desk.ts';
import { opaqueId } from './opaque-id.ts';
import type { Statements } from './statements.ts';

type Row = { mark: string; channel: string; ts: string | null; begunAt: number };

/** What the bot has said, or was about to say when it was cut off. */
export function storePosts({ get, run, transaction }: Statements, now: () => number): PostStore {
  const find: PostStore['find'] = (key) => {
    const known = get<Row>('SELECT mark, channel, ts, begun_at AS begunAt FROM posts WHERE key = $key', { key });
    return known && knownPost(key, known);
  };
  return {
    find,
    begin: (key, { team, channel }) =>
      transaction(() => {
        const known = find(key);
        if (known) return known;
        const post = { key, mark: opaqueId(), channel, begunAt: now() };
        run(`INSERT INTO posts (key, mark, team, channel, begun_at) VALUES ($key, $mark, $team, $channel, $begunAt)`, {
          ...post,
          team,
        });
        return { ...post, isNew: true };
      }),
    posted: (key, ts) => {
      run('UPDATE posts SET ts = $ts WHERE key = $key', { key, ts });
    },
    refused: (key) => {
      run('DELETE FROM posts WHERE key = $key AND ts IS NULL', { key });
    },
    isPosted: (channel, ts) =>
      get('SELECT 1 FROM posts WHERE channel = $channel AND ts = $ts', { channel, ts }) !== undefined,
  };
}

function knownPost(key: string, { ts, ...row }: Row): Post {
  return { key, ...row, ...(ts === null ? {} : { ts }), isNew: false };
}
