import type { Person } from '../../meeting.ts';

const TITLE =
  /^(?:the\s+)?(?:(?:county|city|town|parish|district|borough|community|ward)\s+)?(councillors?|cllrs?|cll|alder(?:man|men|woman)|the mayor|mayor|deputy mayor|lord mayor|lady|lord|sir|dame|baroness|members?)\b\.?:?\s*/i;
const HONORIFIC = /^(?:mrs?|ms|miss|mx|dr|prof(?:essor)?|rev(?:erend)?|revd|canon|hon|rt hon|and)\b\.?\s*/i;
/** "Two members of the public" names nobody. */
const COUNTED = /^\W*(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|many)\s/i;
/** Words that make a phrase an office, not a name. */
const OFFICE =
  /\b(?:officers?|director|head|manager|clerk|solicitor|lawyer|chief|lead|leader|commissioner|assistant|adviser|advisor|executive|chair(?:man|person|woman)?|conven[eo]r|mayor|secretary|treasurer|planner|engineer|accountant|auditors?|representative|services?|team|finance|governance|democratic|member|portfolio|council|committee|constable|superintendent|inspector|head ?teacher|governor|consultant|coordinator|co-ordinator|administrator|surveyor|partner|trust|nhs|public|press|residents?|applicant|agent|minutes|licensing|housing|legal|corporate|deputy|interim|strategic|warden|university|college|school|hospital|police|fire|association|society|group|limited|ltd|foundation|charity|church|federation|union|partnership|chamber|board|panel|cabinet|healthwatch|borough|county)\b/i;
