/** Why a field matters, by its name; `pictures.caption` before `caption`. */
export const reasonFor = (path: readonly PropertyKey[]): string | undefined => {
  const name = String(path.findLast((part) => typeof part === 'string') ?? '');
  const reason = reasons[`${String(path[0])}.${name}`] ?? reasons[name];
  return reason;
};

const reasons: Record<string, string> = {
  title: 'Il titolo è la prima cosa che si legge, nella pagina, negli elenchi e nei risultati di ricerca.',
  description: 'È la frase che i motori di ricerca mostrano sotto il titolo.',
  city: 'Dalla città dipende in quale pagina e in quale punto della mappa compare.',
  edition: 'Dall’edizione dipendono il motto, la dicitura del finanziamento e la pagina del progetto.',
  date: 'La data ordina le note e compare nella pagina: deve essere una sola per tutti i computer.',
  alt: 'Chi non vede l’immagine ascolta questo testo al suo posto: la legge lo richiede.',
  credit: 'Chi pubblica la foto deve poter dire di chi è.',
  licence: 'Chi vuole ripubblicare la foto deve sapere a quali condizioni può farlo.',
  release:
    'Una persona riconoscibile, soprattutto se migrante o minore, va mostrata solo se ha dato il permesso.',
  'pictures.caption': 'La didascalia dice ai giornalisti chi e che cosa si vede.',
  source: 'Ogni affermazione del sito deve poter essere seguita fino al documento che la dice.',
  'translation.source':
    'Dall’impronta il sito capisce se l’italiano è cambiato dopo la traduzione, e lo dice a chi legge.',
  translation:
    'Chi legge ha diritto di sapere se il testo è stato tradotto da una macchina e se qualcuno l’ha riveduto.',
  by: 'Chi legge ha diritto di sapere se il testo è stato tradotto da una macchina.',
  reviewed: 'Chi legge ha diritto di sapere se una persona competente ha riveduto la traduzione.',
  reason: 'Una nota ritirata resta al suo indirizzo e deve spiegare perché.',
  embargo: 'Senza il fuso orario l’ora è incerta, e la nota potrebbe uscire prima del momento stabilito.',
  lat: 'Dalle coordinate dipende il punto sulla mappa.',
  lon: 'Dalle coordinate dipende il punto sulla mappa.',
  easy: 'Le parole semplici servono a chi sta imparando l’italiano.',
  value: 'La cifra viene mostrata grande e confrontata con le altre: deve essere un numero.',
  url: 'Chi vuole controllare la fonte deve poterla aprire.',
  website: 'Chi segue il collegamento deve arrivare al sito dell’ente.',
  region: 'Le città si cercano anche per regione.',
  consulted: 'Una pagina altrui può cambiare: conta il giorno in cui è stata letta.',
  hue: 'Ogni ambito ha un colore suo, uguale in tutto il sito.',
  file: 'Il sito cerca l’immagine accanto al testo della nota.',
  status: 'Dallo stato dipende se la nota è pubblica.',
  state: 'Un video previsto si mostra come previsto, uno pubblicato si guarda.',
  'cities.cities': 'Dalla città dipende in quale pagina compare.',
  publishedOn: 'Il giorno compare nella pagina e nei risultati di ricerca.',
  'plays.file': 'I browser aprono con certezza solo film MP4 e WebM.',
  'poster.file': 'Il sito cerca la copertina nella cartella del video.',
  'licence.licence': 'Chi vuole ripubblicare il video o la foto deve sapere a quali condizioni può farlo.',
  duration: 'Chi ha poco tempo o pochi giga vuole sapere quanto dura prima di premere il pulsante.',
  plays: 'Chi apre la pagina deve poterlo guardare; finché non si può, lo stato è in-production.',
  on: 'Il pulsante dice quale server viene contattato: il sito lo deve sapere.',
  'plays.address': 'Il sito riconosce il video dal suo indirizzo; con un altro indirizzo non parte.',
  files: 'Senza un file non c’è niente da guardare.',
  bytes: 'Chi guarda con pochi giga deve sapere quanto pesa il film.',
  height: 'Su uno schermo piccolo il sito sceglie il file più leggero.',
  poster:
    'Prima del clic si vede solo la copertina: deve essere nostra, perché nessun altro server sia contattato.',
  audioDescription:
    'Chi non vede deve sapere se perde qualcosa: la legge chiede l’audiodescrizione, o che non serva.',
  provided: 'Chi non vede deve sapere se perde qualcosa.',
  statement: 'Chi non vede deve sapere se perde qualcosa.',
  'audioDescription.address': 'Chi non vede deve poter arrivare al film con l’audiodescrizione.',
  credits: 'Chi ha realizzato il video va nominato.',
  at: 'Dal tempo dipende in quale punto del film porta il capitolo.',
  role: 'Chi guarda deve sapere chi sta parlando.',
};
