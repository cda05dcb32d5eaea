import { strFromU8, unzipSync } from 'fflate';
import type { FakeMessage } from '../fake-slack/state/workspace.ts';

/** Action ids and values of all buttons of a message. */
export function buttonsOf(message: FakeMessage): { action: string; value: string }[] {
  const found: { action: string; value: string }[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('action_id' in node && 'value' in node)
      found.push({ action: String(node.action_id), value: String(node.value) });
    for (const child of Object.values(node)) walk(child);
  };
  walk(message.blocks ?? []);
  return found;
}

/** The words of a document, which is packed and was uploaded as part of a form. */
export function wordsOfDocument(form: Buffer | undefined): string {
  if (!form) throw new Error('a document without content');
  const packed = form.subarray(form.indexOf('PK\x03\x04'), form.lastIndexOf('PK\x05\x06') + 22);
  return Object.entries(unzipSync(new Uint8Array(packed)))
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, part]) => strFromU8(part))
    .join('\n');
}