const IN_THE_CHAIR = /\(?\b(?:(?:vice|deputy)[- ]chair(?:man|person|woman)?\s+)?in the chair\b\)?/i;
const NAME_WORD = /^(?:\p{Lu}[\p{L}'’.-]*|(?:de|der|van|von|le|la|du|of|bin|al|ap|ab|y)|[\p{Lu}]\.?)$/u;
/** Why somebody sent apologies, printed in brackets where others have their office. */
const REASON =
  /^(?:illness|ill|unwell|sick|work|holidays?|on leave|away|personal|family|medical|other commitments?|business|prior\b.*)$/i;
const NOT_NAMES =
  /^(?:none|nil|no|there|apologies|absen\w*|present|also|in|attendance|was|were|all|some|others?|various|n\/a|tbc|vacan\w*|webcast|the|for|item|items|agenda|minutes?|members?|a|an|from|substitutes?|those|meeting|declarations?|welcome|introductions?|resolved|see|note|quorum|votes?|names?|wards?|title|role)$/i;
/** "The Mayor (Councillor Jane Roe)": the office outside, the name in brackets. */
const OFFICE_HOLDER =
  /^\W*(?:the\s+)?(?:(?:right )?worshipful\s+(?:the\s+)?)?((?:(?:deputy|lord|vice)[- ]?)?(?:mayor|chair|chairman|chairperson|leader))\s*[(–-]\s*((?:councillor|cllr|alderman)\s[^()]{3,60})\)?/i;
/** A new group of people: after a semicolon, a line, a column, or a full stop that is no title's or initial's. */
const SENTENCE_OR_GROUP =
  /[;\n|\t]|(?<=\p{Ll}{3}|\))(?<!\b(?:Councillors?|Cllrs?|Mrs|Revd|Prof|Hon|Capt))\.\s+(?=\p{Lu})/u;
/** "Chief Fire Officer S Noble": the post before a name that an initial shows to be one. */
const POST_AND_NAME =
  /^(?:the\s+)?(\p{Lu}\p{L}{2,20}(?:\s(?:\p{Lu}\p{L}{2,20}|of|to|the|and|for|&)){0,6})\s+(\p{Lu}\.?(?:\s?\p{Lu}\.?){0,2}\s\p{Lu}[\p{L}'’-]{1,25})$/u;
/** "Religious Representatives Rev Alan Firth": whom somebody stands for, before an honorific. */
const HONORIFIC_INSIDE =
  /^((?:\p{Lu}\p{L}{2,20} ){1,5}?)(?:Revd?|Mrs?|Ms|Miss|Dr|Prof|Canon)\.? (\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,3})$/u;
/** "Tenant Representative Lulu Agate": a post that ends in what such posts are called, before a full name. */
const POST_THEN_NAME =
  /^((?:\p{Lu}[\p{L}/-]{2,20} ){0,4}(?:Representative|Officer|Director|Manager|Clerk|Inspector|Sergeant|Constable|Warden|Secretary|Treasurer|Leader|Surveyor|Auditor)) (\p{Lu}[\p{L}'’-]{1,20} \p{Lu}[\p{L}'’-]{1,25})$/u;
/** "Mr W Grosvenor Clerk": the post right after a name with a title. */
const NAME_THEN_POST =
  /^((?:Mrs?|Ms|Miss|Dr)\.? (?:\p{Lu}\.? ?){1,3} ?\p{Lu}[\p{L}'’-]{2,25}) (\p{Lu}\p{Ll}{2,}(?: \p{L}{2,20}){0,6})$/u;
/** "Emma Red Assistant Director People": columns of names and posts that ran together. */
const FULL_NAME_THEN_POST =
  /^(\p{Lu}\p{L}{1,20} \p{Lu}[\p{L}'’-]{1,25}) ((?:Assistant|Deputy|Senior|Principal|Strategic|Interim|Corporate|Democratic|Executive|Monitoring|Head of|Director|Clerk|Solicitor|Town Clerk|Chief)\b.{0,60})$/u;
const POST_NOMINALS = /,?\s+(?:MBE|OBE|CBE|KBE|DBE|BEM|JP|MP|MS|MSP|QC|KC|DL|QPM)\b/g;
/** "Jane Roe (Chair) John Dow (Clerk)": a name after a bracket, before another bracket or comma. */
const LOST_COMMA = /\)\s+(?=\p{Lu}[\p{L}'’-]{2,20}(?:\s\p{Lu}[\p{L}'’-]{2,20})?(?:\s\(|,))/gu;
const MAX_NAME_WORDS = 5;

/**
 * The people in a printed list ("Councillors A, B (Chair) and C; Mrs. D, Head of E"): names without title, the
 * office printed beside each, else the title the list gives. Phrases that name nobody are left out.
 */
export function readPeople(list: string): Person[] {
  const people: Person[] = [];
  let title: string | undefined;
  const held = officesHeld(list);
  if (held.length > 0) return held;
  const plain = list
    .replace(/\[([^[\]]{1,60})\]/g, '($1)')
    .replace(POST_NOMINALS, '')
    .replace(LOST_COMMA, '), ');
  for (const group of splitOutside(withCommas(plain), SENTENCE_OR_GROUP)) {
    const found: Person[] = [];
    // "Councillors A and B; Mrs. C": after a semicolon another title ends the councillors.
    if (/^\s*(?:Mrs?|Ms|Miss|Dr|Rev(?:erend)?|Father|Canon|Provost)\b/.test(group)) title = undefined;
    if (/^\s*(?!councillors?:|cllrs?:|members?:)[\p{L}'’ -]{3,45}:\s/iu.test(group)) title = undefined;
    let pending: string | undefined;
    let at = 0;
    for (const phrase of splitOutside(group, /,|\s(?:and|&)\s/i)) {
      at = group.indexOf(phrase, at);
      const joint = /\s(?:and|&)\s$/i.test(group.slice(Math.max(0, at - 5), at));
      const part = readPhrase(phrase);
      if (part.title !== undefined) title = part.plural ? part.title : undefined;
      const previous = found.at(-1);
      if (previous?.office !== undefined && joint && endsOffice(group, phrase)) {
        found[found.length - 1] = { name: previous.name, office: `${previous.office} and ${phrase.trim()}` };
      } else if (part.name !== undefined) {
        found.push(person(part.name, part.office ?? pending ?? part.title ?? title));
        pending = undefined;
      } else if (part.office !== undefined && /^\W*the\s/i.test(phrase)) pending = part.office;
      else if (part.office !== undefined && previous)
        found[found.length - 1] = withOffice(previous, part.office, joint);
      else if (part.office !== undefined) found.push({ name: part.office });
    }
    if (pending !== undefined) found.push({ name: pending });
    people.push(...found);
  }
  return people;
}

const COUNCILLOR = /(?:(?:County|Town|District|Borough|City|Community) )?(?:Cllr|Councillor)\b/g;

/** "Cllr A Roe Cllr B Dow Cllr C Elm": names that a converter took out of their columns, with commas between them. */
function withCommas(list: string): string {
  const titles = list.match(COUNCILLOR)?.length ?? 0;
  if (titles < 3 || (list.trim().match(/[,;\n]|\band\b/g)?.length ?? 0) > titles / 2) return list;
  return list.replace(new RegExp(`(?<=[\\p{L})])\\s+(?=${COUNCILLOR.source})`, 'gu'), ', ');
}

/** Posts printed before their holders, commas and all: "Director, Roads (Mr. J. Roe), Clerk (Ms. A. Dow)". */
function officesHeld(list: string): Person[] {
  const held = [...list.replace(/\s+/g, ' ').matchAll(HELD)];
  const isList = held.length > 1 && held.every(([, office]) => OFFICE.test(office ?? ''));
  if (!isList) return [];
  return held.flatMap(([, office = '', name = '']) => readPeople(name).map((one) => ({ name: one.name, office })));
}

const HELD = /(?:^|[,;] |\band )\s*(\p{Lu}[^();]{2,120}?)\s*\(((?:Mrs?|Ms|Miss|Dr)\.?\s[^()]{3,60})\)/gu;

/** "Mr S Roe - Head of Planning and Building Control": where the person has a "Mr", what has none is no second one. */
function endsOffice(group: string, phrase: string): boolean {
  return (
    /^\W*(?:mrs?|ms|miss|dr)\b/i.test(group) &&
    /\b(?:of|for|officer|manager|director)\b/i.test(group.slice(0, group.indexOf(phrase))) &&
    !/^\W*(?:the|mrs?|ms|miss|dr|prof|rev|cllr|councillor)\b/i.test(phrase) &&
    !/(?:^|\s)\p{Lu}\.?\s/u.test(phrase) &&
    !/\(/.test(phrase)
  );
}

type Phrase = { title?: string; plural?: boolean; name?: string; office?: string };

function readPhrase(raw: string): Phrase {
  const offices = [...raw.matchAll(/\(([^()]*)\)/g)]
    .map((match) => (match[1] ?? '').trim())
    .filter((inner) => inner !== '' && !REASON.test(inner) && !isInitials(raw, inner));
  const chair = IN_THE_CHAIR.exec(raw.replace(/\([^()]*\)/g, ' '))?.[0];
  if (chair) offices.push(chair);
  const held = OFFICE_HOLDER.exec(raw);
  if (held?.[1] && held[2]) return readPhrase(`${held[2]} (${[held[1], ...(chair ? [chair] : [])].join(', ')})`);
  let rest = raw
    .replace(/\([^()]*\)/g, ' ')
    .replace(IN_THE_CHAIR, ' ')
    .replace(/^(?!councillors?:|cllrs?:|members?:)[\p{L}'’/ -]{3,45}:\s+(?=\p{Lu})/iu, '')
    .replace(/^[\s–—:*•-]+|[\s.:–—-]+$/g, '');
  const postFirst = POST_AND_NAME.exec(rest);
  if (postFirst?.[1] && postFirst[2] && OFFICE.test(postFirst[1]) && !TITLE.test(rest)) {
    rest = postFirst[2];
    offices.push(postFirst[1].replace(/\s+(?:Mrs?|Ms|Miss|Dr)$/, '').trim());
  }
  const middle = TITLE.test(rest) ? null : HONORIFIC_INSIDE.exec(rest);
  if (middle?.[1] && middle[2]) {
    rest = middle[2];
    offices.push(middle[1].trim());
  }
  const posted = TITLE.test(rest) ? null : POST_THEN_NAME.exec(rest);
  if (posted?.[1] && posted[2]) {
    rest = posted[2];
    offices.push(posted[1].trim());
  }
  const following = NAME_THEN_POST.exec(rest) ?? FULL_NAME_THEN_POST.exec(rest);
  if (following?.[1] && following[2] && isOffice(following[2])) {
    rest = following[1];
    offices.push(following[2]);
  }
  const titled = /^member\s+\p{Lu}/iu.test(rest) && OFFICE.test(rest.slice(7)) ? null : TITLE.exec(rest);
  // A councillor may be called Lord.
  const isSurname = titled !== null && titled[0] === rest && /^(?:lord|lady|sir|dame)$/i.test(rest);
  if (titled && !isSurname) rest = rest.slice(titled[0].length).replace(/^[-–—:]\s+/, '');
  const title = titled?.[1] && !isSurname ? singular(titled[1]) : undefined;
  const dash = /^(.{3,40}?)\s+[-–—:]\s+(.+)$/.exec(rest);
  if (dash?.[1] && dash[2] && !OFFICE.test(dash[1])) {
    rest = dash[1];
    offices.push(dash[2]);
  }
  const office = offices.length > 0 ? offices.join(', ') : undefined;
  const name = nameOf(rest.replace(HONORIFIC, '').replace(HONORIFIC, '').trim(), title !== undefined);
  const known = title ? { title, plural: /(?:s|men)$/i.test(titled?.[1] ?? '') } : {};
  if (name !== undefined) return { ...known, name, ...(office ? { office } : {}) };
  if (isOffice(rest)) return { ...known, office: rest.trim().replace(/^the\s+/i, '') };
  return known;
}

/** "Pam Bullas (PB)": the letters by which minutes go on to name her are no office. */
function isInitials(phrase: string, inner: string): boolean {
  const words = phrase.replace(/\([^()]*\)/g, ' ').match(/\p{Lu}[\p{L}'’-]+/gu) ?? [];
  return (
    /^\p{Lu}{2,4}$/u.test(inner) &&
    words
      .map((word) => word[0])
      .join('')
      .includes(inner)
  );
}

function nameOf(text: string, titled: boolean): string | undefined {
  const words = text.replace(/[.,]$/, '').split(/\s+/).filter(Boolean);
  if (words.length === 0 || words.length > MAX_NAME_WORDS || !words.every((word) => NAME_WORD.test(word)))
    return undefined;
  const first = words[0] ?? '';
  if (/^\p{Ll}/u.test(first) || (first.length > 1 && NOT_NAMES.test(first))) return undefined;
  if (!titled && OFFICE.test(text)) return undefined;
  return words.join(' ');
}

/** True for words that name a post and nobody who holds it: "Head of Parks", "Clerk". */
export function isPost(text: string): boolean {
  return isOffice(text) && nameOf(text, false) === undefined && !TITLE.test(text) && !HONORIFIC.test(text);
}

function isOffice(text: string): boolean {
  if (COUNTED.test(text)) return false;
  return (
    text.length <= 90 &&
    OFFICE.test(text) &&
    /^(?:the\s+)?\p{Lu}/u.test(text) &&
    !/\b(?:was|were|is|are|had|has|opened|welcomed|advised|reported|noted|said|explained|asked|thanked)\b/.test(text)
  );
}

function person(name: string, office: string | undefined): Person {
  return office === undefined ? { name } : { name, office };
}

const PLAIN_TITLE = /^(?:councillor|cllr|member|alder\w+)$/i;

/** An office after a comma says more than a title; one in brackets stays. */
function withOffice(previous: Person, office: string, joint: boolean): Person {
  if (joint && previous.office !== undefined && !PLAIN_TITLE.test(previous.office))
    return { name: previous.name, office: `${previous.office} and ${office}` };
  const plain = previous.office === undefined || PLAIN_TITLE.test(previous.office);
  return { name: previous.name, office: plain ? office : `${previous.office}, ${office}` };
}

function singular(title: string): string {
  return title.replace(/^(councillor|cllr|member)s$/i, '$1').replace(/^(alder|ALDER)(?:men|MEN)$/i, '$1man');
}

/** Splits at a separator that stands outside brackets. */
function splitOutside(text: string, separator: RegExp): string[] {
  const masked = text.replace(/\([^()]*\)/g, (inner) => `${'\u0001'.repeat(inner.length - 1)})`);
  const parts: string[] = [];
  const global = new RegExp(separator.source, `${separator.flags}g`);
  let from = 0;
  for (const match of masked.matchAll(global)) {
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part.trim() !== '');
}
