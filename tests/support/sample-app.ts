import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type App, openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';

export const JANUARY = `WORKS COMMITTEE
Tuesday, 9th January, 2024

Present:- Councillor Adeyemi (in the Chair); Councillors Birch, Cole and Dunn.

Apologies for absence:- Apologies were received from Councillor Okafor.

11. DECLARATIONS OF INTEREST

There were no Declarations of Interest.

12. FOOTBRIDGE AT MILL LANE

Consideration was given to a report on the condition of the footbridge at Mill Lane. The Chair asked when the footbridge would reopen to walkers, and the Engineer said that the timber had rotted.

Resolved:- (1) That the report on the footbridge be noted.

(2) That the footbridge at Mill Lane be repaired by the end of March.
`;

export const FEBRUARY = `WORKS COMMITTEE
Tuesday, 6th February, 2024

Present:- Councillor Adeyemi (in the Chair); Councillors Birch and Cole.

21. MINUTES OF THE PREVIOUS MEETING HELD ON 9TH JANUARY, 2024

Resolved:- That the minutes of the meeting of the Works Committee held on 9th January, 2024 be approved as a correct record.

22. FOOTBRIDGE AT MILL LANE - PROGRESS

The Engineer reported that the footbridge at Mill Lane had been repaired and that 14 planks had been replaced.

Resolved:- That the progress on the footbridge be welcomed.
`;

/** A folder of its own with the two meetings of a made-up committee, and an app over an index beside it. */
export function openSampleApp(
  files: Record<string, string> = { 'works/january.txt': JANUARY, 'works/february.txt': FEBRUARY },
) {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
  const papers = join(folder, 'papers');
  const indexFolder = join(folder, 'index');
  const faults: unknown[] = [];
  const log = (error: unknown) => `reference ${faults.push(error)}`;
  const write = (name: string, text: string | Buffer) => {
    mkdirSync(dirname(join(papers, name)), { recursive: true });
    writeFileSync(join(papers, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const apps: App[] = [];
  const open = (env: Record<string, string> = {}): App => {
    const app = openApp(readConfig({ MINUTEBOOK_INDEX: indexFolder, ...env }), { log });
    apps.push(app);
    return app;
  };
  const close = async () => {
    for (const app of apps) await app.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, papers, indexFolder, faults, write, open, close };
}
