import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../cli/folder.ts';
import { ROOT } from '../law/real.ts';
import { hasNpm, npm } from './npm.ts';

const { version, dependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
  version: string;
  dependencies: Record<string, string>;
};
const NAME = `aiact-check-${version}-offline.tgz`;

test.skipIf(!hasNpm)('the offline tarball installs and runs on a machine without a network', () => {
  const carried = folderWith({});
  const packed = spawnSync(process.execPath, [`${ROOT}scripts/pack-offline.js`, carried], { encoding: 'utf8' });
  expect(packed.stderr).toBe('');
  expect(readdirSync(carried).sort()).toEqual([NAME, `${NAME}.sha256`]);
  const sum = createHash('sha256')
    .update(readFileSync(join(carried, NAME)))
    .digest('hex');
  expect(readFileSync(join(carried, `${NAME}.sha256`), 'utf8')).toBe(`${sum}  ${NAME}\n`);

  const hospital = folderWith({
    'systems/scribe.yaml': readFileSync(`${ROOT}examples/documentation/medical-scribe-report-drafting.yaml`),
    'new.yaml': 'aiact-check: "1.0"\nsystem: { name: New }\n',
  });
  expect(npm('npm', ['install', '--no-audit', '--no-fund', join(carried, NAME)], hospital)).toMatchObject({ code: 0 });
  const aiactCheck = (...args: string[]) => npm('npx', ['--no-install', 'aiact-check', ...args], hospital);
  expect(aiactCheck('--version')).toMatchObject({ code: 0, out: `${version}\n` });
  // A folder is looked through by a library of its own.
  const checked = aiactCheck('systems', '--as-of', '2026-11-22');
  expect(checked.code).toBe(1);
  expect(checked.out).toContain('systems/scribe.yaml');
  const open = aiactCheck('init', 'new.yaml', '--open-questions', '--format', 'json');
  expect(open.code).toBe(0);
  expect(JSON.parse(open.out)).not.toEqual([]);

  const installed = join(hospital, 'node_modules/aiact-check');
  for (const name of Object.keys(dependencies)) {
    const program = `import(${JSON.stringify(name)}).then(() => console.log('loaded'))`;
    const { stdout } = spawnSync(process.execPath, ['-e', program], { cwd: installed, encoding: 'utf8' });
    expect([name, stdout]).toEqual([name, 'loaded\n']);
  }
  // Nothing comes along that only we need, and every library keeps its licence.
  const libraries = readdirSync(join(installed, 'node_modules'));
  for (const name of ['vitest', 'typescript', 'rolldown', '@types']) expect(libraries).not.toContain(name);
  expect(existsSync(join(installed, 'node_modules/inquirer/LICENSE'))).toBe(true);
});
