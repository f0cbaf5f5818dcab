<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>Sentences</name>
    <message>
        <source>The case is still being read.</source>
        <translation>Le dossier est en cours de lecture.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>This is not written in the role of %1.</source>
        <translation>Cela ne s’écrit pas dans le rôle de %1.</translation>
    </message>
    <message>
        <source>Ask a colleague whose role it is.</source>
        <translation>Demander à un collègue dont c’est le rôle.</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>La note est vide.</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>Écrivez d’abord quelque chose.</translation>
    </message>
    <message>
        <source>Note added</source>
        <translation>Note ajoutée</translation>
    </message>
    <message>
        <source>Attempt noted: %1</source>
        <translation>Tentative notée : %1</translation>
    </message>
    <message>
        <source>Case in progress</source>
        <translation>Dossier en cours</translation>
    </message>
    <message>
        <source>This time has passed.</source>
        <translation>Cette heure est passée.</translation>
    </message>
    <message>
        <source>Choose a later one.</source>
        <translation>Choisissez une heure plus tardive.</translation>
    </message>
    <message>
        <source>A case is not deferred without a reason.</source>
        <translation>Un dossier n’est pas reporté sans raison.</translation>
    </message>
    <message>
        <source>Say in a few words why it can wait.</source>
        <translation>Dites en quelques mots pourquoi il peut attendre.</translation>
    </message>
    <message>
        <source>Case deferred</source>
        <translation>Dossier reporté</translation>
    </message>
    <message>
        <source>Case assigned</source>
        <translation>Dossier attribué</translation>
    </message>
    <message>
        <source>Case left to the team</source>
        <translation>Dossier laissé à l’équipe</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Fait : %1</translation>
    </message>
    <message>
        <source>It goes on in this way already.</source>
        <translation>La réponse continue déjà ainsi.</translation>
    </message>
    <message>
        <source>Nobody has decided how to answer yet.</source>
        <translation>Personne n’a encore décidé comment répondre.</translation>
    </message>
    <message>
        <source>Choose another way.</source>
        <translation>Choisissez une autre modalité.</translation>
    </message>
    <message>
        <source>Triage the case first (E).</source>
        <translation>Triez d’abord le dossier (E).</translation>
    </message>
    <message>
        <source>Goes on: %1</source>
        <translation>Continue : %1</translation>
    </message>
    <message>
        <source>Why no visit is needed is missing.</source>
        <translation>Il manque pourquoi une visite n’est pas nécessaire.</translation>
    </message>
    <message>
        <source>A few words are enough.</source>
        <translation>Quelques mots suffisent.</translation>
    </message>
    <message>
        <source>Still to do before closing: %1.</source>
        <translation>Reste à faire avant de clore : %1.</translation>
    </message>
    <message>
        <source>Case closed</source>
        <translation>Dossier clos</translation>
    </message>
    <message>
        <source>Case reopened</source>
        <translation>Dossier rouvert</translation>
    </message>
    <message>
        <source>Wishes recorded</source>
        <translation>Souhaits enregistrés</translation>
    </message>
    <message>
        <source>Resident corrected: %1</source>
        <translation>Résident corrigé : %1</translation>
    </message>
    <message>
        <source>Home corrected: %1</source>
        <translation>Établissement corrigé : %1</translation>
    </message>
    <message>
        <source>Request corrected: %1</source>
        <translation>Demande corrigée : %1</translation>
    </message>
    <message>
        <source>An entry is not withdrawn without a reason.</source>
        <translation>Une entrée n’est pas retirée sans raison.</translation>
    </message>
    <message>
        <source>Say in a few words what is wrong with it.</source>
        <translation>Dites en quelques mots ce qui est inexact.</translation>
    </message>
    <message>
        <source>Entry withdrawn</source>
        <translation>Entrée retirée</translation>
    </message>
    <message>
        <source>State of the request</source>
        <translation>État de la demande</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>What the caller said</source>
        <translation>Propos de l’appelant</translation>
    </message>
    <message>
        <source>Wishes of the resident</source>
        <translation>Souhaits du résident</translation>
    </message>
    <message>
        <source>Settled: %1</source>
        <translation>Tranché : %1</translation>
    </message>
    <message>
        <source>This request has been merged already.</source>
        <translation>Cette demande est déjà fusionnée.</translation>
    </message>
    <message>
        <source>Go to the one it went into with G.</source>
        <translation>G va à celle qui continue.</translation>
    </message>
    <message>
        <source>A closed case is not merged.</source>
        <translation>Un dossier clos ne se fusionne pas.</translation>
    </message>
    <message>
        <source>Open it again first (C).</source>
        <translation>Le rouvrir d’abord (C).</translation>
    </message>
    <message>
        <source>A case can’t be merged into itself.</source>
        <translation>Un dossier ne peut pas être réuni à lui-même.</translation>
    </message>
    <message>
        <source>Choose the other case.</source>
        <translation>Choisissez l’autre dossier.</translation>
    </message>
    <message>
        <source>Cases merged</source>
        <translation>Dossiers réunis</translation>
    </message>
    <message>
        <source>The link has run out: nobody new comes in by it. Whoever is in the call stays.</source>
        <translation>Le lien a expiré : personne d’autre n’entre par lui. Qui est dans l’appel y reste.</translation>
    </message>
    <message>
        <source>the objective</source>
        <translation>l’objectif</translation>
    </message>
    <message>
        <source>an assessment, a finding or a line of advice</source>
        <translation>une appréciation, un constat ou un conseil</translation>
    </message>
    <message>
        <source>the end of the call (F12)</source>
        <translation>la fin de l’appel (F12)</translation>
    </message>
    <message>
        <source>Before signing: %1.</source>
        <translation>Avant de signer : %1.</translation>
    </message>
    <message>
        <source>the name, said at the bedside</source>
        <translation>le nom, dit au chevet</translation>
    </message>
    <message>
        <source>the date of birth, said at the bedside</source>
        <translation>la date de naissance, dite au chevet</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>consentement</translation>
    </message>
    <message>
        <source>Before the picture is shown: %1.</source>
        <translation>Avant de montrer l’image : %1.</translation>
    </message>
    <message>
        <source>the case, which is still being read</source>
        <translation>le dossier, encore en cours de lecture</translation>
    </message>
    <message>
        <source>the role of a nurse or a physician</source>
        <translation>le rôle d’infirmier ou de médecin</translation>
    </message>
    <message>
        <source>who is at the bedside</source>
        <translation>qui est au chevet</translation>
    </message>
    <message>
        <source>consent, which was refused or is paused</source>
        <translation>le consentement, refusé ou suspendu</translation>
    </message>
    <message>
        <source>Before the link can be made: %1.</source>
        <translation>Avant de créer le lien : %1.</translation>
    </message>
    <message>
        <source>Before the call: %1.</source>
        <translation>Avant l’appel : %1.</translation>
    </message>
    <message>
        <source>The team %1 asks you for a video call. Open this link on the tablet, at the place where the call is to be, and wait to be let in:
%2
The link is good for one hour. Please do not pass it on.</source>
        <translation>L’équipe %1 vous invite à un appel vidéo. Ouvrez ce lien sur la tablette, à l’endroit de l’appel, et attendez d’être admis :
