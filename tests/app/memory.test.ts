import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { openSampleApp } from '../support/sample-app.ts';

const head = (date: string) =>
  `WORKS COMMITTEE\n${date}\n\nPresent:- Councillor Adeyemi (in the Chair); Councillors Birch, Cole and Dunn.\n\n`;
const JANUARY = `${head('Tuesday, 9th January, 2024')}11. APOLOGIES FOR ABSENCE

There were none.

12. FOOTBRIDGE AT MILL LANE

Consideration was given to a report on the footbridge. The Engineer undertook to write to the railway about the handrail.

Resolved:- (1) That the Engineer report to the meeting in February 2024 on the cost of new planks for the footbridge.

(2) That the Engineer publish the survey of the footbridge on the website.

(3) That the Parish Council be asked to share the cost of lighting by 30 April 2024.

(4) That the Cabinet be recommended to close the footbridge to horses.

(5) That the Engineer show the Committee the figures of last winter by 30 September 2024.

13. SALT STOCK

Further to Minute No. 2 of the meeting held on 5 December 2023, the Engineer gave the figures. The Governance Advisor updated Members that the meeting to discuss the Leaking Culvert (Item 7) would take place on Tuesday January 23rd, 2024 and that email notification had been sent to members of the Committee.

Resolved:- That the Engineer report to the meeting in February 2024 on the stock of salt.
`;
const FEBRUARY = `${head('Tuesday, 6th February, 2024')}21. MINUTES OF THE PREVIOUS MEETING HELD ON 9TH JANUARY, 2024

Resolved:- That the minutes of the meeting held on 9th January, 2024 be approved as a correct record, subject to the following correction: in Minute No. 12 (Footbridge at Mill Lane), resolution (3), the date to read "31 May 2024" in place of "30 April 2024".

22. FOOTBRIDGE AT MILL LANE - COST OF PLANKS

The Engineer presented the report asked for in Minute No. 12 (1). New planks for the footbridge would cost £4,200. The Engineer said that he had written to the railway about the handrail and that it would be mended. As members had been worried, a working group had met in January to be briefed on the leaking culvert.

Resolved:- That the new planks be ordered.
`;
const MARCH = `${head('Tuesday, 5th March, 2024')}31. EXCLUSION OF THE PRESS AND PUBLIC

Resolved:- That under section 100A(4) of the Local Government Act 1972 the press and public be excluded from the meeting for the following item, on the grounds that it involves the likely disclosure of exempt information as defined in paragraph 3 of Part 1 of Schedule 12A to the Act.

32. FOOTBRIDGE AT MILL LANE - TENDERS

The Engineer reported on the tenders for the planks ordered in Minute No. 22. Zymurgy Timber Limited asked for £3,950.

Resolved:- That the Engineer report to the next meeting on the contract with Zymurgy Timber Limited.
`;
const CABINET = `CABINET
Monday, 12th February, 2024

Present:- Councillor Flint (in the Chair); Councillors Gale and Hurst.

71. PARKS STRATEGY

Resolved:- That the strategy be adopted.

72. FOOTBRIDGE AT MILL LANE

Consideration was given to a recommendation of the Works Committee.

Resolved:- That the footbridge be closed to horses.
`;
const LATER = `${head('Tuesday, 6th May, 2025')}101. SALT STOCK

The stock of the depot stands at 400 tonnes.

Resolved:- That the report be noted.
`;
const OUTTURN = (year: string, before: string, rows: string) => `# Works Performance: Outturn ${year}

**Works Committee - ${year.startsWith('2023') ? '4 June 2024' : '3 June 2025'}**

Report of the Engineer

## **Results**

**Table 1: Works measures, ${before} and ${year}**

| Measure | ${before} | ${year} | Target |
|---|---|---|---|
${rows}
`;

const sample = openSampleApp({
  'works/january.txt': JANUARY,
  'works/february.txt': FEBRUARY,
  'works/march.txt': MARCH,
  'works/2024-02-06-planks.csv': 'Plank,Cost\nOak,4200\nLarch,3100\n',
  'works/later.txt': LATER,
  'cabinet/february.txt': CABINET,
  'works/outturn-2024.md': OUTTURN(
    '2023/24',
    '2022/23',
    '| No.4 Lamps lit (%) | 88.1 | 90.4 | 92 |\n| No.5 Bins missed | 41 | 36 | 30 |\n| No.8 Posts newly painted | 3 | 4 | 5 |\n| No.9 Posts painted in lanes and streets of the centre | 6 | 7 | 8 |',
  ),
  'works/outturn-2025.md': OUTTURN(
    '2024/25',
    '2023/24',
    '| No.4 Lamps lit (%) | 91.0 | 93.3 | 92 |\n| No.5 Bins missed | 36 | 38 | 30 |',
  ),
});
let app: App;
beforeAll(async () => {
  app = sample.open();
  await app.ingest([sample.papers]);
});
afterAll(() => sample.close());

