import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

// The caps of docs/design.md: the longest function and file, not the median, tell readable code from the other kind.
const MAX_FILE_LINES = 300;
const MAX_FUNCTION_LINES = 60;
const FOLDERS = ['src', 'tests', 'scripts'];

/** Test suites are one function by construction; their files are capped, the callbacks of `describe` are not. */
const SUITES = /^(describe|suite)(\.|$)/;

const faults = FOLDERS.flatMap((folder) => typescriptFiles(folder)).flatMap((file) => faultsOf(file));
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'sizes: every file and function within its cap' : `sizes: ${faults.length} over`);
process.exitCode = faults.length === 0 ? 0 : 1;

function typescriptFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('fixtures'));
}

function faultsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lines = text.trimEnd().split('\n').length;
  const faults = lines > MAX_FILE_LINES ? [`${file}: ${lines} lines, at most ${MAX_FILE_LINES}`] : [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body && !isSuite(node)) {
      const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
      const length = source.getLineAndCharacterOfPosition(node.end).line - first + 1;
      if (length > MAX_FUNCTION_LINES) {
        faults.push(`${file}:${first + 1}: a function of ${length} lines, at most ${MAX_FUNCTION_LINES}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

function isSuite(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && SUITES.test(node.parent.expression.getText());
}
