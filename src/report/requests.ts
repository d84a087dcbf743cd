import type { Request } from '../assessment/contract.ts';
import { NEVER } from '../law/law.ts';
import { type Context, citeFirst, day } from './context.ts';
import type { Item, Section } from './view.ts';

/** A list ready to send: what is law today first, then what will be, then what may be. */
export function requestSections(context: Context, of: string): Section[] {
  const { report, text } = context;
  const own = report.requests.filter((request) => request.of === of);
  const asked = own.filter(({ status }) => status !== 'in-place');
  const applying = asked.filter(({ duties }) => duties.some(({ applies }) => applies === 'yes'));
  const inForce = (request: Request) =>
    request.duties.some(({ applies, inForce: is }) => applies === 'yes' && is === 'yes');
  const group = (
    heading: (count: number) => string,
    requests: readonly Request[],
    checklist: Section['checklist'] = 'open',
  ): Section[] => {
    const items = requests.map((request) => itemOf(context, request));
    if (items.length === 0) return [];
    return [
      { heading: heading(items.length), glyph: '·', tone: 'plain', compact: false, checklist, hint: null, items },
    ];
  };
  return [
    ...group(text.requests.inForce, applying.filter(inForce)),
    ...group(
      text.requests.later,
      applying.filter((request) => !inForce(request)),
    ),
    ...group(
      text.requests.mayApply,
      asked.filter((request) => !applying.includes(request)),
    ),
    ...group(
      text.requests.received,
      own.filter(({ status }) => status === 'in-place'),
      'done',
    ),
  ];
}

function itemOf(context: Context, { control, ask, duties }: Request): Item {
  const told = duties.filter(({ applies }) => applies === 'yes');
  const source = (told.length > 0 ? told : duties).map((duty) => dutyWords(context, duty));
  return { title: ask, id: control, where: '', source: [...new Set(source)], lines: [], doubts: [] };
}

function dutyWords(context: Context, { source, due, inForce }: Request['duties'][number]): string {
  const { report, text } = context;
  const cited = citeFirst(context, source);
  const days = due.possible.filter((possible) => /^\d/.test(possible) && possible > report.asOf);
  if (due.value === NEVER) return `${cited}, ${text.status.spared}`;
  if (inForce === 'yes' || days.length === 0) return cited;
  return `${cited}, ${text.from(text.or(days.map((iso) => day(context, iso))))}`;
}
