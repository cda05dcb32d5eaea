import { readSlackText } from '../../format/read-slack-text.ts';

/** A mention of a member, a group or everybody, with the name that Slack may give behind the bar. */
const MENTION = /<(@[^<>|]{1,100}|![^<>|]{1,100})(?:\|([^<>]{0,300}))?>/g;

/**
 * What a member typed, from the text of a Slack message: the mention of the bot and nameless ones left out, everything
 * else as people read it. The result is still hostile.
 */
export function readTypedText(text: string, botUser: string): string {
  const named = text.replace(MENTION, (token, target: string, label?: string) =>
    target === `@${botUser}` || !label ? ' ' : token,
  );
  return readSlackText(named).replace(/\s+/g, ' ').trim();
}

/** True if the text names the bot. */
export function mentionsBot(text: string, botUser: string): boolean {
  return [...text.matchAll(MENTION)].some(([, target]) => target === `@${botUser}`);
}

/** True if the text calls on somebody else: a member, a group of members or everybody. */
export function mentionsOthers(text: string, botUser: string): boolean {
  return [...text.matchAll(MENTION)].some(
    ([, target = '']) => target !== `@${botUser}` && /^(?:@|!subteam\^|!here$|!channel$|!everyone$)/.test(target),
  );
}
