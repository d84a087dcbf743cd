import fc from 'fast-check';
import { countryCodes } from '../../src/law/countries.ts';
import type { Fact, Law } from '../../src/law/law.ts';

/** Text that somebody may write: with what YAML, a terminal or a line reader would act upon. */
const text = fc.oneof(
  fc.constantFrom(
    'Retina reading aid',
    "l'aide : « à la lecture »",
    '0459',
    '3.10',
    'no',
    'a # b',
    '- x',
    '{a: b}',
    '"',
    "'",
    'é\u2028x',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
);
const day = fc.constantFrom('2025', '2026-03', '2026-11-22', '2027-02-28');

/** A name may not be empty. */
const isName = (words: string) => words.trim() !== '' && !/^(unknown|Unknown)$/.test(words.trim());

/** An answer to a fact, as after `--set`. */
export function answerTo(fact: Fact): fc.Arbitrary<string> {
  const unknown = fc.constant('unknown');
  switch (fact.type) {
    case 'text':
      return text.filter(isName).map((words) => JSON.stringify(words));
    case 'date':
      return fc.oneof(day, unknown);
    case 'country':
      return fc.oneof(fc.constantFrom(...[...countryCodes].slice(0, 20), 'NO'), unknown);
    case 'yes-no':
      return fc.constantFrom('yes', 'no', 'unknown', 'oui', 'false');
    case 'list': {
      const options = fact.options.map(({ id }) => id);
      const item = fc.tuple(fc.constantFrom(...options), fc.boolean());
      return fc.oneof(
        fc.constantFrom('none', 'unknown', '[]', options[0] ?? ''),
        fc
          .tuple(fc.uniqueArray(item, { minLength: 1, maxLength: 4, selector: ([id]) => id }), fc.boolean())
          .map(([items, open]) => {
            const words = items.map(([id, unsure]) => (unsure ? `${id}?` : id));
            return `[${[...words, ...(open ? ['unknown'] : [])].join(', ')}]`;
          }),
      );
    }
    default:
      return fc.constantFrom(...fact.options.map(({ id }) => id), 'unknown');
  }
}

const path = fc.constantFrom('docs/risk.md', 'docs/a b.md', 'https://example.org/x#y', "docs/l'aide, 2.md");

export const answerToControl: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('yes', 'no', 'unknown', 'in-place', 'missing', 'oui'),
  fc
    .record(
      {
        status: fc.constantFrom('in-place', 'missing', 'unknown', 'yes'),
        evidence: fc.oneof(path, fc.array(path, { minLength: 1, maxLength: 2 })),
        reviewed: day,
        owner: text.filter((words) => words !== ''),
      },
      { requiredKeys: [] },
    )
    .map((keys) => JSON.stringify(keys)),
  day.map((by) => `{ status: planned, by: ${by} }`),
);

/** Answers to some facts, and to some controls, with a name. */
export function answersTo(law: Law, most = 12): fc.Arbitrary<Map<string, string>> {
  const facts = fc.subarray([...law.facts], { maxLength: most }).chain((chosen) => {
    return fc.tuple(...chosen.map((fact) => answerTo(fact).map((answer) => [fact.id, answer] as const)));
  });
  const controls = fc.subarray([...law.controls], { maxLength: most / 2 }).chain((chosen) => {
    return fc.tuple(...chosen.map(({ id }) => answerToControl.map((answer) => [id, answer] as const)));
  });
  return fc.tuple(facts, controls).map(([one, two]) => new Map<string, string>([...one, ...two]));
}

export interface Style {
  /** How the facts of a group stand: beside each other in braces, below each other, or each by itself. */
  readonly groups: readonly ('block' | 'flow' | 'dotted')[];
  readonly blockLists: boolean;
  readonly comments: boolean;
  readonly spaced: boolean;
  readonly quotes: '' | "'" | '"';
  readonly indent: number;
  readonly crlf: boolean;
  readonly finalNewline: boolean;
  readonly shuffle: number;
  readonly json: boolean;
}

