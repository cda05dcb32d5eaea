import { openerAt } from './find-opener.ts';
import { VOTE_WORDS } from './read-vote.ts';

/** A sentence of a text that is itself an act of the committee; offsets in the text, `body` where the words decided begin. `strong` even among formal resolutions. */
export type ProseDecision = { from: number; to: number; body: number; verb: string; strong: boolean };

const BODY_WORD =
  'council|committee|sub-?committee|commission|panel|board|cabinet|executive|authority|forum|trustees|governors|governing body|members|councillors|meeting';
const BODY = `(?:all (?:of )?)?(?:the |this )?(?:(?:parish|town|city|county|district|borough|community|full) )?(?:${BODY_WORD})`;
const ADVERB = '(?:(?:unanimously|then|therefore|subsequently|accordingly|further|also|all|duly|formally) ){0,2}';
const ACT =
  'resolved|agreed|decided|approved|adopted|accepted|voted|ratified|recommended|elected|appointed|noted and agreed|awarded|deferred|refused|confirmed|granted|supported(?= the application)|objected(?= to the application)';
const CAPITAL_ACT = /\b(RESOLVED|AGREED|APPROVED|DECIDED|RECOMMENDED|ENDORSED|DEFERRED|REFUSED|NOTED)\b/;
/** Six words in capitals before it: somebody shouts, as in a letter that was read out. */
const SHOUTED = /(?:\b[A-Z]{2,}\b[\s:,;-]{1,3}){6}$/;
const PASSIVE = new RegExp(
  `\\b(?:it was ${ADVERB}(?:agreed by all and )?|(?:a|the) resolution was )(resolved|agreed|decided|passed)(?: unanimously)?(?:,? by (?:a majority(?: vote)?|all),?|, \\w{1,6} (?:votes? )?(?:for|to|in favour)\\b[^,.]{0,40},)?(?: and resolved)?,? (?:that|to|not to|by)\\b`,
  'i',
);
const ACTIVE = new RegExp(
  `(?:^|[,;:] |\\b(?:and|after|discussion|debate|consideration|vote) )(?:${BODY}) ${ADVERB}(${ACT})\\b(?! (?:with|on the need|they|it was|how|(?:their|his|her) .{0,60}interests?))`,
  'i',
);
/** "The Planning Committee resolved to …": a body by its own name, at the beginning of a sentence. */
const NAMED_BODY_RESOLVED = new RegExp(
  `^(?:The|This) (?:(?!of |on |for |by |to |in |that |which |who |the )[\\w&'’-]{2,20},? ){1,6}(?:${BODY_WORD}) ${ADVERB}(resolved) (?=to\\b|that\\b)`,
  'i',
);
/** "The Committee noted the report.", and no more: "noted that the lift was broken" tells what was said. */
const NOTED = new RegExp(
  `^(?:(?:after|following) [^,]{0,80}, )?(?:${BODY}) ${ADVERB}(noted|received) (?:the|this) (?:contents? of (?:the|this) )?(?:\\w+ ){0,3}(?:report|update|presentation|position|information|minutes|correspondence)(?: (?:of|on|from|by|for|in|dated|set out|as) [^,;]{1,80})?\\.?$`,
  'i',
);
/** "23/0107 Barn – Resolved to object.": what was decided on, and behind a dash what was. */
const BEHIND_DASH = /\s[-–—]\s(Resolved|Agreed)(?: unanimously)?,? (?:to|that)\b/;
const MINUTES_PASSED =
  /\b(?:minutes|minute of (?:the )?(?:\w+ )?meeting)\b.{0,200}\b(?:were|was) (?:[\w,]+ ){0,5}?(approved|agreed|confirmed|accepted|adopted|signed|received)\b.{0,80}|\bminutes\b.{0,200}\b(approved|agreed|confirmed|accepted|signed)\b.{0,30}\b(?:correct|true|accurate) (?:and \w+ )?record\b/i;
