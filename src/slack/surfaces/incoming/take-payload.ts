import type { StopMemory } from '../memory/stop-memory.ts';
import type { Incoming } from './incoming.ts';
import { takeCommand, takeShortcut } from './take-command.ts';
import { type TakeEventOptions, takeEvent } from './take-event.ts';
import { takePress } from './take-press.ts';

export type TakeOptions = TakeEventOptions & { stops: StopMemory };
/** What any payload of Slack's comes to, whichever way it was delivered; undefined where nothing is owed. */
export function takePayload(body: unknown, options: TakeOptions): Incoming | undefined {
  return (
    takeEvent(body, options) ?? takeCommand(body, options) ?? takeShortcut(body, options) ?? takePress(body, options)
  );
}
