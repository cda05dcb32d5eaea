const LIST_NAME =
  /\b(?:vice[- ])?(?:chair(?:man|person)?|councillors?|cllrs?|clerk|officers?|in attendance|also present|apologies|absent|members of (?:the )?public)\s?:/gi;
/** Fewer names of lists on one line are that of the list and of a part of it. */
const MIN_NAMES = 3;
/** "Roe and Dow. There were apologies from Elm." */
const APOLOGIES_NEXT = /(?<=[\p{L})]\.)\s+(?=(?:there (?:were|was) )?(?:an )?apolog(?:y|ies)\b)/iu;

/** "Chairman: Roe Councillors: Dow, Elm Clerk: Ash": lists that a converter put on one line, each apart; none of an empty one. */
export function listsApart(words: string): string[] {
  if (words === '') return [];
  const names = [...words.matchAll(LIST_NAME)].map(({ index }) => index).filter((at) => at > 0);
  const starts = names.length < MIN_NAMES ? [0] : [0, ...names];
  return starts
    .flatMap((at, i) =>
      words
        .slice(at, starts[i + 1])
        .trim()
        .split(APOLOGIES_NEXT),
    )
    .filter((part) => part !== '');
}
