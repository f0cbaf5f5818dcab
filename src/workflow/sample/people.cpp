// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/sample/people.h"

#include <cstdint>

namespace chevet::workflow::sample {
namespace {

using clinical::Role;

// clang-format off
constexpr std::array<Colleague, teamSize> team{{
    {"Claire Morvan", Role::Nurse},
    {"Yannick Le Goff", Role::Nurse},
    {"Dr Hélène Aubry", Role::Physician},
    {"Dr Fiona Campbell", Role::Physician, true},
    {"Nadia Belkacem", Role::Coordinator},
    {"Thomas Rivière", Role::Psychologist},
    {"Sophie Lambert", Role::SocialWorker},
}};

constexpr std::array<std::string_view, 24> homeNames{{
    "Le Clos des Passereaux", "La Sarriette", "Les Quatre Noyers", "L'Ancolie bleue",
    "Hortense-Valrose", "Le Moulin d'Aubraye", "Les Hauts de Tremelle", "Foyer du Vieux Salvan",
    "La Cour aux Merles", "Les Sept Fontaines", "Le Pré Mirabel", "Les Charmilles d'Ombrie",
    "Clément-Ardouin", "Le Verger d'Elvire", "La Source aux Aulnes", "Les Genêts d'Orval",
    "Marthe-Delorme", "Le Colombier blanc", "Les Vergnes", "L'Aubépine",
    "Le Parc aux Tourterelles", "La Grange Saint-Éloi", "Les Berges de Lorme", "Le Mas des Lauriers",
}};

constexpr std::array<std::string_view, 24> towns{{
    "Valcourbe", "Castelbrune", "Pont-d'Aubraye", "Bois-Dormant", "Roche-Aigue", "Mont-Tremelle", "Haute-Ombrie", "Port-Salvan",
    "Veine-sur-Lorme", "Ville-aux-Merles", "Combe-Perdrix", "Les Trois-Noues", "Marchebois", "Font-Clairet", "Ormes-la-Vieille",
    "Sauvagny-le-Bas", "Bruyères-d'Elle", "Chante-Alouette", "Vaudurand", "Peyrefol", "La Chapelle-Tremelle", "Noirlac-le-Haut",
    "Clairvaux-d'Ombrie", "Saulx-les-Vernes",
}};

constexpr std::array<int, 8> distances{8, 15, 22, 35, 45, 60, 75, 95};

constexpr std::array<std::string_view, 96> familyNames{{
    "Martin", "Bernard", "Dubois", "Moreau", "Laurent", "Lefèvre", "Michel", "Garcia", "Roussel", "Fournier", "Girard", "Bonnet",
    "Lambert", "Fontaine", "Rousseau", "Vincent", "Muller", "Faure", "Mercier", "Blanc", "Guérin", "Boyer", "Garnier", "Chevalier",
    "Legrand", "Gauthier", "Perrin", "Robin", "Clément", "Morin", "Henry", "Masson", "Marchand", "Dumont", "Leroux", "Colin",
    "Vidal", "Caron", "Picard", "Roger", "Fabre", "Aubert", "Lemoine", "Renaud", "Dumas", "Lacroix", "Olivier", "Philippe",
    "Bourgeois", "Pierre", "Benoît", "Rey", "Leclerc", "Payet", "Rolland", "Leclercq", "Guillot", "Berger", "Carpentier", "Baron",
    "Ferreira", "Da Silva", "Lopez", "Martinez", "Fernandez", "Rossi", "Bianchi", "Moretti", "Kowalski", "Nowak", "Wisniewski",
    "Benali", "Haddad", "Belkacem", "Cherif", "Mansouri", "Nguyen", "Tran", "Sarkissian", "Petrossian", "Cohen", "Lévy", "Schmitt",
    "Meyer", "Klein", "Le Goff", "Le Bihan", "Kervella", "Etcheverry", "Etchegoyen", "Casanova", "Santini", "Diallo", "Traoré",
    "Hoarau", "Grondin",
}};

constexpr std::array<std::string_view, 48> womenNames{{
    "Jeanne", "Marie", "Yvonne", "Germaine", "Simone", "Denise", "Marcelle", "Suzanne", "Madeleine", "Paulette", "Andrée", "Lucienne",
    "Jacqueline", "Odette", "Raymonde", "Georgette", "Renée", "Ginette", "Huguette", "Monique", "Colette", "Gisèle", "Josette",
    "Micheline", "Éliane", "Arlette", "Solange", "Thérèse", "Henriette", "Lucette", "Annick", "Nicole", "Françoise", "Rolande",
    "Bernadette", "Claudette", "Mireille", "Fernande", "Maria", "Carmen", "Giuseppina", "Fatima", "Khadija", "Zofia", "Anahit",
    "Thi Lan", "Conceição", "Rachel",
}};

constexpr std::array<std::string_view, 40> menNames{{
    "Jean", "Pierre", "André", "Robert", "Marcel", "Roger", "René", "Louis", "Henri", "Raymond", "Georges", "Maurice", "Lucien",
    "Albert", "Paul", "Fernand", "Gaston", "Bernard", "Claude", "Guy", "Serge", "Gilbert", "Émile", "Léon", "Yves", "Michel",
    "Jacques", "Gérard", "Daniel", "Francis", "Antonio", "Manuel", "Giovanni", "Mohamed", "Ahmed", "Stanislaw", "Ara", "Van Minh",
    "Samuel", "Ousmane",
}};

constexpr std::array<std::string_view, 24> physicians{{
    "Perrot", "Delmas", "Vasseur", "Charpentier", "Haddouche", "Brunet", "Lemaître", "Sorel", "Jourdain", "Bastide", "Ferrand",
    "Nguyen-Huu", "Quéméner", "Texier", "Ollivier", "Baudry", "Marquet", "Pasquier", "Lebrun", "Coste", "Rémond", "Aubin", "Serrano",
    "Tissot",
}};

constexpr std::array<std::string_view, 36> callerNames{{
    "Julie Renard", "Karim Azzouz", "Sandrine Petit", "Aurélie Bazin", "Mélanie Costa", "Nathalie Hubert", "Sylvie Carlier",
    "Céline Rault", "Stéphanie Noël", "Laëtitia Gomez", "Emmanuelle Prat", "Christine Vallet", "Marion Lucas", "Sonia Ferhat",
    "Élodie Masse", "Virginie Pons", "Catherine Leduc", "David Maury", "Kévin Brun", "Isabelle Roy", "Fatou Ndiaye", "Laura Vidal",
    "Amandine Collet", "Patricia Hamel", "Sarah Benhamou", "Pauline Guyon", "Maëva Hoarau", "Hugo Lacombe", "Inès Cabral",
    "Florence Arnaud", "Bruno Tanguy", "Océane Lebas", "Valérie Jacquet", "Nicolas Ferry", "Delphine Oger", "Samira Touati",
}};
// clang-format on

std::string paddedRoom(Random& random)
{
    return std::to_string(random.between(1, 4) * 100 + random.between(1, 28));
}

} // namespace

const std::array<Colleague, teamSize>& colleagues()
{
    return team;
}

std::string_view teamName()
{
    return "EMSP du Val d'Ombrie";
}

std::string inventPhone(std::string_view prefix, Random& random)
{
    const auto pair = [&] {
        const auto number = random.between(0, 99);
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    const auto first = pair();
    return std::string(prefix) + " " + first + " " + pair();
}

clinical::Home inventHome(std::size_t index, Random& random)
{
    clinical::Home home;
    const auto round = index / homeNames.size();
    home.name = homeNames[index % homeNames.size()];
    home.town = towns[(index + round * 7) % towns.size()];
    home.phone = inventPhone(landline, random);
    home.travelMinutes = index < distances.size() ? distances[index] : random.between(6, 110);
    home.onCall = "Cadre d'astreinte, " + inventPhone(mobile, random);
    const auto referent = inventCaller(random);
    home.referent = referent.name + ", " + referent.function + ", " + inventPhone(mobile, random);
    // The first homes show each shade of equipment: all there, not yet trained, nothing known, no camera.
    const auto shade = index < distances.size() ? index % 4 : random.weighted({5, 2, 1, 2});
    if (shade != 2) {
        home.video = shade != 3;
        home.trained = shade == 0;
        home.agreement = shade != 3 || index % 2 == 0;
    }
    return home;
}

Person inventPerson(Random& random)
{
    Person person;
    person.gender = random.chance(68) ? Gender::Woman : Gender::Man;
    person.familyName = random.oneOf(familyNames);
    person.givenName = person.gender == Gender::Woman ? random.oneOf(womenNames) : random.oneOf(menNames);
    person.birthDate = {static_cast<std::int16_t>(random.between(1925, 1950)),
                        static_cast<std::uint8_t>(random.between(1, 12)),
                        static_cast<std::uint8_t>(random.between(1, 28))};
    person.room = paddedRoom(random);
    person.physician = "Dr " + std::string(random.oneOf(physicians));
    person.physicianContact = person.physician + ", " + inventPhone(landline, random);
    person.illness = random.oneOf(commonWords().illnesses);
    return person;
}

Caller inventCaller(Random& random)
{
    constexpr std::array<std::string_view, 6> functions{"infirmière",     "infirmière coordinatrice",
                                                        "cadre de santé", "médecin coordonnateur",
                                                        "aide-soignante", "infirmier de nuit"};
    const auto name = std::string(random.oneOf(callerNames));
    return {name, std::string(functions[random.weighted({50, 20, 12, 6, 6, 6})])};
}

} // namespace chevet::workflow::sample
