// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sentences that fit any case, reasons and wishes.
#include "workflow/sample/words.h"

#include <array>

namespace chevet::workflow::sample {
namespace {

// clang-format off
constexpr std::array<std::string_view, 12> contexts{{
    "Famille prévenue, la fille passe cet après-midi.",
    "{Il} mange la moitié des repas.",
    "Sommeil de quatre heures environ.",
    "Le médecin traitant est {medecin}, prévenu ce matin.",
    "Infirmière présente jusqu'à 20 h, ensuite aide-soignantes.",
    "Prescriptions anticipées au dossier mais datées de trois mois.",
    "Première demande pour {M} {nom}, connu{e} pour {maladie}.",
    "Dossier de liaison prêt, l'équipe peut envoyer l'ordonnance.",
    "Pas de chute, pas de fièvre.",
    "Retour d'hôpital il y a six jours.",
    "L'équipe est demandeuse d'une conduite écrite pour le week-end.",
    "{Il} a demandé à rester dans sa chambre.",
}};

constexpr std::array<std::string_view, 4> severityTold{{
    "Évalué à {note}/10 ce matin.",
    "{Il} dit {note}/10.",
    "{note} sur 10 d'après l'infirmière.",
    "Intensité {note}/10 au moment de l'appel.",
}};

constexpr std::array<std::string_view, 7> closings{{
    "Rappel convenu demain matin.",
    "L'infirmière a redit le plan, rien à ajouter.",
    "Nous restons joignables jusqu'à 18 h, ensuite astreinte.",
    "Compte rendu adressé {au medecin} et à l'EHPAD.",
    "À revoir en équipe jeudi.",
    "La famille sera informée par l'infirmière.",
    "Conduite écrite laissée au poste de soins.",
}};

constexpr std::array<std::string_view, 5> psychologistNotes{{
    "Rencontre sur place, quarante minutes. {Il} parle de sa maison et de ce qui a été laissé. Une suite est souhaitée dans deux semaines.",
    "Entretien avec la famille : épuisement, irritabilité, sentiment de trahir. Accueil sans conseil. Nouveau rendez-vous pris.",
    "{Il} n'a pas souhaité parler aujourd'hui. Un moment de présence en silence, la porte reste ouverte.",
    "Parole apaisée sur la fin. {Il} souhaite revoir son frère, l'équipe va l'appeler.",
    "Deuil récent d'une voisine. L'équipe a gardé une photo dans la salle, cela compte pour {lui}.",
}};

constexpr std::array<std::string_view, 4> socialWorkerNotes{{
    "Point avec la fille sur l'habilitation familiale et sur l'APA. Courrier type envoyé.",
    "Personne de confiance désignée par écrit aujourd'hui, copie au dossier de l'EHPAD.",
    "Aide au déplacement trouvée pour que le frère puisse venir, financement par la caisse.",
    "Frais d'obsèques : la famille est rassurée par le contrat retrouvé.",
}};

constexpr std::array<std::string_view, 6> deferReasons{{
    "La famille n'est là que demain",
    "L'EHPAD rappelle après sa réunion",
    "En attente du médecin traitant",
    "Rendez-vous déplacé à la demande de l'EHPAD",
    "Absence de l'infirmière référente aujourd'hui",
    "Panne de véhicule, visite reportée",
}};

constexpr std::array<std::string_view, 6> closeReasons{{
    "Question réglée avec l'EHPAD",
    "Avis donné, suite par le médecin traitant",
    "Plan écrit, l'EHPAD rappelle si besoin",
    "Suivi terminé, pas de nouvelle demande",
    "Relais pris par l'hospitalisation à domicile",
    "Visite faite, compte rendu envoyé",
}};

constexpr std::array<std::string_view, 2> deathReasons{{
    "Décès à l'EHPAD, entouré{e} des siens",
    "Décès à l'EHPAD, famille prévenue et reçue",
}};

constexpr std::array<std::string_view, 3> waiveReasons{{
    "Fait par le médecin traitant avant nous",
    "Plus d'objet après l'échange avec l'EHPAD",
    "Décès avant l'étape prévue",
}};

constexpr std::array<std::string_view, 3> withdrawReasons{{
    "Écrit dans le mauvais dossier",
    "Saisi deux fois",
    "Erreur de saisie, corrigé juste après",
}};

constexpr std::array<std::string_view, 2> reopenReasons{{
    "L'EHPAD rappelle pour la même question",
    "Clos trop tôt, un rappel reste à faire",
}};

constexpr std::array<std::string_view, 2> screeningEndReasons{{
    "Pas de visite nécessaire : question réglée par l'équipe de l'EHPAD",
    "Pas de visite nécessaire : le médecin traitant a déjà répondu",
}};

constexpr std::array<std::string_view, 7> ownChoices{{
    "Souhaite rester dans sa chambre. Personne de confiance : sa fille aînée.",
    "« Pas de tuyaux. » Directives anticipées de 2021 au dossier.",
    "Veut être accompagné{e} par l'aumônier. Personne de confiance : son fils.",
    "Accepte l'hôpital pour une fracture, pas pour une infection.",
    "N'a pas souhaité en parler pour l'instant.",
    "Souhaite que sa sœur soit appelée à toute heure.",
    "Would like the window open and music. Trusted person: {his} nephew.",
}};

constexpr std::array<std::string_view, 5> anticipatory{{
    "Morphine 2,5 mg sous-cutané et midazolam 2,5 mg sous-cutané si détresse, au coffre du deuxième étage.",
    "Scopolamine et midazolam prescrits, disponibles à l'EHPAD.",
    "Morphine orale si besoin, pas de voie sous-cutanée prescrite.",
    "Aucune à ce jour, demandées au médecin traitant.",
    "Prescrites le mois dernier, à renouveler.",
}};

constexpr std::array<std::string_view, 14> illnesses{{
    "un cancer du poumon métastatique",
    "un cancer du sein évolué",
    "un cancer de la prostate avec métastases osseuses",
    "un cancer colique évolué",
    "un cancer du pancréas",
    "une insuffisance cardiaque terminale",
    "une bronchopathie chronique sévère",
    "une maladie d'Alzheimer évoluée",
    "une démence à corps de Lewy",
    "une maladie de Parkinson évoluée",
    "une insuffisance rénale terminale sans dialyse",
    "les suites d'un accident vasculaire cérébral",
    "une sclérose latérale amyotrophique",
    "une polypathologie avec dénutrition",
}};

constexpr std::array<std::string_view, 3> knownToTeam{{
    "Situation et équipe bien connues, un appel suffit aujourd'hui",
    "Nous y passons déjà demain",
    "Known well to us, a visit says more than a picture",
}};

constexpr std::array<std::string_view, 2> homePrefers{{
    "L'EHPAD demande une venue",
    "La cadre préfère un échange de médecin à médecin",
}};

constexpr std::array<std::string_view, 2> residentPrefers{{
    "Demande expresse de la famille d'être reçue",
    "Pas de caméra, c'est demandé clairement",
}};

constexpr std::array<std::string_view, 2> nobodyCanCome{{
    "Personne ne peut se déplacer avant lundi",
    "Toute l'équipe est déjà en visite",
}};

constexpr std::array<std::string_view, 2> moreUrgent{{
    "L'équipe décrit une aggravation nette depuis ce matin",
    "Worse than it sounds on paper",
}};

constexpr std::array<std::string_view, 2> lessUrgent{{
    "Calmé au moment de l'appel",
    "Déjà vu par le médecin traitant ce matin",
}};

constexpr std::array<std::string_view, 2> technical{{
    "Réseau coupé à l'EHPAD",
    "Tablette en panne depuis hier",
}};

constexpr std::array<std::string_view, 1> other{{
    "Réunion de l'EHPAD à 14 h, nous y serons",
}};

// clang-format on

} // namespace

const CommonWords& commonWords()
{
    static constexpr CommonWords words{contexts,          severityTold,    closings,      psychologistNotes,
                                       socialWorkerNotes, deferReasons,    closeReasons,  deathReasons,
                                       waiveReasons,      withdrawReasons, reopenReasons, screeningEndReasons,
                                       ownChoices,        anticipatory,    illnesses};
    return words;
}

Lines overrideWords(clinical::OverrideReason reason)
{
    switch (reason) {
    case clinical::OverrideReason::None: break;
    case clinical::OverrideReason::KnownToTeam: return knownToTeam;
    case clinical::OverrideReason::HomePrefers: return homePrefers;
    case clinical::OverrideReason::ResidentPrefers: return residentPrefers;
    case clinical::OverrideReason::NobodyCanCome: return nobodyCanCome;
    case clinical::OverrideReason::MoreUrgent: return moreUrgent;
    case clinical::OverrideReason::LessUrgent: return lessUrgent;
    case clinical::OverrideReason::TechnicalReason: return technical;
    case clinical::OverrideReason::Other: return other;
    }
    return {};
}

} // namespace chevet::workflow::sample
