import { isOnThisMachine, type WriterSettings } from '../../model-settings.ts';
import type { Writer } from '../../models.ts';
import type { UsageLog } from './usage-log.ts';

/** The council's language model, as `openWriter` gives it, loaded with the first call: its packages take most of a second. */
export function openWriterWhenAsked(settings: WriterSettings, options: { usage: UsageLog }): Writer {
  let opened: Promise<Writer> | undefined;
  const open = () => {
    opened ??= import('./open-writer.ts').then(({ openWriter }) => openWriter(settings, options));
    return opened;
  };
  return {
    id: `${settings.provider}:${settings.model}`,
    isOnThisMachine: isOnThisMachine(settings.url),
    async prepare() {
      await (await open()).prepare?.();
    },
    write: async (call, writing) => (await open()).write(call, writing),
  };
}
