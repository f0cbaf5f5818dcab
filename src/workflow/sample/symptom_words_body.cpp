// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said and written of symptoms of the body.
#include "workflow/sample/symptom_words.h"

#include <array>

namespace chevet::workflow::sample {
namespace {

// clang-format off
// ---- pain ----

constexpr std::array<std::string_view, 7> painCalls{{
    "{M} {nom} a mal au dos et à la hanche droite, grimace au lever et refuse la toilette.",
    "Douleurs des membres inférieurs, surtout la nuit. Paracétamol 1 g trois fois par jour, peu d'effet.",
    "{Il} se plaint du ventre depuis deux jours, transit présent, pas de fièvre. Le traitement de fond ne couvre plus la nuit.",
    "Douleur à la mobilisation de l'épaule. {Il} serre les dents pendant les soins et repousse les soignants.",
    "Depuis le changement de dose vendredi la douleur revient trois heures avant la prise suivante.",
    "Gémit au moindre déplacement, main posée sur le flanc gauche. L'équipe se demande si le patch tient encore.",
    "{M} {nom} parle de brûlures dans les deux pieds, ne supporte plus le drap. Pas de rougeur.",
}};

constexpr std::array<std::string_view, 6> painFindings{{
    "Douleur mixte, nociceptive à la mobilisation et brûlures au repos, sur {maladie}. Interdoses données deux fois en 24 h avec un bon effet d'une heure environ.",
    "Douleur surtout aux soins. Au repos {le resident} est calme, visage détendu. Algoplus fait par l'équipe avant et après la toilette.",
    "Douleur de fin de dose typique : bien les six premières heures, puis raideur et plaintes. Pas de signe de surdosage, vigilance normale.",
    "Abdomen souple selon l'infirmière, selles hier. Douleur en barre, calmée en partie par la position semi-assise.",
    "Pas d'argument pour une fracture ni pour une rétention. Constipation probable, dernières selles il y a quatre jours.",
    "Douleur neuropathique des pieds, DN4 à 5. Sommeil haché depuis une semaine.",
}};

constexpr std::array<std::string_view, 6> painAdvice{{
    "Proposé {au medecin} : répartir le traitement de fond sur la journée et prévoir une interdose 30 à 45 minutes avant la toilette.",
    "Conseillé : morphine orale 2,5 mg si besoin, à renouveler après une heure si la douleur persiste, noter chaque prise et son effet. Prescription à confirmer par {medecin}.",
    "Conseillé : réévaluer à la même heure avec la même échelle, avant et une heure après l'interdose. Laxatif systématique avec l'opioïde.",
    "Proposé : installer sur le côté opposé, coussin entre les genoux, soins à deux et après l'antalgique.",
    "Proposé {au medecin} de traiter d'abord la constipation, puis de revoir le fond si la douleur reste.",
    "Pas de changement du fond aujourd'hui. L'équipe note les interdoses jusqu'à demain, on ajuste avec {medecin} sur ces chiffres.",
}};

constexpr std::array<std::string_view, 5> painFollowUps{{
    "Nuit calme, une seule interdose. Toilette faite sans refus ce matin.",
    "Douleur mieux tenue dans la journée, encore présente au coucher. Interdose du soir avancée à 19 h sur proposition.",
    "Somnolence légère hier, disparue ce matin. {Il} a mangé avec les autres.",
    "Selles revenues, ventre souple, la plainte a nettement diminué.",
    "Peu de changement : trois interdoses en 24 h. {Medecin} augmente le fond aujourd'hui, réévaluation demain.",
}};

constexpr std::array<std::string_view, 2> painEnglish{{
    "Spoke with the nurse on the ward. Pain on movement, settled at rest; two breakthrough doses since yesterday with good effect. Suggested a dose 30 minutes before washing and a bowel chart. {He} is awake and talking.",
    "End-of-dose pain rather than new pain. No sign of toxicity. Suggested to the GP to space the background dose evenly; the home will chart scores at fixed times until tomorrow.",
}};

constexpr std::array<std::string_view, 3> painObjectives{{
    "Ajuster l'antalgique avec l'infirmière au lit",
    "Voir la mobilisation et le visage pendant le soin",
    "Décider d'une interdose avant la toilette",
}};

// ---- dyspnoea ----

constexpr std::array<std::string_view, 5> dyspnoeaCalls{{
    "{M} {nom} est essoufflé{e} au repos depuis hier, ne tient plus allongé{e}.",
    "Gêne respiratoire qui augmente, {il} parle par phrases courtes et s'inquiète dès qu'on ferme la porte.",
    "Respiration rapide au moindre effort, oxygène à 2 litres sans grand changement.",
    "{Il} dit manquer d'air la nuit, demande la fenêtre ouverte. Pas de fièvre ce matin.",
    "Encombrement modéré, fréquence respiratoire à 28 selon l'aide-soignante.",
}};

constexpr std::array<std::string_view, 4> dyspnoeaFindings{{
    "Dyspnée de repos sur {maladie}, avec une part d'angoisse nette. Lèvres rosées, pas de sueurs selon l'infirmière.",
    "Parle par phrases, tirage léger. Mieux assis{e} bras appuyés sur la table.",
    "Pas de surcharge évidente, mollets souples. {Il} décrit une peur d'étouffer plus qu'une gêne continue.",
    "Dyspnée d'effort ancienne, plus marquée depuis trois jours, sans fièvre.",
}};

constexpr std::array<std::string_view, 4> dyspnoeaAdvice{{
    "Conseillé : position assise, air frais, ventilateur de poche vers le visage, présence pendant les crises. Morphine orale 2,5 mg si besoin, prescription {du medecin}.",
    "Proposé {au medecin} : petites doses régulières de morphine pour la dyspnée, anxiolytique réservé aux crises d'angoisse.",
    "Oxygène seulement s'il soulage ; ne pas chercher un chiffre de saturation. Fractionner les soins.",
    "Conseillé : écrire avec {le resident} ce qu'on fait en cas de crise, la feuille reste à la tête du lit pour l'équipe de nuit.",
}};

constexpr std::array<std::string_view, 4> dyspnoeaFollowUps{{
    "Deux crises courtes cette nuit, passées avec le ventilateur et une présence.",
    "{Il} a dormi au fauteuil, plus calme. Fréquence à 22 ce matin.",
    "Une dose de morphine à 21 h, soulagement noté en vingt minutes.",
    "Moins de peur depuis que la conduite à tenir est affichée. On garde le même plan.",
}};

constexpr std::array<std::string_view, 2> dyspnoeaEnglish{{
    "Breathless at rest with a clear component of fear. Sitting up by the open window helps more than oxygen. Suggested a hand-held fan, company during attacks, and low-dose oral morphine if the GP agrees.",
    "Rate down to 22, speaking in sentences. The home kept the crisis sheet by the bed, night staff used it twice. No change suggested.",
}};

constexpr std::array<std::string_view, 2> dyspnoeaObjectives{{
    "Voir la respiration et la position au lit",
    "Décider avec {medecin} d'une morphine pour la dyspnée",
}};

// ---- nausea ----

constexpr std::array<std::string_view, 4> nauseaCalls{{
    "Nausées depuis trois jours, {il} ne garde presque rien le matin.",
    "Vomissements après les repas, deux fois hier. Plus d'appétit.",
    "{M} {nom} refuse de manger, dit avoir le cœur au bord des lèvres. L'opioïde a été introduit il y a une semaine.",
    "Haut-le-cœur dès l'odeur du plateau. Selles rares.",
}};

constexpr std::array<std::string_view, 3> nauseaFindings{{
    "Nausées quotidiennes depuis l'introduction de l'opioïde, sans vomissement ce jour. Dernières selles il y a trois jours.",
    "Vomissements alimentaires sans douleur. Ventre souple selon l'infirmière, gaz présents.",
    "Bouche sèche, langue chargée. Les nausées suivent la prise des comprimés du matin.",
}};

constexpr std::array<std::string_view, 3> nauseaAdvice{{
    "Conseillé : petites quantités froides, bouche soignée avant le repas, comprimés répartis. Antiémétique avant le repas pendant trois jours, prescription {du medecin}.",
    "Proposé {au medecin} : métoclopramide 10 mg avant les repas quelques jours, à éviter si le transit s'arrête ; laxatif d'abord.",
    "Vérifier l'absence de fécalome avant tout. Nous rappeler si vomissements répétés ou ventre tendu.",
}};

constexpr std::array<std::string_view, 3> nauseaFollowUps{{
    "Une seule nausée hier soir, petit-déjeuner gardé.",
    "Selles après lavement, {il} a repris un peu de soupe.",
    "Nausées plus rares, l'antiémétique est arrêté demain si tout va bien.",
}};

constexpr std::array<std::string_view, 1> nauseaEnglish{{
    "Nausea since the opioid was started, no vomiting today, bowels slow. Suggested a short antiemetic course before meals and laxatives first; small cold portions, mouth care before meals.",
}};

constexpr std::array<std::string_view, 1> nauseaObjectives{{
    "Trouver la cause des nausées avec l'infirmière",
}};

// ---- wound ----

constexpr std::array<std::string_view, 4> woundCalls{{
    "Plaie tumorale du sein qui suinte et sent fort, l'équipe voudrait un avis sur le pansement.",
    "Escarre sacrée qui s'étend malgré le matelas, pansement douloureux.",
    "Talon noir depuis une semaine. Photos prêtes.",
    "Plaie de jambe qui ne cicatrise pas, soins douloureux un jour sur deux.",
}};

constexpr std::array<std::string_view, 3> woundFindings{{
    "Plaie propre sur les photos, bords rouges sur un centimètre, exsudat modéré. L'odeur est la gêne principale.",
    "Escarre avec nécrose sèche, sans collection. La douleur vient du retrait du pansement.",
    "Comparée aux photos de la semaine passée : stable, moins de fibrine.",
}};

constexpr std::array<std::string_view, 3> woundAdvice{{
    "Conseillé : pansement non adhérent, retrait humidifié, métronidazole local pour l'odeur si {medecin} est d'accord. Antalgique 45 minutes avant le soin.",
    "Objectif de confort : espacer les pansements tant que l'exsudat le permet, décharge du talon, pas de détersion agressive.",
    "Refaire une photo à la même distance dans une semaine, règle graduée dans le champ.",
}};

constexpr std::array<std::string_view, 3> woundFollowUps{{
    "Odeur nettement diminuée, {le resident} revient en salle à manger.",
    "Pansement tous les deux jours, soin supporté avec l'antalgique d'avance.",
    "Photos reçues : pas d'extension.",
}};

constexpr std::array<std::string_view, 1> woundEnglish{{
    "Photographs reviewed: dry necrosis, no collection, pain mainly on removal. Suggested a non-adherent dressing, moistened removal, an analgesic 45 minutes before, and comfort as the aim.",
}};

constexpr std::array<std::string_view, 1> woundObjectives{{
    "Voir la plaie pendant la réfection du pansement",
}};

// ---- bleeding ----

constexpr std::array<std::string_view, 3> bleedingCalls{{
    "Saignement de la plaie ce matin, arrêté par compression.",
    "{M} {nom} a saigné du nez deux fois cette nuit, sous anticoagulant.",
    "Traces de sang dans les selles depuis hier, {il} est pâle et fatigué{e}.",
}};

constexpr std::array<std::string_view, 3> bleedingFindings{{
    "Saignement de contact, tari. L'équipe craint un saignement massif, rien n'est écrit.",
    "Épistaxis antérieure, tension 12/7, pas de malaise.",
    "Rectorragies de faible abondance sur {maladie}, pas de douleur.",
}};

constexpr std::array<std::string_view, 3> bleedingAdvice{{
    "Conseillé : linges foncés dans la chambre, compression, présence. Proposé {au medecin} de réinterroger l'anticoagulant.",
    "À écrire avec {medecin} : conduite en cas de saignement important, prescriptions anticipées et qui appeler la nuit.",
    "Pansement hémostatique en réserve au poste de soins. Nous rappeler si cela recommence.",
}};

constexpr std::array<std::string_view, 3> bleedingFollowUps{{
    "Pas de nouveau saignement depuis 48 heures.",
    "Anticoagulant arrêté par {medecin}, famille informée.",
    "Conduite à tenir écrite et lue avec l'équipe de nuit.",
}};

constexpr std::array<std::string_view, 1> bleedingEnglish{{
    "Contact bleeding from the wound, stopped with pressure. The staff fear a larger bleed and nothing was written. Suggested dark towels, a written plan with the GP, and reviewing the anticoagulant.",
}};

constexpr std::array<std::string_view, 1> bleedingObjectives{{
    "Voir le saignement et rassurer l'équipe sur la conduite",
}};

// ---- secretions ----

constexpr std::array<std::string_view, 3> secretionsCalls{{
    "Encombrement bruyant depuis cette nuit, la famille est très impressionnée.",
    "{M} {nom} ne tousse plus assez, râles audibles depuis le couloir.",
    "Sécrétions abondantes, l'équipe demande s'il faut aspirer.",
}};

constexpr std::array<std::string_view, 2> secretionsFindings{{
    "Râles humides, visage détendu. L'encombrement gêne surtout l'entourage.",
    "Sécrétions fluides, bouche humide, perfusion de 1 litre par jour en cours.",
}};

constexpr std::array<std::string_view, 2> secretionsAdvice{{
    "Conseillé : position latérale, soins de bouche, pas d'aspiration profonde. Proposé {au medecin} de réduire l'hydratation et de prescrire la scopolamine si le bruit persiste.",
    "Expliquer à la famille que le bruit n'est pas un étouffement. Tourner toutes les quatre heures si c'est supporté.",
}};

constexpr std::array<std::string_view, 2> secretionsFollowUps{{
    "Bruit nettement diminué après changement de position et arrêt de la perfusion.",
    "Famille plus sereine, reste la nuit.",
}};

constexpr std::array<std::string_view, 1> secretionsEnglish{{
    "Noisy breathing with a relaxed face. Suggested turning, mouth care, less fluid, no deep suction; explained to the family what the sound is and is not.",
}};

constexpr std::array<std::string_view, 1> secretionsObjectives{{
    "Voir le confort pendant l'encombrement",
}};

// clang-format on

} // namespace

const SymptomWords painWords{clinical::Symptom::Pain, painCalls,   painFindings,  painAdvice,
                             painFollowUps,           painEnglish, painObjectives};
const SymptomWords dyspnoeaWords{
    clinical::Symptom::Dyspnoea, dyspnoeaCalls,   dyspnoeaFindings,  dyspnoeaAdvice,
    dyspnoeaFollowUps,           dyspnoeaEnglish, dyspnoeaObjectives};
const SymptomWords nauseaWords{clinical::Symptom::Nausea, nauseaCalls,   nauseaFindings,  nauseaAdvice,
                               nauseaFollowUps,           nauseaEnglish, nauseaObjectives};
const SymptomWords woundWords{clinical::Symptom::Wound, woundCalls,   woundFindings,  woundAdvice,
                              woundFollowUps,           woundEnglish, woundObjectives};
const SymptomWords bleedingWords{
    clinical::Symptom::Bleeding, bleedingCalls,   bleedingFindings,  bleedingAdvice,
    bleedingFollowUps,           bleedingEnglish, bleedingObjectives};
const SymptomWords secretionsWords{
    clinical::Symptom::Secretions, secretionsCalls,   secretionsFindings,  secretionsAdvice,
    secretionsFollowUps,           secretionsEnglish, secretionsObjectives};

} // namespace chevet::workflow::sample
