import type { Text } from './text.ts';

export const listsInFrench: Text['lists'] = {
  verdict: 'Verdict',
  fileError: 'Le fichier est lisible',
  severity: { error: 'erreur', warning: 'avertissement', note: 'note' },
  status: {
    below: 'trop basse',
    expired: 'arrivé à son terme',
    unused: 'sans objet',
    ending: 'proche de son terme',
    open: 'ouvert',
    unreadable: 'illisible',
  },

  toDo: 'À faire :',
  system: (name) => `Système : ${name}`,
  due: (day) => `Échéance : ${day}`,
  source: (source) => `Source : ${source}`,
};
