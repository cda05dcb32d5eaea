import { SRTLoader } from '@langchain/community/document_loaders/fs/srt';
import { openPaperWriter } from './paper-writer.ts';
import { REASONS, type ReadResult, unreadable } from './read-outcome.ts';
import { decodeText } from './text/decode-text.ts';

/** A cue's line of times: "00:12:05,300 --> 00:12:09,000". */
const TIMES = /^[ \t]*(\d{1,2}:\d{2}:\d{2})[,.]\d{1,3}[ \t]*-->[ \t]*\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}[^\n]*$/gm;

/** Reads a webcast's captions, each cue a line and a place labelled with the time it starts at ("00:12:05"). */
export async function readCaptions(bytes: Uint8Array): Promise<ReadResult> {
  const text = decodeText(bytes)?.replace(/\r\n?/g, '\n');
  if (text === undefined) return unreadable(REASONS.binary);
  const times = [...text.matchAll(TIMES)];
  if (times.length === 0) return unreadable('the file holds no captions');
  const writer = openPaperWriter();
  for (const [index, time] of times.entries()) {
    const next = times[index + 1];
    const spoken = await cueWords(
      text.slice(time.index + time[0].length, next?.index ?? text.length),
      next !== undefined,
    );
    if (spoken === '') continue;
    writer.place('cue', (time[1] ?? '').padStart(8, '0'), () => writer.line(spoken));
  }
  const paper = writer.paper('srt');
  return paper.places.length === 0 ? unreadable(REASONS.noText) : { kind: 'read', paper };
}

/** The loader joins all cues of a file and drops their times, so each cue is handed to it on its own. */
async function cueWords(after: string, followed: boolean): Promise<string> {
  const words = followed ? after.replace(/\n[ \t]*\d+[ \t]*\n$/, '\n') : after;
  const cue = `1\n00:00:00,000 --> 00:00:00,000\n${words.trim()}\n`;
  const [document] = await new SRTLoader(new Blob([cue])).load();
  const plain = (document?.pageContent ?? '').replace(/<\/?[a-z][^<>]{0,100}>|\{\\[^{}]{0,100}\}/gi, '');
  return plain.replace(/\s+/g, ' ').trim();
}
