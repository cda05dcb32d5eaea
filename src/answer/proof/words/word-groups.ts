import { stemmer } from 'stemmer';

/** Forms that no stemming brings together, each with its plain form first. */
const IRREGULAR = `be am is are was were been being
have has had having
do does did done doing
rise rose risen rising|fall fell fallen falling|grow grew grown growth|say said|tell told|make made|take taken took
give gave given|go went gone|come came|begin began begun|hold held|leave left|meet met|pay paid|put|read|run ran
see saw seen|spend spent spending|stand stood|think thought|write wrote written|keep kept|find found|bring brought
lose lost loss|undertake undertook undertaken|hide hid hidden|catch caught|teach taught|fight fought|forget forgot
forgotten|freeze froze frozen|wear wore worn|shut|cost|cut|hit|lend lent|light lit|ride rode ridden|shake shook shaken
withdraw withdrew withdrawn|throw threw thrown|forgive forgave|overspend overspent|underspend underspent|rewrite rewrote
sink sank sunk|stick stuck|strike struck|swear swore|sweep swept|tear tore torn|understand understood|win won|bend bent
choose chose chosen choice|build built|buy bought|sell sold sale|send sent|speak spoke spoken|feel felt
show shown|break broke broken|know knew known|become became|drive drove driven|mean meant|hear heard|lead led|let
seek sought|set|win won|child children|woman women|man men|person people|decide decision|defer deferral
refuse refusal|approve approval|propose proposal|respond response reply replied|complain complaint|train training
able ability|safe safety|long length|high height|succeed success|fail failure|apology apologies apologise
consult consultation|reduce reduction|describe description|explain explanation|recruit recruitment
assess assessment|exempt exemption|include inclusion inclusive|provide provision provider|permanent permanently
suspend suspension|apply application|attend attendance|perform performance|collect collection|exclude exclusion
decline declination|advertise advertisement advertising|compare comparison|allocate allocation|extend extension
vary variation|move moved motion|second seconded seconder|vote voting voter|half halve halved|twice double doubled|bid bidder|tender tenderer|lie lay lain`;

/**
 * Words that say the same in minutes and reports, general ones only: what a council's papers mean by their own words
 * is not for a list. Verbs of deciding, directions, negations and quantities are not here: they have rules of their own.
 */
const SAME = `begin start commence launch|company firm business|room space|end finish conclude expire|help assist|ask request invite seek call
show reveal demonstrate find set-out|buy purchase acquire|year annual yearly annum|month monthly|week weekly
day daily|cost price expense|home house|finding result outcome|job post position role|get receive obtain
need require requirement|do complete carry finish perform|make create establish introduce produce
keep retain remain continue stay persist|examine investigate inspect|late delay lateness|shut close closure
join participate part|leave depart|reach achieve attain meet satisfy|problem difficulty issue|worry concern concerned
idea suggestion suggest indicate|think believe feel view opinion|speak talk|give provide supply|share proportion percentage percent rate
trial pilot|quick fast|wait queue|telephone phone|waste rubbish refuse|gap difference|next follow|after since afterwards
before previous earlier prior previously beforehand|now current present currently today|enough sufficient|extra additional further
whole full entire complete fully|car vehicle|answer reply respond|explain describe outline|collision accident crash
area district|list schedule|vacancy vacant unfilled|permit licence|reason cause|likely probable|big large|small little
money fund funding|main chief chiefly mainly principal|often frequently|extend lengthen|repair mend fix
warn caution|include contain|depend rest|pupil student|teacher staff|worker employee|lorry truck|damage harm
hand pass|send circulate|watch monitor|check verify|test check|go-ahead proceed|replace substitute renew
arrange organise|appoint hire recruit|pleased glad|disappointing disappointed disappointment|mark highlight
back support favour|oppose against object opposition|thank gratitude|publish print|measure gauge|owe due
oversee supervise|happen occur take-place|visit tour|together jointly joint|separate apart separately|hard difficult
attribute due|other remaining rest remainder|submit send|know aware|promise undertake pledge|place spot location|attain score|budget|petition|sign signature|resident inhabitant`;

/** Of the groups above, those whose first words say the same. */
const LINKED = `think feel|cost spend`;

