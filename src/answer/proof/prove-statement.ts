import type { Citation } from '../../citation.ts';
import type { Passage } from '../../passage.ts';
import type { ProofFault, Verdict } from '../../proof.ts';
import type { Question } from '../../question.ts';
import type { WrittenStatement } from '../../writer.ts';
import { quotePassage } from '../compose-statement.ts';
import { checkActors } from './claims/check-actors.ts';
import { checkAttributes } from './claims/check-attributes.ts';
import { checkCover } from './claims/check-cover.ts';
import { checkDecision } from './claims/check-decision.ts';
import { checkForm, isInstruction } from './claims/check-form.ts';
import { checkModality } from './claims/check-modality.ts';
import { checkNames } from './claims/check-names.ts';
import { checkPolarity } from './claims/check-polarity.ts';
import { checkRoles } from './claims/check-roles.ts';
import { checkTense } from './claims/check-tense.ts';
import { checkDegree } from './figures/check-degree.ts';
import { checkDirection } from './figures/check-direction.ts';
import { checkFigureRoles } from './figures/check-figure-roles.ts';
import { checkFigures } from './figures/check-figures.ts';
import { checkNeighbours } from './figures/check-neighbours.ts';
import { checkPairs } from './figures/check-pairs.ts';
import { checkTables } from './figures/check-tables.ts';
import { type Evidence, locateQuote } from './locate-quote.ts';
import { type Claim, readClaim } from './reading/claim.ts';

export type ProveOptions = {
  /** What the model was shown, by the ids that it was given for this one call. */
  passages: Map<string, Passage>;
  question: Question;
};

/** More quotations than this under one statement are a splice, not a proof. */
const MAX_QUOTES = 6;
/** What is shown of a model's words where they are at fault. */
const MAX_SAID_CHARS = 120;

/** What a statement is held against, cheapest and plainest first: the first fault is the one told. */
const RULES: ((claim: Claim) => ProofFault | undefined)[] = [
  checkFigures,
  checkTables,
  checkNames,
  checkDecision,
  checkPolarity,
  checkDegree,
  checkDirection,
  checkModality,
  checkTense,
  checkActors,
  checkPairs,
  checkNeighbours,
  checkRoles,
  checkFigureRoles,
  checkAttributes,
  checkCover,
];

/** Proves one statement, as when it is streamed: `at` is its place among those written, from 0. */
export function proveStatement(written: WrittenStatement, { at, passages }: ProveOptions & { at: number }): Verdict {
  const evidence: Evidence[] = [];
  const drop = (why: ProofFault): Verdict => {
    const instead = evidence[0] && quotePassage(evidence[0].passage, evidence[0].citation.span);
    const told = { kind: why.kind, said: why.said.slice(0, MAX_SAID_CHARS) };
    return { kind: 'dropped', at, statement: written, why: told, ...(instead ? { instead } : {}) };
  };
  const form = checkForm(written.text);
  if (form) return drop(form);
  if (written.quotes.length > MAX_QUOTES) return drop({ kind: 'splice', said: `${written.quotes.length} quotations` });
  for (const quote of written.quotes) {
    const found = locateQuote(quote, passages);
    if ('fault' in found) return drop({ kind: found.fault, said: quote.words });
    evidence.push(found);
  }
  const [first, ...others]: Citation[] = evidence.map(({ citation }) => citation);
  if (!first) return drop({ kind: 'no-quote', said: '' });
  const planted = evidence.find(({ passage }) => isInstruction(passage));
  if (planted) return drop({ kind: 'instruction', said: planted.text });
  const claim = readClaim(written, evidence);
  for (const rule of RULES) {
    const fault = rule(claim);
    if (fault) return drop(fault);
  }
  return { kind: 'kept', at, statement: { text: written.text, citations: [first, ...others] } };
}
