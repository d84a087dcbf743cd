import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { written, writtenOf } from './written.ts';

interface Sarif {
  readonly runs: readonly {
    readonly results?: readonly {
      readonly ruleId: string;
      readonly level: string;
      readonly message: { readonly arguments: readonly string[] };
      readonly locations: readonly [
        { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } },
      ];
    }[];
  }[];
}

/** It needs no libraries of the machine for languages then. */
const ENVIRONMENT = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
const require = createRequire(import.meta.url);
const own = mkdtempSync(join(tmpdir(), 'aiact-check-sarif-'));
afterAll(() => rmSync(own, { recursive: true, force: true }));

/** Microsoft's validator of SARIF: a program, with the schema beside it. Undefined where it is not made for this machine. */
function multitool(): { program: string; schema: string } | undefined {
  try {
    const folder = dirname(require.resolve(`@microsoft/sarif-multitool-${process.platform}/package.json`));
    const program = join(folder, process.platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool');
    // What its install script does, which need not have run.
    chmodSync(program, 0o755);
    execFileSync(program, ['--version'], { env: ENVIRONMENT, stdio: 'ignore' });
    return { program, schema: join(folder, 'sarif-2.1.0.json') };
  } catch {
    return undefined;
  }
}

const tool = multitool();
if (tool === undefined)
  console.error('SKIPPED: the SARIF multitool does not run on this machine; no SARIF was validated');

/** Errors and warnings, as `file rule where`, and how many files were read. */
async function validate(pattern: string): Promise<{ files: number; found: string[] }> {
  if (tool === undefined) throw new Error('no multitool');
  const output = join(own, 'validation.sarif');
  const options = ['--rule-kind', 'Gh', '--level', 'Error;Warning', '--json-schema', tool.schema];
  const { stdout } = await promisify(execFile)(
    tool.program,
    ['validate', pattern, ...options, '--output', output, '--log', 'ForceOverwrite'],
    { env: ENVIRONMENT, maxBuffer: 20_000_000 },
  );
  const { runs } = JSON.parse(readFileSync(output, 'utf8').replace(/^\ufeff/, '')) as Sarif;
  const found = runs.flatMap(({ results = [] }) =>
    results.map(({ ruleId, message, locations }) => {
      const file = locations[0].physicalLocation.artifactLocation.uri.replace(/^.*\//, '');
      return `${file} ${ruleId} ${message.arguments[0]}`;
    }),
  );
  return { files: Number(/Done\. (\d+) files scanned/.exec(stdout)?.[1]), found };
}

describe.skipIf(tool === undefined)('SARIF, by the SARIF multitool with the rules of GitHub', () => {
  test('every report is valid, without an error or a warning', async () => {
    expect(await validate(join(inject('reports'), '*.sarif'))).toEqual({ files: written('sarif').length, found: [] });
  });

  describe('is refused with', () => {
    const BROKEN = {
      'no-help': [/"fullDescription": \{\s*"text": "[^"]*"\s*\},/, '', 'GH2012'],
      'no-place': [/"locations": \[/, '"relatedLocations": [', 'GH1015'],
      'a-key-too-many': [/"tool": \{/, '"tols": 1, "tool": {', 'JSON1005'],
      'another-version': [/"version": "2.1.0"/, '"version": "2.2.0"', 'JSON'],
    } as const satisfies Record<string, readonly [RegExp, string, string]>;
    let found: string[] = [];

    beforeAll(async () => {
      const good = writtenOf('sarif', 'hostile.en');
      for (const [name, [from, to]] of Object.entries(BROKEN)) {
        const text = good.replace(from, to);
        if (text === good) throw new Error(`${name} breaks nothing`);
        writeFileSync(join(own, `${name}.broken.sarif`), text);
      }
      ({ found } = await validate(join(own, '*.broken.sarif')));
    });

    test.each(Object.entries(BROKEN))('%s', (name, [, , rule]) => {
      expect(found.filter((complaint) => complaint.startsWith(`${name}.broken.sarif`)).join('\n')).toContain(rule);
    });
  });
});
