import type { EntryReader } from './entry-reader.ts';
import { type Act, type Law, type Penalty, TRUE } from './law.ts';

export function readHead(entry: EntryReader): Pick<Law, 'version' | 'testedFirst'> {
  const version = entry.requiredText('version');
  const testedFirst = entry.fields.scalars('tested-first').map(({ text }) => text);
  entry.fields.done();
  return { version, testedFirst };
}

export function readAct(entry: EntryReader): Act {
  const definitions = entry.fields.text('definitions');
  const act = {
    id: entry.entry.id,
    url: entry.requiredText('url'),
    force: entry.required('force', ['binding', 'guidance', 'draft', 'standard'] as const),
    area: entry.required('area', ['ai-act', 'devices', 'oversight', 'data'] as const),
    citeAs: entry.fields.oneOf('cite-as', ['article', 'section', 'question', 'paragraph'] as const) ?? 'article',
    checkedOn: entry.fields.day('checked-on') ?? '',
    ...(definitions === undefined ? {} : { definitions }),
  };
  entry.fields.required('checked-on');
  entry.text('title', true);
  entry.text('short', true);
  entry.fields.done();
  return act;
}

export function readPenalty(entry: EntryReader): Penalty {
  entry.text('title', true);
  const penalty = {
    id: entry.entry.id,
    source: entry.citations(entry.fields, true),
    amount: entry.fields.number('amount') ?? 0,
    turnover: entry.fields.number('turnover') ?? 0,
    caps: entry.fields.tables('caps').map((row) => {
      const cap = {
        when: entry.condition(row, 'when') ?? TRUE,
        source: entry.citations(row, true),
        ...entry.inTime(row),
      };
      row.oneOf('takes', ['lower']);
      row.done();
      return cap;
    }),
  };
  entry.fields.done();
  return penalty;
}

export function readLeftOut(entry: EntryReader): void {
  entry.text('why', true);
  entry.checkCitation(entry.fields.optional('left-out'));
  entry.fields.done();
}
