import { SUPPORT_KINDS, type SupportKind, type SupportPair } from './read-support.ts';

/** What the proof made of one pair; `fault` is why it was dropped; `ms` is the processor time of the proof. */
export type JudgedPair = SupportPair & { kept: boolean; fault?: string; ms: number };

/** Of one kind of pair: how many the proof kept and dropped. */
export type KindScore = { kind: SupportKind; pairs: number; kept: number; dropped: number };

/**
 * `letThrough`: share of the unsupported that were kept; `droppedSupported`: share of the supported that were dropped.
 * `precision` and `recall` are of keeping: of all kept the supported ones, of all supported the kept ones.
 */
export type SupportScore = {
  pairs: number;
  letThrough: number;
  droppedSupported: number;
  precision: number;
  recall: number;
  kinds: KindScore[];
};

/** Sums up what the proof made of labelled pairs, whole and by kind. */
export function scoreSupport(judged: JudgedPair[]): SupportScore {
  const supported = judged.filter(({ kind }) => kind === 'supported');
  const others = judged.filter(({ kind }) => kind !== 'supported');
  const kept = (pairs: JudgedPair[]) => pairs.filter((pair) => pair.kept).length;
  return {
    pairs: judged.length,
    letThrough: share(kept(others), others.length),
    droppedSupported: share(supported.length - kept(supported), supported.length),
    precision: share(kept(supported), kept(judged)),
    recall: share(kept(supported), supported.length),
    kinds: SUPPORT_KINDS.flatMap((kind) => {
      const pairs = judged.filter((pair) => pair.kind === kind);
      return pairs.length === 0
        ? []
        : [{ kind, pairs: pairs.length, kept: kept(pairs), dropped: pairs.length - kept(pairs) }];
    }),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
