import type { Wanted } from '../question.ts';

/**
 * Words that show what a question is after. Order matters: the first that fits is the most telling, and all that
 * fit are kept. These are everyday English and the usages of council meetings, not of any one council.
 */
const CUES: [Wanted, RegExp][] = [
  [
    'next-meeting',
    /^next\b.*\b(?:when|date|set for)|\b(?:next (?:meet|meeting|mtg)|(?:when|what date|what day)\b.{0,20}\b(?:we|they|it|committee|panel|commission|board)\s+(?:next\s+)?meet|when(?:'s| is| do| are) (?:the |our |we )?(?:next|meet)|meet(?:ing)? (?:next|again|after))/i,
  ],
  [
    'exempt',
    /\b(?:behind closed doors|closed (?:session|part)|in private|private (?:bit|part|session|section|item|meeting)|exempt|part (?:2|two|ii)\b|confidential (?:item|paper|report|session)|press and public|public (?:be |was |were )?excluded|restricted)/i,
  ],
  [
    'attendance',
    /\b(?:apolog\w*|apols|who (?:was|were) (?:at|in)\b|(?:which|what) (?:officers|members|councillors|cllrs|people|of us) (?:was|were|came|went)(?: also| all)? (?:at|in|to|there|present)\b|non-?(?:councillors|members)\b|who (?:was|were|is|all|else)? ?(?:there|present|attending|attended|absent|missing|came|chaired|turned up|in the chair)|in the chair|chaired|attendance|attended|attend|make it to|turn up|turned up|absent|been there|was (?:\w+ ){1,3}there|were (?:\w+ ){1,3}(?:there|present))/i,
  ],
  [
    'declaration',
    /\b(?:declar\w+ (?:an? |any |of )?(?:\w+[- ]){0,3}interests?|declarations?|conflicts? of interest|declared|pecuniary)/i,
  ],
  [
    'recommendation',
    /\b(?:recommend\w*|(?:being |are |is |were )?asked to (?:agree|approve|decide|note|do|consider|endorse)|for us to (?:decide|agree|do|note|approve)|options?\b.{0,30}\b(?:going for|prefer\w*|recommend\w*|favou?r\w*)|(?:which|what) option|come down on|came down on|decision needed|for decision|just for (?:info|noting)|what do (?:they|officers) want|what (?:are|is|were|was) (?:they|officers|the \w+) asking|asking (?:us|members|the committee)\b|asked of (?:us|members|the committee))/i,
  ],
  [
    'briefing',
    /\b(?:brief(?:ing)? (?:me|us|on|for)|prep(?:are)? (?:me|us|for|on)|(?:a )?(?:few )?(?:lines?|para(?:graph)?s?|words?) (?:each )?on\b(?! the)|main (?:items|papers|reports)|page (?:nos?|numbers?)\b|what(?:'s| is) on\b|agenda|need to know|run[- ]?down|on the menu|coming up|catch me up|summari[sz]e|summary of|(?:key|main) (?:points|messages|findings)|(?:the )?gist\b|in a nutshell|overview of|tell (?:me|us) about the [^?.]{2,80} (?:report|paper)\b|what(?:['’]?s| is| was) in the [^?.]{2,80} (?:report|paper)\b|what (?:does|did|do) the [^?.]{2,80} (?:report|paper|strategy|review) (?:say|conclude|cover|find)\s*\??$)/i,
  ],
  [
    'decision',
    /\b(?:decid\w*|decision|resol(?:ve[ds]?|ution\w*)|agree[ds]?|approv\w*|(?:did|do|didnt|didn't|what|which|that|have|had) (?:we|they|the (?:committee|commission|panel|board|council|cabinet))\b.{0,40}\b(?:ask|asked|request|want|set (?:\w+ ){0,3}up|back|support|endorse|sign off|put forward|nominat|refus|reject|vote|turn down|defer|refer|appoint|call for|called for|go for|say yes)\w*|refused|rejected|turned down|thrown out|(?:was|were|been|is) (?:approved|deferred|appointed|nominated|asked for|agreed|endorsed|supported)|signed off|final say|voted?\b|turned down|nominat\w*|put forward|request(?:ed)?|asked for|ask for|actions?\b|(?:report|come|bring|brought|due) back\b|next (?:report|update)\b|what happens next|supposed to)/i,
  ],
  [
    'history',
    /\b(?:come up before|been (?:here|discussed|raised) before|history|over the years|compared? (?:to|with)|since (?:then|20\d\d)|previous(?:ly)?|what happened (?:there|next|to)|in the end|ever\b|first time|and where|trend)/i,
  ],
  [
    'discussion',
    /\b(?:(?:what|which|did|do|were|was|how) .{0,40}\b(?:said|say|raised?|reply|replied|respon\w+|worr\w+|concern\w*|asked about|told|happy|queried|question\w*|challeng\w+|comment\w*|reassur\w+|grumble\w*|complain\w*)|someone asked|members? (?:asked|raised|said|worried)|discuss\w*|debate\w*|when we went through|talked? about)/i,
  ],
  [
    'progress',
    /\b(?:progress|any news|update|how (?:is|are|was|were) .{0,40}(?:going|getting on|doing|coming along)|where (?:had|have|has|are|is) .{0,30}(?:got|get|up) ?to|latest on|has anything changed|what came (?:out )?of|followed? up|report(?:ed)? back)/i,
  ],
  [
    'figure',
    /\b(?:how (?:many|much|long|often|old|big|far|quick\w*|fast|large|short|high|low)|what (?:number|percentage|percent|proportion|share|rate|figure|score|mark|average|total)|number of|percentage|per ?cent|proportion|average|rates?\b|totals?|figures?|costs?|spend\w*|budget|scores?\b|results?|numbers?|target)|[%£]/i,
  ],
];

/** What a committee recommends to another body it resolves; what officers recommend to it stands in reports. */
const OUR_RECOMMENDATION =
  /\b(?:did|has|have|had) (?:we|members|(?:the )?(?:\w+ ){0,3}(?:committee|commission|panel|board)) (?:\w+ )?recommend|(?<!\b(?:are|were|being) )\bwe (?:\w+ )?recommended\b/i;

/** What a question wants of the record, most telling first; empty when it does not say. */
export function findWanted(text: string): Wanted[] {
  const wanted = CUES.filter(([, cue]) => cue.test(text)).map(([wish]) => wish);
  return OUR_RECOMMENDATION.test(text) ? ['decision', ...wanted.filter((wish) => wish !== 'decision')] : wanted;
}
