import { DEVICE, describeSystem } from '../cases/describe.ts';
import { folderWith } from '../cli/folder.ts';
import { run } from '../cli/run.ts';

/** What somebody who knows a law and no TypeScript would write: one file, with its cases, for a law that does not exist. */
export const MOON = `act: moon-act
title: { en: Lunar Telemedicine Act, fr: Loi sur la télémédecine lunaire }
short: { en: Moon Act, fr: Loi lunaire }
url: https://example.org/moon-act
force: binding
area: oversight
checked-on: 2026-11-01
---
group: moon
title: { en: The Moon, fr: La Lune }
---
fact: moon.used-there
type: yes-no
known-by: clinical
title: { en: Use on the Moon, fr: Utilisation sur la Lune }
question: { en: Is it used on the Moon?, fr: Est-il utilisé sur la Lune ? }
source: [ "moon-act:1(1)" ]
---
date: moon.applies
title: { en: Moon Act applies, fr: Application de la loi lunaire }
history:
  - { law-from: 2026-01-01, on: 2026-06-01, source: [ "moon-act:9(1)" ] }
  - { law-from: 2026-10-01, on: 2027-06-01, source: [ "moon-act:9(2)" ] }
---
concept: moon.lunar-system
stratum: duties
title: { en: Lunar AI system, fr: Système d'IA lunaire }
source: [ "moon-act:1(1)" ]
when: { all: [ { moon.used-there: yes }, eu-ai-act.ai-system ] }
cases:
  - { like: imaging-device-maker, given: { moon.used-there: yes }, expect: yes }
  - { like: imaging-device-maker, given: { moon.used-there: no }, expect: no }
  - { like: imaging-device-maker, expect: unknown, ask: [ moon.used-there ] }
---
duty: moon.art-2.helmet
title: { en: Give each user a helmet, fr: Fournir un casque à chaque utilisateur }
source: [ "moon-act:2(1)" ]
binds: eu-ai-act.role.provider
when: moon.lunar-system
due: moon.applies
needs: { all: [ moon.helmets ] }
cases:
  - { like: imaging-device-maker, given: { moon.used-there: yes, moon.helmets: yes }, expect: met }
  - { like: imaging-device-maker, given: { moon.used-there: yes, moon.helmets: no }, expect: missed }
  - { like: imaging-device-maker, given: { moon.used-there: no }, expect: not-applicable }
---
control: moon.helmets
title: { en: Helmets, fr: Casques }
question: { en: Is there a helmet for each user?, fr: Y a-t-il un casque par utilisateur ? }
shows: { en: List of helmets, fr: Liste des casques }
how: { en: Order helmets., fr: Commander des casques. }
`;

export const SYSTEM = describeSystem({ ...DEVICE, 'moon.used-there': 'yes' }, { 'moon.helmets': 'no' });

/** The folder in which the stranger works, with the rules in \`own/moon.yaml\`. */
export const withRules = (rules: string) =>
  folderWith({
    'own/moon.yaml': rules,
    'system.yaml': SYSTEM,
  });
export const checkWith = (cwd: string, ...args: string[]) =>
  run(['system.yaml', '--rules', 'own', '--as-of', '2026-11-22', ...args], { cwd });
