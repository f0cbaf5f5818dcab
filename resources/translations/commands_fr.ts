<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>Commands</name>
    <message>
        <source>now: %1, then: %2</source>
        <translation>maintenant : %1, puis : %2</translation>
    </message>
    <message>
        <source>%1, then: %2</source>
        <translation>%1, puis : %2</translation>
    </message>
    <message>
        <source>[withdrawn: %1]</source>
        <translation>[retiré : %1]</translation>
    </message>
    <message>
        <source>[two values stand side by side]</source>
        <translation>[deux valeurs coexistent]</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Établissement</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Rappeler</translation>
    </message>
    <message>
        <source>Motive</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>Reste dû</translation>
    </message>
    <message>
        <source>Wishes</source>
        <translation>Souhaits</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>Réuni à</translation>
    </message>
    <message>
        <source>No open case
</source>
        <translation>Aucun dossier ouvert
</translation>
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
        <source>Owner</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’à %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Excerpt</source>
        <translation>Extrait</translation>
    </message>
    <message>
        <source>there is no option --%1</source>
        <translation>il n’y a pas d’option --%1</translation>
    </message>
    <message>
        <source>; did you mean --%1?</source>
        <translation> ; vouliez-vous dire --%1 ?</translation>
    </message>
    <message>
        <source>%1 needs a value, or must not have one</source>
        <translation>%1 : il faut une valeur, ou il n’en faut pas</translation>
    </message>
    <message>
        <source>--%1 is given twice</source>
        <translation>--%1 est donné deux fois</translation>
    </message>
    <message>
        <source>--%1: “%2” is no whole number from %3 to %4</source>
        <translation>--%1 : « %2 » n’est pas un nombre entier de %3 à %4</translation>
    </message>
    <message>
        <source>Usage: chevet [--vault DIR] [--servers FILE]
       chevet COMMAND …

Without a command, Chevet opens the desk of a mobile palliative care team. Commands:

</source>
        <translation>Usage : chevet [--vault DIR] [--servers FILE]
        chevet COMMANDE …

Sans commande, Chevet ouvre le bureau d’une équipe mobile de soins palliatifs. Commandes :

</translation>
    </message>
    <message>
        <source>
  --vault DIR      the folder of the team&apos;s vault
  --servers FILE   the servers of video calls, instead of those kept in the vault (packaging/bedside)
  --help           this page; after a command, the command&apos;s own
  --version        the program&apos;s version

The passphrase is asked for on the terminal, or taken from CHEVET_PASSPHRASE.
Answers go to standard output, messages to standard error. Every command ends with 0 done, 1 the answer is no
(a check failed, damage was found), 2 bad input, 3 the vault can&apos;t be used.
</source>
        <translation>
  --vault DIR      le dossier du coffre de l’équipe
  --servers FILE   les serveurs des appels vidéo, au lieu de ceux gardés dans le coffre (packaging/bedside)
  --help           cette page ; après une commande, la sienne
  --version        la version du programme

