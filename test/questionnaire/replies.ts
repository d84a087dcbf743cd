import type { Answer, Description } from '../../src/description/description.ts';
import { nothingDescribed } from '../../src/description/description.ts';
import { readDescription } from '../../src/description/read.ts';
import { Interview } from '../../src/questionnaire/interview.ts';
import type { Question, Reply } from '../../src/questionnaire/question.ts';
import { boxText } from '../../src/questionnaire/said.ts';
import { Source } from '../../src/yaml/source.ts';
import { AS_OF, law } from './people.ts';

/** An interview about a file with this text, null for none. */
export function interviewOn(text: string | null, asOf = AS_OF): Interview {
  return new Interview({
    law,
    session: { asOf },
    describe: (given) => {
      if (text === null && !given.has('system.name')) return nothingDescribed('system.yaml', '1.0');
      const { description, problems } = readDescription(
        new Source('system.yaml', text ?? 'aiact-check: "1.0"\n'),
        law.law,
        given,
      );
      if (description === undefined) throw new Error(JSON.stringify(problems));
      return description;
    },
  });
}

export function said(...values: readonly string[]): Reply {
  return { kind: 'said', values };
}

/** What somebody who knows everything replies. */
export function replyOf(person: Description, question: Question): Reply {
  switch (question.kind) {
    case 'go-on':
      return said('now');
    case 'status': {
      const status = person.controls.get(question.control)?.status;
      return status === 'in-place' ? said('yes') : status === 'missing' ? said('no') : { kind: 'unknown' };
    }
    case 'planned':
    case 'evidence':
    case 'owner':
      return said('');
    case 'boxes': {
      const answers = question.boxes.map((box) => person.answers.get(box.fact));
      if (answers.some((answer) => answer === undefined || isUnsure(answer))) return { kind: 'apart' };
      return said(...question.boxes.filter((box) => isOn(person.answers.get(box.fact), box.option)).map(boxText));
    }
    default: {
      if (question.fact.id === 'system.name') return said(person.name);
      const answer = person.answers.get(question.fact.id);
      if (answer === undefined || isUnsure(answer)) return { kind: 'unknown' };
      if (question.kind === 'areas') {
        const on = question.fact.options.filter(({ id }) => isOn(answer, id));
        return said(
          ...question.areas.map(({ area }) => area).filter((area) => on.some((option) => option.area === area)),
        );
      }
      if (question.kind === 'list') return said(...question.options.filter((option) => isOn(answer, option)));
      return said(answer.kind === 'value' ? answer.value : answer.text);
    }
  }
}

function isUnsure(answer: Answer): boolean {
  return answer.kind === 'unknown' || (answer.kind === 'list' && [...answer.options.values()].includes('unknown'));
}

function isOn(answer: Answer | undefined, option: string): boolean {
  if (answer?.kind === 'list') return answer.options.get(option) === 'yes';
  return answer?.kind === 'value' && answer.value === option;
}

/** Answers everything that is still open, as that person does. */
export function finish(interview: Interview, person: Description): void {
  for (let steps = 0; interview.question !== null; steps++) {
    if (steps > 600) throw new Error(`no end: ${JSON.stringify(interview.question)}`);
    interview.reply(replyOf(person, interview.question));
  }
}
