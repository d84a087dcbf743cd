import { readFileSync } from 'node:fs';
import { defineConfig } from 'rolldown';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
/**
 * Two things that libraries load at every start and that are never used here: commander's running of subcommands that
 * are programs of their own, and chalk's guess at colours, which src/cli/terminal.ts makes itself. Git is ours to run.
 */
const leaveOut = {
  name: 'leave-out',
  resolveId: (id, importer) => {
    if (id === 'node:child_process' && /[\\/]cli[\\/]git\.ts$/.test(importer ?? '')) return null;
    return id === 'node:child_process' || id === '#supports-color' ? `\0${id}` : null;
  },
  load: (id) => {
    if (id === '\0node:child_process') return 'export default {}';
    return id === '\0#supports-color' ? 'export default { stdout: false, stderr: false }' : null;
  },
};

const shared = {
  platform: 'node',
  // The library's own ES modules, unlike its CommonJS build, can be cut down to what is used.
  resolve: { alias: { yaml: new URL('node_modules/yaml/browser/dist/index.js', import.meta.url).pathname } },
  transform: { define: { TOOL_VERSION: JSON.stringify(version) } },
};

export default defineConfig([
  // One CommonJS file with all that a check needs: the fastest way into Node. What few calls need is loaded by those.
  {
    ...shared,
    input: 'src/cli/main.ts',
    output: { file: 'dist/cli.cjs', format: 'cjs', codeSplitting: false, minify: true, dynamicImportInCjs: false },
    external: ['tinyglobby', 'inquirer', '@inquirer/core'],
    plugins: [leaveOut],
  },
  { ...shared, input: 'src/index.ts', output: { file: 'dist/index.js', format: 'esm' }, external: ['yaml'] },
  { ...shared, input: 'src/build.ts', output: { file: 'dist/build.js', format: 'esm' } },
]);