export const style: fc.Arbitrary<Style> = fc.record({
  groups: fc.array(fc.constantFrom('block', 'block', 'flow', 'dotted'), { minLength: 1, maxLength: 5 }),
  blockLists: fc.boolean(),
  comments: fc.boolean(),
  spaced: fc.boolean(),
  quotes: fc.constantFrom('', '', "'", '"'),
  indent: fc.integer({ min: 1, max: 4 }),
  crlf: fc.boolean(),
  finalNewline: fc.boolean(),
  shuffle: fc.nat(5),
  json: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
});

/** A description with these answers, as people write them: in every shape but the same. */
export function description(answers: ReadonlyMap<string, string>, how: Style, law: Law): string {
  const facts = [...answers].filter(([id]) => law.facts.some((fact) => fact.id === id));
  const controls = [...answers].filter(([id]) => law.controls.some((control) => control.id === id));
  const groups = new Map<string, [string, string][]>();
  for (const [id, answer] of facts) {
    const group = id.split('.')[0] ?? id;
    groups.set(group, [...(groups.get(group) ?? []), [id, answer]]);
  }
  const names = [...groups.keys()];
  const turned = [...names.slice(how.shuffle), ...names.slice(0, how.shuffle)];
  if (how.json)
    return asJson(
      turned.map((name) => [name, groups.get(name) ?? []] as const),
      controls,
    );
  const pad = ' '.repeat(how.indent);
  const note = (index: number) => (how.comments && index % 2 === 0 ? `   # note ${index}` : '');
  const lines = [...(how.comments ? ['# A description.'] : []), 'aiact-check: "1.0"'];
  for (const [index, name] of turned.entries()) {
    const own = groups.get(name) ?? [];
    const shape = own[0]?.[0] === name ? 'dotted' : (how.groups[index % how.groups.length] ?? 'block');
    if (how.spaced) lines.push('');
    if (how.comments && index % 3 === 0) lines.push(`# About ${name}`);
    if (shape === 'dotted') lines.push(...own.flatMap(([id, answer]) => entry(id, answer, '', how, note(index))));
    else if (shape === 'flow') {
      const inner = own.map(([id, answer]) => `${id.slice(name.length + 1)}: ${answer}`).join(', ');
      lines.push(`${name}: { ${inner} }${note(index)}`);
    } else {
      lines.push(`${name}:${note(index)}`);
      for (const [place, [id, answer]] of own.entries())
        lines.push(...entry(id.slice(name.length + 1), answer, pad, how, note(place)));
    }
  }
  if (controls.length > 0) lines.push(...(how.spaced ? [''] : []), 'controls:');
  for (const [place, [id, answer]] of controls.entries())
    lines.push(
      ...(how.comments && place % 3 === 1 ? [`${pad}# More of them`] : []),
      `${pad}${id}: ${answer}${note(place)}`,
    );
  if (how.comments) lines.push('', '# The end.');
  return lines.join(how.crlf ? '\r\n' : '\n') + (how.finalNewline ? (how.crlf ? '\r\n' : '\n') : '');
}

function entry(key: string, answer: string, pad: string, how: Style, note: string): string[] {
  const items = /^\[(.+)\]$/.exec(answer)?.[1]?.split(', ');
  if (how.blockLists && items) return [`${pad}${key}:${note}`, ...items.map((item) => `${pad}  - ${item}${note}`)];
  const quoted = /^[a-z-]+$/.test(answer) ? how.quotes + answer + how.quotes : answer;
  return [`${pad}${key}: ${quoted}${note}`];
}

function asJson(groups: readonly (readonly [string, [string, string][]])[], controls: [string, string][]): string {
  const value = (answer: string): unknown => {
    if (answer.startsWith('"')) return JSON.parse(answer);
    const items = /^\[(.*)\]$/.exec(answer)?.[1];
    return items === undefined ? answer : items === '' ? [] : items.split(', ');
  };
  const inner = groups.map(([name, own]) => {
    const [first] = own;
    if (first?.[0] === name) return [name, value(first[1])];
    return [name, Object.fromEntries(own.map(([id, answer]) => [id.slice(name.length + 1), value(answer)]))];
  });
  const kept = controls.filter(([, answer]) => /^[a-z-]+$/.test(answer));
  return JSON.stringify(
    { 'aiact-check': '1.0', ...Object.fromEntries(inner), controls: Object.fromEntries(kept) },
    null,
    2,
  );
}
