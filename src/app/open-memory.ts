import type { Index } from '../index/open-index.ts';
import type { Memory } from './brief-meeting.ts';

/** What the committee's memory tells a briefing. */
export function openMemory(_index: Index): Memory {
  return { outcomes: () => new Map(), threadOn: () => [], seriesOf: () => [] };
}
