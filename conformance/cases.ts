import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { parse } from 'yaml';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The formats that others read, with the ending of the file that each is written to. */
export const ENDINGS = {
  sarif: 'sarif',
  junit: 'junit.xml',
  gitlab: 'gitlab.json',
  github: 'github.txt',
  csv: 'findings.csv',
  jira: 'jira.csv',
  markdown: 'md',
} as const;

/** A run of the program, written in every format. */
export interface Case {
  readonly name: string;
  readonly args: readonly string[];
  /** Run in a folder with these files; without, at the root of the project. */
  readonly files?: Readonly<Record<string, string>>;
  /** A call that makes way for it. */
  readonly before?: readonly string[];
  /** The exit code; ready or not ready where it is not said. */
  readonly code?: number;
}

export const EXAMPLES = globSync('examples/**/*.yaml', { cwd: ROOT }).sort();
export const AS_OF = '2026-11-22';
const DEVICE = 'examples/imaging/therapixel-mammoscreen.yaml';

/** All that injections into any of the formats begin with; said twice, since some cut what is long. */
const HOSTILE = [
  '=1+1',
  '\n::error title=pwned::pwned\r\n',
  ']]><script>alert(1)</script>',
  '\u001b[31m\u202e\u0000',
  '%0A::warning::pwned,',
  '\n=HYPERLINK("http://pwned")|[x](javascript:pwned)|',
].join('');

const DEVICE_TEXT = readFileSync(ROOT + DEVICE, 'utf8');
const HOSTILE_SYSTEM = JSON.stringify(
  {
    ...parse(DEVICE_TEXT),
    system: { name: HOSTILE, version: HOSTILE, description: HOSTILE },
    controls: {
      'risk-management.process': { status: 'in-place', evidence: [HOSTILE, '-x'], owner: HOSTILE, note: HOSTILE },
      'data-protection.records': { status: 'missing', owner: HOSTILE },
      'logging.automatic': { status: 'planned', by: '2027-01', owner: HOSTILE },
    },
    'accepted-gaps': [
      { duty: 'gdpr.art-32.security', because: HOSTILE, by: HOSTILE, since: '2026-11-01', until: '2026-12-01' },
    ],
  },
  null,
  2,
);
/** A name that a file may have where neither / nor NUL may be. */
const HOSTILE_NAME = `${HOSTILE.replaceAll(/[/\0]/g, '')}.yaml`;

export const CASES: readonly Case[] = [
  ...EXAMPLES.map((path) => ({ name: path.replace(/^.*\/|\.yaml$/g, ''), args: [path] })),
  { name: 'all', args: [DEVICE, '--all'] },
  { name: 'portfolio', args: ['examples'] },
  {
    name: 'adopted',
    files: { 'system.yaml': DEVICE_TEXT },
    before: ['baseline', 'create', 'system.yaml', '--as-of', AS_OF],
    args: ['system.yaml', '--baseline', 'aiact-baseline.json', '--horizon', '24m'],
    code: 1,
  },
  {
    name: 'unreadable',
    args: ['good.yaml', 'syntax.yaml', 'key.yaml'],
    files: {
      'good.yaml': HOSTILE_SYSTEM,
      'syntax.yaml': 'a: [',
      'key.yaml': JSON.stringify({ [HOSTILE]: 1 }),
    },
    code: 2,
  },
  { name: 'hostile', args: ['--', HOSTILE_NAME], files: { [HOSTILE_NAME]: HOSTILE_SYSTEM }, code: 1 },
];
