import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import { findUnknownCommittees, NOBODY_CLEARED, parseAccessRules } from '../../../src/slack/access/access-rules.ts';
import { openAccessFile } from '../../../src/slack/access/open-access-file.ts';

const CLEARED = '{"people":{"U1":[{"committees":"all","paragraphs":[3]}]}}';
let folder = '';
let file = '';
let logged: string[] = [];
const log = { info: () => {}, warn: (message: string) => logged.push(message) };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-access-'));
  file = join(folder, 'access.json');
  logged = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('parseAccessRules()', () => {
  const refuse = (value: unknown) => () =>
    parseAccessRules(typeof value === 'string' ? value : JSON.stringify(value), 'access.json');

  test('reads people, groups and channels, for every committee or some', () => {
    const rules = parseAccessRules(readFileSync('data/access.example.json', 'utf8'), 'access.example.json');
    expect([...rules.people.keys(), ...rules.groups.keys(), ...rules.channels.keys()]).toHaveLength(4);
    expect(rules.people.get('U024BE7LH')).toEqual({
      cleared: [],
      of: [{ committee: 'environment and highways committee', cleared: [3, 5] }],
    });
    expect(rules.groups.get('S0614TZR7')).toEqual({ cleared: [1, 2, 3, 4, 5, 6, 7] });
    expect(rules.outsiders).toBe('public');
  });

  test('clears nobody where it says nothing', () => {
    expect(parseAccessRules('{}', 'access.json')).toEqual(NOBODY_CLEARED);
  });

  test.each([
    ['{"people":', /it is not JSON/],
    [[], /expected object/],
    [{ persons: {} }, /Unrecognized key: "persons"/],
    [{ people: { ann: [] } }, /people\.ann: expected the id of a member/],
    [{ people: { S1: [] } }, /people\.S1: expected the id of a member/],
    [{ channels: { D1: [] } }, /channels\.D1: expected the id of a channel/],
    [{ people: { U1: [{ committees: 'all', paragraphs: [8] }] } }, /people\.U1\.0\.paragraphs\.0: Too big/],
    [{ people: { U1: [{ committees: 'all', paragraphs: ['3'] }] } }, /paragraphs: expected/],
    [{ people: { U1: [{ committees: 'every', paragraphs: [3] }] } }, /committees: expected "all" or names/],
    [{ people: { U1: [{ committees: [], paragraphs: [3] }] } }, /committees: Too small/],
    [{ people: { U1: [{ committees: ['  '], paragraphs: [3] }] } }, /committees\.0: expected the name/],
    [{ people: { U1: [{ committees: 'all', paragraphs: [3], untill: '2030' }] } }, /Unrecognized key/],
    [{ people: { U1: { committees: 'all', paragraphs: [3] } } }, /people\.U1: /],
    [{ outsiders: 'some' }, /outsiders: expected "public" or "nothing"/],
    ['{"people":{"U1":[],"U1":[{"committees":"all","paragraphs":[3]}]}}', /the same key stands twice/],
  ])('refuses %j whole', (value, message) => {
    expect(refuse(value)).toThrow(AppError);
    expect(refuse(value)).toThrow(message);
  });

  test('findUnknownCommittees() names committees that the index does not know', () => {
    const grant = { committees: ['WORKS committee', 'Parks & Gardens', 'Wroks Committee'], paragraphs: [3] };
    const rules = parseAccessRules(JSON.stringify({ channels: { C1: [grant] } }), 'access.json');
    expect(findUnknownCommittees(rules, ['Works Committee', 'Parks and Gardens'])).toEqual(['Wroks Committee']);
  });
});

describe('openAccessFile()', () => {
  test('clears nobody without a file, and takes one that comes and goes', () => {
    const access = openAccessFile(file, { log });
    expect(access.rules()).toEqual(NOBODY_CLEARED);
    writeFileSync(file, CLEARED);
    expect(access.rules().people.get('U1')).toEqual({ cleared: [3] });
    rmSync(file);
    expect(access.rules()).toEqual(NOBODY_CLEARED);
  });

  test('takes a change at once, even one of the same length in the same moment', () => {
    writeFileSync(file, CLEARED);
    const access = openAccessFile(file, { log });
    writeFileSync(file, CLEARED.replace('U1', 'U2'));
    expect([...access.rules().people.keys()]).toEqual(['U2']);
  });

  test('refuses a wrong file whole: the rules before it stay in force, and the fault is logged once', () => {
    writeFileSync(file, CLEARED);
    const access = openAccessFile(file, { log });
    writeFileSync(file, '{"people":{"U2":[{"committees":"all","paragraphs":[3]}],"ann":[]}}');
    for (let time = 0; time < 3; time++) expect([...access.rules().people.keys()]).toEqual(['U1']);
    expect(logged).toEqual([expect.stringMatching(/people\.ann: .*; the rules before it stay in force$/)]);
    writeFileSync(file, CLEARED.replace('U1', 'U3'));
    expect([...access.rules().people.keys()]).toEqual(['U3']);
  });

  test('refuses to start with a wrong file, or one that cannot be read', () => {
    writeFileSync(file, '{"people":[]}');
    expect(() => openAccessFile(file, { log })).toThrow(/^Cannot use the access file ".*": people: /);
    const place = join(folder, 'folder.json');
    mkdirSync(place);
    expect(() => openAccessFile(place, { log })).toThrow(/^Cannot read the access file/);
  });
});
