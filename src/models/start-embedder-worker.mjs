// In Node 20 `--import tsx` does not reach a worker thread, so this plain script registers tsx there first.
import { register } from 'tsx/esm/api';

register();
await import('./embedder-worker.ts');
