import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Position } from 'vscode-languageserver-protocol';
import { EXAMPLES, ROOT } from './cases.ts';
import { Editor } from './language-server.ts';

const FOLDER = new URL('../examples/imaging/', import.meta.url);
const HEAD = 'aiact-check: "1.0"\nsystem: { name: X }\n';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start(FOLDER);
});
afterAll(() => editor.stop());

/** A description that names its schema, as `init` writes it. `‸` in it is where the cursor stands. */
function description(body: string, language: 'en' | 'fr' = 'en'): { text: string; cursor: Position } {
  const schema = `system-description${language === 'en' ? '' : `.${language}`}.schema.json`;
  const marked = `# yaml-language-server: $schema=../../schema/${schema}\n${HEAD}${body}`;
  const before = marked.split('‸')[0]?.split('\n') ?? [];
  return {
    text: marked.replace('‸', ''),
    cursor: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

async function completions(body: string): Promise<Record<string, string>> {
  const { text, cursor } = description(body);
  const items = await editor.complete(text, cursor);
  // What is put in, with the places to go on from taken out, and what is told of it.
  return Object.fromEntries(
    items.map(({ label, documentation = '' }) => [
      label.replaceAll('"', ''),
      typeof documentation === 'string' ? documentation : documentation.value,
    ]),
  );
}

function hover(body: string, language: 'en' | 'fr' = 'en'): Promise<string> {
  const { text, cursor } = description(body, language);
  return editor.hover(text, cursor);
}

/** Each as `line:column-column message`, counted from 1 and from the first line of the body. */
async function underlined(text: string, from = 0, by = editor): Promise<string[]> {
  const found = await by.diagnostics(text);
  return found.map(
    ({ range: { start, end }, message }) =>
      `${start.line + 1 - from}:${start.character + 1}-${end.character + 1} ${message}`,
  );
}

describe('completion', () => {
  test('of the keys at the top, each with what it is', async () => {
    const keys = await completions('‸');
    expect(Object.keys(keys)).toEqual(
      expect.arrayContaining(['operator', 'purpose', 'uses', 'controls', 'accepted-gaps']),
    );
    // What is there is not offered again.
    expect(Object.keys(keys)).not.toContain('system');
    expect(keys.uses).toContain('Is it intended for any of these uses?');
  });

  test.each([
    ['a group, in a block', 'operator:\n  ‸'],
    ['a group, in braces', 'operator: { r‸ }'],
  ])('of the keys of %s', async (_, body) => {
    expect(Object.keys(await completions(body))).toEqual(['roles', 'changes', 'country', 'size']);
  });

  test('of the values of a choice, each with its meaning', async () => {
    expect(await completions('operator:\n  size: ‸')).toMatchObject({
      micro: 'Micro-enterprise',
      large: 'Larger, or a public body',
      unknown: 'Not known yet. The same as leaving it out.',
    });
  });

  test('of yes and no, without the other ways of writing them', async () => {
    expect(Object.keys(await completions('people:\n  interacts-directly: ‸'))).toEqual(['yes', 'no', 'unknown']);
  });

  test.each([
    ['lines', 'operator:\n  roles:\n    - ‸'],
    ['brackets', 'operator:\n  roles: [‸]'],
    ['brackets, after the first', 'operator:\n  roles: [importer, ‸]'],
  ])('of the options of a list in %s, each with the article that defines it', async (_, body) => {
    const options = await completions(body);
    expect(Object.keys(options)).toEqual(expect.arrayContaining(['provider', 'deployer', 'provider?', 'unknown']));
    expect(options.provider).toContain('[AI Act Art. 3(3)](http://data.europa.eu/eli/reg/2024/1689/oj)');
  });

  test('of controls, each with its question and the law that asks for it', async () => {
    const controls = await completions('controls:\n  ‸');
    expect(Object.keys(controls).length).toBeGreaterThan(200);
    expect(controls['logging.automatic']).toMatch(/^Does the system record events.*AI Act Art\. 12\(1\)/s);
  });

  test('of what is said of a control: a word, or keys, and the states', async () => {
    expect(Object.keys(await completions('controls:\n  logging.automatic: ‸'))).toEqual(
      expect.arrayContaining(['yes', 'no', 'in-place', 'missing', 'unknown']),
    );
    expect(Object.keys(await completions('controls:\n  logging.automatic:\n    ‸'))).toEqual(
      expect.arrayContaining(['status', 'evidence', 'reviewed', 'by', 'owner', 'note']),
    );
    expect(await completions('controls:\n  logging.automatic: { status: pl‸ }')).toHaveProperty('planned');
  });

  test('of the keys of an accepted gap and of its duty', async () => {
    expect(Object.keys(await completions('accepted-gaps:\n  - ‸'))).toEqual(
      expect.arrayContaining(['duty', 'because', 'by', 'since', 'until']),
    );
    const duties = await completions('accepted-gaps:\n  - duty: ‸');
    expect(duties['eu-ai-act.art-14.stop']).toMatch(/^Let the overseer .*AI Act Art\. 14\(4\)\(e\)/);
    // What is forbidden cannot be accepted.
    expect(duties).not.toHaveProperty('eu-ai-act.art-5');
  });
});

describe('hovering', () => {
  test.each([
    'purpose:\n  med‸ical: [diagnosis]',
    'purpose:\n  med‸ical: none',
    'purpose:\n  med‸ical:\n    - diagnosis',
  ])('over a fact (%j) shows its question, its help and the article with the address of its act', async (body) => {
    const shown = await hover(body);
    expect(shown).toMatch(/^#### Medical purpose\n\nWhich medical purposes does its provider state\?\n\n/);
    expect(shown).toContain('Wellbeing or fitness without a disease');
    expect(shown).toContain('[MDR Art. 2(1)](http://data.europa.eu/eli/reg/2017/745/oj)');
  });

  test('over an option shows what it means before the others', async () => {
    expect(await hover('operator:\n  size: medi‸um')).toMatch(
      /Allowed Values:\n\n\* `medium`: Medium-sized enterprise\n/,
    );
    expect(await hover('purpose:\n  medical: [prog‸nosis]')).toMatch(
      /\n\* `prognosis`: Prognosis: how a disease will go\n/,
    );
  });

  test('over a country, an answer of yes or no, a date and a group shows what is asked', async () => {
    expect(await hover('operator:\n  coun‸try: FR')).toContain('In which country is your organisation established?');
    expect(await hover('people:\n  interacts-direct‸ly: no')).toContain('[AI Act Art. 50(1)]');
    expect(await hover('market:\n  placed-‸on: 2025-03')).toContain('[AI Act Art. 111(2)]');
    expect(await hover('purp‸ose:\n  medical: none')).toMatch(/^#### Intended purpose\n\nWhat the provider says/);
  });

  test.each(['yes', '{ status: planned, by: 2027-01 }'])(
    'over a control that is %s shows its question, what shows it, how to get there and the law',
    async (answer) => {
      const shown = await hover(`controls:\n  logging.auto‸matic: ${answer}`);
      expect(shown).toMatch(
        /^#### Automatic event logs\n\nDoes the system record .*\n\nShown by: .*\n\nHow: .*\n\nLaw: \[AI Act Art\. 12\(1\)\]\(http/,
      );
    },
  );

  test('over the keys of a control and of an accepted gap shows what goes there', async () => {
    expect(await hover('controls:\n  logging.automatic: { evid‸ence: a.md }')).toContain('What shows it');
    expect(await hover('accepted-gaps:\n  - duty: eu-ai-act.art-14.st‸op')).toContain(
      '* `eu-ai-act.art-14.stop`: Let the overseer intervene or stop the system safely ([AI Act Art. 14(4)(e)]',
    );
  });

  test('is in French where the file names the French schema', async () => {
    const shown = await hover('operator:\n  si‸ze: medium', 'fr');
    expect(shown).toMatch(/^#### Taille\n\nQuelle est la taille de votre organisation \?/);
    expect(shown).toMatch(/\n\nDroit\s: \[RIA, art\.\s3, point\s14\sbis\)\]\(http/);
    expect(shown).toContain('* `medium`: Entreprise moyenne\n');
  });
});

describe('errors are underlined as one types', () => {
  test.each([
    ['operater: { country: FR }', '1:1-9 Property operater is not allowed.'],
    ['operator:\n  county: FR', '2:3-9 Property county is not allowed.'],
    ['operator: { country: FX }', '1:22-24 Not a country'],
    ['purpose:\n  significance: drive', '2:17-22 Value is not accepted. Valid values: "informs", "drives"'],
    ['purpose:\n  medical: [prognosis, diagnosi]', '2:24-32 Not one of diagnosis, prevention'],
    ['purpose:\n  medical: diagnosi', '2:12-20 Value is not accepted. Valid values: "diagnosis"'],
    ['market: { placed-on: soon }', '1:22-26 Not a date: a year, a month or a day'],
    ['people: { interacts-directly: maybe }', '1:31-36 Value is not accepted. Valid values: "yes", "no", "unknown".'],
    ['controls:\n  loging.automatic: yes', '2:3-19 Property loging.automatic is not allowed.'],
    ['controls:\n  logging.automatic: planned', '2:22-29 Value is not accepted. Valid values: "in-place"'],
    ['controls:\n  logging.automatic: { statut: yes }', '2:24-30 Property statut is not allowed.'],
    ['controls:\n  logging.automatic: { status: planed }', '2:32-38 Value is not accepted.'],
    ['controls:\n  logging.automatic: { status: planned }', '2:3-20 Missing property "by".'],
    ['controls:\n  logging.automatic: { status: planned, by: soon }', '2:45-49 Not a date'],
    ['accepted-gaps:\n  - { duty: x, because: x, by: x, since: 2026-01-01, until: 2026-02-01 }', '2:13-14 Not a duty'],
    [
      'accepted-gaps:\n  - { duty: eu-ai-act.art-14.stop, by: x, since: 2026-01-01, until: 2026-02-01 }',
      '2:5-6 Missing property "because".',
    ],
  ])('%j', async (body, expected) => {
    const found = await underlined(description(body).text, 3);
    expect(found).toHaveLength(1);
    expect(found[0]?.slice(0, expected.length)).toBe(expected);
  });

  test('what must be there and is missing', async () => {
    const [modeline = '', ...rest] = description('').text.split('\n');
    const version = rest.filter((line) => !line.startsWith('aiact-check')).join('\n');
    expect(await underlined(`${modeline}\n${version}`)).toEqual(['2:1-2 Missing property "aiact-check".']);
    expect(await underlined(`${modeline}\naiact-check: "1.0"\nsystem: { version: 1 }\n`)).toEqual([
      '3:1-7 Missing property "name".',
    ]);
  });

  test('in French where the file names the French schema', async () => {
    const [found = ''] = await underlined(description('market: { placed-on: demain }', 'fr').text, 3);
    expect(found).toMatch(/^1:22-28 Ce n’est pas une date\s: une année, un mois ou un jour/);
  });

  test.each(['yes', 'no', 'true', 'false', 'True', 'oui', 'non', 'unknown', '', '"yes"'])(
    'never %j where yes or no is asked',
    async (answer) => {
      const body = `people:\n  interacts-directly: ${answer}\ncontrols:\n  logging.automatic: ${answer}\n`;
      expect(await underlined(description(body).text)).toEqual([]);
    },
  );

  test('never what is still empty', async () => {
    const body =
      'operator:\n  country:\n  roles:\nmarket:\n  placed-on:\ncontrols:\naccepted-gaps:\nuses: []\npeople:\n';
    expect(await underlined(description(body).text)).toEqual([]);
  });
});

describe('every example is without an error', () => {
  /** An editor that reads YAML 1.1, as older ones do, takes yes and no for booleans. */
  const OLDER = '%YAML 1.1\n---\n';
  const texts = EXAMPLES.map((path) => [path, readFileSync(ROOT + path, 'utf8')] as const);

  test.each(texts)('%s', async (_, text) => {
    const french = text.replace('.schema.json', '.fr.schema.json');
    const older = text.replace(/^(# yaml-lang.*\n)/, `$1${OLDER}`);
    expect(new Set([text, french, older]).size).toBe(3);
    expect(await Promise.all([text, french, older].map((each) => underlined(each)))).toEqual([[], [], []]);
  });
});

test('an editor may know the schema by its own settings', async () => {
  const schema = new URL('../schema/system-description.schema.json', import.meta.url).href;
  const other = await Editor.start(FOLDER, { [schema]: ['*.aiact.yaml'] });
  try {
    expect(await underlined(`${HEAD}operater: {}\n`, 2, other)).toEqual(['1:1-9 Property operater is not allowed.']);
    expect(await underlined(`${HEAD}operater: {}\n`, 2)).toEqual([]);
  } finally {
    await other.stop();
  }
});
