import type { ProblemCode } from '../yaml/source.ts';
import { few } from './few.ts';

/** What is wrong and what was expected; then what to do, where that is not plain. */
export interface ProblemWords {
  readonly message: string;
  readonly remedy?: string;
}

type Args = Readonly<Record<string, string>>;

const FORMS: Readonly<Record<string, string>> = {
  date: 'a date of the calendar: YYYY-MM-DD, YYYY-MM or YYYY',
  day: 'a day of the calendar as YYYY-MM-DD',
  horizon: 'a day such as 2035-06-30, a number of months such as 12m, or release',
  days: 'a number of days such as 90d',
  country: 'a country code of two letters, such as FR',
  'none-alone': '`none` alone, or the list without it',
  'format-version': 'a format version in quotes, such as "1.0"',
  'no-prohibition': 'a duty that is no prohibition: a prohibition cannot be set aside',
  'within-a-year': 'a day after `since`, at most twelve months later',
};

const KINDS: Readonly<Record<string, string>> = { value: 'one value', list: 'a list', keys: 'keys with values' };
const FOUND: Readonly<Record<string, string>> = {
  scalar: 'a value stands',
  list: 'a list stands',
  table: 'keys with values stand',
};

const PAGE = 'A description is a page or two: keep to that.';

export function problemInEnglish(code: ProblemCode, args: Args): ProblemWords {
  const { key = '', value = '', of = '', limit = '', nearest, message = '', oneOf, form = '' } = args;
  const { expected = '', found = '', version = '', known = '', revision = '' } = args;
  const meant: Pick<ProblemWords, 'remedy'> = nearest === undefined ? {} : { remedy: `Did you mean ${nearest}?` };
  switch (code) {
    case 'unknown-key':
      return {
        message: `${key || 'This key'} is no known key.`,
        remedy: 'Remove it, or keep it as a note under a name that begins with x-.',
        ...meant,
      };
    case 'unknown-id':
      return { message: `${key || value} is no known id.`, ...meant };
    case 'invalid-value': {
      const valid = oneOf === undefined ? FORMS[form] : `one of ${few(oneOf, (count) => `and ${count} more`)}`;
      const fault = value === '' ? `${key} has no valid value` : `"${value}" is not valid for ${key}`;
      return { message: valid === undefined ? `${fault}.` : `${fault}: expected ${valid}.`, ...meant };
    }
    case 'wrong-kind': {
      const takes = KINDS[expected] ?? '';
      const stands = FOUND[found] ?? '';
      const begin = key === '' ? { remedy: 'Begin with aiact-check: "1.0" and system: { name: … }.' } : {};
      return { message: `${key || 'A description'} takes ${takes}, but ${stands} here.`, ...begin };
    }
    case 'missing-key':
      if (key === 'aiact-check')
        return { message: 'The format version is missing.', remedy: 'Add aiact-check: "1.0" as the first line.' };
      return { message: of === '' ? `${key} is missing.` : `${of} needs ${key}.`, remedy: `Add ${key}.` };
    case 'duplicate-key':
      return { message: 'This key stands twice.', remedy: 'Keep one of them.' };
    case 'repeated-value':
      return { message: `${value} stands twice in ${key}.`, remedy: 'Keep one of them.' };
    case 'syntax':
      return { message: `This is not valid YAML: ${message}`, remedy: 'Check indentation, quotes and brackets here.' };
    case 'tag':
      return { message: 'YAML tags (!…) are not read.', remedy: 'Write the value without its tag.' };
    case 'too-deep':
      return {
        message: `Nested more than ${limit} levels deep.`,
        remedy: 'Write it flatter; an alias may not contain itself.',
      };
    case 'too-many-nodes':
      return { message: `More than ${limit} values and keys, aliases expanded.`, remedy: PAGE };
    case 'several-documents':
      return { message: 'A second YAML document begins here.', remedy: 'Put each system in a file of its own.' };
    case 'empty':
      return { message: 'The file says nothing.', remedy: 'Begin with aiact-check: "1.0", or run aiact-check init.' };
    case 'newer-format':
      return {
        message: `Format version ${version} is newer than ${known}, the newest known here.`,
        remedy: 'Update aiact-check.',
      };
    case 'not-baseline':
      return { message: 'This is no baseline.', remedy: 'Make one with aiact-check baseline create.' };
    case 'no-answers':
      return { message: 'The file holds no answers.', remedy: 'Write one a line, such as data.health: yes.' };
    case 'not-utf8':
      return { message: 'The file is not UTF-8 text.', remedy: 'Save it as UTF-8.' };
    case 'binary':
      return { message: 'The file holds binary data, not text.', remedy: 'Give a YAML file, saved as UTF-8.' };
    case 'too-large':
      return { message: `The file is larger than ${limit} bytes.`, remedy: PAGE };
    case 'not-found':
      return { message: 'There is no such file.', remedy: 'Check its name and folder.', ...meant };
    case 'no-git':
      return { message: 'To read a revision takes git, which is not installed here.', remedy: 'Give a file instead.' };
    case 'no-repository':
      return {
        message: 'There is no such file, and no git repository here to look for a revision in.',
        remedy: 'Check the name of the file, or run this inside the repository.',
      };
    case 'unknown-revision':
      return {
        message: `${revision} is no file, and no branch, tag or commit of this repository.`,
        remedy: 'Write revision:path, such as main:system.yaml. What was not fetched is not there.',
      };
    case 'not-in-revision':
      return {
        message: `There is no such file in ${revision || 'what is staged'}.`,
        remedy: 'Give its path from the root of the repository.',
        ...(nearest === undefined ? {} : { remedy: `Did you mean ${revision}:${nearest}?` }),
      };
    case 'is-folder':
      return { message: 'This is a folder; a file was expected.', remedy: 'Name the folder itself, or a file in it.' };
    case 'not-regular':
      return { message: 'This is not a regular file.', remedy: 'Give a file, a folder, or - for standard input.' };
    case 'cannot-write':
      return {
        message: `The file cannot be written: ${message}`,
        remedy: 'Check its folder, and who may write there.',
      };
    case 'cannot-read':
      return { message: `The file cannot be read: ${message}`, remedy: 'Check its path and who may read it.' };
    case 'nothing-found':
      return { message: 'No description was found here.', remedy: 'Make one with aiact-check init.' };
    case 'rule':
      return { message };
  }
}
