import { assess, DEFAULT_POLICY } from '../../src/assessment/assess.ts';
import type { AssessedDuty } from '../../src/assessment/contract.ts';
import { Derived } from '../../src/assessment/derived.ts';
import type { Description } from '../../src/description/description.ts';
import { readDescription } from '../../src/description/read.ts';
import { fromCompiled, type LoadedLaw } from '../../src/law/artefact.ts';
import { compile } from '../../src/law/compile.ts';
import { Source } from '../../src/yaml/source.ts';

const BOTH = (text: string) => `{ en: ${text}, fr: ${text} }`;
const ABOUT = (text: string) => `title: ${BOTH(text)}\nsource: [ "law:1(1)" ]`;

/** What the report has a place for, in its smallest form, and an act to cite. */
const FRAME = [
  `act: law\ntitle: ${BOTH('Law')}\nshort: ${BOTH('Law')}\nurl: x\nforce: binding\narea: ai-act\nchecked-on: 2020-01-01`,
  `act: bill\ntitle: ${BOTH('Bill')}\nshort: ${BOTH('Bill')}\nurl: x\nforce: draft\narea: ai-act\nchecked-on: 2020-01-01`,
  `fact: system.name\ntype: text\ntitle: ${BOTH('Name')}\nquestion: ${BOTH('Name')}`,
  `concept: devices.is-device\nstratum: devices\n${ABOUT('Device')}\nwhen: { a: yes }`,
  `concept: devices.third-party-assessment\nstratum: devices\n${ABOUT('Third party')}\nwhen: { a: yes }`,
  `concept: eu-ai-act.exempted\nstratum: classification\n${ABOUT('Exempted')}\nwhen: { not: { a: yes } }`,
  `concept: everyone\nstratum: roles\n${ABOUT('Everyone')}\nwhen: { any: [ { a: yes }, { not: { a: yes } } ] }`,
  ...['devices.regulation', 'devices.class', 'eu-ai-act.level'].map(
    (id) =>
      `scale: ${id}\nstratum: devices\n${ABOUT(id)}\noutcomes:\n  - { is: one, title: ${BOTH('One')}, when: { a: yes } }\n  - { is: two, title: ${BOTH('Two')}, otherwise: true }`,
  ),
  yesNo('a'),
  yesNo('b'),
];

/** A fact to be answered with yes or no. */
export function yesNo(id: string): string {
  return `fact: ${id}\ntype: yes-no\nknown-by: it\n${ABOUT(id)}\nquestion: ${BOTH(id)}`;
}

export function concept(id: string, rest: string): string {
  return `concept: ${id}\nstratum: classification\n${ABOUT(id)}\n${rest}`;
}

export function schedule(id: string, rows: readonly string[]): string {
  return `scale: ${id}\nstratum: schedules\n${ABOUT(id)}\noutcomes:\n${rows.map((row) => `  - ${row}\n`).join('')}`;
}

export function scale(id: string, rows: readonly string[]): string {
  return `scale: ${id}\nstratum: classification\n${ABOUT(id)}\noutcomes:\n${rows.map((row) => `  - ${row}\n`).join('')}`;
}

/** A day of application, from pairs of the day from which it was law and the day it names. */
export function date(id: string, ...history: readonly (readonly [lawFrom: string, on: string])[]): string {
  const rows = history.map(([lawFrom, on]) => `  - { law-from: ${lawFrom}, on: ${on}, source: [ "law:9" ] }\n`);
  return `date: ${id}\ntitle: ${BOTH(id)}\nhistory:\n${rows.join('')}`;
}

/** A duty of everyone, and the control that it needs, which is called as it is with `.done`. */
export function duty(id: string, rest: string): string {
  const control = `control: ${id}.done\ntitle: ${BOTH(id)}\nquestion: ${BOTH(id)}\nshows: ${BOTH(id)}\nhow: ${BOTH(id)}`;
  return `duty: ${id}\n${ABOUT(id)}\nbinds: everyone\nneeds: ${id}.done\n${rest}\n---\n${control}`;
}

/** A law of these entries, and what it makes of answers on a day. */
export function lawOf(...entries: readonly string[]) {
  const compiled = compile([{ path: 'law.yaml', text: [...FRAME, ...entries].join('\n---\n') }]);
  if (compiled.problems.length > 0)
    throw new Error(compiled.problems.map(({ place, args }) => `${place?.line}: ${args.message}`).join('\n'));
  const loaded: LoadedLaw = fromCompiled(compiled, 'en');
  return {
    compiled,
    /** What follows from the answers, by the names of the law. */
    on: (asOf: string, answers = '', proposals: readonly string[] = []) =>
      new Derived(loaded, described(answers, loaded), { asOf, proposals }),
    report: (asOf: string, answers = '', proposals: readonly string[] = []) =>
      assess(described(answers, loaded), loaded, {
        toolVersion: '',
        asOf,
        horizon: asOf,
        evidence: new Map(),
        policy: { ...DEFAULT_POLICY, proposals },
      }),
    dutyOn(asOf: string, id: string, answers = '', proposals: readonly string[] = []): AssessedDuty | undefined {
      return this.report(asOf, answers, proposals).duties.find((found) => found.id === id);
    },
  };
}

function described(answers: string, { law }: LoadedLaw): Description {
  const head = answers.includes('aiact-check') ? '' : 'aiact-check: "1.0"\n';
  const { description, problems } = readDescription(
    new Source('system.yaml', `${head}system.name: X\n${answers}`),
    law,
  );
  if (description === undefined) throw new Error(JSON.stringify(problems));
  return description;
}
