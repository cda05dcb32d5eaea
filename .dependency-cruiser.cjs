/**
 * Which way imports may run: docs/design.md has the table in words. Folders of src are steps (verbs), faces or
 * providers; files at the root of src are nouns, except the entries (cli, bot), app and config.
 */
const NOT_NOUNS = 'app|bot|cli|config|retriever';
const NOUN = `^src/(?!(${NOT_NOUNS})\\.ts$)[^/]+\\.ts$`;
const STEPS = 'read|recognise|index|ask|retrieve|answer|brief|evaluate|export|write|follow|chart';
const FACES = 'slack|terminal|web';
/** The search side of the index: interfaces only, no database behind them. */
const SEARCH_SIDE = '^src/index/search-index\\.ts$';

/** What one folder may import of src besides itself and the nouns. */
function confine(name, from, allowed = []) {
  return {
    name,
    severity: 'error',
    from: { path: from },
    to: { path: '^src/', pathNot: [NOUN, ...allowed] },
  };
}

/** A package that has one door: no other folder may import it. */
function door(packages, folders) {
  return {
    name: `one-door-for-${packages[0]}`,
    severity: 'error',
    from: { path: '^src/', pathNot: folders },
    to: { path: packages.map((name) => `node_modules/${name}(/|$)`) },
  };
}

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'src-stands-alone', severity: 'error', from: { path: '^src/' }, to: { path: '^(tests|scripts)/' } },
    confine('nouns-know-nouns', NOUN),
    confine('config-knows-nouns', '^src/config\\.ts$'),
    ...STEPS.split('|')
      .filter((step) => step !== 'retrieve')
      .map((step) => confine(`${step}-knows-nouns`, `^src/${step}/`, [`^src/${step}/`])),
    confine('retrieve-knows-nouns-and-search', '^src/retrieve/', ['^src/retrieve/', SEARCH_SIDE]),
    confine('models-know-nouns', '^src/models/', ['^src/models/']),
    ...FACES.split('|').map((face) =>
      confine(`${face}-knows-nouns`, `^src/${face}/`, [`^src/${face}/`, '^src/app\\.ts$']),
    ),
    {
      name: 'faces-get-the-app-as-an-argument',
      severity: 'error',
      from: { path: `^src/(${FACES})/` },
      to: { path: '^src/app\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    confine('app-knows-no-face', '^src/app(\\.ts$|/)', [`^src/(${STEPS}|models|app)/`, '^src/config\\.ts$']),
    confine('desk-knows-nouns', '^src/desk/', ['^src/desk/']),
    confine('cli-knows-app-and-terminal', '^src/cli\\.ts$', ['^src/(app|config)\\.ts$', '^src/(terminal|desk)/']),
    confine('bot-knows-app-and-slack', '^src/bot\\.ts$', ['^src/(app|config)\\.ts$', '^src/(slack|desk)/']),
    confine('retriever-knows-app', '^src/retriever\\.ts$', [
      '^src/(app|config)\\.ts$',
      '^src/models/minutebook-retriever\\.ts$',
    ]),
    door(['better-sqlite3'], ['^src/(index|desk)/']),
    door(['hnswlib-node'], ['^src/index/']),
    door(
      ['pdfjs-dist', 'mammoth', 'cheerio', 'fflate', 'officeparser', 'iconv-lite', 'd3-dsv', 'srt-parser-2'],
      ['^src/read/', '^src/recognise/'],
    ),
    door(['onnxruntime-node', '@huggingface', 'openai', 'langchain'], ['^src/models/']),
    door(['@langchain'], ['^src/read/', '^src/models/']),
    door(['@slack'], ['^src/slack/', '^src/bot\\.ts$']),
    door(['commander', 'cli-progress'], ['^src/terminal/', '^src/cli\\.ts$']),
    door(['csv-stringify', 'write-excel-file'], ['^src/terminal/']),
    door(['docx', 'pdfkit'], ['^src/brief/']),
    door(['echarts', '@resvg'], ['^src/chart/']),
    door(['croner'], ['^src/slack/']),
    door(['pino'], ['^src/(bot|cli)\\.ts$']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
