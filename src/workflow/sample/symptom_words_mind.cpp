// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said and written of confusion, fear, and what treatment brings about.
#include "workflow/sample/symptom_words.h"

#include <array>

namespace chevet::workflow::sample {
namespace {

// clang-format off
// ---- agitation ----

constexpr std::array<std::string_view, 4> agitationCalls{{
    "{M} {nom} est agité{e} depuis hier soir, se lève sans arrêt et tape si on l'approche.",
    "Cris l'après-midi, l'équipe n'arrive plus à faire les soins.",
    "{Il} arrache son pansement et veut rentrer chez {lui}.",
    "Agitation la nuit, sommeil inversé, les voisins se plaignent.",
}};

constexpr std::array<std::string_view, 3> agitationFindings{{
    "Agitation vespérale, sans fièvre. L'équipe a cherché une douleur : plainte à la mobilisation de la hanche.",
    "Pas de rétention selon l'infirmière, selles d'hier. L'agitation suit le changement de chambre de lundi.",
    "{Il} se calme en présence de sa famille et quand la pièce est dans la pénombre.",
}};

constexpr std::array<std::string_view, 3> agitationAdvice{{
    "Conseillé : traiter la douleur d'abord, lumière douce, mêmes soignants, pas de contention. Réévaluer demain avant tout sédatif.",
    "Proposé {au medecin} : arrêter le dernier médicament introduit et observer 48 heures.",
    "Conseillé : chercher globe, fécalome, fièvre, appareils auditifs absents ; noter les heures d'agitation pendant trois jours.",
}};

constexpr std::array<std::string_view, 3> agitationFollowUps{{
    "Plus calme depuis l'antalgique avant le coucher, deux levers seulement.",
    "Soins faits à deux en musique, sans cris.",
    "Encore agité{e} entre 17 et 19 h, dort ensuite.",
}};

constexpr std::array<std::string_view, 1> agitationEnglish{{
    "Agitated in the evenings only, no fever, no retention. Pain on moving the hip seems to drive it. Suggested an analgesic before supper, low light, the same carers, and a three-day chart before any sedative.",
}};

constexpr std::array<std::string_view, 1> agitationObjectives{{
    "Voir l'agitation et ce qui l'apaise",
}};

// ---- delirium ----

constexpr std::array<std::string_view, 3> deliriumCalls{{
    "{M} {nom} ne reconnaît plus l'équipe depuis ce matin, voit des personnes dans la chambre.",
    "Confusion brutale, propos incohérents, hier encore {il} jouait aux cartes.",
    "Somnolent{e} le jour, agité{e} la nuit, ne sait plus où {il} est.",
}};

constexpr std::array<std::string_view, 3> deliriumFindings{{
    "Syndrome confusionnel d'installation rapide, fluctuant. Urines foncées, boit peu. Nouveau médicament depuis cinq jours.",
    "Confusion fluctuante, attention impossible à fixer. Pas de chute. Température à 37,9.",
    "Hallucinations visuelles peu inquiétantes pour {le resident}, très inquiétantes pour la famille.",
}};

constexpr std::array<std::string_view, 3> deliriumAdvice{{
    "Conseillé : chercher globe, fécalome, déshydratation, infection ; revoir avec {medecin} les médicaments récents. Lunettes et appareils auditifs en place.",
    "Proposé {au medecin} : réduire ou changer l'opioïde si l'hydratation ne suffit pas. Expliquer la confusion à la famille.",
    "Présence et repères d'abord. Neuroleptique à petite dose seulement si danger ou grande souffrance, décision {du medecin}.",
}};

constexpr std::array<std::string_view, 3> deliriumFollowUps{{
    "Plus clair{e} ce matin après hydratation, reconnaît sa fille.",
    "Encore fluctuant{e}, nuit sans hallucinations.",
    "Globe retrouvé et sondé hier soir, nette amélioration.",
}};

constexpr std::array<std::string_view, 1> deliriumEnglish{{
    "Acute confusion, fluctuating. Drinking little, one new medicine five days ago. Asked the home to check bladder, bowels and temperature, and the GP to review recent changes. Explained delirium to the daughter.",
}};

constexpr std::array<std::string_view, 1> deliriumObjectives{{
    "Apprécier la vigilance et chercher une cause",
}};

// ---- anxiety ----

constexpr std::array<std::string_view, 3> anxietyCalls{{
    "{M} {nom} appelle sans arrêt, dit avoir peur de mourir la nuit.",
    "Angoisse importante depuis l'annonce, {il} ne veut plus rester seul{e}.",
    "Crises de panique le soir, l'équipe n'a qu'un anxiolytique et n'ose plus le donner.",
}};

constexpr std::array<std::string_view, 2> anxietyFindings{{
    "Angoisse centrée sur la nuit et sur la peur d'étouffer. Pas d'idée suicidaire exprimée. Douleur absente.",
    "{Il} peut parler de sa peur si on s'assoit. Sommeil de trois heures par nuit.",
}};

constexpr std::array<std::string_view, 2> anxietyAdvice{{
    "Conseillé : passage régulier annoncé à l'avance, veilleuse, même soignant en début de nuit. Anxiolytique à demi-vie courte au coucher, décision {du medecin}.",
    "Proposé une rencontre avec notre psychologue et un temps avec la famille.",
}};

constexpr std::array<std::string_view, 2> anxietyFollowUps{{
    "Nuit moins longue, deux appels seulement.",
    "{Il} demande à revoir le psychologue, date fixée.",
}};

constexpr std::array<std::string_view, 1> anxietyEnglish{{
    "Fear of the night and of choking; no pain, no suicidal thoughts voiced. Announced rounds and the same carer at bedtime suggested, and a meeting with our psychologist offered.",
}};

constexpr std::array<std::string_view, 1> anxietyObjectives{{
    "Entendre {le resident} sur sa peur, avec l'infirmière",
}};

// ---- dehydration ----

constexpr std::array<std::string_view, 3> dehydrationCalls{{
    "{M} {nom} ne boit plus que quelques gorgées, la famille demande une perfusion.",
    "Bouche très sèche, urines rares, {il} dort beaucoup.",
    "Refus de boire depuis deux jours, pas de fièvre.",
}};

constexpr std::array<std::string_view, 2> dehydrationFindings{{
    "Boit moins de 300 ml par jour, bouche sèche mais sans plainte de soif. {Il} s'éveille à la voix.",
    "Pli cutané peu parlant à cet âge. Urines foncées, tension habituelle.",
}};

constexpr std::array<std::string_view, 2> dehydrationAdvice{{
    "Conseillé : soins de bouche toutes les deux heures, eau gélifiée selon l'envie. Hypodermoclyse 500 ml la nuit à discuter avec {medecin} si elle apporte un confort.",
    "Reprendre avec la famille ce que la perfusion apporte et n'apporte pas ; décision partagée avec {medecin}.",
}};

constexpr std::array<std::string_view, 2> dehydrationFollowUps{{
    "Bouche confortable, accepte l'eau gélifiée.",
    "Perfusion sous-cutanée posée la nuit, bien supportée, réévaluation vendredi.",
}};

constexpr std::array<std::string_view, 1> dehydrationEnglish{{
    "Drinks a few sips, mouth dry but no thirst voiced. Mouth care every two hours; subcutaneous fluids at night to be weighed with the GP. Talked with the son about what fluids would and would not do.",
}};

constexpr std::array<std::string_view, 1> dehydrationObjectives{{
    "Décider avec {medecin} d'une hydratation",
}};

// ---- sideEffect ----

constexpr std::array<std::string_view, 3> sideEffectCalls{{
    "{M} {nom} est très somnolent{e} depuis l'augmentation du patch.",
    "Constipation de six jours sous opioïde, ventre ballonné.",
    "Secousses des bras depuis deux jours, l'équipe pense au traitement.",
}};

constexpr std::array<std::string_view, 3> sideEffectFindings{{
    "Somnolent{e} mais réveillable, fréquence respiratoire à 14, pupilles serrées. Bien soulagé{e}.",
    "Myoclonies discrètes, pas de confusion. Fonction rénale ancienne.",
    "Fécalome probable, dernière selle il y a six jours.",
}};

constexpr std::array<std::string_view, 3> sideEffectAdvice{{
    "Proposé {au medecin} : revenir à la dose précédente et réévaluer à 24 heures. Surveillance de l'éveil et de la respiration toutes les quatre heures.",
    "Conseillé : contrôle de la créatinine, rotation d'opioïde à discuter avec {medecin} si les secousses persistent.",
    "Laxatif osmotique doublé pendant trois jours, lavement si rien demain.",
}};

constexpr std::array<std::string_view, 3> sideEffectFollowUps{{
    "Mieux éveillé{e} ce matin, toujours soulagé{e}.",
    "Selles hier soir, ventre souple.",
    "Secousses disparues à la dose réduite.",
}};

constexpr std::array<std::string_view, 1> sideEffectEnglish{{
    "Drowsy but rousable since the increase, rate 14, comfortable. Suggested the GP return to the previous dose and review at 24 hours, with four-hourly checks of wakefulness and breathing.",
}};

constexpr std::array<std::string_view, 1> sideEffectObjectives{{
    "Apprécier l'éveil et la respiration",
}};

// ---- other ----

constexpr std::array<std::string_view, 3> otherCalls{{
    "Hoquet depuis trois jours, {il} n'arrive plus à dormir.",
    "Démangeaisons diffuses la nuit, lésions de grattage.",
    "Bouche douloureuse, {il} ne supporte plus les repas tièdes.",
}};

constexpr std::array<std::string_view, 3> otherFindings{{
    "Mycose buccale probable sur la photo, {il} mange mixé froid.",
    "Prurit sans éruption, peau très sèche.",
    "Hoquet par salves, surtout après le repas.",
}};

constexpr std::array<std::string_view, 3> otherAdvice{{
    "Conseillé : bains de bouche sans alcool, antifongique local à prescrire par {medecin}, repas froids.",
    "Émollient deux fois par jour, ongles courts, draps en coton. Revoir les médicaments récents avec {medecin}.",
    "Petits repas, position assise après ; traitement d'appoint à discuter avec {medecin} si cela dure.",
}};

constexpr std::array<std::string_view, 3> otherFollowUps{{
    "Bouche propre, mange mieux.",
    "Dort six heures, moins de grattage.",
    "Hoquet arrêté depuis hier.",
}};

constexpr std::array<std::string_view, 1> otherEnglish{{
    "Sore mouth, probable thrush on the photograph. Suggested mouth care and a topical antifungal if the GP agrees; cold soft food meanwhile.",
}};

constexpr std::array<std::string_view, 1> otherObjectives{{
    "Voir la bouche avec l'infirmière",
}};

// clang-format on

} // namespace

const SymptomWords agitationWords{
    clinical::Symptom::Agitation, agitationCalls,   agitationFindings,  agitationAdvice,
    agitationFollowUps,           agitationEnglish, agitationObjectives};
const SymptomWords deliriumWords{
    clinical::Symptom::Delirium, deliriumCalls,   deliriumFindings,  deliriumAdvice,
    deliriumFollowUps,           deliriumEnglish, deliriumObjectives};
const SymptomWords anxietyWords{clinical::Symptom::Anxiety, anxietyCalls,   anxietyFindings,  anxietyAdvice,
                                anxietyFollowUps,           anxietyEnglish, anxietyObjectives};
const SymptomWords dehydrationWords{
    clinical::Symptom::Dehydration, dehydrationCalls,   dehydrationFindings,  dehydrationAdvice,
    dehydrationFollowUps,           dehydrationEnglish, dehydrationObjectives};
const SymptomWords sideEffectWords{
    clinical::Symptom::SideEffect, sideEffectCalls,   sideEffectFindings,  sideEffectAdvice,
    sideEffectFollowUps,           sideEffectEnglish, sideEffectObjectives};
const SymptomWords otherWords{clinical::Symptom::Other, otherCalls,   otherFindings,  otherAdvice,
                              otherFollowUps,           otherEnglish, otherObjectives};

} // namespace chevet::workflow::sample
