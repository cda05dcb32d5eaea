import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mayLeave } from '../../src/model-settings.ts';
import { openRemoteEmbedder } from '../../src/models/open-remote-embedder.ts';
import { type EmbeddingServer, openEmbeddingServer } from '../support/open-embedding-server.ts';
import { openSampleApp } from '../support/sample-app.ts';

let server: EmbeddingServer;
beforeEach(async () => {
  server = await openEmbeddingServer();
});
afterEach(() => server.close());

const open = (settings = {}) =>
  openRemoteEmbedder({ model: 'letters', url: server.url, exemptOutside: [], ...settings });

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, n) => sum + value * (b[n] ?? 0), 0);

describe('openRemoteEmbedder()', () => {
  test('openRemoteEmbedder() asks for floats and scales them to length 1', async () => {
    const embedder = await open();
    expect(embedder.dimensions).toBe(26);
    expect(embedder.id).toContain('letters/26');
    const [bridge, again, other] = [
      await embedder.embedPassage('footbridge at Mill Lane'),
      await embedder.embedQuestion('the footbridge at Mill Lane'),
      await embedder.embedPassage('zoo quiz jazz'),
    ];
    expect(dot(bridge, bridge)).toBeCloseTo(1, 5);
    expect(dot(bridge, again)).toBeGreaterThan(dot(bridge, other));
  });

  test('openRemoteEmbedder() tries again after a passing failure', async () => {
    const embedder = await open();
    server.failNext(503);
    expect((await embedder.embedPassage('planks')).length).toBe(26);
  });

  test('openRemoteEmbedder() names the status of a lasting failure and does not repeat it', async () => {
    server.failNext(401, 401);
    await expect(open()).rejects.toThrow('embedding server: status 401');
    await expect(open()).rejects.toThrow('status 401');
  });

  test('openRemoteEmbedder() takes everything on this machine, and elsewhere what may leave', async () => {
    expect((await open()).mayTake?.({ kind: 'exempt', paragraphs: [3] })).toBe(true);
    expect(mayLeave({ kind: 'public' }, [])).toBe(true);
    expect(mayLeave({ kind: 'exempt', paragraphs: [3] }, [])).toBe(false);
    expect(mayLeave({ kind: 'exempt', paragraphs: [3] }, [3])).toBe(true);
    expect(mayLeave({ kind: 'exempt', paragraphs: [3, 5] }, [3])).toBe(false);
    expect(mayLeave({ kind: 'exempt', paragraphs: [] }, [1, 2, 3, 4, 5, 6, 7])).toBe(false);
    expect(mayLeave({ kind: 'confidential' }, [1, 2, 3, 4, 5, 6, 7])).toBe(false);
  });
});

describe('an index made with a server of embeddings', () => {
  test('is searched without the personal data of a question where that server runs elsewhere', async () => {
    const sample = openSampleApp();
    const url = server.url.replace('127.0.0.1', '0.0.0.0');
    const app = sample.open({ MINUTEBOOK_EMBEDDING_MODEL: 'letters', MINUTEBOOK_EMBEDDING_URL: url });
    try {
      await app.ingest([sample.papers]);
      server.texts.length = 0;
      await app.ask('Was Tom Ashdown, born 3 May 2015, hurt on the footbridge? NHS 943 476 5919');
      await app.find('footbridge 943 476 5919');
      expect(server.texts.join()).toContain('footbridge');
      expect(server.texts.join()).not.toMatch(/Ashdown|2015|943/i);
    } finally {
      await sample.close();
    }
  });

  test('answers with that server and is refused with another model', async () => {
    const sample = openSampleApp();
    const settings = { MINUTEBOOK_EMBEDDING_MODEL: 'letters', MINUTEBOOK_EMBEDDING_URL: server.url };
    try {
      const app = sample.open(settings);
      await app.ingest([sample.papers]);
      const { answer } = await app.ask('what was resolved about the footbridge in minute 12?');
      expect(answer.kind).toBe('grounded');
      expect(server.texts.some((text) => text.includes('repaired by the end of March'))).toBe(true);
      await expect(sample.open().ask('what was resolved about the footbridge?')).rejects.toThrow('ingest --rebuild');
    } finally {
      await sample.close();
    }
  });
});
