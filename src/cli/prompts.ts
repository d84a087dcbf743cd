import type { Reply, Way } from '../questionnaire/question.ts';
import { wrap } from '../report/layout.ts';
import { mapStrings, visible } from '../report/safe.ts';
import { type Canvas, CURSOR, drawn, scrolled } from './draw.ts';
import type { Option, Shown } from './shown.ts';

/** A line of a list that can be pointed at. */
type Target = { readonly option: Option } | { readonly way: Way; readonly title: string };

/** A list to choose one from, or to tick; what can be done instead stands below. Made with inquirer, which is loaded for it. */
export async function choose(question: Shown, canvas: Canvas): Promise<Reply> {
  const { createPrompt, isDownKey, isEnterKey, isSpaceKey, isUpKey, useKeypress, useState } = await import(
    '@inquirer/core'
  );
  const { interview: words } = canvas.text;
  const own = mapStrings(question, visible);
  const options = own.items.flatMap((item) => ('heading' in item ? [] : [item]));
  const targets: readonly Target[] = [...options.map((option) => ({ option })), ...own.ways];
  const several = own.several === true;
  const prompt = createPrompt<Reply, null>((_, done) => {
    const said = several ? -1 : options.findIndex(({ value }) => own.before[0] === value);
    const [active, setActive] = useState(Math.max(0, said));
    const [ticked, setTicked] = useState<readonly string[]>(several ? own.before : []);
    const [note, setNote] = useState('');
    const [top, setTop] = useState(scrolled(own, canvas, active, 0));
    const goTo = (index: number) => {
      setActive(index);
      setTop(scrolled(own, canvas, index, top));
      setNote('');
    };
    useKeypress((key, line) => {
      const { sequence } = key as { readonly sequence?: string };
      line.clearLine(0);
      const target = targets[active];
      const way = (wanted: Way) => own.ways.some((one) => one.way === wanted);
      if (sequence === '?' && way('why')) done({ kind: 'why' });
      else if (key.name === 'left' && way('back')) done({ kind: 'back' });
      else if (isUpKey(key)) goTo((active + targets.length - 1) % targets.length);
      else if (isDownKey(key)) goTo((active + 1) % targets.length);
      else if (key.name === 'home') goTo(0);
      else if (key.name === 'end') goTo(targets.length - 1);
      else if (target === undefined) return;
      else if (isSpaceKey(key) && several && 'option' in target) {
        setTicked(toggled(ticked, target.option, options));
        setNote('');
      } else if (isEnterKey(key)) {
        if ('way' in target) done({ kind: target.way });
        else if (!several) done({ kind: 'said', values: [target.option.value] });
        // Who forgot to tick would say that none is so.
        else if (ticked.length === 0 && note === '') setNote(words.noneTicked);
        else done({ kind: 'said', values: options.flatMap(({ value }) => (ticked.includes(value) ? [value] : [])) });
      }
    });
    return `${drawn(own, canvas, { active, ticked, note, top }).join('\n')}${HIDE_CURSOR}`;
  });
  return prompt(null, { signal: canvas.signal, clearPromptOnDone: true });
}

const HIDE_CURSOR = '\x1b[?25l';
export const SHOW_CURSOR = '\x1b[?25h';

/** Waits until what was shown has been read. */
export async function pause(words: string, { colour, columns, signal }: Canvas): Promise<void> {
  const { createPrompt, isEnterKey, useKeypress } = await import('@inquirer/core');
  const prompt = createPrompt<null, null>((_, done) => {
    useKeypress((key, line) => {
      line.clearLine(0);
      if (isEnterKey(key)) done(null);
    });
    const lines = wrap(words, columns - 1);
    return `${lines.map((part) => colour.cyan(part)).join('\n')}${HIDE_CURSOR}`;
  });
  await prompt(null, { signal, clearPromptOnDone: true });
}

function toggled(ticked: readonly string[], option: Option, options: readonly Option[]): string[] {
  if (ticked.includes(option.value)) return ticked.filter((value) => value !== option.value);
  const excluded = options.filter(({ only }) => only !== undefined && only === option.only).map(({ value }) => value);
  return [...ticked.filter((value) => !excluded.includes(value)), option.value];
}

/** An answer typed, which `check` reads or says what is wrong with. Undefined where nothing is typed. */
export async function typed(
  question: Shown,
  canvas: Canvas,
  check: (answer: string) => { readonly value: string } | { readonly wrong: string },
): Promise<string | undefined> {
  const { default: inquirer } = await import('inquirer');
  const { colour, columns, signal } = canvas;
  const width = columns - 1;
  const help = question.help.flatMap((words) => wrap(visible(words), width - 2)).map((line) => `  ${colour.dim(line)}`);
  const plain = (words: string) => words;
  const titled = (line: string, row: number) => `${row === 0 ? '' : '  '}${colour.bold(line)}`;
  const prompt = inquirer.createPromptModule({ signal, clearPromptOnDone: true });
  const [before = ''] = question.before;
  const { answer } = await prompt<{ answer: string }>({
    type: 'input',
    name: 'answer',
    // The mark before it is the prefix.
    message: [...wrap(visible(question.title), width - 2).map(titled), ...help, colour.cyan(CURSOR)].join('\n'),
    default: before,
    prefill: 'editable',
    // What is typed or pasted is shown, never acted upon.
    transformer: visible,
    validate: (text: string) => {
      const read = text.trim() === '' ? { value: '' } : check(text.trim());
      return 'wrong' in read ? wrap(visible(read.wrong), width - 2).join('\n') : true;
    },
    theme: {
      prefix: colour.cyan('?'),
      style: {
        message: plain,
        answer: plain,
        help: plain,
        highlight: plain,
        key: plain,
        defaultAnswer: plain,
        error: (words: string) =>
          words
            .split('\n')
            .map((line) => `  ${colour.yellow(line)}`)
            .join('\n'),
      },
    },
  });
  const text = answer.trim();
  if (text === '') return undefined;
  const read = check(text);
  return 'value' in read ? read.value : undefined;
}