La phrase de passe est demandée au terminal, ou prise dans CHEVET_PASSPHRASE.
Les réponses vont à la sortie standard, les messages à la sortie d’erreur. Chaque commande se termine par 0 fait,
1 la réponse est non (un contrôle a échoué, des dommages ont été trouvés), 2 entrée incorrecte, 3 coffre inutilisable.
</translation>
    </message>
    <message>
        <source>there is no command %1</source>
        <translation>il n’y a pas de commande %1</translation>
    </message>
    <message>
        <source>; see chevet --help</source>
        <translation> ; voir chevet --help</translation>
    </message>
    <message>
        <source>; did you mean %1?</source>
        <translation> ; vouliez-vous dire %1 ?</translation>
    </message>
    <message>
        <source>a command stands before its options, as in chevet queue --vault DIR</source>
        <translation>la commande se place avant ses options, comme dans chevet queue --vault DIR</translation>
    </message>
    <message>
        <source>the answer could not be written to standard output</source>
        <translation>la réponse n’a pas pu être écrite sur la sortie standard</translation>
    </message>
    <message>
        <source>%1: there is no such file</source>
        <translation>%1 : ce fichier n’existe pas</translation>
    </message>
    <message>
        <source>%1: you may not read this file</source>
        <translation>%1 : vous n’avez pas le droit de lire ce fichier</translation>
    </message>
    <message>
        <source>%1: this is a folder; a file is needed</source>
        <translation>%1 : c’est un dossier ; il faut un fichier</translation>
    </message>
    <message>
        <source>%1: can&apos;t be read (%2)</source>
        <translation>%1 : lecture impossible (%2)</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>entrée standard</translation>
    </message>
    <message>
        <source>%1: an object { … } is expected here</source>
        <translation>%1 : un objet { … } est attendu ici</translation>
    </message>
    <message>
        <source>%1: a list of words is expected here, as in [&quot;symptom&quot;]</source>
        <translation>%1 : une liste de mots est attendue ici, comme [&quot;symptom&quot;]</translation>
    </message>
    <message>
        <source>%1: a word in quotes is expected here</source>
        <translation>%1 : un mot entre guillemets est attendu ici</translation>
    </message>
    <message>
        <source>%1: a whole number is expected here</source>
        <translation>%1 : un nombre entier est attendu ici</translation>
    </message>
    <message>
        <source>%1: true or false is expected here</source>
        <translation>%1 : true ou false est attendu ici</translation>
    </message>
    <message>
        <source>%1: a text in quotes is expected here</source>
        <translation>%1 : un texte entre guillemets est attendu ici</translation>
    </message>
    <message>
        <source>line %1, column %2: the JSON ends too early</source>
        <translation>ligne %1, colonne %2 : le JSON s’arrête trop tôt</translation>
    </message>
    <message>
        <source>line %1, column %2: this is no JSON, at “%3”</source>
        <translation>ligne %1, colonne %2 : ce n’est pas du JSON, à « %3 »</translation>
    </message>
    <message>
        <source>; did you mean “%1”?</source>
        <translation> ; vouliez-vous dire « %1 » ?</translation>
    </message>
    <message>
        <source>this is empty; facts as JSON are expected</source>
        <translation>c’est vide ; des faits en JSON sont attendus</translation>
    </message>
    <message>
        <source>a document may have 1 MiB; several go on a line each, with --lines</source>
        <translation>un document peut faire 1 Mio ; s’il y en a plusieurs, un par ligne, avec --lines</translation>
    </message>
    <message>
        <source>the JSON is nested deeper than 16 levels</source>
        <translation>le JSON a plus de 16 niveaux d’imbrication</translation>
    </message>
    <message>
        <source>%1: is given twice</source>
        <translation>%1 : est donné deux fois</translation>
    </message>
    <message>
        <source>%1: there is no fact of this name</source>
        <translation>%1 : aucun fait ne porte ce nom</translation>
    </message>
    <message>
        <source>%1: must be from %2 to %3</source>
        <translation>%1 : doit aller de %2 à %3</translation>
    </message>
    <message>
        <source>%1: “%2” is none of %3</source>
        <translation>%1 : « %2 » n’est pas parmi %3</translation>
    </message>
    <message>
        <source>%1: the same word stands there twice</source>
        <translation>%1 : le même mot y figure deux fois</translation>
    </message>
    <message>
        <source>Usage: chevet queue --vault DIR [--json]

Prints the open cases, the most urgent first, as the desk shows them.

  --vault DIR  the folder of the vault
  --json       as JSON

Ends with 0 done, 2 bad input, 3 the vault can&apos;t be used.
</source>
        <translation>Usage : chevet queue --vault DIR [--json]

Affiche les dossiers ouverts, le plus urgent d’abord, comme sur le bureau.

  --vault DIR  le dossier du coffre
  --json       en JSON

Se termine par 0 fait, 2 entrée incorrecte, 3 coffre inutilisable.
</translation>
    </message>
    <message>
        <source>Usage: chevet case ID --vault DIR [--json]

Prints one case: who and where, what was decided and why, and its timeline, oldest first.
ID is the beginning of the case&apos;s id in hexadecimal, four digits or more, as chevet queue and search show it.

  --vault DIR  the folder of the vault
  --json       as JSON, with every event of the timeline

Ends with 0 done, 1 no case has this id, 2 bad input (also an ID that several cases begin with), 3 the vault can&apos;t be
used.
</source>
        <translation>Usage : chevet case ID --vault DIR [--json]

Affiche un dossier : qui et où, ce qui a été décidé et pourquoi, et sa chronologie, du plus ancien au plus récent.
ID est le début de l’identifiant hexadécimal du dossier, quatre chiffres au moins, comme chevet queue et search le
montrent.

  --vault DIR  le dossier du coffre
  --json       en JSON, avec chaque événement de la chronologie

Se termine par 0 fait, 1 aucun dossier n’a cet identifiant, 2 entrée incorrecte (aussi un ID par lequel plusieurs
dossiers commencent), 3 coffre inutilisable.
</translation>
    </message>
    <message>
        <source>Usage: chevet search --vault DIR WORDS… [--limit N] [--json]

