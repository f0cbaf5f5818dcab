<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>chevet::screens::AskPanel</name>
    <message>
        <source>Ctrl+Enter records · Esc back</source>
        <translation>Ctrl+Entrée enregistre · Échap retour</translation>
    </message>
</context>
<context>
    <name>chevet::screens::CasePage</name>
    <message>
        <source>Enter shows a photo · Del withdraws an entry · Ctrl+Z undo · Esc back to the queue · F1 all keys</source>
        <translation>Entrée montre une photo · Suppr retire une ligne · Ctrl+Z annuler · Échap file d’attente · F1 toutes les touches</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Psychosocial note</source>
        <translation>Note psychosociale</translation>
    </message>
    <message>
        <source>Tried to reach</source>
        <translation>Appel tenté</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Video or phone consultation</source>
        <translation>Consultation vidéo ou téléphone</translation>
    </message>
    <message>
        <source>Goes on otherwise</source>
        <translation>Autre modalité</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>Triage again</source>
        <translation>Trier de nouveau</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Attribuer</translation>
    </message>
    <message>
        <source>Step done</source>
        <translation>Étape faite</translation>
    </message>
    <message>
        <source>Wishes</source>
        <translation>Souhaits</translation>
    </message>
    <message>
        <source>Correct resident</source>
        <translation>Corriger résident</translation>
    </message>
    <message>
        <source>Correct home</source>
        <translation>Corriger EHPAD</translation>
    </message>
    <message>
        <source>Correct request</source>
        <translation>Corriger demande</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>Go to the request it went into</source>
        <translation>Aller à la demande qui continue</translation>
    </message>
    <message>
        <source>Close, reopen</source>
        <translation>Clore, rouvrir</translation>
    </message>
    <message>
        <source>Withdraw the chosen entry</source>
        <translation>Retirer la ligne choisie</translation>
    </message>
    <message>
        <source>Reading the case …</source>
        <translation>Lecture du dossier…</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’à %1</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>Trier</translation>
    </message>
    <message>
        <source>This request has been merged: G goes to the one it went into.</source>
        <translation>Cette demande a été fusionnée : G va à celle qui continue.</translation>
    </message>
    <message>
        <source>The case is closed: C opens it again.</source>
        <translation>Le dossier est clos : C le rouvre.</translation>
    </message>
    <message>
        <source>Nobody has decided yet: E triages the case.</source>
        <translation>Personne n’a encore décidé : E trie le dossier.</translation>
    </message>
    <message>
        <source>No step is owed in this case.</source>
        <translation>Aucune étape n’est due dans ce dossier.</translation>
    </message>
    <message>
        <source>This request has not been merged into another.</source>
        <translation>Cette demande n’a pas été fusionnée avec une autre.</translation>
    </message>
    <message>
        <source>What happened, oldest first</source>
        <translation>Ce qui s’est passé, du plus ancien au plus récent</translation>
    </message>
    <message>
        <source>Decision, wishes, who else can come</source>
        <translation>Décision, souhaits, qui d’autre peut venir</translation>
    </message>
</context>
<context>
    <name>chevet::screens::CaseText</name>
    <message>
        <source>born %1</source>
        <translation>né(e) le %1</translation>
    </message>
    <message>
        <source>room %1</source>
        <translation>chambre %1</translation>
    </message>
    <message>
        <source>call back %1</source>
        <translation>rappeler au %1</translation>
    </message>
    <message>
        <source>two values stand side by side</source>
        <translation>deux valeurs coexistent</translation>
    </message>
    <message>
        <source>Nobody has decided yet</source>
        <translation>Personne n’a encore décidé</translation>
    </message>
    <message>
        <source>now %1, then %2</source>
        <translation>maintenant %1, puis %2</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1, puis %2</translation>
    </message>
    <message>
        <source>Decided: %1</source>
        <translation>Décidé : %1</translation>
    </message>
    <message>
        <source>Proposed was: %1. Why otherwise: %2.</source>
        <translation>Proposé : %1. Pourquoi autrement : %2.</translation>
    </message>
    <message>
        <source>Known at the call</source>
        <translation>Connu lors de l’appel</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Still owed (S when done)</source>
        <translation>Reste dû (S quand c’est fait)</translation>
    </message>
</context>
<context>
    <name>chevet::screens::ChipLine</name>
    <message>
        <source>not answered</source>
        <translation>sans réponse</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>chevet::screens::ConsultationPage</name>
    <message>
        <source>Shift+F9  Make the link</source>
        <translation>Maj+F9  Créer le lien</translation>
    </message>
    <message>
        <source>F8  Let in</source>
        <translation>F8  Faire entrer</translation>
    </message>
    <message>
        <source>Shift+F8  Send away</source>
        <translation>Maj+F8  Congédier</translation>
    </message>
    <message>
        <source>F5  Identity checked: show the picture</source>
        <translation>F5  Identité vérifiée : montrer l’image</translation>
    </message>
    <message>
        <source>F6  Mute</source>
        <translation>F6  Couper le micro</translation>
    </message>
    <message>
        <source>F7  Camera off</source>
        <translation>F7  Couper la caméra</translation>
    </message>
    <message>
        <source>Shift+F7  Copy the invitation</source>
        <translation>Maj+F7  Copier l’invitation</translation>
    </message>
    <message>
        <source>The invitation is in the clipboard for one minute.</source>
        <translation>L’invitation est dans le presse-papiers pour une minute.</translation>
    </message>
    <message>
        <source>Shift+F5  Freeze</source>
        <translation>Maj+F5  Figer</translation>
    </message>
    <message>
        <source>F9  By phone</source>
        <translation>F9  Par téléphone</translation>
    </message>
    <message>
        <source>F11  Show the advice there</source>
        <translation>F11  Montrer les conseils au chevet</translation>
    </message>
    <message>
        <source>Shift+F11  Ask for a photo</source>
        <translation>Maj+F11  Demander une photo</translation>
    </message>
    <message>
        <source>F12  Hang up</source>
        <translation>F12  Raccrocher</translation>
    </message>
    <message>
        <source>Shift+F12  Copy the letter</source>
        <translation>Maj+F12  Copier la lettre</translation>
    </message>
    <message>
        <source>The letter is in the clipboard for one minute.</source>
        <translation>La lettre est dans le presse-papiers pour une minute.</translation>
    </message>
    <message>
        <source>Ctrl+Enter  Sign</source>
        <translation>Ctrl+Entrée  Signer</translation>
    </message>
    <message>
        <source>There is no video call now.</source>
        <translation>Il n’y a pas d’appel vidéo en ce moment.</translation>
    </message>
    <message>
        <source>Nobody waits.</source>
        <translation>Personne n’attend.</translation>
    </message>
    <message>
        <source>Nobody is there.</source>
        <translation>Personne n’est là.</translation>
    </message>
    <message>
        <source>A call is open.</source>
        <translation>Un appel est ouvert.</translation>
    </message>
    <message>
        <source>Still missing: %1</source>
        <translation>Il manque encore : %1</translation>
    </message>
    <message>
        <source>There is no picture to freeze.</source>
        <translation>Il n’y a pas d’image à figer.</translation>
    </message>
    <message>
        <source>A photo is asked for once the picture may be shown.</source>
        <translation>Une photo se demande une fois que l’image peut être montrée.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Rien n’est ouvert.</translation>
    </message>
    <message>
        <source>There is nothing to check now.</source>
        <translation>Il n’y a rien à vérifier en ce moment.</translation>
    </message>
    <message>
        <source>There was no call yet.</source>
        <translation>Il n’y a pas encore eu d’appel.</translation>
    </message>
    <message>
        <source>F6  Speak again</source>
        <translation>F6  Rétablir le micro</translation>
    </message>
    <message>
        <source>F7  Camera on</source>
        <translation>F7  Rétablir la caméra</translation>
    </message>
    <message>
        <source>This call has no picture to go back to.</source>
        <translation>Cet appel n’a pas d’image à laquelle revenir.</translation>
    </message>
    <message>
        <source>F9  Back to video</source>
        <translation>F9  Revenir à la vidéo</translation>
    </message>
    <message>
        <source>F9  Go on by phone</source>
        <translation>F9  Continuer par téléphone</translation>
    </message>
    <message>
        <source>Letter to the home</source>
        <translation>Lettre à l’établissement</translation>
    </message>
    <message>
        <source>Who is there</source>
        <translation>Qui est là</translation>
    </message>
    <message>
        <source>a photo of …, at full resolution (Shift+F11 asks for it)</source>
        <translation>une photo de …, en pleine résolution (Maj+F11 la demande)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Teleconsultation</source>
        <translation>Téléconsultation</translation>
    </message>
    <message>
        <source>Tele-assistance during nursing care</source>
        <translation>Télé-assistance pendant un soin</translation>
    </message>
    <message>
        <source>at the bedside: name and function of the home’s professional</source>
        <translation>au chevet : nom et fonction du professionnel de l’établissement</translation>
    </message>
    <message>
        <source>whose consent, in which words</source>
        <translation>consentement de qui, avec quels mots</translation>
    </message>
    <message>
        <source>Consent to being seen from afar</source>
        <translation>Consentement à être vu à distance</translation>
    </message>
    <message>
        <source>given through another person</source>
        <translation>donné par une autre personne</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>attend</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connexion en cours</translation>
    </message>
    <message>
        <source>in the call</source>
        <translation>dans l’appel</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>pas d’image</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>parti</translation>
    </message>
    <message>
        <source>Signed: the report is in the case. Shift+F12 copies the letter to the home.</source>
        <translation>Signé : le compte rendu est au dossier. Maj+F12 copie la lettre à l’établissement.</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>né(e) le %1</translation>
    </message>
    <message>
        <source>room %1</source>
        <translation>chambre %1</translation>
    </message>
    <message>
        <source>telephone %1</source>
        <translation>téléphone %1</translation>
    </message>
    <message>
        <source>The &amp;name was said: %1</source>
        <translation>Le &amp;nom a été dit : %1</translation>
    </message>
    <message>
        <source>The date of &amp;birth was said: %1</source>
        <translation>La date de n&amp;aissance a été dite : %1</translation>
    </message>
    <message>
        <source>The date of &amp;birth was said (the record has none)</source>
        <translation>La date de n&amp;aissance a été dite (le dossier n’en a pas)</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Préparation</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signé</translation>
    </message>
    <message>
        <source>The call is over; the sheet is not signed yet</source>
        <translation>L’appel est terminé ; la fiche n’est pas encore signée</translation>
    </message>
    <message>
        <source>Shift+F9 makes a new link; Ctrl+Enter signs.</source>
        <translation>Maj+F9 crée un nouveau lien ; Ctrl+Entrée signe.</translation>
    </message>
    <message>
        <source>All is there: Ctrl+Enter makes the link.</source>
        <translation>Tout y est : Ctrl+Entrée crée le lien.</translation>
    </message>
    <message>
        <source>with: %1</source>
        <translation>avec : %1</translation>
    </message>
    <message>
        <source>another device has the same link open</source>
        <translation>le même lien est ouvert sur un autre appareil</translation>
    </message>
    <message>
        <source>no camera</source>
        <translation>pas de caméra</translation>
    </message>
    <message>
        <source>no microphone</source>
        <translation>pas de micro</translation>
    </message>
    <message>
        <source>F5 shows the picture.</source>
        <translation>F5 montre l’image.</translation>
    </message>
    <message>
        <source>Shift+F7 copies the invitation for the home; the tablet’s camera can read the square. Nobody comes in before you let them in (F8).</source>
        <translation>Maj+F7 copie l’invitation pour l’établissement ; la caméra de la tablette peut lire le carré. Personne n’entre avant que vous ne fassiez entrer (F8).</translation>
    </message>
    <message>
        <source>By telephone. F9 goes back to the picture, if there was one.</source>
        <translation>Par téléphone. F9 revient à l’image, s’il y en avait une.</translation>
    </message>
    <message>
        <source>No picture at this moment; the voice may go on.</source>
        <translation>Pas d’image en ce moment ; la voix peut continuer.</translation>
    </message>
    <message>
        <source>You hear each other. The picture is shown once identity and consent are recorded.</source>
        <translation>Vous vous entendez. L’image est montrée dès que l’identité et le consentement sont enregistrés.</translation>
    </message>
