import type { Audience } from '../../audience.ts';
import type { Index } from '../../index/open-index.ts';
import { isStandingTitle, type Matter } from '../../matter.ts';
import type { Passage } from '../../passage.ts';

const DAY = /^(\d{4}-\d{2}-\d{2})[-_ ]+(.+?)(?:\.\w+)?$/;

/**
 * Papers that print no meeting of their own (a scorecard, a spreadsheet), but lie in the folder of a committee's papers
 * and bear the day of one of its meetings in their name, of which other papers lie there too.
 */
export function findFiled(index: Index, { audience, dated }: { audience: Audience; dated: Passage[] }): Matter[] {
  const known = new Set(dated.map(({ source, place }) => `${folderOf(source)} ${place.meetingDate}`));
  const matters = new Map<number, Matter>();
  for (const passage of index.listPassages({ audience, undated: true })) {
    const { source, paperId } = passage;
    const folder = folderOf(source);
    const [, date, words = ''] = DAY.exec(source.slice(folder.length)) ?? [];
    if (folder === '' || date === undefined || !known.has(`${folder} ${date}`)) continue;
    const matter = matters.get(paperId);
    const title = passage.place.paperTitle ?? words.replace(/[-_]+/g, ' ');
    if (matter) matter.passages.push(passage);
    else
      matters.set(paperId, {
        kind: 'report',
        date,
        title,
        paperId,
        source,
        passages: [passage],
        isStanding: isStandingTitle(title),
        isFiled: true,
      });
  }
  return [...matters.values()];
}

function folderOf(source: string): string {
  return source.slice(0, source.lastIndexOf('/') + 1);
}