%2
Le lien est valable une heure. Merci de ne pas le transmettre.</translation>
    </message>
    <message>
        <source>There is no advice yet.</source>
        <translation>Il n’y a pas encore de conseil.</translation>
    </message>
    <message>
        <source>Nobody is in the call.</source>
        <translation>Personne n’est dans l’appel.</translation>
    </message>
    <message>
        <source>Write a line of advice, and send it in the call.</source>
        <translation>Écrivez un conseil, puis envoyez-le pendant l’appel.</translation>
    </message>
    <message>
        <source>The advice is on the bedside’s screen.</source>
        <translation>Les conseils sont à l’écran du chevet.</translation>
    </message>
    <message>
        <source>A photo is asked for in the call, once identity and consent are recorded.</source>
        <translation>Une photo se demande pendant l’appel, une fois l’identité et le consentement enregistrés.</translation>
    </message>
    <message>
        <source>A photo of what?</source>
        <translation>Une photo de quoi ?</translation>
    </message>
    <message>
        <source>Write it in the line beside the key.</source>
        <translation>Écrivez-le dans la ligne à côté de la touche.</translation>
    </message>
    <message>
        <source>The bedside is asked for a photo.</source>
        <translation>Une photo est demandée au chevet.</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>Par téléphone</translation>
    </message>
    <message>
        <source>The link is open; nobody is in the call</source>
        <translation>Le lien est ouvert ; personne n’est dans l’appel</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Connexion …</translation>
    </message>
    <message>
        <source>No picture for some seconds; the voice may go on</source>
        <translation>Pas d’image depuis quelques secondes ; la voix peut continuer</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Somebody waits to be let in: %1, %2</source>
        <translation>Quelqu’un attend d’entrer : %1, %2</translation>
    </message>
    <message>
        <source>The bedside takes no photo.</source>
        <translation>Le chevet ne prend pas de photo.</translation>
    </message>
    <message>
        <source>The bedside has said the advice again.</source>
        <translation>Le chevet a redit les conseils.</translation>
    </message>
    <message>
        <source>Your own camera is missing or taken; the call goes on without.</source>
        <translation>Votre caméra manque ou est occupée ; l’appel continue sans elle.</translation>
    </message>
    <message>
        <source>Your microphone is missing or taken: you are not heard. Go on by phone (F9).</source>
        <translation>Votre micro manque ou est occupé : on ne vous entend pas. Continuez par téléphone (F9).</translation>
    </message>
    <message>
        <source>Many messages that are not the home’s arrive over this link. Hang up and make a new one.</source>
        <translation>Beaucoup de messages étrangers à l’établissement arrivent par ce lien. Raccrochez et créez-en un nouveau.</translation>
    </message>
    <message>
        <source>The photo can’t be read. Ask for it again.</source>
        <translation>La photo est illisible. Redemandez-la.</translation>
    </message>
    <message>
        <source>The photo is in the case.</source>
        <translation>La photo est au dossier.</translation>
    </message>
    <message>
        <source>The photo did not come through whole. Ask for it again.</source>
        <translation>La photo n’est pas arrivée entière. Redemandez-la.</translation>
    </message>
    <message>
        <source>That can’t be done just now.</source>
        <translation>Ce n’est pas possible à l’instant.</translation>
    </message>
    <message>
        <source>Try again in a moment, or go on by phone (F9).</source>
        <translation>Réessayez dans un instant, ou continuez par téléphone (F9).</translation>
    </message>
    <message>
        <source>This vault is open for reading only.</source>
        <translation>Ce coffre est ouvert en lecture seule.</translation>
    </message>
    <message>
        <source>A nurse, a physician or a coordinator changes this for the team.</source>
        <translation>Une infirmière, un médecin ou une coordinatrice change cela pour l’équipe.</translation>
    </message>
    <message>
        <source>A resident with this identity is in the record already.</source>
        <translation>Un résident portant cette identité figure déjà au dossier.</translation>
    </message>
    <message>
        <source>Choose them from the list, or add again if it is someone else.</source>
        <translation>Choisissez-le dans la liste, ou ajoutez de nouveau s’il s’agit d’une autre personne.</translation>
    </message>
    <message>
        <source>This case is no longer open.</source>
        <translation>Ce dossier n’est plus ouvert.</translation>
    </message>
    <message>
        <source>Open it again first, then triage it.</source>
        <translation>Rouvrez-le d’abord, puis triez-le.</translation>
    </message>
    <message>
        <source>The resident has not consented to teleconsultation.</source>
        <translation>Le résident n’a pas consenti à la téléconsultation.</translation>
    </message>
    <message>
        <source>Record a new consent first, or choose another answer.</source>
        <translation>Recueillez d’abord un nouveau consentement, ou choisissez une autre réponse.</translation>
    </message>
    <message>
        <source>Decided: %1, %2</source>
        <translation>Décidé : %1, %2</translation>
    </message>
    <message>
        <source>Unfinished call</source>
        <translation>Appel inachevé</translation>
    </message>
    <message>
        <source>The home is missing.</source>
        <translation>L’établissement n’est pas indiqué.</translation>
    </message>
    <message>
        <source>Type three letters of its name.</source>
        <translation>Tapez trois lettres de son nom.</translation>
    </message>
    <message>
        <source>The resident is missing.</source>
        <translation>Le résident n’est pas indiqué.</translation>
    </message>
    <message>
        <source>Type the date of birth and three letters, or enter a provisional identity.</source>
        <translation>Tapez la date de naissance et trois lettres, ou saisissez une identité provisoire.</translation>
    </message>
    <message>
        <source>The motive is missing.</source>
        <translation>Le motif n’est pas indiqué.</translation>
    </message>
    <message>
        <source>Type its letter; unclear is a motive too.</source>
        <translation>Tapez sa lettre ; une demande peu claire est aussi un motif.</translation>
    </message>
    <message>
        <source>en</source>
        <translation>fr</translation>
    </message>
    <message>
        <source>The team has no name yet.</source>
        <translation>L’équipe n’a pas encore de nom.</translation>
    </message>
    <message>
        <source>Type the name by which colleagues know it.</source>
        <translation>Tapez le nom sous lequel vos collègues la connaissent.</translation>
    </message>
    <message>
        <source>Your name is missing.</source>
        <translation>Votre nom n’est pas indiqué.</translation>
    </message>
    <message>
        <source>It stands beside everything you write.</source>
        <translation>Il figure à côté de tout ce que vous écrivez.</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess.</source>
        <translation>Cette phrase de passe est trop facile à deviner.</translation>
    </message>
    <message>
        <source>Take seven words, or 12 characters with capitals, small letters, digits and signs, or 14 of three of these kinds.</source>
        <translation>Prenez sept mots, ou 12 caractères mêlant majuscules, minuscules, chiffres et signes, ou 14 de trois de ces sortes.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Les deux phrases de passe diffèrent.</translation>
    </message>
    <message>
        <source>Type the same one twice.</source>
        <translation>Tapez deux fois la même.</translation>
    </message>
    <message>
        <source>comes first: %1</source>
        <translation>vient en premier : %1</translation>
    </message>
    <message>
        <source>for a teleconsultation: %1</source>
        <translation>pour une téléconsultation : %1</translation>
    </message>
    <message>
        <source>while not known or not met: %1</source>
        <translation>tant que ce n’est pas connu ou pas réuni : %1</translation>
    </message>
    <message>
        <source>if refused or missing, excludes the video: %1</source>
        <translation>si refusé ou absent, exclut la vidéo : %1</translation>
    </message>
    <message>
        <source>%1: an answer within %2</source>
        <translation>%1 : une réponse dans les %2</translation>
    </message>
    <message>
        <source>%1 unless changed; from %2 to %3</source>
        <translation>%1 sauf modification ; de %2 à %3</translation>
    </message>
    <message>
        <source>A choice of the team with a stated default, not clinical evidence.</source>
        <translation>Un choix de l’équipe, avec une valeur par défaut annoncée ; pas une donnée probante.</translation>
    </message>
    <message>
        <source>the whole team</source>
        <translation>toute l’équipe</translation>
    </message>
    <message>
        <source>a home</source>
        <translation>un établissement</translation>
    </message>
    <message>
        <source>in force, proved</source>
        <translation>en vigueur, prouvé</translation>
    </message>
    <message>
        <source>being proved</source>
        <translation>preuve en cours</translation>
    </message>
    <message>
        <source>not in force: a safety property would not hold</source>
        <translation>pas en vigueur : une propriété de sécurité ne tiendrait plus</translation>
    </message>
    <message>
        <source>not in force: this version can’t read it</source>
        <translation>pas en vigueur : cette version ne sait pas le lire</translation>
    </message>
    <message>
        <source>not in force: %1</source>
        <translation>pas en vigueur : %1</translation>
    </message>
    <message>
        <source>version %1 (%2)</source>
        <translation>version %1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Prouvé</translation>
    </message>
    <message>
        <source>Refuted</source>
        <translation>Réfuté</translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation>Non prouvé</translation>
    </message>
    <message>
        <source>This text is too long for an overlay.</source>
        <translation>Ce texte est trop long pour une adaptation.</translation>
    </message>
    <message>
        <source>Keep what is the team’s own, and nothing of the shipped rules.</source>
        <translation>Gardez ce qui est propre à l’équipe, et rien des règles livrées.</translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation>rien de connu</translation>
    </message>
    <message>
        <source>%1: %2 instead of %3</source>
        <translation>%1 : %2 au lieu de %3</translation>
    </message>
    <message>
        <source>new rule %1: %2</source>
        <translation>nouvelle règle %1 : %2</translation>
    </message>
    <message>
        <source>rule %1 no longer speaks</source>
        <translation>la règle %1 ne s’applique plus</translation>
    </message>
    <message>
        <source>rule %1: %2 (before: %3)</source>
        <translation>règle %1 : %2 (avant : %3)</translation>
    </message>
    <message>
        <source>Of %1 random calls, none gets another answer or priority.</source>
        <translation>Sur %1 appels tirés au hasard, aucun ne reçoit une autre réponse ni une autre priorité.</translation>
    </message>
    <message>
        <source>Of %1 random calls, %2 get another answer or priority. With %3: %4 %5 instead of %6 %7.</source>
        <translation>Sur %1 appels tirés au hasard, %2 reçoivent une autre réponse ou une autre priorité. Avec %3 : %4 %5 au lieu de %6 %7.</translation>
    </message>
    <message>
        <source>This would no longer hold: %1</source>
        <translation>Ceci ne tiendrait plus : %1</translation>
    </message>
    <message>
        <source>The call that shows it: %1.</source>
        <translation>L’appel qui le montre : %1.</translation>
    </message>
    <message>
        <source>(too long to be compared line by line)</source>
        <translation>(trop long pour être comparé ligne à ligne)</translation>
    </message>
    <message>
        <source>The vault is closed.</source>
        <translation>Le coffre est fermé.</translation>
    </message>
    <message>
        <source>overlay = &quot;our-team&quot;

# A number of the team&apos;s own; docs/TRIAGE.md names them all with their bounds.
[settings]
far_travel_minutes = 45

# A rule of the team&apos;s own.
[[rule]]
id = &quot;bleeding-is-urgent&quot;
when = { symptom = &quot;bleeding&quot; }
priority = &quot;P1&quot;
reason.en = &quot;Our team answers every bleeding at once.&quot;
reason.fr = &quot;Notre équipe répond à tout saignement sans délai.&quot;
source = &quot;team&quot;
</source>
        <translation>overlay = &quot;notre-equipe&quot;

# Un nombre propre à l&apos;équipe ; docs/TRIAGE.md les nomme tous avec leurs bornes.
[settings]
far_travel_minutes = 45

