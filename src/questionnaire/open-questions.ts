import type { Assessment } from '../assessment/contract.ts';
import type { OpenQuestion, OpenQuestions } from '../assessment/open-questions.ts';
import { counts } from '../assessment/verdict.ts';
import type { Description } from '../description/description.ts';
import type { LoadedLaw } from '../law/artefact.ts';
import { areaOf, type Fact } from '../law/law.ts';

/** What a description needs before all: a file without it does not read. */
const NAME = 'system.name';

/**
 * What is still to be answered, ready to be handed to those who know: the facts that can change something, then the
 * controls of duties that apply. Pure. `description` is null where there is none yet.
 */
export function openQuestionsOf(
  assessment: Assessment,
  description: Description | null,
  loaded: LoadedLaw,
): OpenQuestions {
  const { law } = loaded;
  const name = description === null ? law.facts.filter(({ id }) => id === NAME) : [];
  const facts = assessment.questions.flatMap(({ fact: id, settles }) => {
    const fact = law.facts.find((known) => known.id === id);
    return fact === undefined ? [] : [factQuestion(fact, settles, description, loaded)];
  });
  return {
    format: 'aiact-check/questions@1',
    language: loaded.language,
    tool: assessment.tool,
    law: assessment.law,
    asOf: assessment.asOf,
    source: description && { path: description.path, sha256: description.sha256 },
    system: description && assessment.system,
    questions: [
      ...name.map((fact) => factQuestion(fact, [], description, loaded)),
      ...facts,
      ...controlQuestions(assessment, description, loaded),
    ],
  };
}

function factQuestion(
  fact: Fact,
  settles: readonly string[],
  description: Description | null,
  loaded: LoadedLaw,
): OpenQuestion {
  const words = loaded.texts[fact.id] ?? {};
  const [group = ''] = fact.id.split('.');
  return {
    id: fact.id,
    kind: 'fact',
    knownBy: fact.knownBy ?? null,
    group: loaded.texts[group]?.title ?? '',
    title: words.title ?? fact.id,
    question: words.question ?? '',
    help: words.help ?? null,
    type: fact.type,
    options: optionsOf(fact, words),
    shows: null,
    saidUnknown: description?.answers.has(fact.id) ?? false,
    source: fact.source,
    settles: settles.map((id) => settled(id, loaded)),
  };
}

function optionsOf({ type, options }: Fact, words: Readonly<Record<string, string>>): OpenQuestion['options'] {
  if (type === 'yes-no') return [];
  return options.map(({ id }) => {
    return { id, title: words[`option.${id}`] ?? '', help: words[`option.${id}.help`] ?? null };
  });
}

function controlQuestions(
  { controls, duties, policy }: Assessment,
  description: Description | null,
  loaded: LoadedLaw,
): OpenQuestion[] {
  const { areas } = loaded.law;
  const applying = new Set(duties.filter(({ applies }) => applies === 'yes').map(({ id }) => id));
  const open = controls.filter(
    ({ status, level, lackedBy }) =>
      status === 'unanswered' && counts(level, policy) && lackedBy.some((duty) => applying.has(duty)),
  );
  const rank = (id: string) => {
    const area = areaOf(id, areas);
    return area === undefined ? areas.length : areas.indexOf(area);
  };
  return [...open]
    .sort((a, b) => rank(a.id) - rank(b.id))
    .map(({ id, title, question, shows, how, lackedBy }) => {
      const area = areaOf(id, areas);
      return {
        id,
        kind: 'control',
        knownBy: area?.knownBy ?? null,
        group: (area && loaded.texts[area.id]?.title) ?? '',
        title,
        question,
        help: how,
        type: 'status',
        options: [],
        shows,
        saidUnknown: description?.controls.has(id) ?? false,
        source: [],
        settles: lackedBy.filter((duty) => applying.has(duty)).map((duty) => settled(duty, loaded)),
      };
    });
}

function settled(id: string, { law, texts }: LoadedLaw): OpenQuestion['settles'][number] {
  const entry = [law.scales, law.concepts, law.duties].flatMap((kind) => kind.filter((known) => known.id === id))[0];
  return { id, title: texts[id]?.title ?? id, source: entry?.source ?? [] };
}
