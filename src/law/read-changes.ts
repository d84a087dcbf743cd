import type { EntryReader } from './entry-reader.ts';
import { type Fields, firstKey, meant } from './fields.ts';
import { type ChangeNotion, type ChangeSign, SIGN_STRENGTHS, TRUE } from './law.ts';

const LOOKED_AT = ['otherwise', 'widened', 'dropped', 'becomes'] as const;

export function readChange(entry: EntryReader): ChangeNotion {
  for (const key of ['title', 'leads-to']) entry.text(key, true);
  for (const key of ['unseen', 'spared']) entry.text(key, false);
  const { fields } = entry;
  fields.required('when');
  fields.required('signs');
  const signs = fields.tables('signs').map((row, index) => readSign(entry, row, index));
  if (signs.length === 0) fields.fault(firstKey(entry.entry.table), 'a change needs signs: what would point to it');
  const change: ChangeNotion = {
    id: entry.entry.id,
    source: entry.citations(fields, true),
    when: entry.condition(fields, 'when') ?? TRUE,
    signs,
    // A doubt about a change has no rival that facts could settle: it is told.
    contested: entry.rivals(fields, '', () => ({})),
    ...entry.inTime(fields),
  };
  fields.optional('cases');
  fields.done();
  return change;
}

function readSign(entry: EntryReader, row: Fields, index: number): ChangeSign {
  entry.put(`sign.${index}`, row, 'says', true);
  row.required('strength');
  if (!LOOKED_AT.some((key) => row.optional(key) !== undefined))
    row.fault(firstKey(row.table), `a sign says what it looks at: ${LOOKED_AT.join(', ')}`);
  const becomes = entry.condition(row, 'becomes');
  const sign = {
    strength: row.oneOf('strength', SIGN_STRENGTHS) ?? 'indication',
    source: entry.citations(row, true),
    otherwise: readCompared(entry, row, 'otherwise'),
    widened: readCompared(entry, row, 'widened'),
    dropped: readControls(entry, row),
    ...(becomes && { becomes }),
  };
  row.done();
  return sign;
}

/** Facts and scales, but no days and no texts: those are another thing each time without anything having changed. */
function readCompared({ symbols }: EntryReader, row: Fields, key: string): string[] {
  const comparable = [...symbols.facts].filter(([, { type }]) => type !== 'date' && type !== 'text');
  const known = [...comparable.map(([id]) => id), ...symbols.scales.keys()];
  return row.scalars(key).map((node) => {
    if (symbols.facts.has(node.text) && !known.includes(node.text))
      row.fault(node, `"${node.text}" is a day or a text, which says nothing of a change`);
    else if (!known.includes(node.text))
      row.fault(node, `no fact and no scale is called "${node.text}"${meant(node.text, known)}`);
    return node.text;
  });
}

function readControls({ symbols }: EntryReader, row: Fields): string[] {
  const known = [...symbols.ids.control];
  return row.scalars('dropped').map((node) => {
    if (!known.some((id) => id === node.text || id.startsWith(`${node.text}.`)))
      row.fault(node, `no control begins with "${node.text}"${meant(node.text, known)}`);
    return node.text;
  });
}