# Une règle propre à l&apos;équipe.
[[rule]]
id = &quot;bleeding-is-urgent&quot;
when = { symptom = &quot;bleeding&quot; }
priority = &quot;P1&quot;
reason.en = &quot;Our team answers every bleeding at once.&quot;
reason.fr = &quot;Notre équipe répond à tout saignement sans délai.&quot;
source = &quot;team&quot;
</translation>
    </message>
    <message>
        <source>It can be read, and %1 random calls show no fault. This is no proof yet.</source>
        <translation>Lisible, et %1 appels tirés au hasard ne montrent aucun défaut. Ce n’est pas encore une preuve.</translation>
    </message>
    <message>
        <source>There is nothing to put in force.</source>
        <translation>Il n’y a rien à mettre en vigueur.</translation>
    </message>
    <message>
        <source>Write an overlay first.</source>
        <translation>Écrivez d’abord une adaptation.</translation>
    </message>
    <message>
        <source>Kept as a draft, not put in force. %1</source>
        <translation>Gardé comme brouillon, pas mis en vigueur. %1</translation>
    </message>
    <message>
        <source>Kept as a draft, not put in force: %1.</source>
        <translation>Gardé comme brouillon, pas mis en vigueur : %1.</translation>
    </message>
    <message>
        <source>Try again where the prover runs.</source>
        <translation>Réessayez là où le prouveur fonctionne.</translation>
    </message>
    <message>
        <source>Draft done with, for %1</source>
        <translation>Brouillon clos, pour %1</translation>
    </message>
    <message>
        <source>Taken away, for %1</source>
        <translation>Retiré, pour %1</translation>
    </message>
    <message>
        <source>Draft for %1</source>
        <translation>Brouillon pour %1</translation>
    </message>
    <message>
        <source>In force for %1</source>
        <translation>En vigueur pour %1</translation>
    </message>
    <message>
        <source>%1: %2 in text 1, %3 in text %4</source>
        <translation>%1 : %2 dans le texte 1, %3 dans le texte %4</translation>
    </message>
    <message>
        <source>only in text %1: rule %2: %3</source>
        <translation>seulement dans le texte %1 : règle %2 : %3</translation>
    </message>
    <message>
        <source>only in text 1: rule %1: %2</source>
        <translation>seulement dans le texte 1 : règle %1 : %2</translation>
    </message>
    <message>
        <source>differs: rule %1: in text 1 %2; in text %3 %4</source>
        <translation>diffère : règle %1 : dans le texte 1 %2 ; dans le texte %3 %4</translation>
    </message>
    <message>
        <source>Text %1 is the same as text 1.</source>
        <translation>Le texte %1 est le même que le texte 1.</translation>
    </message>
    <message>
        <source>One of them can’t be read. Line by line, from text 1 to text %1:</source>
        <translation>L’un d’eux ne peut pas être lu. Ligne par ligne, du texte 1 au texte %1 :</translation>
    </message>
    <message>
        <source>Text %1 asks and does the same as text 1; only its words differ.</source>
        <translation>Le texte %1 demande et fait la même chose que le texte 1 ; seuls les mots diffèrent.</translation>
    </message>
    <message>
        <source>Text %1: taken away by %2, %3</source>
        <translation>Texte %1 : retiré par %2, %3</translation>
    </message>
    <message>
        <source>Text %1: %2, %3</source>
        <translation>Texte %1 : %2, %3</translation>
    </message>
    <message>
        <source>Until then it stays taken away, on every device.</source>
        <translation>D’ici là, il reste retiré, sur tous les postes.</translation>
    </message>
    <message>
        <source>Until then text 1 answers, on every device that has both.</source>
        <translation>D’ici là, c’est le texte 1 qui répond, sur tout poste qui a les deux.</translation>
    </message>
    <message>
        <source>Until then neither answers here; text 1 is %1.</source>
        <translation>D’ici là, aucun ne répond ici ; texte 1 : %1.</translation>
    </message>
    <message>
        <source>Text %1, to be joined by hand:</source>
        <translation>Texte %1, à réunir à la main :</translation>
    </message>
    <message>
        <source>%1 claims over %2 combinations of facts in %3 s</source>
        <translation>%1 énoncés sur %2 combinaisons de faits en %3 s</translation>
    </message>
    <message>
        <source>the proof was not finished in time</source>
        <translation>la preuve n’a pas abouti dans le temps imparti</translation>
    </message>
    <message>
        <source>the prover chevet-prover is missing on this device</source>
        <translation>le prouveur chevet-prover manque sur cet appareil</translation>
    </message>
    <message>
        <source>the prover gave no answer</source>
        <translation>le prouveur n’a pas répondu</translation>
    </message>
    <message>
        <source>nurse</source>
        <translation>infirmier ou infirmière</translation>
    </message>
    <message>
        <source>care assistant</source>
        <translation>aide-soignant ou aide-soignante</translation>
    </message>
    <message>
        <source>physician</source>
        <translation>médecin</translation>
    </message>
    <message>
        <source>psychologist</source>
        <translation>psychologue</translation>
    </message>
    <message>
        <source>family or friend</source>
        <translation>famille ou proche</translation>
    </message>
    <message>
        <source>interpreter</source>
        <translation>interprète</translation>
    </message>
    <message>
        <source>another function</source>
        <translation>autre fonction</translation>
    </message>
    <message>
        <source>Who waited has left.</source>
        <translation>La personne qui attendait est partie.</translation>
    </message>
    <message>
        <source>The bedside’s page says nothing any more; picture and voice may go on.</source>
        <translation>La page du chevet ne dit plus rien ; l’image et la voix peuvent continuer.</translation>
    </message>
    <message>
        <source>The bedside is back.</source>
        <translation>Le chevet est revenu.</translation>
    </message>
    <message>
        <source>You hear each other. Ask for name and date of birth, then show the picture (F5).</source>
        <translation>Vous vous entendez. Demandez le nom et la date de naissance, puis montrez l’image (F5).</translation>
    </message>
    <message>
        <source>Connecting anew …</source>
        <translation>Nouvelle connexion …</translation>
    </message>
    <message>
        <source>The bedside does not answer. It is tried again; F9 goes on by phone.</source>
        <translation>Le chevet ne répond pas. Nouvel essai en cours ; F9 continue par téléphone.</translation>
    </message>
    <message>
        <source>The bedside has hung up.</source>
        <translation>Le chevet a raccroché.</translation>
    </message>
    <message>
        <source>The bedside sees no picture of you.</source>
        <translation>Le chevet ne voit pas votre image.</translation>
    </message>
    <message>
        <source>Reaching the server of the calls …</source>
        <translation>Contact avec le serveur des appels …</translation>
    </message>
    <message>
        <source>The server of the calls does not answer. It is tried again; F9 goes on by phone.</source>
        <translation>Le serveur des appels ne répond pas. Nouvel essai en cours ; F9 continue par téléphone.</translation>
    </message>
    <message>
        <source>The certificate of the calls’ server is not trusted here. Tell who runs it; F9 goes on by phone.</source>
        <translation>Le certificat du serveur des appels n’est pas reconnu ici. Prévenez qui l’exploite ; F9 continue par téléphone.</translation>
    </message>
    <message>
        <source>The server of the calls refuses this desk. Tell who runs it; F9 goes on by phone.</source>
        <translation>Le serveur des appels refuse ce poste. Prévenez qui l’exploite ; F9 continue par téléphone.</translation>
    </message>
    <message>
        <source>The server of the calls is away; a call that is going on goes on.</source>
        <translation>Le serveur des appels est absent ; un appel en cours continue.</translation>
    </message>
    <message>
        <source>The server of the calls can’t be used. F9 goes on by phone.</source>
        <translation>Le serveur des appels est inutilisable. F9 continue par téléphone.</translation>
    </message>
    <message>
        <source>The voice has gaps</source>
        <translation>La voix a des trous</translation>
    </message>
    <message>
        <source>Thin line: the voice first, a still picture every few seconds</source>
        <translation>Ligne étroite : la voix d’abord, une image fixe toutes les quelques secondes</translation>
    </message>
    <message>
        <source>Thin line: the picture is smaller</source>
        <translation>Ligne étroite : l’image est plus petite</translation>
    </message>
    <message>
        <source>Good connection</source>
        <translation>Bonne connexion</translation>
    </message>
    <message>
        <source>the servers of the calls (Settings, Ctrl+,)</source>
        <translation>les serveurs des appels (Réglages, Ctrl+,)</translation>
    </message>
    <message>
        <source>This machine lacks a part that video needs.</source>
        <translation>Il manque à cette machine un élément nécessaire à la vidéo.</translation>
    </message>
    <message>
        <source>Go on by phone (F9); packaging/install run installs it.</source>
        <translation>Continuez par téléphone (F9) ; packaging/install run l’installe.</translation>
    </message>
    <message>
        <source>The text of the calls’ servers can’t be read: %1, line %2.</source>
        <translation>Le texte des serveurs des appels ne peut pas être lu : %1, ligne %2.</translation>
    </message>
    <message>
        <source>Take it as packaging/bedside has written it.</source>
        <translation>Reprenez-le tel que packaging/bedside l’a écrit.</translation>
    </message>
    <message>
        <source>… %1: being tried</source>
        <translation>… %1 : essai en cours</translation>
    </message>
    <message>
        <source>✓ %1: works</source>
        <translation>✓ %1 : fonctionne</translation>
    </message>
    <message>
        <source>✗ %1: there is none. Plug one in.</source>
        <translation>✗ %1 : absent. Branchez-en un.</translation>
    </message>
    <message>
        <source>✗ %1: does not start. Is another program using it?</source>
        <translation>✗ %1 : ne démarre pas. Un autre programme l’utilise-t-il ?</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micro</translation>
    </message>
    <message>
        <source>✓ Server of the calls: answers</source>
        <translation>✓ Serveur des appels : répond</translation>
    </message>
    <message>
        <source>✓ Relay: answers</source>
        <translation>✓ Relais : répond</translation>
    </message>
    <message>
        <source>✗ Relay: gives no address. Calls work only where the networks let both sides meet; tell who runs it.</source>
        <translation>✗ Relais : ne donne pas d’adresse. Les appels ne passent que là où les réseaux laissent les deux côtés se joindre ; prévenez qui l’exploite.</translation>
    </message>
    <message>
        <source>Before the call, please: tell the resident, and whoever speaks for them, who will call and why, and ask whether they agree. Have the chart, the present treatment and the last scores at hand. Choose a quiet, well lit room; glasses and hearing aids on; the tablet charged and standing. Stay with the resident until the end.</source>
        <translation>Avant l’appel, merci de : dire au résident, et à qui parle pour lui, qui va appeler et pourquoi, et demander son accord ; avoir sous la main le dossier, le traitement en cours et les dernières échelles ; choisir une pièce calme et bien éclairée, lunettes et appareils auditifs en place, tablette chargée et posée debout ; rester auprès du résident jusqu’à la fin.</translation>
    </message>
    <message>
        <source>date of birth unknown</source>
        <translation>date de naissance inconnue</translation>
    </message>
    <message>
        <source>%1
To the home: %2
About: %3 %4, %5
%6, %7

%8

This is advice. The care, and the prescription, stay with the home and the treating physician.

%9</source>
        <translation>%1
À l’établissement : %2
Concerne : %3 %4, %5
%6, %7

%8

Ceci est un avis. Les soins et la prescription restent à l’établissement et au médecin traitant.

