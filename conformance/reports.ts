import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { AS_OF, CASES, type Case, ENDINGS, ROOT } from './cases.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder with the reports. */
    reports: string;
  }
}

const AT_A_TIME = 2;

/** Before all tests: runs the built program on every case in both languages, and writes every format of each. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'aiact-check-conformance-'));
  const runs = CASES.flatMap((test) => (['en', 'fr'] as const).map((language) => () => write(folder, test, language)));
  await Promise.all(
    Array.from({ length: AT_A_TIME }, async () => {
      for (let next = runs.shift(); next !== undefined; next = runs.shift()) await next();
    }),
  );
  project.provide('reports', folder);
  return () => (process.env.KEEP ? console.log(folder) : rmSync(folder, { recursive: true, force: true }));
}

async function write(folder: string, { name, args, files, before, code }: Case, language: 'en' | 'fr'): Promise<void> {
  const cwd = files === undefined ? ROOT : join(folder, `${name}.${language}`);
  for (const [path, content] of Object.entries(files ?? {})) {
    mkdirSync(cwd, { recursive: true });
    writeFileSync(join(cwd, path), content);
  }
  if (before !== undefined) await run(before, cwd);
  const formats = Object.entries(ENDINGS).flatMap(([format, ending]) => [
    '--format',
    `${format}=${join(folder, `${name}.${language}.${ending}`)}`,
  ]);
  const ended = await run(['check', '--as-of', AS_OF, '--lang', language, ...formats, ...args], cwd);
  const expected = code === undefined ? [0, 1] : [code];
  if (!expected.includes(ended.code))
    throw new Error(`${name} ended with ${ended.code}, not ${expected.join(' or ')}: ${ended.err}`);
}

function run(args: readonly string[], cwd: string): Promise<{ code: number; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, 'bin/aiact-check.cjs'), ...args], { cwd }, (error, _, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), err }),
    );
  });
}
