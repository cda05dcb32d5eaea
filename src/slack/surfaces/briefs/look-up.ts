import type { RecordedLookUp } from '../../job.ts';
import type { LookUpOptions } from '../reply/look-up-privately.ts';
import { briefOnDemand } from './brief-on-demand.ts';
import { tellMeasure } from './tell-measure.ts';
import { tellMemory } from './tell-memory.ts';

/** What somebody looks up in the committee's memory with `/minutes`. */
export function lookUp(recorded: RecordedLookUp, options: LookUpOptions): Promise<void> {
  switch (recorded.job.wish) {
    case 'brief':
      return briefOnDemand(recorded, options);
    case 'measure':
      return tellMeasure(recorded, options);
    case 'outstanding':
    case 'thread':
      return tellMemory(recorded, options);
  }
}
