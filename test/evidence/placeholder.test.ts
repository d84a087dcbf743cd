import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saysNothing } from '../../src/evidence/placeholder.ts';

/** What has no content, in pieces that may stand in any order. */
const NOTHING = {
  'headings of Markdown': '# Risk management\n\n## Scope\n\n### Method ###',
  'a Setext heading': 'Risk management\n===============\n\nScope\n-----',
  'headings of AsciiDoc': '= Risk management\n\n== Scope',
  'headings of reStructuredText': 'Scope\n~~~~~\n\nMethod\n^^^^^^^^^\n',
  'front matter': '---\ntitle: Risk management\nstatus: approved\n---\n\n# Scope',
  'front matter in TOML': '+++\ntitle = "Risks"\n+++\n# Scope',
  'front matter alone': '---\ntitle: Risk management\n---',
  'a comment': '<!-- Say here how staff is trained.\nIn two sentences. -->\n# Training',
  rules: '---\n\n***\n\n___\n\n=====',
  'an empty list': '- \n* \n+\n1.\n2)\na.',
  'empty boxes': '- [ ]\n- [x]\n☐\n□',
  'an empty table': '| Risk | Measure |\n|---|:--:|\n|  |  |\n| | |',
  'a table of labels': '| Field | Value |\n| --- | --- |\n| Owner | TBD |\n| Date | |\n| Version | - |',
  'a table without outer lines': 'Risk | Measure\n--- | ---\n | ',
  'an empty code block': '```\n```',
  'a form with nothing in it': 'Owner:\nDate:\n**Reviewed by:** TBD\n- Version : à définir\n"notes": "",',
  TODO: 'TODO',
  'TODO with a subject': '# Risks\nTODO: describe the risks\n- [ ] TODO describe the measures (QA)\n* FIXME',
  'to do': 'To do\nto-do: ask the ward\n**Todo**',
  TBD: 'TBD.\n> TBC\n_tba_',
  'to be completed':
    'To be completed\nTo be written by QA before release.\nThis section is to be completed.\nStill to be confirmed',
  'coming soon': 'Coming soon…\nWork in progress.\nDraft\n[placeholder]\nThis page is empty.\nUnder construction',
  'lorem ipsum':
    'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod.\nDuis aute irure dolor in velit.',
  'lorem ipsum in one long line': 'Lorem ipsum dolor sit amet. '.repeat(40),
  crosses: 'xxx\nXXXX\nXXX name of the ward',
  dots: '…\n...\n. . .',
  'not applicable': 'n/a\nN/A.\n- NA\nS.O.\nsans objet',
  'à compléter':
    'À compléter\nA compléter.\nà COMPLETER par la qualité\nCette section reste à rédiger.\nDocument à compléter',
  'à faire': 'À faire\n- à définir\nÀ venir…\nA\u0300 pre\u0301ciser',
  'en cours': 'En cours de rédaction\nCe document est en cours d’élaboration.\nRédaction en cours\nbrouillon',
  prompts:
    '[insert the name of the ward]\n<your text here>\n{{ date }}\n[Insérer le nom]\n[votre texte]\nAuthor: [name]',
  'prompts in words': 'Add your text here.\nDescribe the procedure here\nÉcrire le texte ici',
  'empty JSON': '{}',
  'a JSON object of nothing': '{\n  "training": null,\n  "staff": "",\n  "tools": []\n}',
  'a JSON list of nothing': '[ ]',
  null: 'null\n',
  'YAML of nothing': '# Training of staff\n---\ntraining: null\nstaff:\n  - TODO\nnotes: ~ # later\n',
  'comments only': '# Training\n#to come\n\n# end',
  'lines of Windows': '# Risks\r\n\r\nTODO\r\n',
};

describe('a placeholder', () => {
  test.each(Object.entries(NOTHING))('%s says nothing', (_, text) => {
    for (const line of ['', ...text.split('\n')]) expect([line, saysNothing(text)]).toEqual([line, true]);
  });

  test('of several such pieces says nothing', () => {
    // Front matter is at the front.
    const pieces = Object.values(NOTHING).filter((text) => !/^(---|\+\+\+)\n/.test(text));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1 }), (some) => {
        expect(saysNothing(some.join('\n\n'))).toBe(true);
      }),
    );
  });
});

