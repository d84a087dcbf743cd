import type { Fact, Law } from '../law/law.ts';

/** TypeScript source of the type of a description, for programs that write descriptions. */
export function descriptionTypes(law: Law): string {
  const facts = new Map(law.facts.map((fact) => [fact.id, fact]));
  const controls = law.controls.map(({ id }) => `  '${id}'?: ControlInput;`);
  return `// Generated from rules/ by \`npm run generate\`; do not edit.

export type YesNo = 'yes' | 'no' | 'unknown';
export type ListOf<T extends string> = T | 'none' | 'unknown' | readonly (T | \`\${T}?\` | 'unknown')[];
export type ControlStatus = 'yes' | 'no' | 'in-place' | 'planned' | 'missing' | 'unknown';
export type ControlInput =
  | ControlStatus
  | { status?: ControlStatus; evidence?: string | readonly string[]; reviewed?: string; by?: string; owner?: string; note?: string };

/** A description as \`aiact-check\` reads it: every fact is optional, and what is absent is unknown. */
export interface SystemDescription {
  'aiact-check': string;
${members('', [...facts.values()], '  ')}
  controls?: ControlsInput;
  'accepted-gaps'?: readonly { duty: string; because: string; by: string; since: string; until: string }[];
}

export interface ControlsInput {
${controls.join('\n')}
}
`;
}

function members(prefix: string, facts: readonly Fact[], indent: string): string {
  const names = [...new Set(facts.map(({ id }) => id.slice(prefix.length).split('.')[0] ?? ''))];
  return names
    .map((name) => {
      const id = prefix + name;
      const fact = facts.find((candidate) => candidate.id === id);
      const key = /^[a-z]+$/.test(name) ? name : `'${name}'`;
      const mark = id === 'system' || id === 'system.name' ? '' : '?';
      if (fact !== undefined) return `${indent}${key}${mark}: ${typeOf(fact)};`;
      const inner = facts.filter((candidate) => candidate.id.startsWith(`${id}.`));
      return `${indent}${key}${mark}: {\n${members(`${id}.`, inner, `${indent}  `)}\n${indent}};`;
    })
    .join('\n');
}

function typeOf({ type, options }: Fact): string {
  const union = options.map(({ id }) => `'${id}'`).join(' | ');
  if (type === 'yes-no') return 'YesNo';
  if (type === 'list') return `ListOf<${union}>`;
  if (type === 'choice' || type === 'ordered') return `${union} | 'unknown'`;
  return 'string';
}
