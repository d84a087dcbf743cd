import { describe, expect, test } from 'vitest';
import { describeSystem } from './describe.ts';
import {
  articles,
  descriptionOf,
  forAll,
  isThere,
  type KnownSystem,
  outcomeOf,
  read,
  statesOf,
  systems,
  textOf,
} from './known-systems.ts';
import { contradictions, factsFrom, LEFT_OUT, MAPPING, meaningsOf } from './mapping.ts';

describe.each(systems.filter(isThere))('$id', (system: KnownSystem) => {
  const { accepts, added = [], decides = [] } = system;
  const description = descriptionOf(system);
  const { classification, categories, deciding } = outcomeOf(description);
  const { aiAct, device, overlays } = classification;

  test('comes out in a category that the reviewer accepts, or asks for what decides', () => {
    if (aiAct.value === null) {
      expect(accepts.categories).toContain('depends');
      expect([...deciding].sort()).toEqual([...decides].sort());
    } else {
      expect(accepts.categories).toEqual(expect.arrayContaining([...categories]));
      expect(decides).toEqual([]);
    }
  });

  if (aiAct.value === 'high-risk') {
    test('is bound from the day that the reviewer gives', () => {
      expect(aiAct.from?.value).toBe(accepts.from);
    });
  }

  test('owes the notices of Article 50 that the reviewer names, or may owe them', () => {
    const ids = (accepts.art50 ?? []).map((place) => `eu-ai-act.art-${place.replace('(', '-').replace(')', '')}`);
    const values = ids.map((id) => overlays.find((overlay) => overlay.id === id)?.value);
    expect(values).not.toContain('no');
    expect(values).not.toContain(undefined);
  });

  test('is a device, of a class, with or without a notified body, as the reviewer has it', () => {
    const classes = device.class.possible.filter((name) => name !== 'not-a-device');
    const inRange = classes.every((name) => accepts.classes?.includes(name));
    if (accepts.device === 'no') expect(device.value).toBe('no');
    else if (accepts.device === 'yes' || accepts.device === 'probably') expect(device.value).toBe('yes');
    if (device.value === 'yes') expect(inRange, `${classes} within ${accepts.classes}`).toBe(true);
    // A notified body is needed, or may be while the class is open.
    const needed = device.class.value === null ? ['yes', 'unknown'] : ['yes'];
    if (accepts.thirdParty && device.value !== 'no') expect(needed).toContain(device.thirdParty.value);
  });

  test('is described as the reviewer states it, or says why not', () => {
    const found = contradictions(description.answers, meaningsOf(statesOf(system)));
    expect(found.sort()).toEqual(system.example ? added.map(({ fact }) => fact).sort() : []);
    for (const { fact, value } of added) expect(description.answers.get(fact)?.text).toBe(textOf(value));
  });
});

describe('the table that puts the facts of the reviewer into words of a description', () => {
  test('has a row for every fact and value that is stated', () => {
    const stated = systems.flatMap((system) => Object.entries(statesOf(system)));
    expect(stated.filter(([fact, value]) => MAPPING[fact]?.[value] === undefined)).toEqual([]);
  });

  test('leaves out, for a reason, what no system states', () => {
    const stated = new Set(systems.flatMap((system) => Object.keys(statesOf(system))));
    expect(Object.keys(LEFT_OUT).filter((fact) => stated.has(fact))).toEqual([]);
  });

  test('is written in facts and options that a description has', () => {
    for (const rows of Object.values(MAPPING)) {
      for (const row of Object.values(rows)) {
        const { answers } = read('a row', describeSystem(factsFrom([row])));
        expect(contradictions(answers, [row])).toEqual([]);
      }
    }
  });
});

test('each of the 69 systems is named in one of the five articles, and told or shown by an example', () => {
  expect(new Set(systems.map(({ id }) => id)).size).toBe(69);
  expect(Object.keys(articles)).toHaveLength(5);
  for (const { id, source, is, example } of systems) {
    expect(
      source.filter((article) => articles[article] === undefined),
      id,
    ).toEqual([]);
    expect((is === undefined) !== (example === undefined), id).toBe(true);
  }
});

test('what is added has its reason', () => {
  const added = [...forAll, ...systems.flatMap((system) => system.added ?? [])];
  expect(added.filter(({ because = '' }) => because.length < 10)).toEqual([]);
});

test('all 24 examples are there', () => {
  const examples = systems.filter(({ example }) => example);
  expect(examples).toHaveLength(24);
  expect(examples.filter((system) => !isThere(system)).map(({ id }) => id)).toEqual([]);
});
