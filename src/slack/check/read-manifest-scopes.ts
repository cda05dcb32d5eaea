import { readFileSync } from 'node:fs';
import { z } from 'zod';

const MANIFEST = new URL('../../../docs/slack/manifest.json', import.meta.url);
const manifest = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });

/** The scopes that the app's manifest asks for, the same in both modes. */
export function readManifestScopes(): string[] {
  return manifest.parse(JSON.parse(readFileSync(MANIFEST, 'utf8'))).oauth_config.scopes.bot;
}
