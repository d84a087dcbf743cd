import type { ActUsed } from '../assessment/contract.ts';
import type { Text } from '../text/text.ts';

type Acts = Readonly<Record<string, ActUsed>>;

/** Ids of acts come from descriptions and rules: none of them is a property that every object has. */
export function actOf(acts: Acts, id: string): ActUsed | undefined {
  return Object.hasOwn(acts, id) ? acts[id] : undefined;
}

/** The act of the first citation. */
export function firstAct([first = '']: readonly string[], acts: Acts): ActUsed | undefined {
  return actOf(acts, first.split(':')[0] ?? '');
}

/** `act:place` in words, the act by its short name. */
export function cite(citation: string, acts: Acts, text: Text): string {
  const { act, name } = split(citation, acts);
  const place = placeOf(citation, acts, text);
  return act === undefined && place === '' ? name : text.cite.join(name, place);
}

/** The place alone, for where the act is plain from what stands beside it; a rule of an annex goes without the annex. */
export function citePlace(citation: string, acts: Acts, text: Text): string {
  const place = placeOf(citation, acts, text);
  const rule = /\((rule-[^)]*)\)(.*)$/.exec(citation);
  return rule === null ? place : inAct(`${rule[1] ?? ''}${rule[2] ?? ''}`, undefined, text);
}

function placeOf(citation: string, acts: Acts, text: Text): string {
  const { act, place } = split(citation, acts);
  return inAct(place, act, text);
}

function split(citation: string, acts: Acts): { act: ActUsed | undefined; name: string; place: string } {
  const [id = '', ...rest] = citation.split(':');
  const act = actOf(acts, id);
  return { act, name: act?.short ?? id, place: rest.join(':') };
}

function inAct(place: string, act: Pick<ActUsed, 'citeAs' | 'definitions'> | undefined, text: Text): string {
  const citeAs = act?.citeAs ?? 'article';
  const head = place.split('(')[0] ?? '';
  const parts = [...place.matchAll(/\(([^)]*)\)/g)].map(([, part]) => part ?? '');
  const { cite: words } = text;
  const [, kind = '', number = ''] = /^(annex|recital|rule|figure|table)-(.+)$/.exec(head) ?? [];
  switch (kind) {
    case 'annex':
      return words.annex(number.toUpperCase()) + annexPlace(parts, text);
    case 'recital':
      return words.recital(number);
    case 'rule':
      return words.rule(number) + words.rulePoints(parts);
    case 'figure':
      return words.figure(number);
    case 'table':
      return words.table(number);
  }
  const [, letter, code] = /^([LRD])(\d.*)$/.exec(head) ?? [];
  if (letter !== undefined && code !== undefined)
    return words.codeArticle(letter, code) + parts.map(words.codePart).join('');
  if (!/^\d/.test(head)) return [head.replaceAll('-', ' '), ...parts].join(' ');
  if (citeAs === 'article')
    return words.article(head) + (head === act?.definitions ? words.definition(parts) : words.points(parts));
  return words[citeAs](head) + parts.map((part) => `(${part})`).join('');
}

function annexPlace(parts: readonly string[], text: Text): string {
  const [first = '', ...rest] = parts;
  if (first === '') return '';
  const [, kind, number = ''] = /^(rule|section)-(.+)$/.exec(first) ?? [];
  if (kind === 'rule') return text.cite.annexPart(text.cite.rule(number)) + text.cite.rulePoints(rest);
  if (kind === 'section')
    return text.cite.annexPart(text.cite.annexSection(number.toUpperCase())) + text.cite.rulePoints(rest);
  return text.cite.annexPoints(parts);
}