%9</translation>
    </message>
    <message>
        <source>%1 %2 of 10</source>
        <translation>%1 %2 sur 10</translation>
    </message>
    <message>
        <source>Symptoms now: %1</source>
        <translation>Symptômes maintenant : %1</translation>
    </message>
    <message>
        <source> (prescribed by %1)</source>
        <translation> (prescrit par %1)</translation>
    </message>
    <message>
        <source> – said again at the bedside</source>
        <translation> – redit au chevet</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>non demandée</translation>
    </message>
    <message>
        <source>Pain (0–10) before the care: %1, after: %2</source>
        <translation>Douleur (0–10) avant le soin : %1, après : %2</translation>
    </message>
    <message>
        <source>Teleconsultation</source>
        <translation>Téléconsultation</translation>
    </message>
    <message>
        <source>Tele-assistance</source>
        <translation>Télé-assistance</translation>
    </message>
    <message>
        <source>Objective: %1</source>
        <translation>Objectif : %1</translation>
    </message>
    <message>
        <source>Present: %1</source>
        <translation>Présents : %1</translation>
    </message>
    <message>
        <source>It could be spoken in private</source>
        <translation>L’entretien a pu être privé</translation>
    </message>
    <message>
        <source>It could not be spoken in private</source>
        <translation>L’entretien n’a pas pu être privé</translation>
    </message>
    <message>
        <source>Hearing, sight, interpreter: %1</source>
        <translation>Audition, vue, interprète : %1</translation>
    </message>
    <message>
        <source>Comfort and appearance: %1</source>
        <translation>Confort et aspect : %1</translation>
    </message>
    <message>
        <source>Assessment: %1</source>
        <translation>Appréciation : %1</translation>
    </message>
    <message>
        <source>We advise:</source>
        <translation>Nous conseillons :</translation>
    </message>
    <message>
        <source>Follow-up: %1</source>
        <translation>Suivi : %1</translation>
    </message>
    <message>
        <source>If it gets worse: %1</source>
        <translation>En cas d’aggravation : %1</translation>
    </message>
    <message>
        <source>Video: %1</source>
        <translation>Vidéo : %1</translation>
    </message>
    <message>
        <source>Voice and stills: %1</source>
        <translation>Voix et images fixes : %1</translation>
    </message>
    <message>
        <source>Camera of the home off: %1</source>
        <translation>Caméra de l’établissement coupée : %1</translation>
    </message>
    <message>
        <source>Without a picture: %1</source>
        <translation>Sans image : %1</translation>
    </message>
    <message>
        <source>By phone: %1</source>
        <translation>Par téléphone : %1</translation>
    </message>
    <message>
        <source>Connected again: %1 times</source>
        <translation>Reconnexions : %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>another home</source>
        <translation>un autre établissement</translation>
    </message>
    <message>
        <source>another resident</source>
        <translation>un autre résident</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Team founded: %1</source>
        <translation>Équipe créée : %1</translation>
    </message>
    <message>
        <source>Member added: %1 (%2)</source>
        <translation>Membre ajouté : %1 (%2)</translation>
    </message>
    <message>
        <source>Setting of the team changed</source>
        <translation>Réglage de l’équipe modifié</translation>
    </message>
    <message>
        <source>Triage rules adopted: version %1</source>
        <translation>Règles d’orientation adoptées : version %1</translation>
    </message>
    <message>
        <source>Home added: %1</source>
        <translation>Établissement ajouté : %1</translation>
    </message>
    <message>
        <source>Resident added</source>
        <translation>Résident ajouté</translation>
    </message>
    <message>
        <source>Call received: %1</source>
        <translation>Appel reçu : %1</translation>
    </message>
    <message>
        <source>Decided otherwise than proposed: %1, %2</source>
        <translation>Décision différente de la proposition : %1, %2</translation>
    </message>
    <message>
        <source>Decided as proposed: %1, %2</source>
        <translation>Proposition suivie : %1, %2</translation>
    </message>
    <message>
        <source>Tried to reach the home: %1</source>
        <translation>Tentative d’appel à l’établissement : %1</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>État : %1</translation>
    </message>
    <message>
        <source>Goes on otherwise: %1 instead of %2</source>
        <translation>Continue autrement : %1 au lieu de %2</translation>
    </message>
    <message>
        <source>%1 begun</source>
        <translation>%1 commencée</translation>
    </message>
    <message>
        <source>%1 begun; at the bedside: %2</source>
        <translation>%1 commencée ; au chevet : %2</translation>
    </message>
    <message>
        <source>The connection has ended</source>
        <translation>La liaison est terminée</translation>
    </message>
    <message>
        <source>Identity checked at the bedside; consent: %1</source>
        <translation>Identité vérifiée au chevet ; consentement : %1</translation>
    </message>
    <message>
        <source>Consent changed in the call: %1</source>
        <translation>Consentement modifié pendant l’appel : %1</translation>
    </message>
    <message>
        <source>Photo: %1</source>
        <translation>Photo : %1</translation>
    </message>
    <message>
        <source>Report signed: %1</source>
        <translation>Compte rendu signé : %1</translation>
    </message>
    <message>
        <source>Deferred until %1</source>
        <translation>Reporté au %1</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>Attribué à %1</translation>
    </message>
    <message>
        <source>a member</source>
        <translation>un membre</translation>
    </message>
    <message>
        <source>Nobody’s any more</source>
        <translation>N’est plus confié à personne</translation>
    </message>
    <message>
        <source>another request</source>
        <translation>une autre demande</translation>
    </message>
    <message>
        <source>Merged into this request: %1</source>
        <translation>Fusionnée dans cette demande : %1</translation>
    </message>
    <message>
        <source>Merged; goes on in: %1</source>
        <translation>Fusionnée ; continue dans : %1</translation>
    </message>
    <message>
        <source>An entry was withdrawn</source>
        <translation>Une entrée a été retirée</translation>
    </message>
    <message>
        <source>Psychosocial entry written</source>
        <translation>Entrée psychosociale écrite</translation>
    </message>
    <message>
        <source>Clinical entry written</source>
        <translation>Entrée clinique écrite</translation>
    </message>
    <message>
        <source>Proposal: %1, %2</source>
        <translation>Proposition : %1, %2</translation>
    </message>
    <message>
        <source>Clinical note</source>
        <translation>Note clinique</translation>
    </message>
    <message>
        <source>Wishes: %1</source>
        <translation>Souhaits : %1</translation>
    </message>
    <message>
        <source>Psychosocial note</source>
        <translation>Note psychosociale</translation>
    </message>
    <message>
        <source>Until then: %1</source>
        <translation>En attendant : %1</translation>
    </message>
    <message>
        <source>Afterwards: %1</source>
        <translation>Ensuite : %1</translation>
    </message>
    <message>
        <source>Still to do: %1</source>
        <translation>Reste à faire : %1</translation>
    </message>
    <message>
        <source>Call back between %1 and %2</source>
        <translation>À rappeler entre %1 et %2</translation>
    </message>
    <message>
        <source>Call back from %1</source>
        <translation>À rappeler à partir de %1</translation>
    </message>
    <message>
        <source>The screening has shown that no visit is needed</source>
        <translation>Le repérage a montré qu’une visite n’est pas nécessaire</translation>
    </message>
    <message>
        <source>Left undone: %1</source>
        <translation>Non réalisé : %1</translation>
    </message>
    <message>
        <source>Put off by %1</source>
        <translation>Reporté de %1</translation>
    </message>
    <message>
        <source>Prescribed in advance: %1</source>
        <translation>Prescriptions anticipées : %1</translation>
    </message>
    <message>
        <source>Entry of a newer Chevet (%1), kept as it is</source>
        <translation>Entrée d’une version plus récente de Chevet (%1), conservée telle quelle</translation>
    </message>
    <message>
        <source>Entry that this device can’t read</source>
        <translation>Entrée que ce poste ne peut pas lire</translation>
    </message>
    <message>
        <source>“%1” can’t be read.</source>
        <translation>« %1 » est illisible.</translation>
    </message>
    <message>
        <source>Check what was typed there.</source>
        <translation>Vérifiez ce qui a été saisi à cet endroit.</translation>
    </message>
    <message>
        <source>“%1” is out of range.</source>
        <translation>« %1 » est hors limites.</translation>
    </message>
    <message>
        <source>Enter a value within the range.</source>
        <translation>Saisissez une valeur dans les limites.</translation>
    </message>
    <message>
        <source>“%1” is not a known name.</source>
        <translation>« %1 » n’est pas un nom connu.</translation>
    </message>
    <message>
        <source>Choose one of the names in the list.</source>
        <translation>Choisissez un nom de la liste.</translation>
    </message>
    <message>
        <source>“%1” was not found.</source>
        <translation>« %1 » est introuvable.</translation>
    </message>
    <message>
        <source>Look it up again; a colleague may have moved it.</source>
        <translation>Refaites la recherche ; un collègue l’a peut-être déplacé.</translation>
    </message>
    <message>
        <source>Your role may not write this.</source>
        <translation>Votre rôle ne permet pas d’écrire ceci.</translation>
    </message>
    <message>
        <source>Ask a colleague whose role may, or add it as a note of your own.</source>
        <translation>Demandez à un collègue dont le rôle le permet, ou ajoutez-le dans une note.</translation>
    </message>
    <message>
        <source>The case does not allow this now.</source>
        <translation>L’état du dossier ne le permet pas maintenant.</translation>
    </message>
    <message>
        <source>Do first what is still owed, or say why not.</source>
        <translation>Faites d’abord ce qui reste à faire, ou dites pourquoi cela ne se fera pas.</translation>
    </message>
    <message>
        <source>This is there already.</source>
        <translation>Cela existe déjà.</translation>
    </message>
    <message>
        <source>Use the entry that exists.</source>
        <translation>Utilisez l’entrée existante.</translation>
    </message>
    <message>
        <source>A record is not in its proper form.</source>
        <translation>Un enregistrement n’a pas la forme attendue.</translation>
    </message>
    <message>
        <source>Run “chevet verify” and keep its answer for support.</source>
        <translation>Lancez « chevet verify » et conservez le résultat pour l’assistance.</translation>
    </message>
    <message>
        <source>A record is cut off.</source>
        <translation>Un enregistrement est tronqué.</translation>
    </message>
    <message>
        <source>This is too large to be kept in one entry.</source>
        <translation>C’est trop long pour une seule entrée.</translation>
    </message>
    <message>
        <source>Split it into several entries.</source>
        <translation>Répartissez le texte en plusieurs entrées.</translation>
    </message>
    <message>
        <source>A record is nested too deeply.</source>
        <translation>Un enregistrement est trop imbriqué.</translation>
    </message>
    <message>
        <source>This passphrase does not open the team’s vault.</source>
        <translation>Cette phrase de passe n’ouvre pas le coffre de l’équipe.</translation>
    </message>
    <message>
        <source>Check Caps Lock and the keyboard’s layout, then type it again.</source>
        <translation>Vérifiez le verrouillage des majuscules et la disposition du clavier, puis saisissez-la de nouveau.</translation>
    </message>
    <message>
        <source>A record does not carry the mark of its author.</source>
        <translation>Un enregistrement ne porte pas la marque de son auteur.</translation>
    </message>
    <message>
        <source>Run “chevet verify”; the record is left out until it is settled.</source>
        <translation>Lancez « chevet verify » ; l’enregistrement est écarté en attendant.</translation>
    </message>
    <message>
        <source>This is sealed with a key that this device does not hold.</source>
        <translation>Ceci est scellé avec une clé que ce poste ne possède pas.</translation>
    </message>
    <message>
        <source>Ask a colleague who can read it.</source>
        <translation>Demandez à un collègue qui peut le lire.</translation>
    </message>
    <message>
        <source>The vault asks for an unsafe protection of its passphrase.</source>
        <translation>Le coffre demande une protection insuffisante de sa phrase de passe.</translation>
    </message>
    <message>
        <source>Do not type the passphrase; restore the vault from a backup.</source>
        <translation>Ne saisissez pas la phrase de passe ; restaurez le coffre à partir d’une sauvegarde.</translation>
    </message>
    <message>
        <source>The encryption library of this machine computes wrongly.</source>
        <translation>La bibliothèque de chiffrement de cette machine calcule mal.</translation>
    </message>
    <message>
        <source>Nothing was opened; have the system’s packages repaired.</source>
        <translation>Rien n’a été ouvert ; faites réparer les paquets du système.</translation>
    </message>
    <message>
        <source>The system gave no random numbers.</source>
        <translation>Le système n’a pas fourni de nombres aléatoires.</translation>
    </message>
    <message>
        <source>Restart the machine; nothing was written.</source>
        <translation>Redémarrez la machine ; rien n’a été écrit.</translation>
    </message>
    <message>
        <source>There is no team’s vault in this folder.</source>
        <translation>Il n’y a pas de coffre d’équipe dans ce dossier.</translation>
    </message>
    <message>
        <source>Choose another folder, or found a team.</source>
        <translation>Choisissez un autre dossier, ou créez une équipe.</translation>
    </message>
    <message>
        <source>There is a team’s vault in this folder already.</source>
        <translation>Il y a déjà un coffre d’équipe dans ce dossier.</translation>
    </message>
    <message>
        <source>Open it, or choose another folder.</source>
        <translation>Ouvrez-le, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>This vault was written by a newer Chevet.</source>
        <translation>Ce coffre a été écrit par une version plus récente de Chevet.</translation>
    </message>
    <message>
        <source>It opens for reading only; update Chevet to write in it.</source>
        <translation>Il s’ouvre en lecture seule ; mettez Chevet à jour pour y écrire.</translation>
    </message>
    <message>
        <source>Another Chevet on this machine has this vault open.</source>
        <translation>Un autre Chevet sur cette machine a déjà ouvert ce coffre.</translation>
    </message>
    <message>
        <source>Go on in its window, or close it first.</source>
        <translation>Continuez dans sa fenêtre, ou fermez-la d’abord.</translation>
    </message>
    <message>
        <source>The vault’s description can’t be read.</source>
        <translation>La description du coffre est illisible.</translation>
    </message>
    <message>
        <source>Restore the folder from a backup; nothing in it was changed.</source>
        <translation>Restaurez le dossier à partir d’une sauvegarde ; rien n’y a été modifié.</translation>
    </message>
    <message>
        <source>Nothing was written; update Chevet or open the vault on its own machine.</source>
        <translation>Rien n’a été écrit ; mettez Chevet à jour ou ouvrez le coffre sur son propre poste.</translation>
    </message>
    <message>
        <source>Not saved: the disk is full.</source>
        <translation>Non enregistré : le disque est plein.</translation>
    </message>
    <message>
        <source>Free some space, then try again; what you typed is still here.</source>
        <translation>Libérez de la place, puis réessayez ; votre saisie est toujours là.</translation>
    </message>
    <message>
        <source>Not saved: the disk refused to write.</source>
        <translation>Non enregistré : le disque a refusé l’écriture.</translation>
    </message>
    <message>
        <source>Try again; what you typed is still here. If it goes on, have the disk checked.</source>
        <translation>Réessayez ; votre saisie est toujours là. Si cela persiste, faites vérifier le disque.</translation>
    </message>
    <message>
        <source>Entry %2 of the journal is damaged.</source>
        <translation>L’entrée %2 du journal est endommagée.</translation>
    </message>
    <message>
        <source>The other entries are readable; restore this one from a backup or a colleague’s device.</source>
        <translation>Les autres entrées sont lisibles ; récupérez celle-ci d’une sauvegarde ou du poste d’un collègue.</translation>
    </message>
    <message>
        <source>The history ends before entry %2, which this device has written.</source>
        <translation>L’historique s’arrête avant l’entrée %2, que ce poste a écrite.</translation>
    </message>
    <message>
        <source>Do not go on with an old copy; restore the newest backup.</source>
        <translation>Ne continuez pas avec une ancienne copie ; restaurez la sauvegarde la plus récente.</translation>
    </message>
    <message>
        <source>A device’s history has a gap at entry %2.</source>
        <translation>L’historique d’un poste présente un trou à l’entrée %2.</translation>
    </message>
    <message>
        <source>Run “chevet verify” and compare with a colleague’s device.</source>
        <translation>Lancez « chevet verify » et comparez avec le poste d’un collègue.</translation>
    </message>
    <message>
        <source>Two different entries of one device carry the number %2: its vault may have been copied.</source>
        <translation>Deux entrées différentes d’un même poste portent le numéro %2 : son coffre a peut-être été copié.</translation>
    </message>
    <message>
        <source>Stop using one of the copies and tell the person in charge.</source>
        <translation>Cessez d’utiliser l’une des copies et prévenez le responsable.</translation>
    </message>
    <message>
        <source>A device’s history fell back to entry %2.</source>
        <translation>L’historique d’un poste est revenu à l’entrée %2.</translation>
    </message>
    <message>
        <source>Its vault may be an old copy: restore the newest one.</source>
        <translation>Son coffre est peut-être une ancienne copie : restaurez la plus récente.</translation>
    </message>
    <message>
        <source>This belongs to another team.</source>
        <translation>Ceci appartient à une autre équipe.</translation>
    </message>
    <message>
        <source>Choose your own team’s folder.</source>
        <translation>Choisissez le dossier de votre équipe.</translation>
    </message>
    <message>
        <source>This folder holds a real team.</source>
        <translation>Ce dossier contient une véritable équipe.</translation>
    </message>
    <message>
        <source>The sample needs a folder of its own.</source>
        <translation>L’exemple a besoin d’un dossier à part.</translation>
    </message>
    <message>
        <source>This is the sample team.</source>
        <translation>C’est l’équipe d’exemple.</translation>
    </message>
    <message>
        <source>It can’t become a real one: found a team.</source>
        <translation>Elle ne peut pas devenir une véritable équipe : créez la vôtre.</translation>
    </message>
    <message>
        <source>The triage rules can’t be read (%1).</source>
        <translation>Les règles d’orientation sont illisibles (%1).</translation>
    </message>
    <message>
        <source>Correct the file at that line.</source>
        <translation>Corrigez le fichier à cette ligne.</translation>
    </message>
    <message>
        <source>A triage rule names an unknown fact (%1).</source>
        <translation>Une règle d’orientation nomme un élément inconnu (%1).</translation>
    </message>
    <message>
        <source>Correct the name in the rules.</source>
        <translation>Corrigez le nom dans les règles.</translation>
    </message>
    <message>
        <source>A triage rule has an unknown effect (%1).</source>
        <translation>Une règle d’orientation a un effet inconnu (%1).</translation>
    </message>
    <message>
        <source>Correct the effect in the rules.</source>
        <translation>Corrigez l’effet dans les règles.</translation>
    </message>
    <message>
        <source>Two triage rules have the same name (%1).</source>
        <translation>Deux règles d’orientation portent le même nom (%1).</translation>
    </message>
    <message>
        <source>Rename one of them.</source>
        <translation>Renommez l’une des deux.</translation>
    </message>
    <message>
        <source>A triage rule is not valid (%1).</source>
        <translation>Une règle d’orientation n’est pas valable (%1).</translation>
    </message>
    <message>
        <source>Correct it, then check it with “chevet rules check”.</source>
        <translation>Corrigez-la, puis contrôlez-la avec « chevet rules check ».</translation>
    </message>
    <message>
        <source>This was interrupted.</source>
        <translation>L’opération a été interrompue.</translation>
    </message>
    <message>
        <source>Try again; nothing is half written.</source>
        <translation>Réessayez ; rien n’est écrit à moitié.</translation>
    </message>
    <message>
        <source>Chevet made a mistake.</source>
        <translation>Chevet a commis une erreur.</translation>
    </message>
    <message>
        <source>What was saved is safe. Start Chevet again and report what you were doing.</source>
        <translation>Ce qui était enregistré est en sécurité. Redémarrez Chevet et signalez ce que vous faisiez.</translation>
    </message>
    <message>
        <source>This version can’t read it: update Chevet. Nothing was changed.</source>
        <translation>Cette version ne peut pas le lire : mettez Chevet à jour. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>This passphrase does not open the team’s vault, which was written by a newer Chevet.</source>
        <translation>Cette phrase de passe n’ouvre pas le coffre de l’équipe, écrit par une version plus récente de Chevet.</translation>
    </message>
    <message>
        <source>Type it again; if it is right, update Chevet.</source>
        <translation>Saisissez-la à nouveau ; si elle est juste, mettez Chevet à jour.</translation>
    </message>
    <message>
        <source>motives</source>
        <translation>motifs</translation>
    </message>
    <message>
        <source>leading symptom</source>
        <translation>symptôme principal</translation>
    </message>
    <message>
        <source>severity</source>
        <translation>intensité</translation>
    </message>
    <message>
        <source>dying now</source>
        <translation>phase agonique</translation>
    </message>
    <message>
        <source>context</source>
        <translation>contexte</translation>
    </message>
    <message>
        <source>seen in person</source>
        <translation>déjà vu sur place</translation>
    </message>
    <message>
        <source>must be seen</source>
        <translation>à voir</translation>
    </message>
    <message>
        <source>needs examination</source>
        <translation>examen nécessaire</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>objectif</translation>
    </message>
    <message>
        <source>at the bedside</source>
        <translation>au chevet</translation>
    </message>
    <message>
        <source>video works</source>
        <translation>vidéo</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>documents</translation>
    </message>
    <message>
        <source>addressed to</source>
        <translation>destinataire</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>conflit</translation>
    </message>
    <message>
        <source>painful care</source>
        <translation>soins douloureux</translation>
    </message>
    <message>
        <source>analgesia pump</source>
        <translation>pompe PCA</translation>
    </message>
    <message>
        <source>video distressing</source>
        <translation>vidéo éprouvante</translation>
    </message>
    <message>
        <source>respite needed</source>
        <translation>répit nécessaire</translation>
    </message>
    <message>
        <source>travel in minutes</source>
        <translation>trajet en minutes</translation>
    </message>
    <message>
        <source>visit possible within hours</source>
        <translation>visite possible sous (heures)</translation>
    </message>
    <message>
        <source>answer needed within hours</source>
        <translation>réponse attendue sous (heures)</translation>
    </message>
    <message>
        <source>visitor infectious</source>
        <translation>intervenant contagieux</translation>
    </message>
    <message>
        <source>remote contacts since the last visit</source>
        <translation>contacts à distance depuis la dernière visite</translation>
    </message>
    <message>
        <source>home trained</source>
        <translation>équipe formée à la téléconsultation</translation>
    </message>
    <message>
        <source>agreement with the home</source>
        <translation>convention avec l’établissement</translation>
    </message>
    <message>
        <source>Why does the home call?</source>
        <translation>Pourquoi l’établissement appelle-t-il ?</translation>
    </message>
    <message>
        <source>Which symptom leads?</source>
        <translation>Quel est le symptôme principal ?</translation>
    </message>
    <message>
        <source>How severe is it, from 0 to 10?</source>
        <translation>Quelle intensité, de 0 à 10 ?</translation>
    </message>
    <message>
        <source>Is the resident dying now (death expected within hours or very few days)?</source>
        <translation>Le résident est-il en phase agonique (décès attendu dans les heures ou les tout prochains jours) ?</translation>
    </message>
    <message>
        <source>In which context?</source>
        <translation>Dans quel contexte ?</translation>
    </message>
    <message>
        <source>Has the team met this resident?</source>
        <translation>L’équipe a-t-elle déjà rencontré ce résident ?</translation>
    </message>
    <message>
        <source>Does the question need eyes on the resident?</source>
        <translation>Faut-il voir le résident pour répondre ?</translation>
    </message>
    <message>
        <source>Does it need the team’s own hands?</source>
        <translation>Faut-il que l’équipe examine elle-même le résident ?</translation>
    </message>
    <message>
        <source>What is a teleconsultation to settle?</source>
        <translation>Que doit permettre de décider une téléconsultation ?</translation>
    </message>
    <message>
        <source>Who of the staff is at the bedside?</source>
        <translation>Quel soignant est au chevet ?</translation>
    </message>
    <message>
        <source>Does the home’s video work?</source>
        <translation>La vidéo de l’établissement fonctionne-t-elle ?</translation>
    </message>
    <message>
        <source>Are photos, scores or prescriptions ready to send?</source>
        <translation>Photos, scores ou ordonnances sont-ils prêts à être envoyés ?</translation>
    </message>
    <message>
        <source>Has the resident agreed to teleconsultation?</source>
        <translation>Le résident a-t-il consenti à la téléconsultation ?</translation>
    </message>
    <message>
        <source>Whom does the home ask for?</source>
        <translation>À qui l’établissement s’adresse-t-il ?</translation>
    </message>
    <message>
        <source>Is there a conflict in the family, or between family and staff?</source>
        <translation>Y a-t-il un conflit dans la famille, ou entre la famille et l’équipe ?</translation>
    </message>
    <message>
        <source>Is nursing care painful?</source>
        <translation>Les soins sont-ils douloureux ?</translation>
    </message>
    <message>
        <source>Does the resident have a patient-controlled analgesia pump?</source>
        <translation>Le résident a-t-il une pompe PCA (analgésie autocontrôlée) ?</translation>
    </message>
    <message>
        <source>Would video distress the resident or the family?</source>
        <translation>La vidéo serait-elle éprouvante pour le résident ou ses proches ?</translation>
    </message>
    <message>
        <source>Would a visit relieve an exhausted family or staff?</source>
        <translation>Une visite soulagerait-elle des proches ou une équipe épuisés ?</translation>
    </message>
    <message>
        <source>How many minutes of travel to the home?</source>
        <translation>Combien de minutes de trajet jusqu’à l’établissement ?</translation>
    </message>
    <message>
        <source>Within how many hours could a visit take place?</source>
        <translation>Sous combien d’heures une visite est-elle possible ?</translation>
    </message>
    <message>
        <source>Within how many hours is an answer needed?</source>
        <translation>Sous combien d’heures une réponse est-elle attendue ?</translation>
    </message>
    <message>
        <source>Would the visitor carry an infection in?</source>
        <translation>L’intervenant risquerait-il d’apporter une infection ?</translation>
    </message>
    <message>
        <source>How many remote contacts since the last visit?</source>
        <translation>Combien de contacts à distance depuis la dernière visite ?</translation>
    </message>
    <message>
        <source>Is the home’s staff trained in teleconsultation?</source>
        <translation>L’équipe de l’établissement est-elle formée à la téléconsultation ?</translation>
    </message>
    <message>
        <source>Is there an agreement with the home?</source>
        <translation>Une convention a-t-elle été signée avec l’établissement ?</translation>
    </message>
    <message>
        <source>%1 of 10</source>
        <translation>%1 sur 10</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>social worker</source>
        <translation>assistant ou assistante de service social</translation>
    </message>
    <message>
        <source>coordinator</source>
        <translation>coordinateur ou coordinatrice</translation>
    </message>
    <message>
        <source>to triage</source>
        <translation>à orienter</translation>
    </message>
    <message>
        <source>to call back</source>
        <translation>à rappeler</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>deferred</source>
        <translation>reporté</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>clos</translation>
    </message>
    <message>
        <source>merged into another case</source>
        <translation>réuni à un autre dossier</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>pas de réponse</translation>
    </message>
    <message>
        <source>line busy</source>
        <translation>ligne occupée</translation>
    </message>
    <message>
        <source>message left</source>
        <translation>message laissé</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>joint</translation>
    </message>
    <message>
        <source>proposal accepted</source>
        <translation>proposition suivie</translation>
    </message>
    <message>
        <source>the team knows this resident or home</source>
        <translation>l’équipe connaît ce résident ou cet établissement</translation>
    </message>
    <message>
        <source>the home asks for it</source>
        <translation>l’établissement le demande</translation>
    </message>
    <message>
        <source>the resident or the family asks for it</source>
        <translation>le résident ou ses proches le demandent</translation>
    </message>
    <message>
        <source>nobody can come in time</source>
        <translation>personne ne peut venir à temps</translation>
    </message>
    <message>
        <source>more urgent than the answers say</source>
        <translation>plus urgent que les réponses ne le disent</translation>
    </message>
    <message>
        <source>less urgent than the answers say</source>
        <translation>moins urgent que les réponses ne le disent</translation>
    </message>
    <message>
        <source>line or equipment</source>
        <translation>liaison ou matériel</translation>
    </message>
    <message>
        <source>other reason</source>
        <translation>autre raison</translation>
    </message>
    <message>
        <source>wish about hospital unknown</source>
        <translation>souhait sur l’hôpital inconnu</translation>
    </message>
    <message>
        <source>wishes to stay in the home</source>
        <translation>souhaite rester dans l’établissement</translation>
    </message>
    <message>
        <source>accepts hospital if needed</source>
        <translation>accepte l’hôpital si nécessaire</translation>
    </message>
    <message>
        <source>depends on the cause</source>
        <translation>selon la cause</translation>
    </message>
    <message>
        <source>no transfer in question</source>
        <translation>pas de transfert envisagé</translation>
    </message>
    <message>
        <source>transferred to hospital</source>
        <translation>transféré à l’hôpital</translation>
    </message>
    <message>
        <source>transfer avoided</source>
        <translation>transfert évité</translation>
    </message>
    <message>
        <source>not known whether transferred</source>
        <translation>transfert : non connu</translation>
    </message>
    <message>
        <source>the picture failed</source>
        <translation>l’image a fait défaut</translation>
    </message>
    <message>
        <source>the sound failed</source>
        <translation>le son a fait défaut</translation>
    </message>
    <message>
        <source>nobody of the home at the bedside</source>
        <translation>personne de l’établissement au chevet</translation>
    </message>
    <message>
        <source>the resident does not wish to go on so</source>
        <translation>le résident ne souhaite pas continuer ainsi</translation>
    </message>
    <message>
        <source>this way will not do</source>
        <translation>cette modalité ne suffit pas</translation>
    </message>
    <message>
        <source>another reason</source>
        <translation>autre raison</translation>
    </message>
    <message>
        <source>name of the home</source>
        <translation>nom de l’établissement</translation>
    </message>
    <message>
        <source>town</source>
        <translation>commune</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>téléphone</translation>
    </message>
    <message>
        <source>on-call contact</source>
        <translation>contact d’astreinte</translation>
    </message>
    <message>
        <source>travel time in minutes</source>
        <translation>temps de trajet en minutes</translation>
    </message>
    <message>
        <source>working video</source>
        <translation>vidéo en état de marche</translation>
    </message>
    <message>
        <source>staff trained</source>
        <translation>équipe formée</translation>
    </message>
    <message>
        <source>agreement signed</source>
        <translation>convention signée</translation>
    </message>
    <message>
        <source>referent</source>
        <translation>référent</translation>
    </message>
    <message>
        <source>name at birth</source>
        <translation>nom de naissance</translation>
    </message>
    <message>
        <source>given name</source>
        <translation>prénom</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>date de naissance</translation>
    </message>
    <message>
        <source>home</source>
        <translation>établissement</translation>
    </message>
    <message>
        <source>room</source>
        <translation>chambre</translation>
    </message>
    <message>
        <source>provisional identity</source>
        <translation>identité provisoire</translation>
    </message>
    <message>
        <source>treating physician</source>
        <translation>médecin traitant</translation>
    </message>
    <message>
        <source>hospital at home</source>
        <translation>hospitalisation à domicile (HAD)</translation>
    </message>
    <message>
        <source>resident</source>
        <translation>résident</translation>
    </message>
    <message>
        <source>caller</source>
        <translation>appelant</translation>
    </message>
    <message>
        <source>caller’s function</source>
        <translation>fonction de l’appelant</translation>
    </message>
    <message>
        <source>call-back number</source>
        <translation>numéro de rappel</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1 min</translation>
    </message>
    <message>
        <source>+%1 h</source>
        <translation>+%1 h</translation>
    </message>
    <message>
        <source>+%1 d</source>
        <translation>+%1 j</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>dans %1 min</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>dans %1 h</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>demain %1</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 jours</translation>
    </message>
    <message>
        <source>dd/MM/yyyy</source>
        <translation>dd/MM/yyyy</translation>
    </message>
    <message>
        <source>name unknown</source>
        <translation>nom inconnu</translation>
    </message>
    <message>
        <source>%1 (provisional identity)</source>
        <translation>%1 (identité provisoire)</translation>
    </message>
    <message>
        <source>age unknown</source>
        <translation>âge inconnu</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 ans</translation>
    </message>
    <message>
        <source>symptom</source>
        <translation>symptôme</translation>
    </message>
    <message>
        <source>psychosocial</source>
        <translation>psychosocial</translation>
    </message>
    <message>
        <source>ethical question</source>
        <translation>question éthique</translation>
    </message>
    <message>
        <source>acute deterioration</source>
        <translation>aggravation aiguë</translation>
    </message>
    <message>
        <source>unclear request</source>
        <translation>demande peu claire</translation>
    </message>
    <message>
        <source>pain</source>
        <translation>douleur</translation>
    </message>
    <message>
        <source>breathlessness</source>
        <translation>dyspnée</translation>
    </message>
    <message>
        <source>nausea or vomiting</source>
        <translation>nausées ou vomissements</translation>
    </message>
    <message>
        <source>agitation</source>
        <translation>agitation</translation>
    </message>
    <message>
        <source>confusion</source>
        <translation>confusion</translation>
    </message>
    <message>
        <source>wound</source>
        <translation>plaie</translation>
    </message>
    <message>
        <source>bleeding</source>
        <translation>saignement</translation>
    </message>
    <message>
        <source>secretions</source>
        <translation>encombrement</translation>
    </message>
    <message>
        <source>anxiety</source>
        <translation>anxiété</translation>
    </message>
    <message>
        <source>dehydration</source>
        <translation>déshydratation</translation>
    </message>
    <message>
        <source>side effect of a treatment</source>
        <translation>effet indésirable d’un traitement</translation>
    </message>
    <message>
        <source>other symptom</source>
        <translation>autre symptôme</translation>
    </message>
    <message>
        <source>first request</source>
        <translation>première demande</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>suivi</translation>
    </message>
    <message>
        <source>after discharge from a palliative care unit</source>
        <translation>sortie d’unité de soins palliatifs</translation>
    </message>
    <message>
        <source>between two visits</source>
        <translation>entre deux visites</translation>
    </message>
    <message>
        <source>preparation of a visit</source>
        <translation>préparation d’une visite</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>given</source>
        <translation>donné</translation>
    </message>
    <message>
        <source>given through the legal representative, or on the trusted person’s testimony</source>
        <translation>donné par le représentant légal, ou sur témoignage de la personne de confiance</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>suspendu</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>pas encore demandé</translation>
    </message>
    <message>
        <source>the team</source>
        <translation>l’équipe</translation>
    </message>
    <message>
        <source>the physician</source>
        <translation>le médecin</translation>
    </message>
    <message>
        <source>the nurse</source>
        <translation>l’infirmier ou l’infirmière</translation>
    </message>
    <message>
        <source>the psychologist</source>
        <translation>le psychologue</translation>
    </message>
    <message>
        <source>the social worker</source>
        <translation>l’assistant ou l’assistante de service social</translation>
    </message>
    <message>
        <source>in-person visit</source>
        <translation>visite sur place</translation>
    </message>
    <message>
        <source>teleconsultation (video at the bedside)</source>
        <translation>téléconsultation (vidéo au chevet)</translation>
    </message>
    <message>
        <source>synchronous tele-expertise (call between professionals)</source>
        <translation>télé-expertise synchrone (appel entre professionnels)</translation>
    </message>
    <message>
        <source>asynchronous tele-expertise (question with documents)</source>
        <translation>télé-expertise asynchrone (question avec documents)</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>visite</translation>
    </message>
    <message>
        <source>video</source>
        <translation>vidéo</translation>
    </message>
    <message>
        <source>call</source>
        <translation>appel</translation>
    </message>
    <message>
        <source>written answer</source>
        <translation>réponse écrite</translation>
    </message>
    <message>
        <source>care</source>
        <translation>soin</translation>
    </message>
    <message>
        <source>screening: to see what is needed</source>
        <translation>évaluation de la demande</translation>
    </message>
    <message>
        <source>to bridge until the visit</source>
        <translation>relais jusqu’à la visite</translation>
    </message>
    <message>
        <source>preparation</source>
        <translation>préparation</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>recommandé</translation>
    </message>
    <message>
        <source>suitable</source>
        <translation>adapté</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>possible</translation>
    </message>
    <message>
        <source>not advised</source>
        <translation>déconseillé</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>exclu</translation>
    </message>
    <message>
        <source>say what the teleconsultation is to settle</source>
        <translation>préciser l’objectif de la téléconsultation</translation>
    </message>
    <message>
        <source>make sure that a nurse or a physician of the home is at the bedside</source>
        <translation>s’assurer qu’un infirmier ou un médecin de l’établissement est au chevet</translation>
    </message>
    <message>
        <source>ask for consent to teleconsultation</source>
        <translation>recueillir le consentement à la téléconsultation</translation>
    </message>
    <message>
        <source>make sure that the home’s video works</source>
        <translation>vérifier que la vidéo de l’établissement fonctionne</translation>
    </message>
    <message>
        <source>confirm that the resident is not dying now</source>
        <translation>confirmer que le résident n’est pas en phase agonique</translation>
    </message>
    <message>
        <source>brief the home’s staff before the call</source>
        <translation>préparer l’équipe de l’établissement avant l’appel</translation>
    </message>
    <message>
        <source>check the agreement with the home</source>
        <translation>vérifier la convention avec l’établissement</translation>
    </message>
    <message>
        <source>send another visitor, or protect the resident from infection</source>
        <translation>envoyer un autre intervenant, ou protéger le résident de l’infection</translation>
    </message>
    <message>
        <source>triage again once it is clear what is needed</source>
        <translation>nouvelle orientation une fois la demande clarifiée</translation>
    </message>
    <message>
        <source>decision on a transfer to hospital</source>
        <translation>décision sur un transfert à l’hôpital</translation>
    </message>
    <message>
        <source>hand the symptom over to a nurse or physician</source>
        <translation>symptôme à réadresser à un infirmier ou un médecin</translation>
    </message>
    <message>
        <source>visit at the bedside</source>
        <translation>visite au chevet</translation>
    </message>
    <message>
        <source>call the home back</source>
        <translation>rappel de l’établissement</translation>
    </message>
    <message>
        <source>tele-assistance during the painful care</source>
        <translation>téléassistance pendant le soin douloureux</translation>
    </message>
    <message>
        <source>the data of the analgesia pump</source>
        <translation>les données de la pompe d’analgésie</translation>
    </message>
    <message>
        <source>taken back at once</source>
        <translation>annulé aussitôt</translation>
    </message>
    <message>
        <source>This can no longer be taken back.</source>
        <translation>Ceci ne peut plus être annulé.</translation>
    </message>
    <message>
        <source>Open the case and correct or withdraw the entry there.</source>
        <translation>Ouvrez le dossier pour y corriger ou retirer l’entrée.</translation>
    </message>
    <message>
        <source>P|pain</source>
        <translation>D|douleur</translation>
    </message>
    <message>
        <source>B|breathlessness</source>
        <translation>R|respiration, dyspnée</translation>
    </message>
    <message>
        <source>A|agitation, confusion</source>
        <translation>A|agitation, confusion</translation>
    </message>
    <message>
        <source>N|nausea, vomiting</source>
        <translation>N|nausées, vomissements</translation>
    </message>
    <message>
        <source>H|haemorrhage, bleeding</source>
        <translation>S|saignement</translation>
    </message>
    <message>
        <source>W|wound, nursing care</source>
        <translation>P|plaie, soins</translation>
    </message>
    <message>
        <source>O|other symptom</source>
        <translation>X|autre symptôme</translation>
    </message>
    <message>
        <source>M|medication, analgesia pump</source>
        <translation>M|médicament, pompe d’analgésie</translation>
    </message>
    <message>
        <source>Y|psychological distress</source>
        <translation>Y|souffrance psychique</translation>
    </message>
    <message>
        <source>F|family, conflict</source>
        <translation>F|famille, conflit</translation>
    </message>
    <message>
        <source>E|ethical question, decision</source>
        <translation>E|éthique, décision</translation>
    </message>
    <message>
        <source>U|urgent: acute deterioration</source>
        <translation>U|urgence : aggravation aiguë</translation>
    </message>
    <message>
        <source>?|unclear</source>
        <translation>?|demande peu claire</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>Résident</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Établissement</translation>
    </message>
    <message>
        <source>Motive</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Last word</source>
        <translation>Dernière information</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Suivi par</translation>
    </message>
    <message>
        <source>%1, room %2</source>
        <translation>%1, chambre %2</translation>
    </message>
    <message>
        <source>deferred until %1</source>
        <translation>reporté à %1</translation>
    </message>
    <message>
        <source>%1 instead of %2</source>
        <translation>%1 au lieu de %2</translation>
    </message>
    <message>
        <source>%1 now, then %2</source>
        <translation>%1 maintenant, puis %2</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1, puis %2</translation>
    </message>
    <message>
        <source>owed: %1</source>
        <translation>reste dû : %1</translation>
    </message>
    <message>
        <source>tried %1, %2</source>
        <translation>tentative %1, %2</translation>
    </message>
    <message>
        <source>%1; call back from %2</source>
        <translation>%1 ; à rappeler à partir de %2</translation>
    </message>
    <message>
        <source>overdue by %1</source>
        <translation>en retard de %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>échéance %1</translation>
    </message>
    <message>
        <source>Priority %1</source>
        <translation>Priorité %1</translation>
    </message>
    <message>
        <source>teleconsultation</source>
        <translation>téléconsultation</translation>
    </message>
    <message>
        <source>a visit</source>
        <translation>une visite</translation>
    </message>
    <message>
        <source>what comes first</source>
        <translation>ce qui vient en premier</translation>
    </message>
    <message>
        <source>everything for it is in place</source>
        <translation>tout est en place</translation>
    </message>
    <message>
        <source>something for it is still missing</source>
        <translation>il manque encore quelque chose</translation>
    </message>
    <message>
        <source>ruled out</source>
        <translation>écartée</translation>
    </message>
    <message>
        <source>possible in time</source>
        <translation>possible à temps</translation>
    </message>
    <message>
        <source>possible only after the answer is due</source>
        <translation>possible seulement après l’échéance de la réponse</translation>
    </message>
    <message>
        <source>nobody knows yet when it is possible</source>
        <translation>on ne sait pas encore quand elle est possible</translation>
    </message>
    <message>
        <source>stated</source>
        <translation>formulé</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>au plus %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>au moins %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>de %1 à %2</translation>
    </message>
    <message>
        <source>the only motive: %1</source>
        <translation>seul motif : %1</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1 : non connu</translation>
    </message>
    <message>
        <source>always</source>
        <translation>toujours</translation>
    </message>
    <message>
        <source>; and </source>
        <translation> ; et </translation>
    </message>
    <message>
        <source>; or </source>
        <translation> ; ou </translation>
    </message>
    <message>
        <source>none of these: %1</source>
        <translation>rien de cela : %1</translation>
    </message>
    <message>
        <source>excludes: %1</source>
        <translation>exclut : %1</translation>
    </message>
    <message>
        <source>never first: %1</source>
        <translation>jamais en premier : %1</translation>
    </message>
    <message>
        <source>speaks strongly for: %1</source>
        <translation>plaide fortement pour : %1</translation>
    </message>
    <message>
        <source>speaks for: %1</source>
        <translation>plaide pour : %1</translation>
    </message>
    <message>
        <source>speaks against: %1</source>
        <translation>plaide contre : %1</translation>
    </message>
    <message>
        <source>speaks strongly against: %1</source>
        <translation>plaide fortement contre : %1</translation>
    </message>
    <message>
        <source>before a %1: %2</source>
        <translation>avant : %1 – %2</translation>
    </message>
    <message>
        <source>a call bridges the time until the visit</source>
        <translation>un appel fait le pont jusqu’à la visite</translation>
    </message>
    <message>
        <source>afterwards: %1</source>
        <translation>ensuite : %1</translation>
    </message>
    <message>
        <source>to consider: %1</source>
        <translation>à envisager : %1</translation>
    </message>
    <message>
        <source>an answer within %1</source>
        <translation>une réponse sous %1</translation>
    </message>
    <message>
        <source>purpose: %1</source>
        <translation>but : %1</translation>
    </message>
    <message>
        <source>severity from which a symptom is moderate</source>
        <translation>intensité à partir de laquelle un symptôme est modéré</translation>
    </message>
    <message>
        <source>severity from which a symptom is severe</source>
        <translation>intensité à partir de laquelle un symptôme est sévère</translation>
    </message>
    <message>
        <source>hours that a written answer may take at least</source>
        <translation>heures dont une réponse écrite dispose au moins</translation>
    </message>
    <message>
        <source>remote contacts after which a visit follows</source>
        <translation>contacts à distance après lesquels une visite suit</translation>
    </message>
    <message>
        <source>minutes of travel from which a home is far</source>
        <translation>minutes de trajet à partir desquelles un établissement est loin</translation>
    </message>
    <message>
        <source>minutes to the answer at P1</source>
        <translation>minutes jusqu’à la réponse en P1</translation>
    </message>
    <message>
        <source>minutes to the answer at P2</source>
        <translation>minutes jusqu’à la réponse en P2</translation>
    </message>
    <message>
        <source>minutes to the answer at P3</source>
        <translation>minutes jusqu’à la réponse en P3</translation>
    </message>
    <message>
        <source>minutes to the answer at P4</source>
        <translation>minutes jusqu’à la réponse en P4</translation>
    </message>
    <message>
        <source>resident met before</source>
        <translation>résident déjà rencontré</translation>
    </message>
    <message>
        <source>home far away</source>
        <translation>établissement éloigné</translation>
    </message>
    <message>
        <source>a visit would come too late</source>
        <translation>une visite viendrait trop tard</translation>
    </message>
    <message>
        <source>physical symptom</source>
        <translation>symptôme physique</translation>
    </message>
    <message>
        <source>dying</source>
        <translation>phase agonique</translation>
    </message>
    <message>
        <source>relational motive</source>
        <translation>motif relationnel</translation>
    </message>
    <message>
        <source>for the psychologist</source>
        <translation>pour le psychologue</translation>
    </message>
    <message>
        <source>needs the team&apos;s own examination</source>
        <translation>examen par l’équipe nécessaire</translation>
    </message>
    <message>
        <source>physician or nurse at the bedside</source>
        <translation>médecin ou infirmier au chevet</translation>
    </message>
    <message>
        <source>video would distress</source>
        <translation>la vidéo ferait souffrir</translation>
    </message>
    <message>
        <source>a visit would relieve</source>
        <translation>une visite soulagerait</translation>
    </message>
    <message>
        <source>Proposals accepted, by influencing factor (95 % interval; * fewer than 30)</source>
        <translation>Propositions suivies, par facteur d’influence (intervalle à 95 % ; * moins de 30)</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Facteur</translation>
    </message>
    <message>
        <source>With it</source>
        <translation>Présent</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Suivies</translation>
    </message>
    <message>
        <source>More present</source>
        <translation>Plus présent</translation>
    </message>
    <message>
        <source>More remote</source>
        <translation>Plus distant</translation>
    </message>
    <message>
        <source>Other priority</source>
        <translation>Autre priorité</translation>
    </message>
    <message>
        <source>Proposals accepted, by motive and by home</source>
        <translation>Propositions suivies, par motif et par établissement</translation>
    </message>
    <message>
        <source>Why decided otherwise</source>
        <translation>Pourquoi autrement</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Décisions</translation>
    </message>
    <message>
        <source>From the call to the first answer</source>
        <translation>De l’appel à la première réponse</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Demandes</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Lower quartile</source>
        <translation>1er quartile</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Médiane</translation>
    </message>
    <message>
        <source>Upper quartile</source>
        <translation>3e quartile</translation>
    </message>
    <message>
        <source>all, deferrals counted in</source>
        <translation>toutes, reports compris</translation>
    </message>
    <message>
        <source>put off at least once</source>
        <translation>reportées au moins une fois</translation>
    </message>
    <message>
        <source>never put off</source>
        <translation>jamais reportées</translation>
    </message>
    <message>
        <source>delay of each deferral</source>
        <translation>délai de chaque report</translation>
    </message>
    <message>
        <source>Not answered yet: %1</source>
        <translation>Pas encore de réponse : %1</translation>
    </message>
    <message>
        <source>Acute requests that are closed, and screenings</source>
        <translation>Demandes aiguës closes, et repérages</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>screening: no visit needed</source>
        <translation>repérage : visite non nécessaire</translation>
    </message>
    <message>
        <source>How requests were answered: in person beside remote</source>
        <translation>Comment on a répondu : sur place et à distance</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>Sur place</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>À distance</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appel</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Écrit</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>en tout</translation>
    </message>
    <message>
        <source>This is no target: teams fear that remote answers become a pretext for cutbacks, so both are shown side by side.</source>
        <translation>Ce n’est pas un objectif : les équipes craignent que les réponses à distance servent de prétexte à des coupes, d’où les deux côte à côte.</translation>
    </message>
    <message>
        <source>Requests: %1 (merged into another: %2, not decided yet: %3). Decisions: %4, accepted as proposed: %5.</source>
        <translation>Demandes : %1 (fusionnées avec une autre : %2, pas encore décidées : %3). Décisions : %4, suivies comme proposé : %5.</translation>
    </message>
    <message>
        <source>Decisions that can&apos;t be read here, and are not counted: %1</source>
        <translation>Décisions illisibles ici, et non comptées : %1</translation>
    </message>
    <message>
        <source>Acceptance is not correctness, and a difference is no cause: docs/STUDY.md says what these numbers can&apos;t show.</source>
        <translation>Suivre n’est pas avoir raison, et une différence n’est pas une cause : docs/STUDY.md dit ce que ces chiffres ne peuvent pas montrer.</translation>
    </message>
    <message>
        <source>There is a file of this name already, or the name is empty.</source>
        <translation>Un fichier porte déjà ce nom, ou le nom est vide.</translation>
    </message>
    <message>
        <source>Type another name; nothing was written.</source>
        <translation>Tapez un autre nom ; rien n’a été écrit.</translation>
    </message>
    <message>
        <source>The file can’t be written there.</source>
        <translation>Le fichier ne peut pas être écrit à cet endroit.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to; nothing was written.</source>
        <translation>Choisissez un dossier où vous pouvez écrire ; rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Written: %1 decisions without identities. Left out, since fewer than five requests were alike: %2 decisions of %3 requests.</source>
        <translation>Écrit : %1 décisions sans identités. Laissées de côté, car moins de cinq demandes se ressemblaient : %2 décisions de %3 demandes.</translation>
    </message>
    <message>
        <source>Founding the team</source>
        <translation>Création de l’équipe</translation>
    </message>
    <message>
        <source>Opening the vault</source>
        <translation>Ouverture du coffre</translation>
    </message>
    <message>
        <source>Making the sample team</source>
        <translation>Création de l’équipe d’exemple</translation>
    </message>
</context>
</TS>
