import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { openEmbeddingServer } from './support/open-embedding-server.ts';
import { JANUARY, openSampleApp } from './support/sample-app.ts';

const sample = openSampleApp();
const children: ChildProcess[] = [];
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await sample.close();
});

function start(argv: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...argv], {
    env: { ...process.env, MINUTEBOOK_INDEX: sample.indexFolder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  const ended = once(child, 'close').then(([status]) => ({ status: Number(status), out, err }));
  return { child, ended };
}

describe('cli.ts', () => {
  it('ends with the status of what happened, messages on standard error in one line', async () => {
    expect(await start(['papers']).ended).toEqual({
      status: 66,
      out: '',
      err: expect.stringMatching(/^Cannot open the index in .*ingest PATH….*\n$/),
    });
    expect(await start(['nonsense']).ended).toMatchObject({ status: 64, out: '' });
    const wrong = await start(['papers'], { MINUTEBOOK_LOG_LEVEL: 'loud' }).ended;
    expect(wrong).toMatchObject({ status: 65, out: '' });
    expect(wrong.err).toMatch(/^Cannot use MINUTEBOOK_LOG_LEVEL "loud": .*\n$/);
  });

  it('stops ingestion on Ctrl-C with status 130, keeps what is stored, and goes on the next time', async () => {
    for (let n = 0; n < 30; n++) sample.write(`more/${n}.txt`, JANUARY.replaceAll('Mill Lane', `Mill Lane ${n}`));
    const embeddings = await openEmbeddingServer();
    const env = { MINUTEBOOK_EMBEDDING_URL: embeddings.url, MINUTEBOOK_EMBEDDING_MODEL: 'letters' };
    // One of the papers waits until it is stopped, however fast the others are.
    const goOn = embeddings.hold('Mill Lane 15');
    const { child, ended } = start(['ingest', sample.papers], env);
    // The first finished paper is told on standard error; then there is something to keep and much to do.
    await once(child.stderr ?? child, 'data');
    child.kill('SIGINT');
    goOn();
    const { status, out } = await ended;
    expect(status).toBe(130);
    const kept = Number(/^Stopped; kept: (\d+) added/.exec(out)?.[1]);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(32);
    const next = await start(['ingest', sample.papers], env).ended;
    expect(next.status).toBe(0);
    expect(next.out).toContain(`${32 - kept} added, 0 changed, ${kept} unchanged`);
    await embeddings.close();
  });

  it('tells a fault of the program in one sentence and keeps it whole in the log', async () => {
    const db = new Database(join(sample.indexFolder, 'minutebook.db'));
    db.exec("UPDATE papers SET record = '{'");
    db.close();
    const env = { MINUTEBOOK_EMBEDDING_URL: 'http://127.0.0.1:9/v1', MINUTEBOOK_EMBEDDING_MODEL: 'letters' };
    const { status, out, err } = await start(['papers'], env).ended;
    expect({ status, out }).toEqual({ status: 70, out: '' });
    const reference = /^Something went wrong in the program \(reference (\w{8})\)\n$/.exec(err)?.[1];
    const [line = ''] = readFileSync(join(sample.indexFolder, 'minutebook.log'), 'utf8').split('\n');
    expect(JSON.parse(line)).toMatchObject({ reference, err: { type: 'SyntaxError', stack: expect.any(String) } });
  });
});
