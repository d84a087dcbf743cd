import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../law/real.ts';
import { hasNpm, npm } from './npm.ts';

interface Packed {
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

const PACK = ['pack', '--dry-run', '--json', '--ignore-scripts'];

describe.skipIf(!hasNpm)('the package', () => {
  let known: Packed | undefined;
  function packed(): Packed {
    const [only] = known ? [known] : (JSON.parse(npm('npm', PACK, ROOT).out) as [Packed]);
    known = only;
    return only;
  }

  test('holds what a user needs: program, law, schemas, examples, documents', () => {
    const paths = packed().files.map(({ path }) => path);
    const rooms = new Set(paths.map((path) => path.split('/')[0]));
    expect([...rooms].sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'bin',
      'ci',
      'dist',
      'docs',
      'examples',
      'package.json',
      'rules',
      'schema',
    ]);
    expect(paths).toEqual(
      expect.arrayContaining([
        'bin/aiact-check.cjs',
        'dist/cli.cjs',
        'dist/index.js',
        'dist/types/index.d.ts',
        'dist/law/law.json',
        'rules/law.yaml',
        'schema/system-description.schema.json',
        'docs/pipelines.md',
        'docs/pipelines.fr.md',
        ...globSync('examples/**/*.yaml', { cwd: ROOT }),
      ]),
    );
  });

  test('holds nothing else, and fits into a mail', () => {
    const { files, size } = packed();
    const sources = files.filter(({ path }) => /(?<!\.d)\.ts$|\.test\.|^dist\/(build|bench)/.test(path));
    expect(sources.map(({ path }) => path)).toEqual([]);
    expect(size).toBeLessThan(2_000_000);
  });
});

describe('the hooks of pre-commit', () => {
  const hooks = parse(readFileSync(`${ROOT}.pre-commit-hooks.yaml`, 'utf8')) as {
    id: string;
    entry: string;
    files?: string;
  }[];
  const [changed] = hooks;

  test.each(['system.yaml', 'systems/triage/system.yml', 'aiact.yaml', 'triage.aiact.yaml', 'a/triage-aiact.yml'])(
    '%s is a description',
    (path) => expect(path).toMatch(new RegExp(changed?.files ?? '')),
  );

  test.each(['aiact.config.yaml', 'ecosystem.yaml', 'system.yaml.md', 'values.yaml', 'aiact-baseline.json'])(
    '%s is none',
    (path) => expect(path).not.toMatch(new RegExp(changed?.files ?? '')),
  );

  test('start the program by its name', () => {
    expect(hooks.map(({ entry }) => entry)).toEqual(['aiact-check check', 'aiact-check check']);
  });

  test.skipIf(!hasNpm)(
    'can be installed: npm pack prints the name of the tarball only, which is where they read it',
    () => {
      expect(npm('npm', ['config', 'get', 'foreground-scripts'], ROOT).out.trim()).toBe('false');
    },
  );
});
