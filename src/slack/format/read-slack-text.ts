/** A token of Slack's: mention, channel, group, broadcast, date or link, with what it shows after the bar. */
const TOKEN = /<([@#!]?)([^<>|]{0,3000})(?:\|([^<>]{0,3000}))?>/g;

/**
 * A message as Slack sends it, as people read it: mentions by name (or id), links by what they show, entities as
 * characters. What comes out is somebody's words, to be escaped again wherever it is shown.
 */
export function readSlackText(text: string): string {
  return text
    .replace(TOKEN, (_token, mark: string, id: string, label?: string) => tokenText(mark, id, label))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function tokenText(mark: string, id: string, label: string | undefined): string {
  const shown = label === undefined || label === '' ? undefined : label;
  if (mark === '') return shown ?? id.replace(/^mailto:/, '');
  if (mark === '@') return `@${(shown ?? id).replace(/^@/, '')}`;
  if (mark === '#') return `#${(shown ?? id).replace(/^#/, '')}`;
  if (id.startsWith('date^')) return shown ?? '';
  return `@${(shown ?? id.split('^').at(-1) ?? '').replace(/^@/, '')}`;
}