Looks for entries in which every word occurs, the last one also as the beginning of a word, newest first. Accents and
capitals make no difference. Words are words: quotes, AND, OR, * and the like have no meaning of their own.

  --vault DIR  the folder of the vault
  --limit N    at most so many entries, 1 to 10000 (usual: 50)
  --json       as JSON

Ends with 0 found, 1 nothing found, 2 bad input, 3 the vault can&apos;t be used.
</source>
        <translation>Usage : chevet search --vault DIR MOTS… [--limit N] [--json]

Cherche les entrées où chaque mot figure, le dernier aussi comme début de mot, les plus récentes d’abord. Accents et
majuscules ne comptent pas. Les mots sont des mots : guillemets, AND, OR, * et autres n’ont pas de sens particulier.

  --vault DIR  le dossier du coffre
  --limit N    au plus N entrées, de 1 à 10000 (habituel : 50)
  --json       en JSON

Se termine par 0 trouvé, 1 rien trouvé, 2 entrée incorrecte, 3 coffre inutilisable.
</translation>
    </message>
    <message>
        <source>Usage: chevet verify --vault DIR [--json]

Reads every record of the vault and checks its form, seal, signature and place in the history. Changes nothing.

  --vault DIR  the folder of the vault
  --json       as JSON

Ends with 0 all is whole, 1 damage was found, 2 bad input, 3 the vault can&apos;t be used.
</source>
        <translation>Usage : chevet verify --vault DIR [--json]

Lit chaque enregistrement du coffre et contrôle sa forme, son sceau, sa signature et sa place dans l’historique. Ne
change rien.

  --vault DIR  le dossier du coffre
  --json       en JSON

Se termine par 0 tout est intact, 1 des dommages ont été trouvés, 2 entrée incorrecte, 3 coffre inutilisable.
</translation>
    </message>
    <message>
        <source>%1: takes nothing beside its options</source>
        <translation>%1 : ne prend rien d’autre que ses options</translation>
    </message>
    <message>
        <source>no case has an id that begins with %1</source>
        <translation>aucun dossier n’a un identifiant qui commence par %1</translation>
    </message>
    <message>
        <source>several cases have an id that begins with %1: add digits</source>
        <translation>plusieurs dossiers ont un identifiant qui commence par %1 : ajoutez des chiffres</translation>
    </message>
    <message>
        <source>“%1” is no case id: 4 to 32 hexadecimal digits</source>
        <translation>« %1 » n’est pas un identifiant de dossier : 4 à 32 chiffres hexadécimaux</translation>
    </message>
    <message>
        <source>case: one case id is needed</source>
        <translation>case : il faut un identifiant de dossier</translation>
    </message>
    <message>
        <source>search: at least one word is needed</source>
        <translation>search : il faut au moins un mot</translation>
    </message>
    <message>
        <source>%1: all %2 records are whole
</source>
        <translation>%1 : les %2 enregistrements sont intacts
</translation>
    </message>
    <message>
        <source>%1: damage found, %3 of %2 records are readable
</source>
        <translation>%1 : dommages trouvés, %3 enregistrements lisibles sur %2
</translation>
    </message>
    <message>
        <source>prints the open cases</source>
        <translation>affiche les dossiers ouverts</translation>
    </message>
    <message>
        <source>prints one case</source>
        <translation>affiche un dossier</translation>
    </message>
    <message>
        <source>looks for words in all entries</source>
        <translation>cherche des mots dans toutes les entrées</translation>
    </message>
    <message>
        <source>checks every record of a vault</source>
        <translation>vérifie chaque enregistrement d’un coffre</translation>
    </message>
    <message>
        <source>the rules of decision %1 are not in this vault: it can&apos;t be answered again</source>
        <translation>les règles de la décision %1 ne sont pas dans ce coffre : impossible d’y répondre de nouveau</translation>
    </message>
    <message>
        <source>no entry has the id %1</source>
        <translation>aucune entrée n’a l’identifiant %1</translation>
    </message>
    <message>
        <source>“%1” is no decision: the 32 hexadecimal digits of a triage.reasoned entry are needed, as chevet case --json shows them</source>
        <translation>« %1 » n’est pas une décision : il faut les 32 chiffres hexadécimaux d’une entrée triage.reasoned, tels que chevet case --json les montre</translation>
    </message>
    <message>
        <source>the rules that the vault keeps under the hash of decision %1 are other ones</source>
        <translation>les règles que le coffre conserve sous l’empreinte de la décision %1 en sont d’autres</translation>
    </message>
    <message>
        <source>triage: --replay does not go with --%1</source>
        <translation>triage : --replay ne va pas avec --%1</translation>
    </message>
    <message>
        <source>triage: --replay takes its facts from the vault, not from a file</source>
        <translation>triage : --replay prend les faits dans le coffre, pas dans un fichier</translation>
    </message>
    <message>
        <source>Usage: chevet rules check [FILE] [--overlay FILE] [--seconds N] [--prover FILE] [--json]
       chevet rules check [FILE] --count N [--seed S] [--json]
       chevet rules diff [OLD] NEW [--overlay FILE] [--seconds N] [--prover FILE] [--json]