const SOMETHING = {
  'a word': 'Trained.',
  'a word without a stop': 'Done',
  'one sentence': 'All twelve nurses were trained on 3 May.',
  'one sentence in French': 'Les douze infirmières ont été formées le 3 mai.',
  'another language': '所有护士均已接受培训。',
  Arabic: 'تم تدريب جميع الممرضات.',
  'a sentence under a heading': '# Training\n\nAll nurses were trained.',
  'a sentence with a rule under it': 'All nurses were trained on 3 May.\n---\n',
  'a line that is longer than what stands under it': 'All nurses were trained on 3 May\n***',
  'a link': '[Record of the training](training.pdf)',
  'an address': 'https://example.org/training',
  'an address in brackets': '<https://example.org/name>',
  'a finished list': '- [x] Nurses trained\n- [x] Doctors trained',
  'a form to be filled in at the bed': '- [ ] Check the identity of the patient\n- [ ] Look at the picture',
  'a table with one full row': '| Risk | Measure |\n|---|---|\n| Wrong patient | Bracelet is read |\n| | |',
  'a table of ticks': '| Nurse | Trained |\n|---|---|\n| A | ✔ |',
  'a number': '42',
  CSV: 'risk,severity\nwrong patient,3',
  'the head of a CSV': 'risk,severity,measure',
  JSON: '{ "trained": 12 }',
  'a list in JSON': '["nurses"]',
  'one object in JSON in one line': '{"name": "Trained", "date": null}',
  YAML: 'trained: 12\nowner: TBD',
  'YAML in a line': '{name: Trained}',
  XML: '<testsuite>\n<testcase name="override" time="1"/>\n</testsuite>',
  code: '# Runs the tests\npytest',
  'no risks': 'Known risks: none',
  'nothing known of': 'Incidents: n/a',
  'what was to do': 'The TODO list was closed on 3 May.',
  'what is still to do, and what is done': 'TODO. All nurses were trained on 3 May.',
  'to do something': 'To do this we trained all nurses',
  'a draft': 'Draft of 3 May: nurses learn to override',
  'a verb in French': 'A validé : le comité du 3 mai',
  'some Latin': 'Primum non nocere',
  'lorem ipsum and a sentence': 'Lorem ipsum dolor sit amet\n\nAll nurses were trained.',
  'a comment that does not end': '<!-- All nurses were trained.',
  'a sentence between comments': '<!-- a -->All nurses were trained.<!-- b -->',
  'front matter that does not end': '---\ntitle: Training was held\n',
  'a sentence between rules': '---\nAll nurses were trained.\n---',
  'a quotation': '> All nurses were trained.',
  'a long line': `TODO ${'x'.repeat(400)}`,
};

describe('content', () => {
  test.each(Object.entries(SOMETHING))('%s says something', (_, text) => {
    expect(saysNothing(text)).toBe(false);
  });

  test('of one true sentence makes content of any placeholder, before it and behind it', () => {
    const sentence = fc.constantFrom(SOMETHING['one sentence'], SOMETHING['one sentence in French']);
    const nothing = fc.array(fc.constantFrom(...Object.values(NOTHING))).map((some) => some.join('\n\n'));
    fc.assert(
      fc.property(nothing, sentence, nothing, (before, said, after) => {
        expect(saysNothing(`${before}\n\n${said}\n\n${after}`)).toBe(false);
      }),
    );
  });
});

test('any text is judged, in little time', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof saysNothing(text) === 'boolean'));
  const repeated = [
    '*',
    '-',
    '- | ',
    '|',
    ' ',
    '<!--',
    '---\n',
    '[',
    '> ',
    'a|',
    ':',
    '1.',
    'lorem ',
    '\u0301',
    '=\n',
    '#',
  ];
  for (const piece of repeated) {
    const started = performance.now();
    for (const end of ['', 'a', '\n---', '\n--- a']) saysNothing(piece.repeat(Math.floor(65_536 / piece.length)) + end);
    expect([piece, performance.now() - started < 1000]).toEqual([piece, true]);
  }
});
