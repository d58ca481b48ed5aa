/** Names of people, from which colleagues are made. */

/** First names; beside a name that is not in Latin letters stands how it is written in addresses. */
const FIRST =
  `Ada Amir Anaïs Aoife Ben Björn Camila Chidi Chloé Daan Dana Diego Elif Emma Fatima Femi Gianna Hana Hugo Ines Ivan Jakub
Jana José Kai Kofi Lars Leila Liam Lucía Maja Malik Mei Mira Nadia Nils Noa Olga Omar Petra Priya Quinn Rania Ravi Rosa Sanne
Sofía Tariq Thandi Uma Viktor Wanjiru Xin Yara Yusuf Zoë 王芳/Fang דנה/Dana محمد/Mohamed Ольга/Olga`.split(
    /\s+/,
  );

const LAST =
  `Abebe Andersson Bakker Becker Bianchi Brown Castillo Chen Cohen Costa Dąbrowski Diallo Dubois Eriksen Farah Fernández
Fischer Garcia Gupta Haddad Hansen Haruki Hughes Ibrahim Ivanova Jansen Jensen Johansson Kaya Khan Kim Kovács Kowalska Kumar
Lambert Larsen Levy Lindqvist López Marino Mensah Meyer Mizrahi Moreau Müller Mwangi Nakamura Ncube Nguyen Novak O'Brien Okafor
Olsen Osei Patel Pereira Petrov Quispe Rahman Rossi Sato Schäfer Schmidt Silva Singh Smith Sokolov Suárez Tanaka Torres Usman
Van-Dijk Vargas Virtanen Wagner Wang Weber Williams Yamamoto Yılmaz Zhang Zulu 李/Li כהן/Cohen`.split(/\s+/);

export interface Name {
  readonly firstName: string;
  readonly lastName: string;
  /** The part of an address before the @. */
  readonly account: string;
}

const parts = (entry: string): { shown: string; ascii: string } => {
  const [shown = '', latin = shown] = entry.split('/');
  const ascii = latin
    .normalize('NFD')
    .replace(/ı/g, 'i')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
  return { shown, ascii };
};

const FIRST_PARTS = FIRST.map(parts);
const LAST_PARTS = LAST.map(parts);

/** The nth person; accounts never repeat. */
export function personName(n: number): Name {
  const first = FIRST_PARTS[n % FIRST_PARTS.length] as { shown: string; ascii: string };
  const block = Math.floor(n / FIRST_PARTS.length);
  const last = LAST_PARTS[(n * 7 + block) % LAST_PARTS.length] as { shown: string; ascii: string };
  const account = `${first.ascii}.${last.ascii}${n < 40 ? '' : n}`;
  return { firstName: first.shown, lastName: last.shown, account };
}
