import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Audience, PUBLIC_AUDIENCE } from '../audience.ts';
import { formatDate } from '../citation.ts';
import { AppError } from '../errors.ts';
import { listRecords } from '../export/list-records.ts';
import type { ExportedRecord } from '../exported-record.ts';
import type { Index } from '../index/open-index.ts';
import type { IndexStatus, MeetingListing } from '../listing.ts';

/** The meetings that the index knows and an audience may know of, by date. */
export function listMeetings(index: Index, audience: Audience): MeetingListing[] {
  return index.meetings(audience).map(({ paperIds, ...meeting }) => ({ ...meeting, papers: paperIds.length }));
}

/** How the index in a folder stands; what there is to say where there is none yet. */
export function readStatus(openedIndex: () => Index, folder: string): IndexStatus {
  let index: Index;
  try {
    index = openedIndex();
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'not-found')) throw error;
    const nothing = { files: 0, papers: 0, meetings: 0, committees: [], passages: 0, bytes: 0, missing: [] };
    return { folder, exists: false, ...nothing };
  }
  const { sources, papers, passages } = index.counts();
  const meetings = index.meetings(PUBLIC_AUDIENCE);
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  return {
    folder,
    exists: true,
    files: sources,
    papers,
    meetings: meetings.length,
    committees: [...new Set(meetings.map(({ committee }) => committee))].sort(),
    passages,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    missing: meetings.filter(({ hasMinutes }) => !hasMinutes).map(missingMinutes),
  };
}

function missingMinutes({ committee, date }: { committee: string; date: string }): string {
  return `the minutes of ${committee}, ${formatDate(date)}`;
}

/** Every record that an audience may read, meetings first. */
export function* exportRecords(index: Index, audience: Audience): Iterable<ExportedRecord> {
  for (const meeting of listMeetings(index, audience)) {
    const { committee, date, hasAgenda, hasMinutes, status } = meeting;
    const nothing = {
      paper: null,
      number: null,
      title: null,
      text: null,
      access: { kind: 'public' },
      page: null,
    } as const;
    yield {
      record: 'meeting',
      ...nothing,
      committee,
      meetingDate: date,
      hasAgenda,
      hasMinutes,
      status: status ?? null,
    };
  }
  for (const { id, source, paper } of index.papers(audience)) {
    const passages = index.listPassages({ audience, paperIds: [id] });
    const pageOf = (offset: number) =>
      passages.find(({ span }) => span.start <= offset && offset < span.end)?.place.page;
    yield* listRecords(paper, { source, text: index.paperText(id, audience) ?? '', pageOf });
  }
}
