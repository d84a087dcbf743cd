import type { Text } from './text.ts';

export const listsInFrench: Text['lists'] = {
  verdict: 'Verdict',
  fileError: 'Le fichier se lit',
  severity: { error: 'erreur', warning: 'avertissement', note: 'note' },
  status: {
    below: 'trop basse',
    expired: 'expiré',
    unused: 'sans objet',
    ending: 'prend bientôt fin',
    open: 'ouvert',
    unreadable: 'illisible',
  },

  toDo: 'À faire :',
  system: (name) => `Système : ${name}`,
  due: (day) => `Échéance : ${day}`,
  source: (source) => `Source : ${source}`,
};
