import { briefOnDemand, type LookUpOptions, type RecordedLookUp } from './brief-on-demand.ts';
import { tellMemory } from './tell-memory.ts';

/** What somebody looks up in the committee's memory with `/minutes`. */
export function lookUp(recorded: RecordedLookUp, options: LookUpOptions): Promise<void> {
  return recorded.job.wish === 'brief' ? briefOnDemand(recorded, options) : tellMemory(recorded, options);
}