const GROUPS = new Map<string, string>();
for (const line of `${IRREGULAR}|${SAME}`.split(/[|\n]/)) {
  const stems = line
    .split(' ')
    .filter(Boolean)
    .map((word) => stemmer(word));
  const group = stems.map((stem) => GROUPS.get(stem)).find(Boolean) ?? stems[0] ?? '';
  for (const stem of stems) if (!GROUPS.has(stem)) GROUPS.set(stem, group);
}
// "Felt" is a form of "feel", and "feel" says the same as "think": of both lists what is one is one.
for (const line of LINKED.split('|')) {
  const [to = '', ...from] = line.split(' ').map((word) => GROUPS.get(stemmer(word)) ?? stemmer(word));
  for (const [stem, group] of GROUPS) if (from.includes(group)) GROUPS.set(stem, to);
}

const BASES = new Map(
  IRREGULAR.split(/[|\n]/).flatMap((line) => {
    const [base = '', ...forms] = line.split(' ').filter(Boolean);
    return forms.map((form) => [form, base] as const);
  }),
);

/** The plain form of an irregular lower-case one: "undertook" gives "undertake"; undefined for all others. */
export function irregularBaseOf(word: string): string | undefined {
  return BASES.get(word);
}

/** True of a lower-case verb in the past: "paid", "delivered". */
export function isPastForm(word: string): boolean {
  return /ed$/.test(word) || BASES.has(word);
}

/** British forms as the stemmer knows them: "organisation" and "organization" are one word. */
const british = (word: string) => word.replace(/is(e[ds]?|ing|ation)$/, 'iz$1');

/** The stem of a lower-case word, the same for its irregular forms. */
export function stemOf(word: string): string {
  return stemmer(word);
}

/** What a lower-case word means, as far as a small list of general words tells: equal for words of one meaning. */
export function meaningOf(word: string): string {
  const stem = stemmer(word);
  return GROUPS.get(stem) ?? stemmer(british(word));
}

const set = (words: string) => new Set(words.split(/\s+/));

/** Words that carry no matter of their own: they are neither covered nor have to be. */
const FUNCTION_WORDS = set(
  `a an the this that these those it its itself they them their theirs he him his she her hers who whom whose which what
  when where why how there here and or nor but so yet as at by for from in into of off on onto out over per than then to
  too under until upon via with within without about above across after again against along also although among amongst
  around because before behind being below beneath beside besides between beyond both during each either else even ever
  every except few further if less least like many may might more most much must neither no none not only other others
  otherwise own same several shall should since some such though through throughout towards toward unless unlike up
  was were is are be been am has have had having do does did doing will would can could cannot whether while whilst
  all any another one ones very just still already now rather quite well however therefore thus hence meanwhile
  respectively whereas together itself themselves himself herself instead simply again once nobody nothing anybody anything anyone
  everybody everything everyone somebody something someone including include includes included regarding concerning
  relating compared comparing comparison according following given`,
);

/** What a statement says of the record itself, whatever it is about. Whether it may say so is for other rules. */
const RECORD_WORDS = set(
  `committee meeting minute minutes minuted report reports reported paper papers member members councillor councillors
  cllr cllrs mr mrs ms dr reverend rev resolution resolutions resolve resolved decide decided decision decisions agree agreed
  say says said saying state states stated note noted notes discuss discussed discussing discussion consider considered
  consideration record recorded records set say tell told explain explained explains add added adds mention mentioned
  point pointed comment commented raise raised advise advised inform informed hear heard describe described present
  presented presents presenting introduced confirmed respond responded responding response query queried
  express expressed acknowledge acknowledged clarified reiterated reassured outlined question questioned enquired answer
  answered observed find found finds remarked argued stressed emphasised highlighted feared item agenda total figure figures number numbers share proportion percentage rate level amount`,
);

/** General words that add no fact to what is said around them: "had come down to", "was put on", "went down". */
const LIGHT_WORDS = set(
  `come comes came coming go goes went gone going get gets got getting make makes made making take takes took taken taking
  put puts putting give gives gave given giving hold holds held holding bring brings brought bringing use uses used using
  keep keeps kept keeping stand stands stood standing remain remains remained become becomes became include includes
  cover covers covered covering apply applies applied run runs ran running last lasts lasted begin begins began begun
  beginning start starts started starting continue continues continued involve involves involved stay stays stayed
  time times way case cases deadline part place places placed placing long back sum due main earlier previous existing
  ahead available receive receives received receiving submit submits submitted submitting basis overall really simply
  currently originally initially recently personally eventually subsequently match matches matched matching
  able past data information jointly total totals totalling show shows showed shown showing expect expects serve served aim aims true exist exists existed`,
);

export function isLightWord(word: string): boolean {
  return LIGHT_WORDS.has(word);
}

export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

export function isRecordWord(word: string): boolean {
  return RECORD_WORDS.has(word);
}
