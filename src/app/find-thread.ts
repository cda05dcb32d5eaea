import type { Audience } from '../audience.ts';
import { AppError } from '../errors.ts';
import { tellingStems } from '../follow/join/telling-stems.ts';
import { joinThread } from '../follow/join-thread.ts';
import type { Index } from '../index/open-index.ts';
import type { Thread } from '../thread.ts';
import { openCommittee } from './memory/open-committee.ts';

export type FindThreadOptions = { index: Index; audience: Audience; committees: string[] };

/** The life of what a topic's words name in a title of the record; throws `not-found` where no title has them. */
export function findThread(topic: string, { index, audience, committees }: FindThreadOptions): Thread {
  const known = [...new Set(index.meetings(audience).map(({ committee }) => committee))];
  const stems = [...tellingStems(topic)];
  const found = known
    .filter((name) => committees.length === 0 || committees.includes(name))
    .map((committee) => {
      const { open, joins } = openCommittee(index, { audience, committee });
      const matters = open.record.matters.filter((matter) => {
        const here = open.titleStems(matter);
        return !matter.isStanding && stems.length > 0 && stems.every((stem) => here.has(stem));
      });
      return { open, joins, matters };
    })
    .sort((a, b) => b.matters.length - a.matters.length);
  const [first] = found;
  if (!first || first.matters.length === 0) {
    throw new AppError('not-found', `Cannot find a thread on "${topic}": no title in the papers has these words`);
  }
  return joinThread({ matters: first.matters }, { record: first.open.record, joins: first.joins });
}
