import type { EntryReader } from './entry-reader.ts';
import { firstKey, meant } from './fields.ts';
import type { QuestionScreen } from './law.ts';
import { LEFT_OPEN } from './screens.ts';

export function readScreen(entry: EntryReader): QuestionScreen {
  const { fields, symbols } = entry;
  fields.required('facts');
  const facts = fields.scalars('facts').map((fact) => {
    if (!symbols.facts.has(fact.text))
      fields.fault(fact, `no fact is called "${fact.text}"${meant(fact.text, symbols.facts.keys())}`);
    return fact.text;
  });
  entry.text('title', facts.length > 1);
  const when = entry.condition(fields, 'when');
  const unticked = readUnticked(entry, facts);
  fields.done();
  return { id: entry.entry.id, facts, unticked, ...(when === undefined ? {} : { when }) };
}

function readUnticked({ fields, symbols }: EntryReader, facts: readonly string[]): Record<string, string> {
  const table = fields.sub('unticked')?.table;
  const given = (table?.entries ?? []).flatMap(({ key, value }) => {
    const text = value.kind === 'scalar' ? value.text : '';
    const { type, options: own = [] } = symbols.facts.get(key.text) ?? {};
    const options = [...(type === 'list' ? [] : own), LEFT_OPEN];
    if (!facts.includes(key.text))
      fields.fault(key, `"${key.text}" is no fact of this screen${meant(key.text, facts)}`);
    else if (!options.includes(text))
      fields.fault(value, `"${text}" is no option of ${key.text}${meant(text, options)}`);
    return [[key.text, text] as const];
  });
  if (table !== undefined && given.length === 0) fields.fault(firstKey(table), '"unticked" names no fact');
  return Object.fromEntries(given);
}
