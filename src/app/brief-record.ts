import type { Answer } from '../answer.ts';
import { readQuestion } from '../ask/read-question.ts';
import { type Audience, PUBLIC_AUDIENCE } from '../audience.ts';
import { writeMarkdown } from '../brief/document/write-markdown.ts';
import type { Briefing, PackPaper } from '../briefing.ts';
import { AppError } from '../errors.ts';
import type { Index } from '../index/open-index.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Question } from '../question.ts';
import { answerBriefing, type BriefingAnswer } from './ask-briefing.ts';
import { type BriefedMeeting, briefMeeting, type Memory, packOf } from './brief-meeting.ts';
import { findMeeting } from './find-meeting.ts';
import { listOutstanding, type Outstanding } from './look-through-memory.ts';

/** `today` is YYYY-MM-DD; a briefing is made on that day, and "next" is after it. */
export type BriefOptions = { audience?: Audience; committee?: string; forRole?: string; today?: string };
export type DocumentFormat = 'docx' | 'pdf' | 'md';

export type BriefParts = { index(): Index; lexicon(audience: Audience): Lexicon; memory(index: Index): Memory };

/** Briefings over the index: for a meeting that words mean, what its papers are, and as documents. */
export type Briefs = {
  brief(meeting: string | BriefedMeeting, options?: BriefOptions): Briefing;
  /** The papers of a meeting as far as an audience may read them, for telling what changed. */
  pack(meeting: BriefedMeeting, audience?: Audience): PackPaper[];
  /** What was asked for or promised and has not come back, by committee; words may name one. */
  outstanding(options?: Omit<BriefOptions, 'forRole'> & { words?: string }): Outstanding[];
  /** The briefing that a question asks for, with what matters most as an answer; undefined where it names no one meeting. */
  answerBriefing(question: Question, answer: Answer): BriefingAnswer | undefined;
  /** A briefing as a file's whole content. */
  writeBriefing(briefing: Briefing, format: DocumentFormat): Promise<Buffer>;
};

/** Opens nothing before it is asked. Errors of `brief` as of findMeeting. */
export function openBriefs({ index, lexicon, memory }: BriefParts): Briefs {
  const briefs: Briefs = {
    brief(meeting, { audience = PUBLIC_AUDIENCE, committee, forRole, today = localDay(new Date()) } = {}) {
      const opened = index();
      const named = committee === undefined ? {} : { committee };
      const found =
        typeof meeting === 'string'
          ? findMeeting(meeting, { index: opened, lexicon: lexicon(audience), audience, today, ...named })
          : meeting;
      const role = forRole === undefined ? {} : { forRole };
      return briefMeeting(found, { index: opened, audience, madeOn: today, memory: memory(opened), ...role });
    },
    pack: (meeting, audience = PUBLIC_AUDIENCE) => packOf(meeting, { index: index(), audience }),
    outstanding({ audience = PUBLIC_AUDIENCE, committee, words = '', today = localDay(new Date()) } = {}) {
      const named = committee === undefined ? {} : { committee };
      const { committees } = readQuestion(words, { lexicon: lexicon(audience), audience, ...named });
      return listOutstanding({ index: index(), audience, committees, today });
    },
    answerBriefing(question, answer) {
      const { text, audience, only } = question;
      try {
        const briefing = briefs.brief(text, { audience, ...(only === undefined ? {} : { committee: only }) });
        const brief = answerBriefing(briefing, { index: index(), answer });
        return brief && { answer: brief, briefing };
      } catch (error) {
        // Which meeting is meant is then asked as any question is.
        if (error instanceof AppError && (error.code === 'not-found' || error.code === 'invalid')) return undefined;
        throw error;
      }
    },
    async writeBriefing(briefing, format) {
      // What draws documents takes a second to load.
      switch (format) {
        case 'docx': {
          const { writeDocx } = await import('../brief/document/write-docx.ts');
          return writeDocx(briefing);
        }
        case 'pdf': {
          const { writePdf } = await import('../brief/document/write-pdf.ts');
          return writePdf(briefing);
        }
        case 'md':
          return Buffer.from(writeMarkdown(briefing), 'utf8');
      }
    },
  };
  return briefs;
}

/** The day where the program runs, YYYY-MM-DD. */
export function localDay(date: Date): string {
  const part = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}
