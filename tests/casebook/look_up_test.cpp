// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Three letters find a name however its blanks, hyphens, apostrophes and marks were written, by whoever
// entered it and by whoever types.
#include "casebook/test_vault.h"

#include <algorithm>
#include <set>

using namespace chevet;
using namespace chevet::casebook;
using namespace chevet::clinical;
using test::TestVault;

namespace {

using Names = std::set<std::string>;

Names residents(TestVault& vault, std::string_view letters, std::optional<Date> born = {})
{
    Names found;
    for (const auto& view : vault->findResidents(born, letters)) {
        found.insert(view.resident.familyName);
    }
    return found;
}

Names homes(TestVault& vault, std::string_view letters)
{
    Names found;
    for (const auto& view : vault->findHomes(letters)) {
        found.insert(view.home.name);
    }
    return found;
}

} // namespace

TEST_CASE("three letters find a family name in either spelling")
{
    struct Spelling
    {
        const char* name;
        std::vector<const char*> typed;
    };
    const std::vector<Spelling> spellings{
        {"LE GALL", {"leg", "LEG", "gal", "le g", "le gall", "legall", "le-gall", "gall le"}},
        {"LEGALL", {"leg", "le g", "le gall", "le-gall"}},
        {"O'BRIEN", {"obr", "bri", "o'b", "O’Brien", "o brien", "obrien"}},
        {"OBRIEN", {"obr", "o'b", "o brien", "o’brien"}},
        {"D’ALMEIDA", {"alm", "dal", "d'alm", "d alm", "dalmeida"}},
        {"DALMEIDA", {"dal", "d'alm", "d almeida"}},
        {"de La Tour-d'Auvergne",
         {"del", "lat", "tou", "auv", "dau", "delatour", "de la tour", "latourd", "tourda"}},
        {"Saint-Jean", {"sai", "jea", "saintj", "saint jean"}},
        {"Lefèvre", {"lef", "LEFÈ", "lefevre"}},
        {"Œuvrard", {"oeu", "œuv", "ŒUV"}},
        {"Işık", {"isi", "ISI", "ışı", "isik"}},
        {"İnan", {"ina", "INA", "ına"}},
        {"Strauß", {"strauss", "strauß"}},
    };
    for (const auto& [name, typed] : spellings) {
        TestVault vault;
        const auto home = vault.addHome();
        vault.addResident(home, name, "Zoé", Date{1934, 2, 28});
        vault.addResident(home, "Quentin", "Uwe", Date{1934, 2, 28});
        for (const std::string_view letters : typed) {
            INFO(name << " by " << letters);
            CHECK(residents(vault, letters) == Names{name});
            CHECK(residents(vault, letters, Date{1934, 2, 28}) == Names{name});
        }
    }
}

TEST_CASE("letters in the middle of a word find nothing and names do not run into each other")
{
    TestVault vault;
    const auto home = vault.addHome();
    vault.addResident(home, "LE GALL", "Martin");
    vault.addResident(home, "Martin", "Éva");
    CHECK(residents(vault, "all").empty());
    CHECK(residents(vault, "ega").empty());
    CHECK(residents(vault, "galle").empty());
    CHECK(residents(vault, "gallmartin").empty());
    CHECK(residents(vault, "martine").empty());
    CHECK(residents(vault, "le le").size() == 1); // each piece is looked for by itself
    CHECK(residents(vault, "gall mar") == Names{"LE GALL"});
    CHECK(residents(vault, "mar leg") == Names{"LE GALL"});
    CHECK(residents(vault, "eva mar") == Names{"Martin"});
}

TEST_CASE("a given name of two words is found by either and by both")
{
    TestVault vault;
    vault.addResident(vault.addHome(), "Le Bihan", "Marie-Thérèse");
    for (const auto* letters :
         {"mar", "the", "mariet", "marie therese", "marie-thé", "leb the", "bih marieth"}) {
        INFO(letters);
        CHECK(residents(vault, letters) == Names{"Le Bihan"});
    }
}

TEST_CASE("a home is found by either spelling of its name and of its town")
{
    TestVault vault;
    vault.addHome("Saint-Jean");
    vault.addHome("L’Hermitage");
    vault.addHome("La Roseraie");
    vault.addHome("Cœur d'Armor");
    for (const auto* letters : {"sai", "jea", "saint j", "saintjean", "sai jea"}) {
        INFO(letters);
        CHECK(homes(vault, letters) == Names{"Saint-Jean"});
    }
    for (const auto* letters : {"her", "lhe", "l'h", "l hermitage"}) {
        INFO(letters);
        CHECK(homes(vault, letters) == Names{"L’Hermitage"});
    }
    for (const auto* letters : {"ros", "lar", "la ros", "laroseraie"}) {
        INFO(letters);
        CHECK(homes(vault, letters) == Names{"La Roseraie"});
    }
    for (const auto* letters : {"coe", "cœu", "arm", "dar", "coeurd"}) {
        INFO(letters);
        CHECK(homes(vault, letters) == Names{"Cœur d'Armor"});
    }
    CHECK(homes(vault, "besan").size() == 4);
    CHECK(homes(vault, "ean").empty());
}

TEST_CASE("a corrected name is found by its new spellings only, also after a restart")
{
    TestVault vault;
    const auto resident = vault.addResident(vault.addHome(), "O'Brien", "Mary");
    vault.write({ResidentCorrected{resident, ResidentField::FamilyName, std::string("Le Goff")}});
    for (int round = 0; round < 2; ++round) {
        CHECK(residents(vault, "obr").empty());
        CHECK(residents(vault, "bri").empty());
        CHECK(residents(vault, "leg") == Names{"Le Goff"});
        REQUIRE(vault->saveSnapshot());
        vault.reopen();
        CHECK_FALSE(vault->openingReport().modelRebuilt);
    }
}