const MINUTES_PASSED_ACTIVELY = new RegExp(
  `(?:${BODY}) ${ADVERB}(?:agreed to )?(?:approve|approved|agreed|confirm|confirmed|accepted|adopted)\\b.{0,60}\\bminutes\\b`,
  'i',
);
const ELECTED =
  /\bproposed\b.{3,300}\b(?:elected|appointed|co-opted)\b|\b(?:was|were) (?:duly|unanimously) (?:re-?)?(?:elected|appointed|co-opted)\b/i;
const PROPOSED = new RegExp(
  `\\b(?:proposed|moved)\\b.{3,400}\\b(?:${VOTE_WORDS}|all agreed|all in favour|agreed by all|and (?:it was )?(?:agreed|resolved|approved|carried))\\b`,
  'i',
);
const PROPOSES = /\b(?:proposed|moved)\b/i;
/** "Seconded Cllr Low. Carried, 4 for, 1 against.": the fate of a proposal in the sentences after it. */
const CARRIED_NEXT =
  /^\s*(?:(?:This was )?seconded[^.]{0,80}\.\s*)?(?:(?:the (?:motion|proposal) was )?carried|all (?:in favour|agreed)|agreed|unanimous|resolved\.|vot(?:e|ed|ing)\b)[^.]{0,100}(?:\.|$)/i;
/** Longer ones are hostile or tables; the act stands near a sentence's beginning. */
const MAX_SENTENCE = 2000;
/** Stems of every word that may decide: most paragraphs have none, and need no closer look. */
const SOME_ACT =
  /resolv|agree|decid|decision|approv|adopt|accept|voted|ratif|recommend|elected|appoint|opted|noted|deferr|refus|confirm|grant|award|endors|propos|moved|signed|receiv|order/i;
/** Somebody else's act, an earlier one, one that was only talked about, or one that did not come about. */
const NOT_AN_ACT =
  /\b(?:had|has|have|having) (?:been |previously |already |since )?(?:resolved|agreed|decided|approved|adopted|accepted)|\bnot (?:agreed|approved|carried|accepted)\b|\b(?:LOST|lost|defeated|fell|withdrawn)\b|\b(?:if|whether|until|when|once|as|should) (?:it was |the \w+ )?(?:agreed|approved|resolved)|\bin (?:19|20)\d\d\b.{0,40}\b(?:it was|council) (?:agreed|resolved)|\b(?:it was|council|committee|members) (?:\w+ )?(?:agreed|resolved|decided)\b.{0,12}\bin (?:19|20)\d\d\b|\blast (?:year|month)\b|\bresolved at (?:its|their|the (?:last|previous))\b|\b(?:resolved|agreed|decided|approved) (?:in|on) (?:the )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:Jan|Feb|Mar|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|spring|summer|autumn|winter)/i;

