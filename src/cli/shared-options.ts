import { type Command, Option } from 'commander';
import { LANGUAGES } from '../law/law.ts';
import { collect, parseDay, parseHorizon, parseSet } from './options.ts';

/** Which law is looked at. */
export function withLaw(command: Command): Command {
  return withConfig(command)
    .addOption(new Option('--as-of <day>', 'the law as it stood on that day; default: today').argParser(parseDay))
    .addOption(new Option('--rules <folder>', 'add rules of your own; may be repeated').argParser(collect))
    .addOption(new Option('--with-proposal <id>', 'count a proposal as law; may be repeated').argParser(collect));
}

/** What a duty has to be for the verdict to fail on it. */
export function withVerdict(command: Command): Command {
  return command
    .addOption(
      new Option('--horizon <day>', 'up to when duties count: a day, 12m, or release; default: today').argParser(
        parseHorizon,
      ),
    )
    .addOption(
      new Option('--unanswered <policy>', 'what open questions do to the verdict')
        .choices(['fail', 'warn'])
        .default('fail'),
    )
    .addOption(
      new Option('--level <level>', 'the weakest duties that count')
        .choices(['law', 'soft-law', 'good-practice'])
        .default('law'),
    )
    .option('--require-evidence', 'a control that cites no evidence, or no review where one is due, counts as missing')
    .addOption(new Option('--no-require-evidence').hideHelp());
}

/** What a project says of how it is checked. */
function withConfig(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--config <file>',
        'settings of the project; default: aiact.config.yaml, here or above, up to the root of the repository; --no-config for none',
      ),
    )
    .addOption(new Option('--no-config').hideHelp());
}

/** What is taken for the answers and the evidence of a description. */
export function withSystem(command: Command): Command {
  return command
    .addOption(
      new Option('--set <fact=value>', 'answer a fact or control in place of the file; may be repeated').argParser(
        parseSet,
      ),
    )
    .option('--root <folder>', 'evidence is looked for below this folder only; default: the git repository');
}

/** Language and colour. */
export function withLook(command: Command): Command {
  return command
    .addOption(languageOption())
    .addOption(new Option('--color', 'colour, whatever the terminal; --no-color for none'))
    .addOption(new Option('--no-color').hideHelp());
}

export function languageOption(): Option {
  return new Option('--lang <language>', 'language; default: the locale').choices([...LANGUAGES]);
}
