import { mentionsBot, mentionsOthers, readTypedText } from './read-typed-text.ts';

/** Whom a message in a thread speaks to: the bot, other people, or nobody who would want an answer. */
export type Addressee = 'bot' | 'people' | 'nobody';

export type SpeechContext = {
  botUser: string;
  /** The writer has asked in this thread before; another member's plain remark is meant for people. */
  hasAsked: boolean;
};

const COURTESY =
  /^(?:(?:many\s)?thanks?(?:\syou)?|ta|cheers|ok(?:ay)?|great|perfect|lovely|brilliant|good|got it|understood|noted|will do|yes|no|hm+|ah|oh|i see)\b[\s\w,.!-]{0,40}$/i;
/** "Ben, could you …": a name called and somebody spoken to; "Rawmarsh, what was decided?" is none. */
const VOCATIVE =
  /^(?:(?:[Hh]i|[Hh]ello|[Dd]ear|[Mm]orning|[Tt]hanks) )?\p{Lu}\p{L}{1,20},(?=[^?]*$|.*\b(?:you|your|we|our|us)\b)/u;
const OPENS_A_SENTENCE =
  /^(?:and|also|so|then|but|or|sorry|please|ok|okay|well|finally|lastly|next|now|what|who|when|where|why|how|same|similarly),/i;
/** What one says to people and never to an archive. */
const AMONG_PEOPLE =
  /\b(?:i (?:think|thought|feel|believe|agree|disagree|reckon|remember|recall|suppose|guess|was there|will|can|would)|i'(?:ll|m|d|ve)|we (?:should|need|could|ought|can|will|might)|let's|shall we|should we|can we|(?:what|how) do you (?:think|feel|reckon|want)|do you (?:agree|remember|recall|think|want|mean)|did you|have you|were you|will you be|are you|your (?:view|turn|call|ward))\b/i;
const OPENS_A_QUESTION =
  /^(?:and|also|or|so|then|but|what|who|whom|whose|when|where|why|how|which|was|were|is|are|did|does|do|has|have|had|can|could|would|will|should|same|show|list|find|tell|give|summari[sz]e|please)\b/i;

/**
 * Whom a message without the bot's name speaks to, in a thread that the bot is in. A question is the bot's, unless it
 * calls a person; of plain remarks only the asker's own are ("the Rawmarsh one"), the others' are talk among people.
 */
export function judgeSpeech(text: string, { botUser, hasAsked }: SpeechContext): Addressee {
  if (mentionsBot(text, botUser)) return 'bot';
  if (mentionsOthers(text, botUser)) return 'people';
  const said = readTypedText(text, botUser);
  if (said === '') return 'nobody';
  if (COURTESY.test(said) && !said.includes('?')) return hasAsked ? 'nobody' : 'people';
  const callsSomebody = VOCATIVE.test(said) && !OPENS_A_SENTENCE.test(said);
  if (callsSomebody || AMONG_PEOPLE.test(said)) return 'people';
  if (said.endsWith('?') || OPENS_A_QUESTION.test(said)) return 'bot';
  return hasAsked ? 'bot' : 'people';
}