check proves, over every combination of facts, unknown ones among them, what must hold of the rules in FILE (without
FILE: of those that Chevet ships): exactly one first modality, every safety property, no rule without effect, no
contradiction, no worse severity with a lower priority, no unknown fact with a slower answer. A fault is shown as the
fewest facts that show it, in a form that chevet triage takes. With --count or --seed it tries random combinations
instead: that finds faults and proves nothing.

diff says in which parts of the answer two rule sets differ, each with the fewest facts that show it, or that they
never do. With one file alone, what Chevet ships is OLD. Reasons and their texts are not compared.

Without the prover, which is a program of its own (chevet-prover), both try random combinations and say so.

  --overlay FILE[,FILE…]  lays a team&apos;s or a home&apos;s overlays over the rules (diff: over NEW)
  --seconds N    the proof may take so long, 1 to 3600 (usual: 60)
  --prover FILE  the prover to use instead of the one that Chevet brings along
  --count N      random combinations, 1 to 1000000000 (usual: 1000000)
  --seed S       where the random numbers begin; the same seed gives the same report (usual: 1)
  --json         the report as JSON

Ends with 0 proven (asked to try random combinations: no fault found), 1 a fault or difference was found or a file is
no rule file, 2 bad input, 4 nothing was found but that is not proven.
</source>
        <translation>Usage : chevet rules check [FICHIER] [--overlay FICHIER] [--seconds N] [--prover FICHIER] [--json]
        chevet rules check [FICHIER] --count N [--seed S] [--json]
        chevet rules diff [ANCIEN] NOUVEAU [--overlay FICHIER] [--seconds N] [--prover FICHIER] [--json]

check prouve, pour toutes les combinaisons de faits, y compris inconnus, ce qui doit valoir pour les règles de FICHIER
(sans FICHIER : celles livrées avec Chevet) : une seule modalité en premier, chaque propriété de sécurité, pas de règle
sans effet, pas de contradiction, pas de sévérité plus grande avec une priorité plus basse, pas de fait inconnu avec une
réponse plus lente. Un défaut est montré par le moins de faits possible, sous une forme que chevet triage accepte. Avec
--count ou --seed, des combinaisons au hasard sont essayées : cela trouve des défauts et ne prouve rien.

diff dit dans quelles parties de la réponse deux jeux de règles diffèrent, chaque fois avec le moins de faits possible,
ou qu’ils ne diffèrent jamais. Avec un seul fichier, les règles livrées avec Chevet sont l’ANCIEN. Les motifs et leurs
textes ne sont pas comparés.

Sans le prouveur, qui est un programme à part (chevet-prover), les deux essaient des combinaisons au hasard et le disent.

  --overlay FICHIER[,FICHIER…]  pose les adaptations d’une équipe ou d’un établissement sur les règles (diff : NOUVEAU)
  --seconds N       temps accordé à la preuve, de 1 à 3600 (habituel : 60)
  --prover FICHIER  le prouveur à utiliser au lieu de celui livré avec Chevet
  --count N         combinaisons au hasard, de 1 à 1000000000 (habituel : 1000000)
  --seed S          début des nombres au hasard ; la même graine donne le même rapport (habituel : 1)
  --json            le rapport en JSON

