// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said and written of calls about anything but a symptom.
#include "workflow/sample/words.h"

#include <array>

namespace chevet::workflow::sample {
namespace {

// clang-format off
// ---- psychosocial ----

constexpr std::array<std::string_view, 6> psychosocialCalls{{
    "{M} {nom} ne parle plus depuis la mort de sa voisine de chambre, mange peu, refuse les activités.",
    "La sœur de {M} {nom} vient chaque jour et s'épuise, elle pleure dans le couloir. L'équipe ne sait plus comment l'aider.",
    "La fille appelle trois fois par jour, culpabilise d'avoir placé {son} {parent}.",
    "{M} {nom} dit vouloir en finir « parce que c'est long », sans geste ni projet. L'équipe est touchée.",
    "L'équipe de nuit est éprouvée par deux décès la même semaine, demande un temps de parole.",
    "{Il} demande sans cesse si sa maladie est revenue, la famille ne veut pas qu'on lui dise.",
}};

constexpr std::array<std::string_view, 4> psychosocialNotes{{
    "Entretien au salon avec {le resident}. Tristesse du deuil, pas de désespoir. {Il} veut pouvoir en parler sans qu'on change de sujet.",
    "Rencontre avec la famille et la cadre. Chacun a pu dire ce qu'il redoute. La famille souhaite être appelée la nuit si l'état change.",
    "Demande de mort entendue comme une demande de ne plus être un poids. Pas de scénario, pas de lettre. Revoir sous huit jours.",
    "Temps avec l'équipe : fatigue, sentiment de ne pas en faire assez. Proposé un point régulier toutes les deux semaines.",
}};

constexpr std::array<std::string_view, 3> psychosocialFollowUps{{
    "Deuxième entretien, {il} a repris les repas en salle.",
    "La famille se relaie désormais, moins d'appels.",
    "Appel de la cadre : le temps d'équipe a fait du bien, à refaire.",
}};

constexpr std::array<std::string_view, 1> psychosocialEnglish{{
    "Sat with the family for forty minutes. The daughter's guilt about the move came first; she would like one person of the home to call. The nurse in charge agreed to be that person.",
}};

// ---- ethical ----

constexpr std::array<std::string_view, 5> ethicalCalls{{
    "L'équipe se demande s'il faut poursuivre l'alimentation par sonde, les avis sont partagés.",
    "{M} {nom} refuse tous les médicaments, la famille insiste pour qu'on les donne dans la compote.",
    "Question d'un arrêt de la dialyse, {il} l'a demandé deux fois.",
    "La famille demande une hospitalisation, les directives anticipées disent le contraire.",
    "Le médecin traitant s'interroge sur une limitation des antibiotiques à la prochaine infection.",
}};

constexpr std::array<std::string_view, 4> ethicalNotes{{
    "Réunion sur place avec {medecin}, la cadre et deux soignants. Ses volontés sont relues ensemble. Accord pour des soins de confort, pas d'alimentation forcée.",
    "{Il} redit son refus, clairement, en présence de sa personne de confiance. Les médicaments sans effet sur le confort sont arrêtés par {medecin}.",
    "Pas de décision aujourd'hui : il manque l'avis de la personne de confiance, absente jusqu'à jeudi. Démarche collégiale écrite au dossier.",
    "Directives anticipées lues avec la famille. Désaccord apaisé, conduite écrite en cas d'aggravation.",
}};

constexpr std::array<std::string_view, 2> ethicalFollowUps{{
    "La décision est comprise par l'équipe de nuit, feuille de route affichée au poste de soins.",
    "Famille reçue une seconde fois, elle accepte la décision sans l'approuver.",
}};

constexpr std::array<std::string_view, 1> ethicalEnglish{{
    "Met with the GP, the ward sister and two carers. The resident's directives were read aloud. Agreed on comfort care and on what to do at the next infection; written in the home's record.",
}};

// ---- conflict ----

constexpr std::array<std::string_view, 3> conflictCalls{{
    "Les deux fils de {M} {nom} ne sont pas d'accord sur l'hospitalisation, la discussion a mal tourné devant {lui}.",
    "La famille reproche à l'équipe de laisser souffrir {son} {parent}, menace d'écrire à la direction.",
    "Tension entre la fille et l'équipe de nuit à propos de la morphine.",
}};

constexpr std::array<std::string_view, 2> conflictNotes{{
    "Rencontre sur place avec les deux fils, l'un après l'autre puis ensemble. Le désaccord vient d'informations différentes. Un seul interlocuteur à l'EHPAD désormais.",
    "La famille a pu décrire ce qu'elle voit la nuit. L'équipe reconnaît un délai pour l'interdose de samedi. Point hebdomadaire convenu.",
}};

constexpr std::array<std::string_view, 2> conflictFollowUps{{
    "Pas de nouvel incident, la fille remercie l'équipe pour le point de jeudi.",
    "Les fils se parlent, accord pour rester sur place.",
}};

constexpr std::array<std::string_view, 1> conflictEnglish{{
    "Met both sons separately, then together. They had been told different things. One named contact from now on; no decision about hospital was needed today.",
}};

// ---- acute ----

constexpr std::array<std::string_view, 5> acuteCalls{{
    "Dégradation depuis deux heures : marbrures, respiration rapide, ne répond plus qu'à la douleur. Faut-il appeler le 15 ?",
    "Détresse respiratoire brutale, vendredi soir, le médecin traitant ne répond pas.",
    "Douleur aiguë du ventre, {il} hurle, ventre dur. La famille est là.",
    "Chute avec douleur de hanche intense, {il} ne peut plus être mobilisé{e}.",
    "Fièvre à 39,5 et frissons, tension 8/5, {il} avait demandé à ne plus être hospitalisé{e}.",
}};

constexpr std::array<std::string_view, 4> acuteNotes{{
    "Appel immédiat avec l'infirmière au lit. Conscience fluctuante, confort obtenu après la prescription anticipée. Volontés relues : pas d'hospitalisation. {Medecin} joint et d'accord.",
    "Échange à trois avec le Samu : pas de transport, prise en charge sur place, consignes écrites pour la nuit.",
    "Urgence chirurgicale possible, {le resident} souhaite être opéré{e} si c'est utile : transfert décidé avec le Samu, fiche de liaison transmise.",
    "Crise passée à notre rappel. Installation revue, prescriptions anticipées vérifiées avec l'infirmière, {medecin} passe ce soir.",
}};

constexpr std::array<std::string_view, 3> acuteFollowUps{{
    "Nuit calme, deux doses de la prescription anticipée.",
    "Retour de l'hôpital ce matin, antibiotiques par voie orale.",
    "Famille présente, {le resident} apaisé{e}.",
}};

constexpr std::array<std::string_view, 1> acuteEnglish{{
    "Called at once, nurse at the bedside. Settled after the anticipatory dose. Wishes read: stay. GP reached and in agreement; out-of-hours plan dictated and read back.",
}};

// ---- dying ----

constexpr std::array<std::string_view, 3> dyingCalls{{
    "{M} {nom} est en train de partir, respiration irrégulière avec des pauses, la famille arrive. On a besoin de vous.",
    "Derniers moments probables, {il} ne boit plus depuis deux jours, extrémités froides. L'équipe se sent seule.",
    "Phase agonique depuis cette nuit, encombré{e}, la fille demande que quelqu'un vienne.",
}};

constexpr std::array<std::string_view, 2> dyingNotes{{
    "Visite sur place. {Il} est paisible, pauses respiratoires de vingt secondes. Mobilisations réduites au confort, soins de bouche montrés à la famille. Prescriptions anticipées relues avec l'infirmière.",
    "Présence une heure auprès de la famille. Les soignants ont dit au revoir. Tout ce qui n'apporte plus de confort a été arrêté par {medecin}.",
}};

constexpr std::array<std::string_view, 2> dyingFollowUps{{
    "Passage d'une nuit à l'autre sans inconfort, la famille se relaie.",
    "L'équipe rappelle pour remercier, le fils est arrivé à temps.",
}};

constexpr std::array<std::string_view, 1> dyingEnglish{{
    "Visited. Peaceful, long pauses in breathing. Showed the daughter mouth care, read the anticipatory prescriptions with the nurse, stayed until the son came.",
}};

// ---- unclear ----

constexpr std::array<std::string_view, 4> unclearCalls{{
    "« {M} {nom} ne va pas bien, on ne sait pas dire quoi. » Mange moins, se lève moins.",
    "La cadre demande « un avis palliatif » avant la réunion de lundi, sans question précise.",
    "L'équipe trouve que {M} {nom} baisse, le médecin aussi, personne ne sait par où commencer.",
    "Demande de la famille transmise par l'accueil : « que l'équipe de soins palliatifs passe ».",
}};

constexpr std::array<std::string_view, 3> unclearNotes{{
    "Appel de clarification avec l'infirmière : la question est la douleur aux soins. Réévalué avec ce motif.",
    "Après échange, il s'agit d'abord de l'inquiétude de la famille. Orienté vers une rencontre sur place.",
    "Perte de poids et repli depuis un mois sur {maladie}. Pas de symptôme qui gêne aujourd'hui. Volontés à recueillir.",
}};

constexpr std::array<std::string_view, 2> unclearFollowUps{{
    "Motif précisé avec le médecin coordonnateur, suite donnée.",
    "Réunion de l'EHPAD faite, la demande est claire à présent.",
}};

constexpr std::array<std::string_view, 1> unclearEnglish{{
    "Screening call. What troubles the team is pain during washing; triaged again with that. No one had asked the resident yet: {he} would like to stay in {his} own room.",
}};

// clang-format on

} // namespace

const SituationWords& psychosocialWords()
{
    static constexpr SituationWords words{psychosocialCalls, psychosocialNotes, psychosocialFollowUps,
                                          psychosocialEnglish};
    return words;
}

const SituationWords& ethicalWords()
{
    static constexpr SituationWords words{ethicalCalls, ethicalNotes, ethicalFollowUps, ethicalEnglish};
    return words;
}

const SituationWords& conflictWords()
{
    static constexpr SituationWords words{conflictCalls, conflictNotes, conflictFollowUps, conflictEnglish};
    return words;
}

const SituationWords& acuteWords()
{
    static constexpr SituationWords words{acuteCalls, acuteNotes, acuteFollowUps, acuteEnglish};
    return words;
}

const SituationWords& dyingWords()
{
    static constexpr SituationWords words{dyingCalls, dyingNotes, dyingFollowUps, dyingEnglish};
    return words;
}

const SituationWords& unclearWords()
{
    static constexpr SituationWords words{unclearCalls, unclearNotes, unclearFollowUps, unclearEnglish};
    return words;
}

} // namespace chevet::workflow::sample
