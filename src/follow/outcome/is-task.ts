import type { LedgerEntry } from '../../ledger.ts';

/** Limbs of other kinds that ask for something to be done or told. */
const ASKS =
  /\b(?:report(?:ed)?\b(?!\sbe\s(?:noted|received))|findings|\b(?:future|further)\s(?:\w+\s)?reports?\b|be\s(?:\w+\sand\s)?(?:offered|published|circulated|arranged|invited|brought|surveyed|carried\sout|measured|trained|made\savailable|investigated|deferred|established|set\sup|convened|explored|examined|reformatted|updated|revised|amended|developed|drawn\sup|drafted|prepared|produced|undertaken|pursued|shared|notified|written|sought|added|monitored|commissioned|looked\s(?:into|at)|raised\swith|followed\sup)|confirm(?:ation)?|write\sto|look\sinto|remain\sopen)\b/i;
/** A lead that only introduces its limbs asks for nothing itself; what closes a request is no request. */
const NO_TASK = /:\s*$|\b(?:as|be)\sclosed\b/i;

/** True for what somebody is to do or to tell: a request, an undertaking, a recommendation, a decision with a task in it. */
export function isTask(entry: LedgerEntry): boolean {
  if (entry.kind === 'undertaking') return true;
  if (NO_TASK.test(entry.text)) return false;
  if (entry.limbKind === 'request' || entry.limbKind === 'recommendation') return true;
  return entry.limbKind === 'decision' && (entry.by !== undefined || entry.who !== undefined || ASKS.test(entry.text));
}