Se termine par 0 prouvé (combinaisons au hasard demandées : aucun défaut trouvé), 1 un défaut ou une différence trouvés,
ou un fichier qui n’est pas un fichier de règles, 2 entrée incorrecte, 4 rien trouvé, mais ce n’est pas prouvé.
</translation>
    </message>
    <message>
        <source>the prover chevet-prover is missing: random combinations are tried instead</source>
        <translation>le prouveur chevet-prover est absent : des combinaisons au hasard sont essayées à la place</translation>
    </message>
    <message>
        <source>the prover ran out of time: random combinations are tried instead</source>
        <translation>le prouveur a manqué de temps : des combinaisons au hasard sont essayées à la place</translation>
    </message>
    <message>
        <source>the prover gave no answer: random combinations are tried instead</source>
        <translation>le prouveur n’a pas répondu : des combinaisons au hasard sont essayées à la place</translation>
    </message>
    <message>
        <source>rules: say “rules check” and at most one rule file, or “rules diff” and one or two</source>
        <translation>rules : écrire « rules check » et au plus un fichier de règles, ou « rules diff » et un ou deux</translation>
    </message>
    <message>
        <source>check, diff: proves a rule set, compares two</source>
        <translation>check, diff : prouve un jeu de règles, en compare deux</translation>
    </message>
    <message>
        <source>%1 differs with %2
    before: %3
    after:  %4
</source>
        <translation>%1 diffère avec %2
    avant : %3
    après : %4
</translation>
    </message>
    <message>
        <source>%1 never differs
</source>
        <translation>%1 ne diffère jamais
</translation>
    </message>
    <message>
        <source>%1 did not differ
</source>
        <translation>%1 n’a pas différé
</translation>
    </message>
    <message>
        <source>OPEN %1: there was not enough time
</source>
        <translation>OUVERT %1 : le temps a manqué
</translation>
    </message>
    <message>
        <source>The two rule sets answer differently
</source>
        <translation>Les deux jeux de règles répondent différemment
</translation>
    </message>
    <message>
        <source>No difference found: sampled, not proven
</source>
        <translation>Aucune différence trouvée : échantillonné, non prouvé
</translation>
    </message>
    <message>
        <source>Proven: the two rule sets never answer differently, reasons aside
</source>
        <translation>Prouvé : les deux jeux de règles ne répondent jamais différemment, motifs mis à part
</translation>
    </message>
    <message>
        <source>Rules %1 (%2)
</source>
        <translation>Règles %1 (%2)
</translation>
    </message>
    <message>
        <source>exactly one modality comes first, and it is not ruled out</source>
        <translation>une seule modalité vient en premier, et elle n’est pas écartée</translation>
    </message>
    <message>
        <source>safety properties</source>
        <translation>propriétés de sécurité</translation>
    </message>
    <message>
        <source>no answer contradicts itself</source>
        <translation>aucune réponse ne se contredit</translation>
    </message>
    <message>
        <source>worse, unknown or farther is never milder, slower or remoter</source>
        <translation>pire, inconnu ou plus loin n’est jamais plus léger, plus lent ou plus distant</translation>
    </message>
    <message>
        <source>a fact that speaks for a modality never lowers it</source>
        <translation>un fait en faveur d’une modalité ne l’abaisse jamais</translation>
    </message>
    <message>
        <source>what changes the first modality is always said</source>
        <translation>ce qui change la première modalité est toujours dit</translation>
    </message>
    <message>
        <source>each modality comes first for some call</source>
        <translation>chaque modalité vient en premier pour au moins un appel</translation>
    </message>
    <message>
        <source>each rule speaks for some call</source>
        <translation>chaque règle parle pour au moins un appel</translation>
    </message>
    <message>
        <source>each rule makes a difference to some call</source>
        <translation>chaque règle change la réponse à au moins un appel</translation>
    </message>
    <message>
        <source>FAULT %1: for no call at all
</source>
        <translation>DÉFAUT %1 : pour aucun appel
</translation>
    </message>
    <message>
        <source>FAULT %1 with %2
</source>
        <translation>DÉFAUT %1 avec %2
</translation>
    </message>
    <message>
        <source>%1 of %2: %3
</source>
        <translation>%1 sur %2 : %3
</translation>
    </message>
    <message>
        <source>%1 claims, %2 combinations of facts, %3 s, %4
</source>
        <translation>%1 affirmations, %2 combinaisons de faits, %3 s, %4
</translation>
    </message>
    <message>
        <source>Proven: </source>
        <translation>Prouvé : </translation>
    </message>
    <message>
        <source>Faults found: </source>
        <translation>Défauts trouvés : </translation>
    </message>
    <message>
        <source>Not proven, the time was too short: </source>
        <translation>Non prouvé, le temps a manqué : </translation>
    </message>
    <message>
        <source>Not proven, the prover is at fault: </source>
        <translation>Non prouvé, le prouveur est en défaut : </translation>
    </message>
    <message>
        <source>%1 random combinations and %2 at thresholds answered, seed %3
</source>
        <translation>%1 combinaisons au hasard et %2 aux seuils examinées, graine %3
</translation>
    </message>
    <message>
        <source>FAULT rule %1 never speaks
