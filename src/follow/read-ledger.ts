import type { LedgerDraft } from '../ledger.ts';
import type { Limb, Minute } from '../minute.ts';
import type { Paper, PaperText, Span } from '../paper.ts';

/** Every limb of a paper's minutes as a line of the ledger, in the order of the text. */
export function readLedger(_text: PaperText, paper: Paper): LedgerDraft[] {
  return paper.minutes.flatMap((minute) => minute.limbs.map((limb) => limbDraft(limb, minute)));
}

function limbDraft(limb: Limb, minute: Minute): LedgerDraft {
  const { asked, by, vote, toBody } = limb;
  return {
    kind: 'limb',
    limbKind: limb.kind,
    verb: limb.verb,
    text: limb.text,
    span: wholeSpan(limb.spans),
    place: {
      minuteTitle: minute.title,
      ...(minute.number === undefined ? {} : { minute: minute.number }),
      ...(minute.item === undefined ? {} : { item: minute.item }),
      limb: limb.label ?? '',
      limbVerb: limb.verb,
      limbKind: limb.kind,
    },
    ...(asked === undefined ? {} : { who: asked }),
    ...(by === undefined ? {} : { by }),
    ...(vote === undefined ? {} : { vote }),
    ...(toBody === undefined ? {} : { toBody }),
  };
}

function wholeSpan(spans: Span[]): Span {
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}
