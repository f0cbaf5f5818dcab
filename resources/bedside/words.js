// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every sentence of the page, in English and French. "{x}" is filled in.

export const languages = ['en', 'fr'];

const sentences = {
  title: ['Video consultation', 'Consultation vidéo'],
  otherLanguage: ['Français', 'English'],
  otherLanguageShort: ['FR', 'EN'],
  next: ['Continue', 'Continuer'],
  back: ['Back', 'Retour'],
  step: ['Step {n} of 2', 'Étape {n} sur 2'],
  from: ['Invited by {team}', 'Invitation de {team}'],

  startTitle: ['A palliative care team invites you to a video consultation',
    'Une équipe de soins palliatifs vous invite à une consultation vidéo'],
  startText: [
    'You are with the resident; a physician or a nurse of the team will see, hear and advise you both. There is nothing to install.',
    'Vous êtes auprès du résident ; un médecin ou une infirmière de l’équipe vous verra, vous entendra et vous conseillera tous deux. Il n’y a rien à installer.'],
  startSealed: [
    'Picture and sound are encrypted and are not recorded. Nobody sees or hears you before the team has let you in.',
    'L’image et le son sont chiffrés et ne sont pas enregistrés. Personne ne vous voit ni ne vous entend avant que l’équipe ne vous ait fait entrer.'],
  startWarning: ['Take the tablet to the bedside first, and plug it in if you can.',
    'Apportez d’abord la tablette au chevet et branchez-la si possible.'],
  startLate: ['This link was valid until {until}; by this tablet’s clock it is {now}. If it is refused, ask the team for a new one.',
    'Ce lien était valable jusqu’au {until} ; d’après l’horloge de cette tablette, nous sommes le {now}. S’il est refusé, demandez-en un nouveau à l’équipe.'],
  start: ['Begin', 'Commencer'],

  youTitle: ['Who is at the bedside?', 'Qui est au chevet ?'],
  name: ['Your name', 'Votre nom'],
  nameMissing: ['Please enter your name.', 'Veuillez indiquer votre nom.'],
  function: ['Your function', 'Votre fonction'],
  functionMissing: ['Please choose your function.', 'Veuillez choisir votre fonction.'],
  function1: ['Nurse', 'Infirmière, infirmier'],
  function2: ['Care assistant', 'Aide-soignante, aide-soignant'],
  function3: ['Physician', 'Médecin'],
  function4: ['Psychologist', 'Psychologue'],
  function5: ['Family or friend', 'Famille ou proche'],
  function6: ['Interpreter', 'Interprète'],
  function7: ['Other', 'Autre'],
  present: ['Who else is in the room?', 'Qui d’autre est dans la chambre ?'],
  presentHint: ['Think of the other bed too.', 'Pensez aussi au lit voisin.'],
  present1: ['Nobody else', 'Personne d’autre'],
  present2: ['Family', 'La famille'],
  present3: ['Another resident', 'Un autre résident'],
  present4: ['A colleague', 'Un collègue'],

  checkTitle: ['Camera and sound', 'Caméra et son'],
  checkAsking: ['If the browser asks, allow the camera and the microphone.',
    'Si le navigateur le demande, autorisez la caméra et le microphone.'],
  camera: ['Camera', 'Caméra'],
  cameraWorks: ['This is what the team will see.', 'Voici ce que l’équipe verra.'],
  cameraMissing: ['No camera is available. You can go on: the team will hear you.',
    'Aucune caméra disponible. Vous pouvez continuer : l’équipe vous entendra.'],
  microphone: ['Microphone', 'Microphone'],
  microphoneWorks: ['Say something: the bar moves.', 'Dites quelques mots : la barre bouge.'],
  microphoneMissing: ['No microphone is available. You can go on: the team will telephone.',
    'Aucun microphone disponible. Vous pouvez continuer : l’équipe téléphonera.'],
  deviceHint: ['The browser’s settings for this page say whether it was refused.',
    'Les réglages du navigateur pour cette page indiquent s’il y a eu un refus.'],
  speaker: ['Loudspeaker', 'Haut-parleur'],
  playSound: ['Play the test sound', 'Jouer le son d’essai'],
  heardQuestion: ['Did you hear it?', 'L’avez-vous entendu ?'],
  yes: ['Yes', 'Oui'],
  no: ['No', 'Non'],
  heardYes: ['The loudspeaker works.', 'Le haut-parleur fonctionne.'],
  heardNo: ['Turn the tablet’s volume up, then play it again.', 'Augmentez le volume de la tablette, puis rejouez le son.'],
  toWaitingRoom: ['Enter the waiting room', 'Entrer dans la salle d’attente'],
  level: ['Loudness of the microphone', 'Niveau du microphone'],
  selfView: ['What the team sees of you', 'Ce que l’équipe voit de vous'],

  waitingTitle: ['You are in the waiting room', 'Vous êtes dans la salle d’attente'],
  waitingSeen: ['The team knows that you are here and will let you in.', 'L’équipe sait que vous êtes là et vous fera entrer.'],
  lookingTitle: ['Reaching the team…', 'Appel de l’équipe…'],
  looking: ['Leave this page open.', 'Laissez cette page ouverte.'],
  lookingLong: ['The team does not answer yet. Leave this page open: it goes on trying.',
    'L’équipe ne répond pas encore. Laissez cette page ouverte : elle continue d’essayer.'],
  noNetwork: ['No connection. Check the tablet’s network; this page goes on trying.',
    'Pas de connexion. Vérifiez le réseau de la tablette ; cette page continue d’essayer.'],
  nobody: ['If nobody comes, call the team:', 'Si personne ne vient, appelez l’équipe :'],
  leave: ['Leave', 'Quitter'],
  clock: ['This tablet’s clock is wrong by {amount}. Please have it set right.',
    'L’horloge de cette tablette est fausse de {amount}. Merci de la faire régler.'],
  minutes: ['{n} minutes', '{n} minutes'],
  hours: ['{n} hours', '{n} heures'],
  days: ['{n} days', '{n} jours'],

  connecting: ['Connecting…', 'Connexion…'],
  interrupted: ['The connection is interrupted. It comes back by itself.', 'La connexion est interrompue. Elle revient d’elle-même.'],
  noPicture: ['No picture at the moment. Go on talking.', 'Pas d’image pour le moment. Continuez à parler.'],
  frozen: ['The picture is frozen. We are calling you at', 'L’image est figée. Nous vous appelons au'],
  frozenNoNumber: ['The picture is frozen. We are calling you.', 'L’image est figée. Nous vous appelons.'],
  phone: ['We go on by telephone. We are calling you at', 'Nous continuons par téléphone. Nous vous appelons au'],
  phoneNoNumber: ['We go on by telephone. We are calling you.', 'Nous continuons par téléphone. Nous vous appelons.'],
  tapToHear: ['Tap here to hear the team', 'Touchez ici pour entendre l’équipe'],
  you: ['You', 'Vous'],
  cameraIsOff: ['Camera off', 'Caméra coupée'],
  pauseCamera: ['Pause camera', 'Couper la caméra'],
  resumeCamera: ['Camera on', 'Rallumer la caméra'],
  switchCamera: ['Turn camera', 'Autre caméra'],
  mute: ['Mute', 'Couper le micro'],
  unmute: ['Unmute', 'Rouvrir le micro'],
  loudness: ['Hearing', 'Audition'],
  end: ['End', 'Terminer'],
  staff: ['For the staff', 'Pour les soignants'],
  pictureOf: ['Picture of {name}', 'Image de {name}'],
  team: ['The team', 'L’équipe'],
  close: ['Close', 'Fermer'],

  endTitle: ['End the consultation?', 'Terminer la consultation ?'],
  endStay: ['Stay', 'Rester'],

  loudnessTitle: ['Does the resident hear well?', 'Le résident entend-il bien ?'],
  loudnessText: ['Play the sound, softest first, until the resident gives a sign.',
    'Jouez le son, du plus faible au plus fort, jusqu’à un signe du résident.'],
  loudnessStep: ['Sound {n} of 5', 'Son {n} sur 5'],
  loudnessHeard: ['Heard', 'Entendu'],
  loudnessNotHeard: ['Not heard', 'Pas entendu'],
  loudnessGood: ['The resident hears the tablet.', 'Le résident entend la tablette.'],
  loudnessRaise: [
    'Turn the volume up and put the tablet nearer, on the side of the better ear.',
    'Augmentez le volume et rapprochez la tablette, du côté de la meilleure oreille.'],
  loudnessHelp: [
    'Check the hearing aid or use headphones. Otherwise repeat the team’s words aloud.',
    'Vérifiez l’appareil auditif ou utilisez un casque. Sinon, répétez à voix haute les paroles de l’équipe.'],

  adviceTitle: ['Please read back to the team and tick', 'À relire à voix haute à l’équipe, en cochant'],
  adviceAll: ['Everything has been read back.', 'Tout a été relu.'],
  adviceShow: ['Advice: {n} of {all}', 'Conseils : {n} sur {all}'],
  hide: ['Hide', 'Masquer'],

  photoTitle: ['The team asks for a photo', 'L’équipe demande une photo'],
  photoTake: ['Take the photo', 'Prendre la photo'],
  photoFile: ['Use the camera app', 'Ouvrir l’appareil photo'],
  photoRefuse: ['Refuse', 'Refuser'],
  photoCheck: ['Nothing is sent before you say so.', 'Rien n’est envoyé sans votre accord.'],
  photoPreview: ['The photo, before it is sent', 'La photo, avant l’envoi'],
  photoSend: ['Send', 'Envoyer'],
  photoAgain: ['Take again', 'Reprendre'],
  photoWorking: ['One moment…', 'Un instant…'],
  photoSending: ['Sending: {n} %', 'Envoi : {n} %'],
  photoSent: ['The photo has been sent.', 'La photo est envoyée.'],
  photoArrived: ['The photo has arrived.', 'La photo est arrivée.'],
  photoLost: ['The photo did not arrive. Please send it again.', 'La photo n’est pas arrivée. Merci de la renvoyer.'],
  photoNone: ['The camera gives no photo. Use the camera app instead.',
    'La caméra ne donne pas de photo. Utilisez plutôt l’appareil photo.'],

  overEnded: ['The consultation is over', 'La consultation est terminée'],
  overEndedText: ['Camera and microphone are off. You can close this page.',
    'La caméra et le microphone sont coupés. Vous pouvez fermer cette page.'],
  overExpired: ['This link has expired', 'Ce lien a expiré'],
  overExpiredText: ['Please ask the team for a new one.', 'Demandez-en un nouveau à l’équipe.'],
  overBroken: ['This link is not complete', 'Ce lien est incomplet'],
  overBrokenText: ['Open it once more from the message, or ask the team for a new one.',
    'Ouvrez-le à nouveau depuis le message, ou demandez-en un nouveau à l’équipe.'],
  overRefused: ['The team did not let you in', 'L’équipe ne vous a pas fait entrer'],
  overRefusedText: ['They were expecting somebody else. Please call them.',
    'Elle attendait une autre personne. Merci de l’appeler.'],
  overFull: ['The room is full', 'La salle est complète'],
  overFullText: ['Please call the team.', 'Merci d’appeler l’équipe.'],
  overBrowser: ['This browser cannot make video calls', 'Ce navigateur ne permet pas les appels vidéo'],
  overBrowserText: ['Open the link in a recent Chrome, Edge, Safari or Firefox.',
    'Ouvrez le lien dans une version récente de Chrome, Edge, Safari ou Firefox.'],
  callTeam: ['The team’s number:', 'Le numéro de l’équipe :'],
};

let at = 0;

export function setLanguage(language) {
  at = Math.max(0, languages.indexOf(language));
  document.documentElement.lang = languages[at];
}

export const language = () => languages[at];
export const otherLanguage = () => languages[1 - at];

export function say(name, values = {}) {
  const words = sentences[name][at].replace(/\{(\w+)\}/g, (_, key) => values[key]);
  return at === 1 ? words.replace(/ ([?:;!%])/g, '\u00a0$1') : words; // French keeps these on the line
}

/// What the browser's user reads: the first of their languages that the page has.
export const preferred = (wanted = navigator.languages ?? []) =>
  wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => languages.includes(tag)) ?? 'en';

export { sentences };
