import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../src/ledger.ts';
import { formatLedger } from '../../src/terminal/format-ledger.ts';
import { ledgerCsv, ledgerRow, ledgerXlsx } from '../../src/terminal/ledger-table.ts';

const SHEET = { width: 100, colour: false };
const PLACE = {
  paperKind: 'minutes' as const,
  committee: 'Parks Panel',
  meetingDate: '2031-03-04',
  minute: '12',
  minuteTitle: 'PLAYGROUNDS',
};
const BASE = {
  paperId: 1,
  passageId: 1,
  source: 'parks/minutes.txt',
  access: { kind: 'public' as const },
  status: { kind: 'draft' as const },
  span: { start: 0, end: 1 },
};
const REQUEST: LedgerEntry = {
  ...BASE,
  id: 1,
  place: { ...PLACE, limb: '2' },
  text: 'That the Head of Parks report by July.',
  kind: 'limb',
  limbKind: 'request',
  verb: 'resolved',
  who: 'the Head of Parks',
  by: { printed: 'July', iso: '2031-07-31' },
  vote: { printed: '(4 for, 1 against)', outcome: 'carried', for: 4, against: 1 },
};
const SAID: LedgerEntry = {
  ...BASE,
  id: 2,
  place: PLACE,
  text: 'The Clerk would write.',
  kind: 'undertaking',
  who: 'The Clerk',
};
const NOTED: LedgerEntry = {
  ...BASE,
  id: 3,
  place: { ...PLACE, limb: '1' },
  text: '=HYPERLINK("http://x.test")\u001b[31m',
  kind: 'limb',
  limbKind: 'noting',
  verb: 'noted',
};

describe('formatLedger()', () => {
  it('prints who, by when and the citation of each line, and what was said as said', () => {
    expect(formatLedger([REQUEST, SAID], SHEET)).toBe(
      [
        '4 March 2031, Parks Panel',
        '  request · the Head of Parks · by when: July (31 July 2031) · (4 for, 1 against): That the Head',
        '      of Parks report by July.',
        '      Minute 12, resolution (2), Parks Panel, 4 March 2031 (draft)',
        '  said, not resolved · The Clerk: The Clerk would write.',
        '      Minute 12, Parks Panel, 4 March 2031 (draft)',
      ].join('\n'),
    );
  });

  it('keeps noting and procedure apart, and shows them last where all is asked for', () => {
    expect(formatLedger([NOTED, REQUEST], SHEET)).toMatch(/\n\n1 more only noted or were procedure: --all shows them$/);
    const all = formatLedger([NOTED, REQUEST], { ...SHEET, all: true });
    expect(all.indexOf('NOTED, AND PROCEDURE')).toBeGreaterThan(all.indexOf('Head of Parks'));
    expect(all).not.toContain('\u001b');
  });
});

describe('ledgerCsv()', () => {
  it('has a head line and a line each, and no cell that a spreadsheet takes for a formula', () => {
    const [head, first, second] = ledgerCsv([REQUEST, NOTED]).split('\n');
    expect(head).toBe(
      'committee,meeting,minute,title,label,kind,verb,text,who,by,byDate,byDoubt,vote,status,citation,source',
    );
    expect(first).toContain(
      'request,resolved,That the Head of Parks report by July.,the Head of Parks,July,2031-07-31,',
    );
    expect(second).toContain('"\'=HYPERLINK(""http://x.test"")');
  });
});

describe('ledgerXlsx()', () => {
  it('writes a workbook in which every cell is text', async () => {
    const files = unzipSync(await ledgerXlsx([REQUEST, NOTED]));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const words = strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f>');
    expect(words).toContain('=HYPERLINK(');
    expect(words).toContain('That the Head of Parks report by July.');
    expect(sheet.match(/<row /g)).toHaveLength(3);
  });
});

describe('ledgerRow()', () => {
  it('says of an undertaking that it was said', () => {
    expect(ledgerRow(SAID)).toMatchObject({ kind: 'undertaking', verb: 'said', who: 'The Clerk', label: '', by: '' });
  });
});
