/** Slack's tokens: `<@U1|ann>`, `<#C1|general>`, `<!here>`, `<https://x|label>`. */
const TOKEN = /<([^<>|]{1,3000})(?:\|([^<>]{0,3000}))?>/g;

/**
 * What a member typed, from the text of a Slack message: mentions of the bot left out, other tokens as the words a
 * reader sees, Slack's three escapes undone. The result is still hostile.
 */
export function readTypedText(text: string, botUser: string): string {
  const words = text.replace(TOKEN, (_, target: string, label: string | undefined) => wordsOf(target, label, botUser));
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim();
}

function wordsOf(target: string, label: string | undefined, botUser: string): string {
  if (target === `@${botUser}`) return ' ';
  if (label) return label.replace(/^[@#]/, '');
  return /^[@#!]/.test(target) ? ' ' : target;
}

/** True if the text names the bot. */
export function mentionsBot(text: string, botUser: string): boolean {
  return text.includes(`<@${botUser}>`) || text.includes(`<@${botUser}|`);
}

/** True if the text calls on somebody else: a member, a group of members or everybody. */
export function mentionsOthers(text: string, botUser: string): boolean {
  for (const [, target = ''] of text.matchAll(TOKEN)) {
    if (target !== `@${botUser}` && /^(?:@|!subteam\^|!here$|!channel$|!everyone$)/.test(target)) return true;
  }
  return false;
}
