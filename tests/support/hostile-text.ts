import { fc } from './properties.ts';

/** Strings that somebody could have put into a paper, a name or a question. */
export const CRAFTED = [
  '<!here>',
  '<!channel> <!everyone>',
  '<!subteam^S012AB3CD>',
  '<@U012AB3CD>',
  '<#C012AB3CD|general>',
  '<http://evil.example|the minutes>',
  '<mailto:a@evil.example|clerk>',
  '<!date^1392734382^{date}|now>',
  '&lt;!here&gt;',
  '&amp;lt;!here&amp;gt;',
  '<<!here>>',
  '<\u200b!here>',
  '*bold* _italic_ ~struck~ `code` ```block```',
  '[the minutes](javascript:alert(1))',
  '![a](http://evil.example/a.png)',
  '[a]: http://evil.example',
  'https://evil.example/a?b=c&d=e|f',
  '_https://evil.example_ 1http://evil.example',
  'www.evil.example.com and evil.com',
  'clerk@evil.example',
  '@here @channel #general',
  ':smile: :+1: :100: 10:30:45',
  '# Heading',
  '- item',
  '1. item',
  '> quoted',
  '| a | b |\n|---|---|',
  '---',
  '\u202eevil\u202c \u2066x\u2069',
  'שלום עולם',
  '👩🏽\u200d🚀 e\u0301 🇬🇧',
  '\ud83d lone \udc00',
  'NUL\0 ESC\u001b[2J BEL\u0007 DEL\u007f',
  'a\r\nb\tc\u2028d\u0085e',
  '\u2060\ufeff\u00ad',
  '\ue000query\ue001',
  '\\<!here\\>',
  '"}],"blocks":[]',
];

/** Random text of any UTF-16 units with crafted strings among it. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...CRAFTED),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 }).map((units) => String.fromCharCode(...units)),
      fc.string({ unit: fc.constantFrom(...'<>&|!@#:*_~`[](){}\\/.-+= \n\u200b'), maxLength: 20 }),
      fc.constant(' '),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

/** The longest that anything may be: 100 kB without and with places to break. */
export const LONG = [
  'x'.repeat(100_000),
  'word '.repeat(20_000),
  '<!here>'.repeat(14_000),
  '😀'.repeat(25_000),
  'A sentence & a <b>. '.repeat(5_000),
  '"\\'.repeat(50_000),
  'e\u0301'.repeat(33_000),
];
