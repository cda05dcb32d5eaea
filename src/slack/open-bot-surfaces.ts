import type { BotSettings } from '../bot-settings.ts';
import type { Log } from '../log.ts';
import { readPause } from '../pause.ts';
import { ACCESS_EVENTS } from './access/access-events.ts';
import { openAccess } from './access/open-access.ts';
import { openAccessFile } from './access/open-access-file.ts';
import type { BotSurfaces, BotWorld } from './start-bot.ts';
import { openSurfaces, type SurfacesOptions } from './surfaces/open-surfaces.ts';

const FORGOTTEN_AFTER: ReadonlySet<string> = new Set(ACCESS_EVENTS);

export type BotSurfacesOptions = {
  app: SurfacesOptions['app'];
  settings: Pick<BotSettings, 'accessFile' | 'clerkChannel' | 'dialogueHours'>;
  log: Log;
} & Pick<SurfacesOptions, 'now'>;

/**
 * What members see of the bot, for whoever reads it: the surfaces over the access file and Slack's word of who is
 * where. Throws AppError `invalid` or `unreadable` if the access file is wrong from the start.
 */
export function openBotSurfaces({
  app,
  settings,
  log,
  ...times
}: BotSurfacesOptions): (world: BotWorld) => BotSurfaces {
  const { accessFile, clerkChannel, dialogueHours } = settings;
  const file = openAccessFile(accessFile, { log });
  return ({ client, messenger, desk, botUser, team, enterprise }) => {
    const own = { team, botUser, ...(enterprise === undefined ? {} : { enterprise }) };
    const { findReader, drop } = openAccess({ client, file, own, log });
    const given = {
      ...(clerkChannel === undefined ? {} : { clerkChannel }),
      ...(dialogueHours === undefined ? {} : { dialogueHours }),
    };
    const surfaces = openSurfaces({ app, desk, messenger, client, findReader, botUser, log, ...given, ...times });
    // A mention names a member and a channel too, and changes nothing about them.
    const onEvent: BotSurfaces['onEvent'] = (event) => {
      if (FORGOTTEN_AFTER.has(event.type)) drop(event);
    };
    return { ...surfaces, onEvent, isPaused: () => readPause(desk.settings) !== undefined };
  };
}