/** The first sentence, from this offset on, by which the committee itself decided something; undefined if none did. */
export function findProseDecision(text: string, options: { from: number }): ProseDecision | undefined {
  if (!SOME_ACT.test(text)) return undefined;
  for (const sentence of sentencesOf(text, options.from)) {
    const words = text.slice(sentence.from, Math.min(sentence.to, sentence.from + MAX_SENTENCE));
    if (/^["“]/.test(words)) continue;
    const found = announcedAct(words, sentence.from) ?? actOf(words);
    if (!found) {
      const moved = PROPOSES.test(words)
        ? CARRIED_NEXT.exec(text.slice(sentence.to, sentence.to + 250))?.[0]
        : undefined;
      if (moved === undefined || NOT_AN_ACT.test(words) || NOT_AN_ACT.test(moved)) continue;
      return {
        from: sentence.from,
        to: sentence.to + moved.length,
        body: sentence.from,
        verb: 'agreed',
        strong: false,
      };
    }
    if (NOT_AN_ACT.test(words) || isQuoted(text, sentence.from)) continue;
    return { ...sentence, ...found, body: sentence.from + found.body };
  }
  return undefined;
}

/** "RESOLVED: That …"; or, after the words it was said of, "Approved." and no more. */
function announcedAct(words: string, at: number): { verb: string; strong: boolean; body: number } | undefined {
  const opener = openerAt(words, 0);
  if (!opener) return undefined;
  const { verb, body } = opener;
  return at > 0 && body >= words.length && /^(?:approved|agreed)\b/i.test(words)
    ? { verb, strong: false, body: 0 }
    : { verb, strong: true, body };
}

function actOf(words: string): { verb: string; strong: boolean; body: number } | undefined {
  const capital = CAPITAL_ACT.exec(words);
  const isSaid = capital && (SHOUTED.test(words.slice(0, capital.index)) || isQuoted(words, capital.index));
  if (capital?.[1] && /[a-z]{3}/.test(words) && !isSaid) {
    const after = capital.index + capital[0].length;
    const tail = /^(?: unanimously)?(?:,? (?=that\b|to\b)|\s?[:–-]\s*)/i.exec(words.slice(after))?.[0];
    return { verb: capital[1].toLowerCase(), strong: true, body: tail === undefined ? 0 : after + tail.length };
  }
  if (MINUTES_PASSED.test(words) || MINUTES_PASSED_ACTIVELY.test(words))
    return { verb: 'approved', strong: true, body: 0 };
  const behind = BEHIND_DASH.exec(words)?.[1]?.toLowerCase();
  if (behind !== undefined) return { verb: behind, strong: true, body: 0 };
  const passive = PASSIVE.exec(words);
  const verb = (passive ??
    ACTIVE.exec(words) ??
    NAMED_BODY_RESOLVED.exec(words) ??
    NOTED.exec(words))?.[1]?.toLowerCase();
  if (verb === undefined) return proposes(words) ? { verb: 'agreed', strong: false, body: 0 } : undefined;
  const announced = /\b(?:resolved|agreed|decided)\s?:\s?[-–—]?\s*/i.exec(words);
  const start = announced ? announced.index + announced[0].length : 0;
  const body = passive?.index === 0 ? passive[0].lastIndexOf(' ') + 1 : start;
  return { verb, strong: verb === 'resolved', body };
}

/** A proposal and its acceptance in one sentence, or an election. */
function proposes(words: string): boolean {
  return (PROPOSED.test(words) && /\b(?:that|to)\b/i.test(words)) || ELECTED.test(words);
}

const ABBREVIATION =
  /(?:\b(?:Cllrs?|Mr|Mrs|Ms|Miss|Dr|Rev|St|No|Nos|para|paras|approx|p\.m|a\.m|e\.g|i\.e|etc|Ltd|Hon|Gov|[A-Z]))\.$/;

/** A part's label is no sentence. */
const LABEL = /^\(?(?:[ivx]{1,4}|[a-z])[.)]$/;

/** Sentences of a text from an offset on, abbreviations and initials not ending one. */
export function* sentencesOf(text: string, start: number): Generator<{ from: number; to: number }> {
  let from = start;
  const ends = /[.!?]["”’)]?(?=\s+(?:["“(]?[A-Z£]|\(?[a-z]{1,3}[.)]\s+[A-Z]))/g;
  ends.lastIndex = start;
  for (let end = ends.exec(text); end; end = ends.exec(text)) {
    const to = end.index + end[0].length;
    if (end[0] === '.' && ABBREVIATION.test(text.slice(Math.max(from, to - 12), to))) continue;
    if (LABEL.test(text.slice(from, Math.min(to, from + 6)))) continue;
    yield { from, to };
    from = to + (/^\s+/.exec(text.slice(to, to + 20))?.[0].length ?? 0);
  }
  if (from < text.length) yield { from, to: text.length };
}

/** True inside an opened and unclosed quotation: what is quoted was decided elsewhere. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const opened = before.split('“').length - before.split('”').length;
  return opened > 0 || (before.split('"').length - 1) % 2 === 1;
}