const CLEARED = { cleared: [3] };
const wordsOf = (value: unknown) => JSON.stringify(value);

describe('thread()', () => {
  it('goes from a limb to its correction and its answer, each with its reason, in order of date', async () => {
    const { title, steps } = await app.thread('Minute 12, Works Committee, 9 January 2024');
    expect(title).toBe('FOOTBRIDGE AT MILL LANE');
    const told = steps.filter(({ isPossible }) => !isPossible).map(({ role, place, why }) => [place.minute, role, why]);
    expect(told).toContainEqual(['21', 'correction', 'corrects Minute 12, resolution (3)']);
    expect(told).toContainEqual(['22', 'later-minute', 'names Minute 12, resolution (1)']);
    const dates = steps
      .filter(({ isPossible }) => !isPossible)
      .map(({ place, filedFor }) => place.meetingDate ?? filedFor ?? '');
    expect(dates).toEqual([...dates].sort());
  });

  it('keeps a limb’s thread to that limb', async () => {
    const { steps } = await app.thread('Minute 12, resolution (1), Works Committee, 9 January 2024');
    expect(
      steps.filter(({ isPossible, place }) => !isPossible && place.minute === '12').map(({ place }) => place.limb),
    ).toEqual(['1']);
    expect(steps.some(({ role }) => role === 'correction')).toBe(false);
  });

  it('finds a topic by the words of titles, and says what it cannot find', async () => {
    expect((await app.thread('salt stock')).title).toBe('SALT STOCK');
    await expect(app.thread('the lighthouse at Skerry')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('follows a recommendation into the record of the body that it went to, and back', async () => {
    const { steps } = await app.thread('Minute 12, resolution (4), Works Committee, 9 January 2024');
    const told = steps.map(({ place, why }) => [place.committee, place.minute, why]);
    expect(told).toContainEqual(['Cabinet', '72', expect.stringContaining('was recommended to Cabinet')]);
    expect(told.some(([, minute]) => minute === '71')).toBe(false);
    const back = await app.thread('Minute 72, Cabinet, 12 February 2024');
    expect(back.steps.some(({ place }) => place.committee === 'Works Committee' && place.minute === '12')).toBe(true);
  });

  it('takes a paper without a meeting for that of its folder and its name, and says so', async () => {
    const { steps } = await app.thread('Minute 22, Works Committee, 6 February 2024');
    const filed = steps.find(({ source }) => source === 'works/2024-02-06-planks.csv');
    expect(filed).toMatchObject({ filedFor: '2024-02-06', why: expect.stringContaining('its file’s name') });
  });

  it('names the minutes that it refers to and nobody has', async () => {
    const { missing } = await app.thread('Minute 13, Works Committee, 9 January 2024');
    expect(missing).toContain('Minute 2 of Works Committee, 5 December 2023');
  });

  it('holds nothing of a closed item but for those cleared', async () => {
    expect(wordsOf(await app.thread('footbridge'))).not.toContain('Zymurgy');
    expect(wordsOf(await app.thread('footbridge', { audience: CLEARED }))).toContain('Zymurgy');
  });

  it('quotes byte for byte', async () => {
    const { steps } = await app.thread('footbridge');
    const text = { 'works/january.txt': JANUARY, 'works/february.txt': FEBRUARY } as Record<string, string>;
    for (const { source, span, quote } of steps)
      if (text[source]) expect(text[source].slice(span.start, span.end)).toBe(quote);
  });
});

describe('outcomes()', () => {
  const outcomeOf = (quote: string, today?: string) =>
    app.outcomes(today === undefined ? {} : { today }).find(({ entry }) => entry.text.includes(quote))?.outcome;

  it('tells what was answered, and by what', () => {
    expect(outcomeOf('cost of new planks')).toMatchObject({ kind: 'answered', by: [{ place: { minute: '22' } }] });
    expect(outcomeOf('undertook to write to the railway')).toMatchObject({
      kind: 'answered',
      by: [{ place: { minute: '22' } }],
    });
    // A meeting that was to be held on a day, and one that was in its month, on the same subject.
    expect(outcomeOf('discuss the Leaking Culvert')).toMatchObject({ kind: 'answered' });
  });

  it('tells what is due, what is overdue by which meetings, and what has gone quiet', () => {
    expect(outcomeOf('cost of lighting', '2024-02-06')).toMatchObject({
      kind: 'due',
      due: { iso: '2024-04-30' },
      nextMeeting: '2024-03-05',
    });
    expect(outcomeOf('stock of salt', '2024-03-05')).toMatchObject({
      kind: 'overdue',
      meetingsSince: ['2024-02-06', '2024-03-05'],
    });
    expect(outcomeOf('survey of the footbridge', '2024-03-05')).toMatchObject({ kind: 'gone-quiet' });
  });

  it('takes what the other body decided for the answer to a recommendation', () => {
    expect(outcomeOf('close the footbridge to horses')).toMatchObject({
      kind: 'answered',
      by: [{ place: { committee: 'Cabinet', minute: '72' } }],
    });
  });

  it('cannot tell what was due while no meeting is in the index', () => {
    expect(outcomeOf('figures of last winter', '2025-05-06')).toEqual({
      kind: 'cannot-tell',
      missing: ['all meetings of Works Committee between 4 June 2024 and 6 May 2025'],
    });
  });

  it('cannot tell where the papers end', () => {
    expect(outcomeOf('survey of the footbridge', '2024-01-09')).toMatchObject({ kind: 'cannot-tell' });
  });

  it('lists nothing of a closed item but for those cleared', () => {
    expect(wordsOf(app.outcomes())).not.toContain('Zymurgy');
    expect(wordsOf(app.outcomes({}, CLEARED))).toContain('Zymurgy');
  });

  it('leaves out what is answered where only open things are asked for', () => {
    expect(app.outcomes({ open: true }).some(({ outcome }) => outcome.kind === 'answered')).toBe(false);
    expect(() => app.outcomes({ committee: 'Parks Committee' })).toThrow(expect.objectContaining({ code: 'invalid' }));
  });
});

describe('measure()', () => {
  it('joins figures across papers by number, shows both where they differ, and cites each', () => {
    const [series] = app.measure('No. 4');
    expect(
      series?.points.filter(({ kind }) => kind === 'actual').map(({ period, printed }) => [period, printed]),
    ).toEqual([
      ['2022/23', '88.1'],
      ['2023/24', '90.4'],
      ['2023/24', '91.0'],
      ['2024/25', '93.3'],
    ]);
    expect(series?.conflicts.map(({ period }) => period)).toEqual(['2023/24']);
    expect(series?.points.every(({ trace }) => trace.quote.includes('Lamps lit'))).toBe(true);
  });

  it('finds a measure by words of its name, and gives nothing for words of none', () => {
    expect(app.measure('missed bins')[0]?.name).toBe('Bins missed');
    expect(app.measure('lighthouse visitors')).toEqual([]);
  });

  it('takes the measure whose name has the words together before one that has them apart', () => {
    expect(app.measure('posts painted').map(({ number }) => number)).toEqual(['No.9', 'No.8']);
  });
});

describe('ask() from the memory', () => {
  const ask = async (question: string) => (await app.ask(question)).answer;

  it('answers whether something was done by what answers it, cited', async () => {
    const answer = await ask('was the report on the cost of new planks for the footbridge brought back?');
    if (answer.kind === 'declined') throw new Error(answer.message);
    expect(answer.statements[0]?.text).toMatch(/Answered\. Minute 22/);
    expect(answer.statements[0]?.citations.map(({ place }) => place.minute)).toEqual(['12', '22']);
  });

  it('says silence of what is outstanding, never that it was not done, and keeps within the room', async () => {
    const answer = await ask('what is outstanding from January?');
    if (answer.kind === 'declined') throw new Error(answer.message);
    const text = answer.statements.map((statement) => statement.text).join(' ');
    expect(text).toContain('stock of salt');
    expect(text).not.toContain('cost of new planks');
    expect(text).not.toMatch(/not done/i);
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(250);
    expect(answer.coverage.meetings.length).toBeGreaterThan(0);
  });

  it('tells promises apart from resolutions', async () => {
    const answer = await ask('what did officers promise us on the handrail?');
    if (answer.kind === 'declined') throw new Error(answer.message);
    expect(answer.statements[0]?.text).toMatch(/^Said, not resolved \(minute 12/);
  });

  it('quotes byte for byte what it cites', async () => {
    const answer = await ask('what is outstanding from January?');
    if (answer.kind === 'declined') throw new Error(answer.message);
    const text = { 'works/january.txt': JANUARY, 'works/february.txt': FEBRUARY } as Record<string, string>;
    for (const { quote, span, source } of answer.statements.flatMap(({ citations }) => citations))
      expect(text[source]?.slice(span.start, span.end)).toBe(quote);
  });
});

describe('ledger()', () => {
  it('leaves out of what is open what later papers answer', () => {
    const open = app
      .ledger({ open: true })
      .map(({ text }) => text)
      .join();
    expect(open).toContain('stock of salt');
    expect(open).not.toContain('cost of new planks');
  });
});