</context>
<context>
    <name>chevet::screens::ContestBox</name>
    <message>
        <source>Of values side by side, keep number %1</source>
        <translation>Des valeurs qui coexistent, garder la n° %1</translation>
    </message>
    <message>
        <source>%1: two values stand side by side. Which one holds?</source>
        <translation>%1 : deux valeurs coexistent. Laquelle est la bonne ?</translation>
    </message>
    <message>
        <source>Keep “%1” (%2)</source>
        <translation>Garder « %1 » (%2)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>chevet::screens::FirstStartPage</name>
    <message>
        <source>Found the team</source>
        <translation>Fonder l’équipe</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Chevet</source>
        <translation>Chevet</translation>
    </message>
    <message>
        <source>The desk of a mobile palliative care team. Everything you type stays encrypted on this computer.</source>
        <translation>Le bureau d’une équipe mobile de soins palliatifs. Tout ce que vous tapez reste chiffré sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Found a team</source>
        <translation>Fonder une équipe</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Name of the team</source>
        <translation>Nom de l’équipe</translation>
    </message>
    <message>
        <source>for example: EMSP du Ponant</source>
        <translation>par exemple : EMSP du Ponant</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>for example: Claire Morel</source>
        <translation>par exemple : Claire Morel</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Métier</translation>
    </message>
    <message>
        <source>Your role in the team</source>
        <translation>Votre métier dans l’équipe</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Encore une fois</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>Phrase de passe encore une fois</translation>
    </message>
    <message>
        <source>Seven words are easy to keep in mind and hard to guess. Write them down on paper:</source>
        <translation>Sept mots se retiennent bien et se devinent mal. Notez-les sur papier :</translation>
    </message>
    <message>
        <source>Found the team  (Ctrl+Enter)</source>
        <translation>Fonder l’équipe  (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Suggest seven words  (Alt+S)</source>
        <translation>Proposer sept mots  (Alt+S)</translation>
    </message>
    <message>
        <source>Suggest a passphrase of seven words</source>
        <translation>Proposer une phrase de sept mots</translation>
    </message>
    <message>
        <source>Just look around</source>
        <translation>Juste regarder</translation>
    </message>
    <message>
        <source>A sample team with eight homes, forty residents and a queue for today. Nobody in it is real, and it can never become a real team.</source>
        <translation>Une équipe d’exemple : huit établissements, quarante résidents, une file pour aujourd’hui. Personne n’y est réel, et elle ne deviendra jamais une vraie équipe.</translation>
    </message>
    <message>
        <source>Open the sample  (Alt+O)</source>
        <translation>Ouvrir l’exemple  (Alt+O)</translation>
    </message>
    <message>
        <source>Open the sample team</source>
        <translation>Ouvrir l’équipe d’exemple</translation>
    </message>
</context>
<context>
    <name>chevet::screens::HomeForm</name>
    <message>
        <source>New home</source>
        <translation>Nouvel établissement</translation>
    </message>
    <message>
        <source>Correct this home</source>
        <translation>Corriger cet établissement</translation>
    </message>
    <message>
        <source>The home has no name yet: type the name that the team uses.</source>
        <translation>L’établissement n’a pas encore de nom : tapez celui que l’équipe emploie.</translation>
    </message>
    <message>
        <source>Travel is a number of minutes, 0 to 1440: correct it or leave it empty.</source>
        <translation>Le trajet est un nombre de minutes, de 0 à 1440 : corrigez-le ou laissez vide.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Name of the home</source>
        <translation>Nom de l’établissement</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Phone of the home</source>
        <translation>Téléphone de l’établissement</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>Astreinte</translation>
    </message>
    <message>
        <source>Who is on call for the home, with a number</source>
        <translation>Qui est d’astreinte pour l’établissement, avec un numéro</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Trajet</translation>
    </message>
    <message>
        <source>Minutes by car, one way</source>
        <translation>Minutes en voiture, aller</translation>
    </message>
    <message>
        <source>minutes by car</source>
        <translation>minutes en voiture</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Working video equipment</source>
        <translation>Équipement vidéo en état</translation>
    </message>
    <message>
        <source>Record  (Ctrl+Enter)</source>
        <translation>Enregistrer  (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Record this home</source>
        <translation>Enregistrer cet établissement</translation>
    </message>
    <message>
        <source>Back  (Esc)</source>
        <translation>Retour  (Échap)</translation>
    </message>
    <message>
        <source>Back without recording</source>
        <translation>Revenir sans enregistrer</translation>
    </message>
</context>
<context>
    <name>chevet::screens::HomeStep</name>
    <message>
        <source>Home</source>
        <translation>Établissement</translation>
    </message>
    <message>
        <source>first three letters of the home or the town</source>
        <translation>trois lettres de l’établissement ou de la ville</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n ouvert</numerusform>
            <numerusform>%n ouverts</numerusform>
        </translation>
    </message>
    <message>
        <source>New home “%1” …</source>
        <translation>Nouvel établissement « %1 »…</translation>
    </message>
    <message>
        <source>%1 min by car</source>
        <translation>%1 min en voiture</translation>
    </message>
    <message>
        <source>travel not known</source>
        <translation>trajet inconnu</translation>
    </message>
    <message>
        <source>video not known</source>
        <translation>vidéo : non connu</translation>
    </message>
    <message>
        <source>video works</source>
        <translation>vidéo en état</translation>
    </message>
    <message>
        <source>no video</source>
        <translation>pas de vidéo</translation>
    </message>
</context>
<context>
    <name>chevet::screens::IntakePane</name>
    <message>
        <source>Ctrl+Enter accepts · F5 visit · F6 video · F7 call · F8 written</source>
        <translation>Ctrl+Entrée accepte · F5 visite · F6 vidéo · F7 appel · F8 écrit</translation>
    </message>
    <message>
        <source>Decide for: %1</source>
        <translation>Décider pour : %1</translation>
    </message>
    <message>
        <source>Settle what a teleconsultation needs</source>
        <translation>Régler ce que demande une téléconsultation</translation>
    </message>
    <message>
        <source>In the caller&apos;s words</source>
        <translation>Dans les mots de l’appelant</translation>
    </message>
    <message>
        <source>Correct the home or the resident</source>
        <translation>Corriger l’établissement ou le résident</translation>
    </message>
    <message>
        <source>New call</source>
        <translation>Nouvel appel</translation>
    </message>
    <message>
        <source>room %1</source>
        <translation>chambre %1</translation>
    </message>
    <message>
        <source>triaged again %1</source>
        <translation>trié de nouveau %1</translation>
    </message>
    <message>
        <source>call taken %1</source>
        <translation>appel pris à %1</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Leave this call; the draft is kept</source>
        <translation>Quitter cet appel ; le brouillon est gardé</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Établissement</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Appelant</translation>
    </message>
    <message>
        <source>Name of the caller</source>
        <translation>Nom de l’appelant</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>Function of the caller</source>
        <translation>Fonction de l’appelant</translation>
    </message>
    <message>
        <source>function</source>
        <translation>fonction</translation>
    </message>
    <message>
        <source>Number to call back</source>
        <translation>Numéro de rappel</translation>
    </message>
    <message>
        <source>call back</source>
        <translation>rappel</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>Résident</translation>
    </message>
    <message>
        <source>Join the open request</source>
        <translation>Rattacher à la demande ouverte</translation>
    </message>
    <message>
        <source>Motives</source>
        <translation>Motifs</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>In the caller&apos;s words  (Alt+T)</source>
        <translation>Dans les mots de l’appelant  (Alt+T)</translation>
    </message>
    <message>
        <source>To be settled before the teleconsultation (Alt+C):</source>
        <translation>À régler avant la téléconsultation (Alt+C) :</translation>
    </message>
    <message>
        <source>To be settled before the teleconsultation</source>
        <translation>À régler avant la téléconsultation</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Proposition</translation>
    </message>
    <message>
        <source>Decide otherwise</source>
        <translation>Décider autrement</translation>
    </message>
    <message>
        <source>Proposal in one line</source>
        <translation>Proposition en une ligne</translation>
    </message>
</context>
<context>
    <name>chevet::screens::JoinQuestion</name>
    <message>
        <source>J</source>
        <comment>key for joining</comment>
        <translation>R</translation>
    </message>
    <message>
        <source>Joins it</source>
        <translation>Rattacher</translation>
    </message>
    <message>
        <source>Another matter</source>
        <translation>Autre demande</translation>
    </message>
    <message>
        <source>Open request: %1, received %2, due %3. Does this call belong to it?</source>
        <translation>Demande ouverte : %1, reçue %2, échéance %3. Cet appel s’y rattache-t-il ?</translation>
    </message>
</context>
<context>
    <name>chevet::screens::KeyChip</name>
    <message>
        <source>%1, %2, key %3</source>
        <translation>%1, %2, touche %3</translation>
    </message>
    <message>
        <source>%1, key %2</source>
        <translation>%1, touche %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>chevet::screens::LookupField</name>
    <message>
        <source>Found for %1</source>
        <translation>Trouvé pour %1</translation>
    </message>
</context>
<context>
    <name>chevet::screens::LookupStep</name>
    <message>
        <source>two values stand side by side</source>
        <translation>deux valeurs coexistent</translation>
    </message>
    <message>
        <source>F9 corrects</source>
        <translation>F9 corrige</translation>
    </message>
</context>
<context>
    <name>chevet::screens::MainWindow</name>
    <message>
        <source>Chevet</source>
        <translation>Chevet</translation>
    </message>
    <message>
        <source>A consultation is going on: hang up first (F12).</source>
        <translation>Une consultation est en cours : raccrochez d’abord (F12).</translation>
    </message>
    <message>
        <source>Shift+F2: same call, next resident</source>
        <translation>Maj+F2 : même appel, résident suivant</translation>
    </message>
    <message>
        <source>New call</source>
        <translation>Nouvel appel</translation>
    </message>
    <message>
        <source>Same call, next resident</source>
        <translation>Même appel, résident suivant</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File d’attente</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Accept, record</source>
        <translation>Accepter, enregistrer</translation>
    </message>
    <message>
        <source>Undo the last thing done</source>
        <translation>Annuler la dernière action</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Between queue and call</source>
        <translation>Entre la file et l’appel</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Ce qui a été fait</translation>
    </message>
    <message>
        <source>The consultation that was begun</source>
        <translation>La consultation commencée</translation>
    </message>
    <message>
        <source>Triage rules</source>
        <translation>Règles d’orientation</translation>
    </message>
    <message>
        <source>Study: what became of the proposals</source>
        <translation>Étude : ce que sont devenues les propositions</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>What the proposal stands on</source>
        <translation>Sur quoi s’appuie la proposition</translation>
    </message>
    <message>
        <source>Keys of this screen</source>
        <translation>Touches de cet écran</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Toutes les actions</translation>
    </message>
    <message>
        <source>Look: as the system</source>
        <translation>Aspect : comme le système</translation>
    </message>
    <message>
        <source>Look: light</source>
        <translation>Aspect : clair</translation>
    </message>
    <message>
        <source>Look: dark</source>
        <translation>Aspect : sombre</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>Rétablir la disposition</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>New call
F2</source>
        <translation>Appel
F2</translation>
    </message>
    <message>
        <source>Queue
F3</source>
        <translation>File
F3</translation>
    </message>
    <message>
        <source>Search
F4</source>
        <translation>Recherche
F4</translation>
    </message>
    <message>
        <source>Rules
Ctrl+R</source>
        <translation>Règles
Ctrl+R</translation>
    </message>
    <message>
        <source>Study
Ctrl+I</source>
        <translation>Étude
Ctrl+I</translation>
    </message>
    <message>
        <source>Settings
Ctrl+,</source>
        <translation>Réglages
Ctrl+,</translation>
    </message>
    <message>
        <source>Keys
F1</source>
        <translation>Touches
F1</translation>
    </message>
    <message>
        <source>Lock
Ctrl+L</source>
        <translation>Verrou
Ctrl+L</translation>
    </message>
    <message>
        <source>There is no proposal here: take a call up to its motives, or open a case that was decided.</source>
        <translation>Pas de proposition ici : saisissez un appel jusqu’aux motifs, ou ouvrez un dossier décidé.</translation>
    </message>
    <message>
        <source>Nothing yet since the vault was opened.</source>
        <translation>Rien encore depuis l’ouverture.</translation>
    </message>
    <message>
        <source>%1 – SAMPLE – Chevet</source>
        <translation>%1 – EXEMPLE – Chevet</translation>
    </message>
    <message>
        <source>%1 – Chevet</source>
        <translation>%1 – Chevet</translation>
    </message>
    <message>
        <source>Another consultation is going on.</source>
        <translation>Une autre consultation est en cours.</translation>
    </message>
    <message>
        <source>Hang up there first (Ctrl+J, F12).</source>
        <translation>Raccrochez-y d’abord (Ctrl+J, F12).</translation>
    </message>
    <message>
        <source>This team is open for reading only.</source>
        <translation>Cette équipe est ouverte en lecture seule.</translation>
    </message>
</context>
<context>
    <name>chevet::screens::MotiveBoard</name>
    <message>
        <source>Motives: one letter each, several may hold; Enter goes on</source>
        <translation>Motifs : une lettre chacun, plusieurs possibles ; Entrée continue</translation>
    </message>
    <message>
        <source>none chosen</source>
        <translation>aucun choisi</translation>
    </message>
</context>
<context>
    <name>chevet::screens::MotiveSetLine</name>
    <message>
        <source>none chosen</source>
        <translation>aucun choisi</translation>
    </message>
</context>
<context>
    <name>chevet::screens::OverridePanel</name>
    <message>
        <source>In words, if you like</source>
        <translation>En mots, si vous voulez</translation>
    </message>
    <message>
        <source>in words, if you like</source>
        <translation>en mots, si vous voulez</translation>
    </message>
    <message>
        <source>Ctrl+Enter decides · Esc back to the proposal</source>
        <translation>Ctrl+Entrée décide · Échap revient à la proposition</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Why? One key.</source>
        <translation>Pourquoi ? Une touche.</translation>
    </message>
    <message>
        <source>Another priority for: %1</source>
        <translation>Autre priorité pour : %1</translation>
    </message>
    <message>
        <source>Decide for: %1 (proposed: %2)</source>
        <translation>Décider pour : %1 (proposé : %2)</translation>
    </message>
    <message>
        <source>A reason is missing: press one of the keys above.</source>
        <translation>Il manque une raison : pressez l’une des touches ci-dessus.</translation>
    </message>
</context>
<context>
    <name>chevet::screens::PictureView</name>
    <message>
        <source>Picture of the bedside</source>
        <translation>Image du chevet</translation>
    </message>
    <message>
        <source>Frozen (Shift+F5)</source>
        <translation>Figée (Maj+F5)</translation>
    </message>
</context>
<context>
    <name>chevet::screens::PreviewPane</name>
    <message>
        <source>Still owed:</source>
        <translation>Reste dû :</translation>
    </message>
    <message>
        <source>Space closes · Enter opens the case</source>
        <translation>Espace ferme · Entrée ouvre le dossier</translation>
    </message>
    <message>
        <source>Reading the case …</source>
        <translation>Lecture du dossier…</translation>
    </message>
    <message>
        <source>No case is chosen</source>
        <translation>Aucun dossier choisi</translation>
    </message>
</context>
<context>
    <name>chevet::screens::ProposalLine</name>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>chevet::screens::ProposalText</name>
    <message>
        <source>given</source>
        <translation>précisé</translation>
    </message>
    <message>
        <source>%3, if “%1” were: %2</source>
        <translation>%3, si « %1 » était : %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Nobody has said yet: %1. It could matter.</source>
        <translation>Personne n’a encore dit : %1. Cela pourrait compter.</translation>
    </message>
    <message>
        <source>Before it starts:</source>
        <translation>Avant de commencer :</translation>
    </message>
    <message>
        <source>Before the case may close:</source>
        <translation>Avant de clore :</translation>
    </message>
    <message>
        <source>Because:</source>
        <translation>Parce que :</translation>
    </message>
    <message>
        <source>Consider too:</source>
        <translation>À envisager aussi :</translation>
    </message>
    <message>
        <source>What would change it:</source>
        <translation>Ce qui changerait la proposition :</translation>
    </message>
    <message>
        <source>Assumed:</source>
        <translation>Supposé :</translation>
    </message>
    <message>
        <source>What we don’t know:</source>
        <translation>Ce qu’on ne sait pas :</translation>
    </message>
    <message>
        <source>Hospital:</source>
        <translation>Hôpital :</translation>
    </message>
    <message>
        <source>Own choice:</source>
        <translation>Choix propre :</translation>
    </message>
    <message>
        <source>Prescribed in advance:</source>
        <translation>Prescriptions anticipées :</translation>
    </message>
    <message>
        <source>Wishes:</source>
        <translation>Souhaits :</translation>
    </message>
    <message>
        <source>none recorded – ask what the resident wants about hospital</source>
        <translation>aucun noté – demander ce que le résident veut pour l’hôpital</translation>
    </message>
    <message>
        <source>treating physician %1</source>
        <translation>médecin traitant %1</translation>
    </message>
    <message>
        <source>on call %1</source>
        <translation>astreinte %1</translation>
    </message>
    <message>
        <source>hospital at home %1</source>
        <translation>HAD %1</translation>
    </message>
    <message>
        <source>Samu: 15</source>
        <translation>Samu : 15</translation>
    </message>
    <message>
        <source>Who else can come:</source>
        <translation>Qui d’autre peut venir :</translation>
    </message>
    <message>
        <source>← in person</source>
        <translation>← sur place</translation>
    </message>
    <message>
        <source>from afar →</source>
        <translation>à distance →</translation>
    </message>
    <message>
        <source>(not at hand in this version)</source>
        <translation>(passage absent de cette version)</translation>
    </message>
    <message>
        <source>The team’s own experience.</source>
        <translation>L’expérience de l’équipe.</translation>
    </message>
</context>
<context>
    <name>chevet::screens::ProposalView</name>
    <message>
        <source>Proposal: %1 %2</source>
        <translation>Proposition : %1 %2</translation>
    </message>
</context>
<context>
    <name>chevet::screens::QuestionList</name>
    <message>
        <source>%1 of 10</source>
        <translation>%1 sur 10</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Non connu</translation>
    </message>
</context>
<context>
    <name>chevet::screens::QueuePage</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>À moi</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Sans responsable</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>F2 new call · Enter open · Space preview · N no answer · I take it · F1 all keys</source>
        <translation>F2 appel · Entrée ouvrir · Espace aperçu · N sans réponse · I je prends · F1 touches</translation>
    </message>
    <message>
        <source>Show all open calls</source>
        <translation>Montrer tous les appels ouverts</translation>
    </message>
    <message>
        <source>Show mine</source>
        <translation>Montrer les miens</translation>
    </message>
    <message>
        <source>Show those that nobody has</source>
        <translation>Montrer ceux que personne n’a</translation>
    </message>
    <message>
        <source>Show what is overdue</source>
        <translation>Montrer ce qui est en retard</translation>
    </message>
    <message>
        <source>Show what is due today</source>
        <translation>Montrer ce qui est pour aujourd’hui</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Ligne suivante</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Ligne précédente</translation>
    </message>
    <message>
        <source>Go to the top and the new calls</source>
        <translation>Aller en haut, aux nouveaux appels</translation>
    </message>
    <message>
        <source>Tried now, no answer: call back in 30 min</source>
        <translation>Appel tenté, sans réponse : rappeler dans 30 min</translation>
    </message>
    <message>
        <source>I take it, or give it back</source>
        <translation>Je prends, ou je rends</translation>
    </message>
    <message>
        <source>Go on with the newest unfinished call</source>
        <translation>Reprendre le dernier appel inachevé</translation>
    </message>
    <message>
        <source>Preview of the case</source>
        <translation>Aperçu du dossier</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>Filtrer par mots</translation>
    </message>
    <message numerus="yes">
        <source>%n new – Home key</source>
        <translation>
            <numerusform>%n nouveau – touche Début</numerusform>
            <numerusform>%n nouveaux – touche Début</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n en retard</numerusform>
            <numerusform>%n en retard</numerusform>
        </translation>
    </message>
    <message>
        <source>New call</source>
        <translation>Nouvel appel</translation>
    </message>
    <message>
        <source>✎ %1 – unfinished, %2</source>
        <translation>✎ %1 – inachevé, %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the queue …</source>
        <translation>Lecture de la file…</translation>
    </message>
    <message>
        <source>F2 already takes a call.</source>
        <translation>F2 prend déjà un appel.</translation>
    </message>
    <message>
        <source>No call is waiting</source>
        <translation>Aucun appel en attente</translation>
    </message>
    <message>
        <source>F2 takes a new call. Ctrl+F finds a resident or an earlier case.</source>
        <translation>F2 prend un appel. Ctrl+F retrouve un résident ou un dossier ancien.</translation>
    </message>
    <message>
        <source>No open call has these words</source>
        <translation>Aucun appel ouvert n’a ces mots</translation>
    </message>
    <message>
        <source>Esc clears the filter. Ctrl+F searches closed cases too.</source>
        <translation>Échap vide le filtre. Ctrl+F cherche aussi dans les dossiers clos.</translation>
    </message>
    <message>
        <source>Nothing under this filter</source>
        <translation>Rien sous ce filtre</translation>
    </message>
    <message numerus="yes">
        <source>A shows all %n open call(s).</source>
        <translation>
            <numerusform>A montre l’appel ouvert.</numerusform>
            <numerusform>A montre les %n appels ouverts.</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File d’attente</translation>
    </message>
    <message>
        <source>Filter the queue by words</source>
        <translation>Filtrer la file par mots</translation>
    </message>
    <message>
        <source>Filter  ( / )</source>
        <translation>Filtrer  ( F )</translation>
    </message>
    <message>
        <source>Go to the new calls</source>
        <translation>Aller aux nouveaux appels</translation>
    </message>
    <message>
        <source>Open calls, due next first</source>
        <translation>Appels ouverts, les plus pressants d’abord</translation>
    </message>
</context>
<context>
    <name>chevet::screens::ResidentForm</name>
    <message>
        <source>Checked</source>
        <translation>Vérifiée</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>Provisoire</translation>
    </message>
    <message>
        <source>New resident</source>
        <translation>Nouveau résident</translation>
    </message>
    <message>
        <source>Correct this resident</source>
        <translation>Corriger ce résident</translation>
    </message>
    <message>
        <source>The name is missing: type what the caller says, it can be corrected later.</source>
        <translation>Le nom manque : tapez ce que dit l’appelant, il se corrige plus tard.</translation>
    </message>
    <message>
        <source>This is no day: type eight digits, day month year, or leave it empty.</source>
        <translation>Ce n’est pas une date : tapez huit chiffres, jour mois année, ou laissez vide.</translation>
    </message>
    <message>
        <source>Birth name</source>
        <translation>Nom de naissance</translation>
    </message>
    <message>
        <source>Name at birth</source>
        <translation>Nom de naissance</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Né(e) le</translation>
    </message>
    <message>
        <source>Birth date, day month year</source>
        <translation>Date de naissance, jour mois année</translation>
    </message>
    <message>
        <source>ddmmyyyy; empty: not known yet</source>
        <translation>jjmmaaaa ; vide : pas encore connue</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Chambre</translation>
    </message>
    <message>
        <source>Physician</source>
        <translation>Médecin</translation>
    </message>
    <message>
        <source>Treating physician, with a number</source>
        <translation>Médecin traitant, avec un numéro</translation>
    </message>
    <message>
        <source>treating physician, number</source>
        <translation>médecin traitant, numéro</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identité</translation>
    </message>
    <message>
        <source>Identity checked</source>
        <translation>Identité vérifiée</translation>
    </message>
    <message>
        <source>Record  (Ctrl+Enter)</source>
        <translation>Enregistrer  (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Record this resident</source>
        <translation>Enregistrer ce résident</translation>
    </message>
    <message>
        <source>Back  (Esc)</source>
        <translation>Retour  (Échap)</translation>
    </message>
    <message>
        <source>Back without recording</source>
        <translation>Revenir sans enregistrer</translation>
    </message>
</context>
<context>
    <name>chevet::screens::ResidentStep</name>
    <message>
        <source>Resident</source>
        <translation>Résident</translation>
    </message>
    <message>
        <source>ddmmyyyy and three letters, or a name</source>
        <translation>jjmmaaaa et trois lettres, ou un nom</translation>
    </message>
    <message>
        <source>%1 is no day: new resident without a birth date …</source>
        <translation>%1 n’est pas une date : nouveau résident sans date de naissance…</translation>
    </message>
    <message>
        <source>room %1</source>
        <translation>chambre %1</translation>
    </message>
    <message>
        <source>open request</source>
        <translation>demande ouverte</translation>
    </message>
    <message>
        <source>New resident …</source>
        <translation>Nouveau résident…</translation>
    </message>
    <message>
        <source>None of these: new resident …</source>
        <translation>Aucun de ceux-ci : nouveau résident…</translation>
    </message>
    <message>
        <source>In the record already: %1. Esc and Enter take it; Ctrl+Enter once more records another person.</source>
        <translation>Déjà connu : %1. Échap puis Entrée le prend ; Ctrl+Entrée encore une fois enregistre une autre personne.</translation>
    </message>
    <message>
        <source>born %1, %2</source>
        <translation>né(e) le %1, %2</translation>
    </message>
    <message>
        <source>birth date not known</source>
        <translation>date de naissance inconnue</translation>
    </message>
    <message>
        <source>room not known</source>
        <translation>chambre inconnue</translation>
    </message>
    <message>
        <source>seen before</source>
        <translation>déjà vu(e)</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>jamais vu(e)</translation>
    </message>
</context>
<context>
    <name>chevet::screens::RulesAdapting</name>
    <message>
        <source>For whom</source>
        <translation>Pour qui</translation>
    </message>
    <message>
        <source>The overlay’s text</source>
        <translation>Texte de l’adaptation</translation>
    </message>
    <message>
        <source>Empty: the rules that Chevet ships hold as they are.</source>
        <translation>Vide : les règles livrées avec Chevet s’appliquent telles quelles.</translation>
    </message>
    <message>
        <source>Texts that were written at once</source>
        <translation>Textes écrits en même temps</translation>
    </message>
    <message>
        <source>Begin with an e&amp;xample</source>
        <translation>Partir d’un e&amp;xemple</translation>
    </message>
    <message>
        <source>Save as a &amp;draft</source>
        <translation>Garder comme &amp;brouillon</translation>
    </message>
    <message>
        <source>&amp;Prove and put in force (Ctrl+Enter)</source>
        <translation>&amp;Prouver et mettre en vigueur (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Take a&amp;way</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>What it changes</source>
        <translation>Ce que cela change</translation>
    </message>
    <message>
        <source>F&amp;or</source>
        <translation>P&amp;our</translation>
    </message>
    <message>
        <source>Taken away: it no longer holds.</source>
        <translation>Retiré : ne s’applique plus.</translation>
    </message>
    <message>
        <source>Proved, saved, and in force from now on.</source>
        <translation>Prouvé, enregistré, en vigueur dès maintenant.</translation>
    </message>
    <message>
        <source>Saved as a draft. It is not in force.</source>
        <translation>Gardé comme brouillon. Ce n’est pas en vigueur.</translation>
    </message>
    <message>
        <source>Choose a text to go on with</source>
        <translation>Choisir un texte pour continuer</translation>
    </message>
    <message>
        <source>All of them, to be joined by hand</source>
        <translation>Tous, à réunir à la main</translation>
    </message>
    <message>
        <source>Written in two places at once. Choose a text above or write a joined one, then prove it and put it in force: it follows all of them.</source>
        <translation>Écrit à deux endroits en même temps. Choisissez un texte ci-dessus ou écrivez-en un qui les réunit, puis prouvez-le et mettez-le en vigueur : il fait suite à tous.</translation>
    </message>
    <message>
        <source>%1 – adapted</source>
        <translation>%1 – adapté</translation>
    </message>
    <message>
        <source>%1 – draft</source>
        <translation>%1 – brouillon</translation>
    </message>
    <message>
        <source>no overlay</source>
        <translation>pas d’adaptation</translation>
    </message>
    <message>
        <source>there is a draft</source>
        <translation>il y a un brouillon</translation>
    </message>
    <message>
        <source>written in two places at once</source>
        <translation>écrit à deux endroits en même temps</translation>
    </message>
    <message>
        <source>Nothing is adapted.</source>
        <translation>Rien n’est adapté.</translation>
    </message>
    <message>
        <source>This is what is in force.</source>
        <translation>C’est ce qui est en vigueur.</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Being proved over every combination of facts …</source>
        <translation>Preuve en cours sur toutes les combinaisons de faits…</translation>
    </message>
    <message>
        <source>There is a text already; the example begins an empty one.</source>
        <translation>Il y a déjà un texte ; l’exemple sert à commencer un texte vide.</translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>It is being proved.</source>
        <translation>La preuve est en cours.</translation>
    </message>
    <message>
        <source>The text can’t be put in force as it is; why is said above.</source>
        <translation>Ce texte ne peut pas entrer en vigueur tel quel ; la raison est indiquée au-dessus.</translation>
    </message>
    <message>
        <source>There is nothing here to take away.</source>
        <translation>Il n’y a rien à retirer ici.</translation>
    </message>
</context>
<context>
    <name>chevet::screens::RulesPage</name>
    <message>
        <source>Triage rules</source>
        <translation>Règles d’orientation</translation>
    </message>
    <message>
        <source>R</source>
        <comment>key: read</comment>
        <translation>L</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lire</translation>
    </message>
    <message>
        <source>T</source>
        <comment>key: try</comment>
        <translation>E</translation>
    </message>
    <message>
        <source>try facts</source>
        <translation>essayer des faits</translation>
    </message>
    <message>
        <source>A</source>
        <comment>key: adapt</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>adapt</source>
        <translation>adapter</translation>
    </message>
    <message>
        <source>H</source>
        <comment>key: history</comment>
        <translation>H</translation>
    </message>
    <message>
        <source>who changed what</source>
        <translation>qui a changé quoi</translation>
    </message>
    <message>
        <source>a letter or digit chooses · Enter or Tab goes in · Esc back to the queue</source>
        <translation>une lettre ou un chiffre choisit · Entrée ou Tab entre · Échap revient à la file</translation>
    </message>
    <message>
        <source>Who changed what, newest first</source>
        <translation>Qui a changé quoi, du plus récent au plus ancien</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>%1 · %2: %3</source>
        <translation>%1 · %2 : %3</translation>
    </message>
    <message>
        <source>Nobody has adapted the rules yet.</source>
        <translation>Personne n’a encore adapté les règles.</translation>
    </message>
</context>
<context>
    <name>chevet::screens::RulesReading</name>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>The rule in words</source>
        <translation>La règle en mots</translation>
    </message>
    <message>
        <source>What comes first: the first line that holds</source>
        <translation>Ce qui vient en premier : la première ligne qui s’applique</translation>
    </message>
    <message>
        <source>What else counts</source>
        <translation>Ce qui compte aussi</translation>
    </message>
    <message>
        <source>What a teleconsultation needs</source>
        <translation>Ce que demande une téléconsultation</translation>
    </message>
    <message>
        <source>How soon: the first line that holds</source>
        <translation>Dans quel délai : la première ligne qui s’applique</translation>
    </message>
    <message>
        <source>Numbers of the team</source>
        <translation>Nombres de l’équipe</translation>
    </message>
    <message>
        <source>safety: can’t be loosened</source>
        <translation>sécurité : ne peut pas être assouplie</translation>
    </message>
    <message>
        <source>the team’s own</source>
        <translation>propre à l’équipe</translation>
    </message>
    <message>
        <source>switched off by the team</source>
        <translation>désactivée par l’équipe</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Alors</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation>S’appuie sur</translation>
    </message>
    <message>
        <source>Name in the file</source>
        <translation>Nom dans le fichier</translation>
    </message>
</context>
<context>
    <name>chevet::screens::RulesTrying</name>
    <message>
        <source>Facts</source>
        <translation>Faits</translation>
    </message>
    <message>
        <source>&amp;Forget all facts</source>
        <translation>&amp;Oublier tous les faits</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>By the &amp;edited text</source>
        <translation>Selon le texte &amp;modifié</translation>
    </message>
</context>
<context>
    <name>chevet::screens::SearchPage</name>
    <message>
        <source>↓ to the list · Enter opens the case · Esc back to the queue</source>
        <translation>↓ vers la liste · Entrée ouvre le dossier · Échap file d’attente</translation>
    </message>
    <message numerus="yes">
        <source>%n found, newest first</source>
        <translation>
            <numerusform>%n trouvé</numerusform>
            <numerusform>%n trouvés, du plus récent au plus ancien</numerusform>
        </translation>
    </message>
    <message>
        <source>What are you looking for?</source>
        <translation>Que cherchez-vous ?</translation>
    </message>
    <message>
        <source>Names, homes, and words of notes; the beginning of a word is enough, accents do not matter.</source>
        <translation>Noms, établissements, mots des notes ; le début d’un mot suffit, les accents ne comptent pas.</translation>
    </message>
    <message>
        <source>Nothing has these words</source>
        <translation>Rien n’a ces mots</translation>
    </message>
    <message>
        <source>Fewer letters find more. F2 takes a new call.</source>
        <translation>Moins de lettres trouvent plus. F2 prend un appel.</translation>
    </message>
    <message>
        <source>%1, %2, %3: %4</source>
        <translation>%1, %2, %3 : %4</translation>
    </message>
    <message>
        <source>This entry belongs to no case: it is about the resident or the home only.</source>
        <translation>Cette ligne n’appartient à aucun dossier : elle ne concerne que le résident ou l’établissement.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Words to search for</source>
        <translation>Mots à chercher</translation>
    </message>
    <message>
        <source>Resident, home, or words of a note</source>
        <translation>Résident, établissement ou mots d’une note</translation>
    </message>
    <message>
        <source>What was found, newest first</source>
        <translation>Ce qui a été trouvé, du plus récent au plus ancien</translation>
    </message>
</context>
<context>
    <name>chevet::screens::SettingsPage</name>
    <message>
        <source>Settings of this computer</source>
        <translation>Réglages de cet ordinateur</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>comme le système</translation>
    </message>
    <message>
        <source>light</source>
        <translation>claire</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>sombre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Reset the &amp;layout of the window</source>
        <translation>&amp;Rétablir la disposition de la fenêtre</translation>
    </message>
    <message>
        <source>Tab goes on · digits choose · Esc back to the queue</source>
        <translation>Tab suivant · les chiffres choisissent · Échap file d’attente</translation>
    </message>
    <message>
        <source>Look, language and the window’s place are all that this computer keeps in clear.</source>
        <translation>L’apparence, la langue et la place de la fenêtre sont tout ce que cet ordinateur garde en clair.</translation>
    </message>
    <message>
        <source>Lock after so many minutes without key or mouse</source>
        <translation>Verrouiller après tant de minutes sans touche ni souris</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Servers of the video calls: the file that whoever runs them has given you</source>
        <translation>Serveurs des appels vidéo : le fichier remis par qui les exploite</translation>
    </message>
    <message>
        <source>path of the file</source>
        <translation>chemin du fichier</translation>
    </message>
    <message>
        <source>&amp;Take the servers over</source>
        <translation>Re&amp;prendre les serveurs</translation>
    </message>
    <message>
        <source>This team is open for reading only.</source>
        <translation>Cette équipe est ouverte en lecture seule.</translation>
    </message>
    <message>
        <source>The servers are known. They are kept sealed in the vault; the file can go.</source>
        <translation>Les serveurs sont connus. Ils sont gardés scellés dans le coffre ; le fichier peut disparaître.</translation>
    </message>
    <message>
        <source>No servers are known yet: consultations are by telephone.</source>
        <translation>Aucun serveur n’est encore connu : les consultations se font par téléphone.</translation>
    </message>
    <message>
        <source>This file can’t be read. Look whether its path is right.</source>
        <translation>Ce fichier ne peut pas être lu. Vérifiez son chemin.</translation>
    </message>
    <message>
        <source>Reasons for deciding otherwise, for the whole team</source>
        <translation>Raisons de décider autrement, pour toute l’équipe</translation>
    </message>
    <message>
        <source>Few, so that one key is enough. The coded ones can be compared with other teams.</source>
        <translation>Peu nombreuses, pour qu’une touche suffise. Les raisons codées se comparent entre équipes.</translation>
    </message>
    <message>
        <source>A reason of the team’s own, %1</source>
        <translation>Raison propre à l’équipe, %1</translation>
    </message>
    <message>
        <source>a reason of the team’s own</source>
        <translation>une raison propre à l’équipe</translation>
    </message>
    <message>
        <source>&amp;Record the reasons</source>
        <translation>&amp;Enregistrer les raisons</translation>
    </message>
    <message>
        <source>These reasons hold for the whole team.</source>
        <translation>Ces raisons valent pour toute l’équipe.</translation>
    </message>
    <message>
        <source>This team is open for reading only: the time can’t be changed now.</source>
        <translation>Cette équipe est ouverte en lecture seule : la durée ne peut pas être changée maintenant.</translation>
    </message>
    <message>
        <source>%1 to %2 minutes; %3 unless changed. Kept sealed in the vault. Ctrl+L locks at once; an unfinished call is kept.</source>
        <translation>De %1 à %2 minutes ; %3 par défaut. Gardé scellé dans le coffre. Ctrl+L verrouille aussitôt ; un appel inachevé est gardé.</translation>
    </message>
</context>
<context>
    <name>chevet::screens::Sheet</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire ?</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions et leurs touches</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
</context>
<context>
    <name>chevet::screens::SheetForm</name>
    <message>
        <source>Objective of the consultation</source>
        <translation>Objectif de la consultation</translation>
    </message>
    <message>
        <source>one line: what is to be settled</source>
        <translation>une ligne : ce qu’il s’agit de régler</translation>
    </message>
    <message>
        <source>Who is there</source>
        <translation>Qui est là</translation>
    </message>
    <message>
        <source>who is in the room</source>
        <translation>qui est dans la pièce</translation>
    </message>
    <message>
        <source>In private</source>
        <translation>En tête à tête</translation>
    </message>
    <message>
        <source>hearing, sight, interpreter</source>
        <translation>audition, vue, interprète</translation>
    </message>
    <message>
        <source>Comfort and appearance</source>
        <translation>Confort et aspect</translation>
    </message>
    <message>
        <source>face, posture, breathing at rest</source>
        <translation>visage, posture, respiration au repos</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Appréciation</translation>
    </message>
    <message>
        <source>what it is taken to be, and why</source>
        <translation>ce que l’on retient, et pourquoi</translation>
    </message>
    <message>
        <source>Advice to the home (F11 shows it at the bedside)</source>
        <translation>Conseils à l’établissement (F11 les montre au chevet)</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Ensuite</translation>
    </message>
    <message>
        <source>follow-up: who, how, when</source>
        <translation>suivi : qui, comment, quand</translation>
    </message>
    <message>
        <source>if it gets worse: what to do, whom to call</source>
        <translation>en cas d’aggravation : que faire, qui appeler</translation>
    </message>
    <message>
        <source>, 0 to 10</source>
        <translation>, de 0 à 10</translation>
    </message>
    <message>
        <source>Symptoms now (0–10)</source>
        <translation>Symptômes maintenant (0–10)</translation>
    </message>
    <message>
        <source>Pain before the care</source>
        <translation>Douleur avant le soin</translation>
    </message>
    <message>
        <source>Pain after the care</source>
        <translation>Douleur après le soin</translation>
    </message>
    <message>
        <source>Examination by the bedside’s hands</source>
        <translation>Examen par les mains du chevet</translation>
    </message>
    <message>
        <source>Consciousness, orientation</source>
        <translation>Conscience, orientation</translation>
    </message>
    <message>
        <source>Breathing</source>
        <translation>Respiration</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>Bouche</translation>
    </message>
    <message>
        <source>Skin and pressure areas</source>
        <translation>Peau et points d’appui</translation>
    </message>
    <message>
        <source>Abdomen, bladder, bowels</source>
        <translation>Abdomen, vessie, transit</translation>
    </message>
    <message>
        <source>Pain on touch and movement</source>
        <translation>Douleur au toucher et au mouvement</translation>
    </message>
    <message>
        <source>Limbs, oedema</source>
        <translation>Membres, œdèmes</translation>
    </message>
    <message>
        <source>Pump, tubes, oxygen</source>
        <translation>Pompe, sondes, oxygène</translation>
    </message>
    <message>
        <source>we advise to …</source>
        <translation>nous conseillons de …</translation>
    </message>
    <message>
        <source>Advice %1</source>
        <translation>Conseil %1</translation>
    </message>
    <message>
        <source>prescriber</source>
        <translation>prescripteur</translation>
    </message>
    <message>
        <source>Prescriber of advice %1, if it changes the treatment</source>
        <translation>Prescripteur du conseil %1, s’il change le traitement</translation>
    </message>
    <message>
        <source>said again</source>
        <translation>redit</translation>
    </message>
</context>
<context>
    <name>chevet::screens::StatusWords</name>
    <message>
        <source>SAMPLE – not real people</source>
        <translation>EXEMPLE – personnes fictives</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Exchange with the team</source>
        <translation>Échange avec l’équipe</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Everything saved</source>
        <translation>Tout est enregistré</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Enregistré %1</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Works offline: no team hub</source>
        <translation>Hors ligne : pas de serveur d’équipe</translation>
    </message>
    <message>
        <source>Not connected to a team hub. Everything is kept on this computer.</source>
        <translation>Non relié à un serveur d’équipe. Tout est gardé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Locks in %1 s – any key keeps it open</source>
        <translation>Verrou dans %1 s – toute touche garde ouvert</translation>
    </message>
    <message>
        <source>Locks in %1 min</source>
        <translation>Verrou dans %1 min</translation>
    </message>
    <message>
        <source>Ctrl+L locks now; unfinished calls are kept</source>
        <translation>Ctrl+L verrouille ; les appels inachevés sont gardés</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
</context>
<context>
    <name>chevet::screens::StudyPage</name>
    <message>
        <source>Study</source>
        <translation>Étude</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>last twelve months</source>
        <translation>douze derniers mois</translation>
    </message>
    <message>
        <source>last three months</source>
        <translation>trois derniers mois</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>ce mois-ci</translation>
    </message>
    <message>
        <source>What became of the proposals</source>
        <translation>Ce que sont devenues les propositions</translation>
    </message>
    <message>
        <source>File for the decisions without identities</source>
        <translation>Fichier pour les décisions sans identités</translation>
    </message>
    <message>
        <source>&amp;Write without identities (CSV)</source>
        <translation>É&amp;crire sans identités (CSV)</translation>
    </message>
    <message>
        <source>a digit chooses the period · Tab goes on · Esc back to the queue</source>
        <translation>un chiffre choisit la période · Tab continue · Échap revient à la file</translation>
    </message>
    <message numerus="yes">
        <source>Counting: %n request(s) so far</source>
        <translation>
            <numerusform>Comptage : %n demande jusqu’ici</numerusform>
            <numerusform>Comptage : %n demandes jusqu’ici</numerusform>
        </translation>
    </message>
    <message>
        <source>chevet-study-%1.csv</source>
        <translation>chevet-etude-%1.csv</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Comptage…</translation>
    </message>
    <message>
        <source>There is no request in this period. Choose a longer one.</source>
        <translation>Aucune demande dans cette période. Choisissez-en une plus longue.</translation>
    </message>
    <message>
        <source>Nothing to count</source>
        <translation>Rien à compter</translation>
    </message>
    <message>
        <source>no figure about a person</source>
        <translation>aucun chiffre sur une personne</translation>
    </message>
</context>
<context>
    <name>chevet::screens::TimelineModel</name>
    <message>
        <source>%1 · %2, %3</source>
        <translation>%1 · %2, %3</translation>
    </message>
    <message>
        <source>withdrawn: %1</source>
        <translation>retiré : %1</translation>
    </message>
    <message>
        <source>two values stand side by side: one of you settles it, by the keys on the right</source>
        <translation>deux valeurs coexistent : l’un de vous tranche, avec les touches à droite</translation>
    </message>
</context>
<context>
    <name>chevet::screens::Toast</name>
    <message>
        <source>Undo  (Ctrl+Z)</source>
        <translation>Annuler  (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>chevet::screens::Tour</name>
    <message>
        <source>The picture %1 could not be written. Choose a folder that can be written to.</source>
        <translation>L’image %1 n’a pas pu être écrite. Choisissez un dossier où l’on peut écrire.</translation>
    </message>
</context>
<context>
    <name>chevet::screens::TriChoice</name>
    <message>
        <source>Y</source>
        <comment>key for yes</comment>
        <translation>O</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Non connu</translation>
    </message>
</context>
<context>
    <name>chevet::screens::UnlockPage</name>
    <message>
        <source>Opening …</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>The sample is closed</source>
        <translation>L’exemple est fermé</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>The sample team needs no passphrase.</source>
        <translation>L’équipe d’exemple n’a pas besoin de phrase de passe.</translation>
    </message>
    <message>
        <source>Type the passphrase of this team. Unfinished calls are kept and wait on top of the queue.</source>
        <translation>Tapez la phrase de passe de cette équipe. Les appels inachevés sont gardés, en haut de la file.</translation>
    </message>
    <message>
        <source>This team was written by a newer Chevet. It opens for reading only: install the newer version to go on writing.</source>
        <translation>Cette équipe a été écrite par un Chevet plus récent. Elle s’ouvre en lecture seule : installez la version récente pour continuer à écrire.</translation>
    </message>
    <message>
        <source>This team was written by a newer Chevet, which this one can&apos;t read. Update Chevet; nothing was changed.</source>
        <translation>Cette équipe a été écrite par un Chevet plus récent, que celui-ci ne peut pas lire. Mettez Chevet à jour ; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The description of this team can&apos;t be read. Take vault.cbor back from a copy of the folder; the journal itself has not been touched.</source>
        <translation>La description de cette équipe est illisible. Reprenez vault.cbor d’une copie du dossier ; le journal lui-même n’a pas été touché.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>Unlock  (Enter)</source>
        <translation>Déverrouiller  (Entrée)</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Open the sample  (Alt+O)</source>
        <translation>Ouvrir l’exemple  (Alt+O)</translation>
    </message>
    <message>
        <source>Open the sample team</source>
        <translation>Ouvrir l’équipe d’exemple</translation>
    </message>
</context>
<context>
    <name>chevet::screens::corrections</name>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>A number of minutes, 0 to 1440, or nothing.</source>
        <translation>Un nombre de minutes, de 0 à 1440, ou rien.</translation>
    </message>
    <message>
        <source>Yes or no, or nothing if not known.</source>
        <translation>Oui ou non, ou rien si ce n’est pas connu.</translation>
    </message>
    <message>
        <source>Eight digits, day month year, or nothing if not known.</source>
        <translation>Huit chiffres, jour mois année, ou rien si ce n’est pas connu.</translation>
    </message>
    <message>
        <source>Which field?</source>
        <translation>Quel champ ?</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Nouvelle valeur</translation>
    </message>
    <message>
        <source>Choose the field by its key first.</source>
        <translation>Choisissez d’abord le champ par sa touche.</translation>
    </message>
    <message>
        <source>Correct the resident</source>
        <translation>Corriger le résident</translation>
    </message>
    <message>
        <source>Correct the home</source>
        <translation>Corriger l’établissement</translation>
    </message>
    <message>
        <source>Correct the request</source>
        <translation>Corriger la demande</translation>
    </message>
</context>
<context>
    <name>chevet::screens::lookups</name>
    <message>
        <source>Beware: that request is about somebody else, %1. Merge only if both are the same person.</source>
        <translation>Attention : cette demande concerne une autre personne, %1. Ne fusionner que s’il s’agit de la même.</translation>
    </message>
    <message>
        <source>This request leaves the queue. What was said here stands in the timeline of the other one, whose decision, due time and owner hold.</source>
        <translation>Cette demande quitte la file d’attente. Ce qui y a été dit figure dans le fil de l’autre, dont la décision, l’échéance et le responsable valent.</translation>
    </message>
    <message>
        <source>Beware: this one is %1, the other %2. Raise the other one afterwards, or merge that one into this.</source>
        <translation>Attention : celle-ci est %1, l’autre %2. Relever ensuite l’autre, ou fusionner l’autre dans celle-ci.</translation>
    </message>
    <message>
        <source>What is owed here is owed there from then on: %1.</source>
        <translation>Ce qui reste dû ici le sera désormais dans l’autre demande : %1.</translation>
    </message>
    <message>
        <source>Enter merges. Ctrl+Z takes it back for ten seconds; afterwards withdraw the entry “Merged” (Del).</source>
        <translation>Entrée fusionne. Ctrl+Z annule pendant dix secondes ; ensuite, retirer la ligne « Fusionnée » (Suppr).</translation>
    </message>
    <message>
        <source>room %1</source>
        <translation>chambre %1</translation>
    </message>
    <message>
        <source>From now on this request is about the resident chosen. What was recorded before stays, with this correction beside it. Wishes and the identity of the wrong resident are not touched.</source>
        <translation>Désormais, cette demande concerne le résident choisi. Ce qui a été noté avant reste, avec cette correction à côté. Les souhaits et l’identité de l’autre résident ne changent pas.</translation>
    </message>
    <message>
        <source>Lives at %1; the request stays with %2 until you correct its home, too (Q).</source>
        <translation>Vit à %1 ; la demande reste à %2 tant que l’EHPAD n’est pas corrigé aussi (Q).</translation>
    </message>
    <message>
        <source>There is another open request for this resident: M merges the two.</source>
        <translation>Une autre demande est ouverte pour ce résident : M fusionne les deux.</translation>
    </message>
    <message>
        <source>Enter corrects.</source>
        <translation>Entrée corrige.</translation>
    </message>
    <message>
        <source>Merge: no other open request for this resident; a name or a home finds others</source>
        <translation>Fusionner : aucune autre demande ouverte pour ce résident ; un nom ou un EHPAD en trouve d’autres</translation>
    </message>
    <message>
        <source>Merge into which open request?</source>
        <translation>Fusionner dans quelle demande ouverte ?</translation>
    </message>
    <message>
        <source>Request that goes on</source>
        <translation>Demande qui continue</translation>
    </message>
    <message>
        <source>first letters of a resident or a home, or the arrows</source>
        <translation>premières lettres d’un résident ou d’un EHPAD, ou les flèches</translation>
    </message>
    <message>
        <source>Choose the request that goes on, or leave with Esc.</source>
        <translation>Choisir la demande qui continue, ou quitter avec Échap.</translation>
    </message>
    <message>
        <source>The request is not about %1 but about …</source>
        <translation>La demande ne concerne pas %1 mais …</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>Résident</translation>
    </message>
    <message>
        <source>ddmmyyyy and three letters, or a name</source>
        <translation>jjmmaaaa et trois lettres, ou un nom</translation>
    </message>
    <message>
        <source>Choose the resident who was meant. Somebody new is recorded with a call (F2) first.</source>
        <translation>Choisir le résident concerné. Une nouvelle personne est d’abord saisie avec un appel (F2).</translation>
    </message>
    <message>
        <source>The call came not from %1 but from …</source>
        <translation>L’appel ne venait pas de %1 mais de …</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>EHPAD</translation>
    </message>
    <message>
        <source>first three letters of the home or the town</source>
        <translation>trois premières lettres de l’EHPAD ou de la ville</translation>
    </message>
    <message>
        <source>From now on this request counts as called from there: its travel time, its on-call number and its equipment are shown. Enter corrects.</source>
        <translation>Désormais, cette demande compte comme venue de là : son temps de trajet, son astreinte et son équipement sont affichés. Entrée corrige.</translation>
    </message>
    <message>
        <source>Choose the home that called. A new one is recorded with a call (F2) first.</source>
        <translation>Choisir l’EHPAD qui a appelé. Un nouveau est d’abord saisi avec un appel (F2).</translation>
    </message>
</context>
<context>
    <name>chevet::screens::questions</name>
    <message>
        <source>One of the keys above is missing.</source>
        <translation>Il manque l’une des touches ci-dessus.</translation>
    </message>
    <message>
        <source>Psychosocial note: read by psychologists and social workers</source>
        <translation>Note psychosociale : lue par psychologues et assistants sociaux</translation>
    </message>
    <message>
        <source>Clinical note</source>
        <translation>Note clinique</translation>
    </message>
    <message>
        <source>The note is empty: type it, or leave with Esc.</source>
        <translation>La note est vide : tapez-la, ou quittez avec Échap.</translation>
    </message>
    <message>
        <source>Tried to reach the home</source>
        <translation>Appel tenté vers l’établissement</translation>
    </message>
    <message>
        <source>What came of it?</source>
        <translation>Résultat ?</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Rappeler</translation>
    </message>
    <message>
        <source>in 15 min</source>
        <translation>dans 15 min</translation>
    </message>
    <message>
        <source>in 30 min</source>
        <translation>dans 30 min</translation>
    </message>
    <message>
        <source>in 1 h</source>
        <translation>dans 1 h</translation>
    </message>
    <message>
        <source>in 2 h</source>
        <translation>dans 2 h</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>inutile</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>Until when?</source>
        <translation>Jusqu’à quand ?</translation>
    </message>
    <message>
        <source>in 2 hours</source>
        <translation>dans 2 heures</translation>
    </message>
    <message>
        <source>today 17:00</source>
        <translation>aujourd’hui 17:00</translation>
    </message>
    <message>
        <source>tomorrow 9:00</source>
        <translation>demain 9:00</translation>
    </message>
    <message>
        <source>in three days, 9:00</source>
        <translation>dans trois jours, 9:00</translation>
    </message>
    <message>
        <source>in a week, 9:00</source>
        <translation>dans une semaine, 9:00</translation>
    </message>
    <message>
        <source>Why? The whole team reads this: no clinical words.</source>
        <translation>Pourquoi ? Toute l’équipe le lit : pas de mots cliniques.</translation>
    </message>
    <message>
        <source>A reason is missing: a few words are enough.</source>
        <translation>Il manque une raison : quelques mots suffisent.</translation>
    </message>
    <message>
        <source>That time has passed: choose a later one.</source>
        <translation>Cette heure est passée : choisissez-en une plus tardive.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>Who takes it?</source>
        <translation>Qui s’en charge ?</translation>
    </message>
    <message>
        <source>Nothing is owed in this case</source>
        <translation>Rien n’est dû dans ce dossier</translation>
    </message>
    <message>
        <source>Which step has been done?</source>
        <translation>Quelle étape est faite ?</translation>
    </message>
    <message>
        <source>The answer goes on otherwise</source>
        <translation>La réponse continue autrement</translation>
    </message>
    <message>
        <source>How?</source>
        <translation>Comment ?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi ?</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Clore le dossier</translation>
    </message>
    <message>
        <source>Transfer to hospital</source>
        <translation>Transfert à l’hôpital</translation>
    </message>
    <message>
        <source>What the screening has shown</source>
        <translation>Ce que le repérage a montré</translation>
    </message>
    <message>
        <source>no visit is needed</source>
        <translation>une visite n’est pas nécessaire</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>autre chose</translation>
    </message>
    <message>
        <source>Still owed: %1. Why does it close without? The whole team reads this.</source>
        <translation>Reste dû : %1. Pourquoi clore sans cela ? Toute l’équipe le lit.</translation>
    </message>
    <message>
        <source>A word on how it ended, if you like. The whole team reads this.</source>
        <translation>Un mot sur l’issue, si vous voulez. Toute l’équipe le lit.</translation>
    </message>
    <message>
        <source>Say in a few words why no visit is needed.</source>
        <translation>Dites en quelques mots pourquoi une visite n’est pas nécessaire.</translation>
    </message>
    <message>
        <source>A step is still owed: say why the case closes without it, or settle it first (S).</source>
        <translation>Une étape reste due : dites pourquoi le dossier est clos sans elle, ou soldez-la d’abord (S).</translation>
    </message>
    <message>
        <source>Open the case again</source>
        <translation>Rouvrir le dossier</translation>
    </message>
    <message>
        <source>Why? The whole team reads this.</source>
        <translation>Pourquoi ? Toute l’équipe le lit.</translation>
    </message>
    <message>
        <source>Wishes of the resident</source>
        <translation>Souhaits du résident</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>Hôpital</translation>
    </message>
    <message>
        <source>Own choice: own words, directives, trusted person</source>
        <translation>Choix propre : ses mots, directives, personne de confiance</translation>
    </message>
    <message>
        <source>Prescribed in advance and at hand</source>
        <translation>Prescriptions anticipées, sur place</translation>
    </message>
    <message>
        <source>Withdraw: %1</source>
        <translation>Retirer : %1</translation>
    </message>
    <message>
        <source>Why? The entry stays readable, struck through.</source>
        <translation>Pourquoi ? La ligne reste lisible, barrée.</translation>
    </message>
</context>
<context>
    <name>chevet::screens::words</name>
    <message>
        <source>Now: %1. Then: %2.</source>
        <translation>Maintenant : %1. Puis : %2.</translation>
    </message>
    <message>
        <source>%1. Then: %2.</source>
        <translation>%1. Puis : %2.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>answer within %1 min</source>
        <translation>réponse sous %1 min</translation>
    </message>
    <message>
        <source>answer within %1 h</source>
        <translation>réponse sous %1 h</translation>
    </message>
</context>
</TS>