</source>
        <translation>DÉFAUT la règle %1 ne parle jamais
</translation>
    </message>
    <message>
        <source>FAULT property %1 is about no call at all
</source>
        <translation>DÉFAUT la propriété %1 ne concerne aucun appel
</translation>
    </message>
    <message>
        <source>No fault found: sampled, not proven
</source>
        <translation>Aucun défaut trouvé : échantillonné, non prouvé
</translation>
    </message>
    <message>
        <source>Faults found
</source>
        <translation>Défauts trouvés
</translation>
    </message>
    <message>
        <source>Usage: chevet sample --vault DIR [--events N] [--seed S]

Makes a sample team in DIR: invented homes, residents and colleagues, four weeks of requests and a queue for today.
It is marked as a sample for good and can&apos;t become a real team. Its passphrase is printed; it is no secret, and the
other commands know it.

  --vault DIR  a folder that does not exist yet, or is empty
  --events N   about so many journal entries, up to 1000000, with more homes, residents and history to match; the
               open queue stays small (usual: what four weeks of eight homes give)
  --seed S     the same seed on the same day gives the same team (usual: 1)

Ends with 0 done, 2 bad input, 3 the vault can&apos;t be made.
</source>
        <translation>Usage : chevet sample --vault DIR [--events N] [--seed S]

Crée une équipe d’exemple dans DIR : établissements, résidents et collègues inventés, quatre semaines de demandes et
une file pour aujourd’hui. Elle est marquée comme exemple pour toujours et ne peut pas devenir une vraie équipe. Sa
phrase de passe est affichée ; elle n’est pas secrète, et les autres commandes la connaissent.

  --vault DIR  un dossier qui n’existe pas encore, ou vide
  --events N   environ N entrées au journal, 1000000 au plus, avec établissements, résidents et historique à
               l’avenant ; la file ouverte reste courte (habituel : quatre semaines de huit établissements)
  --seed S     la même graine le même jour donne la même équipe (habituel : 1)

Se termine par 0 fait, 2 entrée incorrecte, 3 le coffre ne peut pas être créé.
</translation>
    </message>
    <message>
        <source>Usage: chevet init --vault DIR [--team NAME] [--member NAME] [--role ROLE]

Founds a team in DIR, with you as its first member. The passphrase is asked for twice on the terminal, or taken from
CHEVET_PASSPHRASE: 12 characters of four kinds, 14 of three, or seven words. Nobody can open the vault without it.

  --vault DIR    a folder that does not exist yet, or is empty
  --team NAME    the team&apos;s name (usual: Team)
  --member NAME  your name (usual: your name on this computer)
  --role ROLE    nurse, physician, psychologist, social_worker or coordinator (usual: nurse)

Ends with 0 done, 2 bad input, 3 the vault can&apos;t be made.
</source>
        <translation>Usage : chevet init --vault DIR [--team NOM] [--member NOM] [--role RÔLE]

Fonde une équipe dans DIR, dont vous êtes le premier membre. La phrase de passe est demandée deux fois au terminal, ou
prise dans CHEVET_PASSPHRASE : 12 caractères de quatre sortes, 14 de trois, ou sept mots. Sans elle, personne ne peut
ouvrir le coffre.

  --vault DIR    un dossier qui n’existe pas encore, ou vide
  --team NOM     le nom de l’équipe (habituel : Équipe)
  --member NOM   votre nom (habituel : votre nom sur cet ordinateur)
  --role RÔLE    nurse, physician, psychologist, social_worker ou coordinator (habituel : nurse)

Se termine par 0 fait, 2 entrée incorrecte, 3 le coffre ne peut pas être créé.
</translation>
    </message>
    <message>
        <source>sample: takes nothing beside its options</source>
        <translation>sample : ne prend rien d’autre que ses options</translation>
    </message>
    <message>
        <source>A sample team is in %1
Passphrase: %2
Open it: chevet --vault %1
</source>
        <translation>Une équipe d’exemple est dans %1
Phrase de passe : %2
L’ouvrir : chevet --vault %1
</translation>
    </message>
    <message>
        <source>--role: “%1” is none of %2</source>
        <translation>--role : « %1 » n’est pas parmi %2</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>Infirmière</translation>
    </message>
    <message>
        <source>init: takes nothing beside its options</source>
        <translation>init : ne prend rien d’autre que ses options</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>The team “%1” is founded in %2
</source>
        <translation>L’équipe « %1 » est fondée dans %2
