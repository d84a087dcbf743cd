import type { EntryReader } from './entry-reader.ts';
import { meant } from './fields.ts';
import { type ControlArea, type Counterpart, KNOWERS, type Reading, TRUE } from './law.ts';

export function readArea(entry: EntryReader): ControlArea {
  entry.text('title', true);
  const knownBy = entry.fields.oneOf('known-by', KNOWERS);
  entry.fields.required('controls');
  const known = [...entry.symbols.ids.control];
  const controls = entry.fields.scalars('controls').map((node) => {
    if (!known.some((id) => id === node.text || id.startsWith(`${node.text}.`)))
      entry.fields.fault(node, `no control begins with "${node.text}"${meant(node.text, known)}`);
    return node.text;
  });
  entry.fields.done();
  return { id: entry.entry.id, controls, ...(knownBy && { knownBy }) };
}

export function readReading(entry: EntryReader): Reading {
  entry.text('title', true);
  const questions = entry.fields.tables('questions').map((row) => {
    row.required('id');
    const id = row.text('id') ?? '';
    entry.put(`question.${id}`, row, 'question', true);
    entry.put(`who.${id}`, row, 'who', true);
    const duties = row.scalars('duties').map((duty) => {
      const known = entry.symbols.ids.duty;
      if (!known.has(duty.text)) row.fault(duty, `no duty is called "${duty.text}"${meant(duty.text, known)}`);
      return duty.text;
    });
    row.required('duties');
    row.done();
    return { id, duties };
  });
  entry.fields.done();
  return { id: entry.entry.id, questions };
}

export function readCounterpart(entry: EntryReader): Counterpart {
  for (const key of ['title', 'opening', 'otherwise']) entry.text(key, true);
  const roles = entry.fields.tables('roles').map((row) => {
    const role = entry.reference('role', 'concept', row) ?? '';
    const when = entry.condition(row, 'when') ?? TRUE;
    row.done();
    return { role, when };
  });
  const asked = entry.condition(entry.fields, 'asked') ?? TRUE;
  entry.fields.done();
  return { id: entry.entry.id, asked, roles };
}
