import { capital } from '../text/capital.ts';
import type { Finding } from './finding.ts';
import type { RuleTold } from './rule-told.ts';
import { cutTo, markdown } from './safe.ts';
import { plainText, withoutArguments } from './sarif-parts.ts';

/** GitHub refuses longer descriptions. */
const LONGEST = 1024;
const LONGEST_NAME = 255;

const PROBLEM = { error: 'error', warning: 'warning', note: 'recommendation' } as const;

/** A rule in the list of the tool. `severity` is the gravest with which it reports. */
export function sarifRule(
  { id, title, asks, help, source, url, tags }: RuleTold,
  severity: Finding['severity'],
): object {
  const address = addressOf(url);
  const full = source === '' ? asks : `${asks} ${source}.`;
  const cited = address === undefined ? markdown(source) : `[${markdown(source)}](${address})`;
  const inMarkdown = [markdown(asks), cited, help.map((words) => `- ${markdown(words)}`).join('\n')];
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: cutTo(LONGEST, plainText(title)) || id },
    fullDescription: { text: cutTo(LONGEST, plainText(full)) },
    ...(address === undefined ? {} : { helpUri: address }),
    help: {
      text: plainText([full, ...help].join('\n\n')),
      markdown: withoutArguments(inMarkdown.filter((part) => part !== '').join('\n\n')),
    },
    defaultConfiguration: { level: severity },
    properties: { tags, precision: 'high', 'problem.severity': PROBLEM[severity] },
  };
}

/** `act.art-1.logs` as `ActArt1Logs`, which is how SARIF writes names. */
function nameOf(id: string): string {
  const words = id.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const name = words.map(capital).join('');
  return (name === '' ? 'Rule' : name).slice(0, LONGEST_NAME);
}

/** Only what a browser opens; brackets would end the link of a Markdown text. */
function addressOf(url: string | null): string | undefined {
  if (url === null || !/^https?:\/\//.test(url) || !URL.canParse(url)) return undefined;
  return new URL(url).href.replaceAll('(', '%28').replaceAll(')', '%29');
}