</translation>
    </message>
    <message>
        <source>makes a sample team to try Chevet with</source>
        <translation>crée une équipe d’exemple pour essayer Chevet</translation>
    </message>
    <message>
        <source>founds a team</source>
        <translation>fonde une équipe</translation>
    </message>
    <message>
        <source>Usage: chevet study --vault DIR [--from DATE] [--to DATE] [--json] [--csv FILE]

Counts how often proposals were accepted and overridden, with and without each influencing factor, by motive and by
home; the time to the first answer, transfers, and the share of in-person answers beside the remote ones. Nothing is
counted by person. docs/STUDY.md has the method and what it can&apos;t show.

  --vault DIR  the folder of the vault
  --from DATE  only calls from this day on, as 2026-11-21
  --to DATE    only calls up to this day
  --json       as JSON
  --csv FILE   writes the decisions without identities to FILE, which must not be there yet; what fewer than five
               requests have in common is left out, and counted

Ends with 0 done, 1 there is nothing to count, 2 bad input, 3 the vault can&apos;t be used.
</source>
        <translation>Usage : chevet study --vault DOSSIER [--from DATE] [--to DATE] [--json] [--csv FICHIER]

Compte combien de fois les propositions ont été suivies ou non, avec et sans chaque facteur d’influence, par motif et
par établissement ; le délai de la première réponse, les transferts, et la part des réponses sur place à côté de celles
à distance. Rien n’est compté par personne. docs/STUDY.md donne la méthode et ce qu’elle ne peut pas montrer.

  --vault DOSSIER  le dossier du coffre
  --from DATE      seulement les appels à partir de ce jour, comme 2026-11-21
  --to DATE        seulement les appels jusqu’à ce jour
  --json           en JSON
  --csv FICHIER    écrit les décisions sans identités dans FICHIER, qui ne doit pas encore exister ; ce que moins de
                   cinq demandes ont en commun est omis, et compté

Se termine par 0 fait, 1 rien à compter, 2 entrée incorrecte, 3 le coffre est inutilisable.
</translation>
    </message>
    <message>
        <source>study: --%1: “%2” is no day such as 2026-11-21</source>
        <translation>study : --%1 : « %2 » n’est pas un jour comme 2026-11-21</translation>
    </message>
    <message>
        <source>study: --from lies after --to</source>
        <translation>study : --from est après --to</translation>
    </message>
    <message>
        <source>study: %1 can&apos;t be written</source>
        <translation>study : impossible d’écrire %1</translation>
    </message>
    <message>
        <source>%1: %2 decisions; left out, since fewer than five requests were alike: %3 decisions of %4 requests</source>
        <translation>%1 : %2 décisions ; omises, car moins de cinq demandes se ressemblaient : %3 décisions de %4 demandes</translation>
    </message>
    <message>
        <source>study: --csv: “%1” is there already, or no file name</source>
        <translation>study : --csv : « %1 » existe déjà, ou n’est pas un nom de fichier</translation>
    </message>
    <message>
        <source>study: there is no request in this period</source>
        <translation>study : aucune demande dans cette période</translation>
    </message>
    <message>
        <source>counts what became of the proposals</source>
        <translation>compte ce que sont devenues les propositions</translation>
    </message>
    <message>
        <source>Usage: chevet tour --out DIR

Goes through the real screens, from a nurse&apos;s call to the decision, and leaves a PNG picture of each in DIR. Works on a
sample team of its own. Needs no display.

  --out DIR  the folder for the pictures; made if it is missing

Ends with 0 done, 1 a screen was not drawn, 2 bad input.
</source>
        <translation>Usage : chevet tour --out DIR

Parcourt les vrais écrans, de l’appel d’une infirmière à la décision, et laisse une image PNG de chacun dans DIR. Se
sert d’une équipe d’exemple à soi. N’a pas besoin d’écran.

  --out DIR  le dossier des images ; il est créé s’il manque

Se termine par 0 fait, 1 un écran n’a pas été dessiné, 2 entrée incorrecte.
</translation>
    </message>
    <message>
        <source>tour: --out DIR is needed: the folder for the pictures</source>
        <translation>tour : il manque --out DIR, le dossier des images</translation>
    </message>
    <message>
        <source>%1: no folder can be made here</source>
        <translation>%1 : impossible de créer un dossier ici</translation>
    </message>
    <message>
        <source>the tour was interrupted</source>
        <translation>le parcours a été interrompu</translation>
    </message>
    <message>
        <source>the tour stopped at “%1”</source>
        <translation>le parcours s’est arrêté à « %1 »</translation>
    </message>
    <message>
        <source>draws the screens into pictures</source>
        <translation>dessine les écrans en images</translation>
    </message>
    <message>
        <source>Usage: chevet triage FACTS.json [--rules FILE] [--overlay FILE] [--lines]
       chevet triage --replay EVENT --vault DIR

Reads what is known about a call and prints the whole answer of triage as JSON: the four modalities in order with
their reasons, what bridges, what follows, priority, conditions, what was assumed and what would change it.
FACTS.json is an object of facts, &quot;-&quot; is standard input. A fact that is left out, or null, is unknown.

One document is answered by one indented document. Several (a list, or one object on each line) are answered by one
line each, in their order; for one that can&apos;t be read the line is {&quot;error&quot;: …}, the message on standard error names
its place, the others are answered all the same, and the end is 2.

  --rules FILE  answers by the rules in FILE instead of those that Chevet ships
  --overlay FILE[,FILE…]  lays a team&apos;s or a home&apos;s overlays over the rules
  --lines       takes standard input line by line and answers each line at once

With --replay a decision of the past is answered again, by the rules and the facts that the vault keeps of it, and
printed beside what was proposed then. EVENT is the id of its triage.reasoned entry (chevet case --json shows it).

  --vault DIR   the folder of the vault

Ends with 0 done (replay: the same answer), 1 the rules are faulty (replay: another answer, or no such decision), 2 bad
input, 3 the vault can&apos;t be used.
</source>
        <translation>Usage : chevet triage FAITS.json [--rules FICHIER] [--overlay FICHIER] [--lines]
       chevet triage --replay ÉVÉNEMENT --vault DOSSIER

Lit ce que l’on sait d’un appel et affiche la réponse entière du triage en JSON : les quatre modalités dans l’ordre
avec leurs raisons, ce qui fait le pont, ce qui suit, la priorité, les conditions, ce qui a été supposé et ce qui la
changerait. FAITS.json est un objet de faits, « - » est l’entrée standard. Un fait absent, ou null, est inconnu.

À un document répond un document indenté. À plusieurs (une liste, ou un objet par ligne) répond une ligne chacun, dans
leur ordre ; pour celui qui ne se lit pas, la ligne est {&quot;error&quot;: …}, le message sur la sortie d’erreur nomme sa place,
les autres reçoivent leur réponse, et la fin est 2.

  --rules FICHIER  répond selon les règles de FICHIER au lieu de celles livrées avec Chevet
  --overlay FICHIER[,FICHIER…]  pose les adaptations d’une équipe ou d’un établissement sur les règles
  --lines          prend l’entrée standard ligne par ligne et répond à chacune aussitôt

Avec --replay, une décision passée reçoit de nouveau sa réponse, d’après les règles et les faits que le coffre en
conserve, affichée à côté de ce qui avait été proposé. ÉVÉNEMENT est l’identifiant de son entrée triage.reasoned
(chevet case --json le montre).

  --vault DOSSIER  le dossier du coffre

Se termine par 0 fait (replay : même réponse), 1 les règles sont fautives (replay : autre réponse, ou pas de telle
décision), 2 mauvaise entrée, 3 le coffre est inutilisable.
</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>ligne %1</translation>
    </message>
    <message>
        <source>triage: --vault goes with --replay only</source>
        <translation>triage : --vault ne va qu’avec --replay</translation>
    </message>
    <message>
        <source>triage: one file of facts is needed, or - for standard input</source>
        <translation>triage : il faut un fichier de faits, ou - pour l’entrée standard</translation>
    </message>
    <message>
        <source>%1: reading stopped before the end</source>
        <translation>%1 : la lecture s’est arrêtée avant la fin</translation>
    </message>
    <message>
        <source>answers facts from a JSON file</source>
        <translation>répond aux faits d’un fichier JSON</translation>
    </message>
    <message>
        <source>the passphrase is needed, and there is no terminal to ask for it: set CHEVET_PASSPHRASE</source>
        <translation>il faut la phrase de passe, et il n’y a pas de terminal pour la demander : définissez CHEVET_PASSPHRASE</translation>
    </message>
    <message>
        <source>%1: --vault DIR is needed: the folder of the vault</source>
        <translation>%1 : il manque --vault DIR, le dossier du coffre</translation>
    </message>
    <message>
        <source>Passphrase: </source>
        <translation>Phrase de passe : </translation>
    </message>
    <message>
        <source>New passphrase: </source>
        <translation>Nouvelle phrase de passe : </translation>
    </message>
    <message>
        <source>The same again: </source>
        <translation>La même encore une fois : </translation>
    </message>
</context>
</TS>
